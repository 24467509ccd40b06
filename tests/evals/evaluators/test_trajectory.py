import pytest

from evals.evaluators.trajectory import trajectory
from tests.evals.evaluators.answered import judged, node, outputs, trace

WAY = trace(
    node("understand", 1, "00", "01"),
    node("caption_photos", 2, "01", "03"),
    node("read_conditions", 2, "02", "04"),
    node("settle", 3, "04", "05"),
    node("search_catalog", 4, "05", "06"),
    node("search_catalog", 6, "07", "08"),
)


@pytest.mark.parametrize(
    ("expected", "score"),
    [
        ({"visits": ["settle"]}, 1),
        ({"visits": ["critique"]}, 0),
        ({"never": ["critique"]}, 1),
        ({"never": ["settle", "critique"]}, 0.5),
        ({"order": ["understand", "settle", "search_catalog"]}, 1),
        ({"order": ["settle", "understand"]}, 0.5),
        ({"beside": [["caption_photos", "read_conditions"]]}, 1),
        ({"beside": [["understand", "settle"]]}, 0),
        ({"at_most": {"search_catalog": 2}}, 1),
        ({"at_most": {"search_catalog": 1}}, 0),
        ({"steps": [["understand"], ["read_conditions", "caption_photos"], ["settle"], *[["search_catalog"]] * 2]}, 1),
        ({"steps": [["understand"], ["read_conditions"]]}, 0.5),
        (None, None),
    ],
)
def test_the_way_is_held_against_what_it_should_be(expected, score):
    assert judged(trajectory, {"trajectory": expected}, outputs(trace=WAY)) == score


def test_nodes_of_one_step_that_ran_one_after_the_other_did_not_run_beside_each_other():
    late = trace(node("merge", 5, "00", "01"), node("preview", 5, "02", "03"))
    assert judged(trajectory, {"trajectory": {"beside": [["merge", "preview"]]}}, outputs(trace=late)) == 0


def test_the_trace_may_be_handed_over_by_itself():
    reference = {"trajectory": {"visits": ["settle"]}}
    assert trajectory(inputs={}, outputs=outputs(), reference_outputs=reference, trace=WAY)["score"] == 1
    assert trajectory(inputs={}, outputs=outputs(), reference_outputs=reference)["score"] == 0
