import pytest

from evals.evaluators.calls import tools
from tests.evals.evaluators.answered import judged, node, outputs, tool, trace

CALLED = trace(
    node(
        "read_conditions", 2, children=[tool("read_weather", {"place": "Lyon", "when": "2027-06-12", "country": None})]
    ),
    node(
        "search_catalog",
        4,
        children=[tool("search_catalog", {"wishes": [{"slot": "mid", "query": "a b"}, {"slot": "bag"}]})],
    ),
)


@pytest.mark.parametrize(
    ("expected", "score"),
    [
        ({"tool": "read_weather", "args": {"place": "Lyon"}}, 1),
        ({"tool": "read_weather", "args": {"place": "Nice"}}, 0),
        ({"tool": "read_weather", "args": {"place": "Lyon"}, "mode": "exact"}, 0),
        ({"tool": "read_weather", "args": {"place": "Lyon", "when": "2027-06-12"}, "mode": "exact"}, 1),
        ({"tool": "search_catalog", "args": {"wishes": [{"slot": "bag"}]}}, 1),
        ({"tool": "search_catalog", "args": {"wishes": [{"slot": "hosiery"}]}}, 0),
        ({"tool": "make_preview", "never": True}, 1),
        ({"tool": "read_weather", "never": True}, 0),
    ],
)
def test_calls_are_held_against_their_arguments(expected, score):
    assert judged(tools, {"tools": [expected]}, outputs(trace=CALLED)) == score


def test_there_is_nothing_to_judge_where_nothing_is_asked():
    assert judged(tools, {}, outputs(trace=CALLED)) is None
