import pytest

from evals.evaluators.answers import feed
from evals.evaluators.talks import continuity
from tests.evals.evaluators.answered import SEED, article, judged, look, outputs

DRESS = article(category="cocktail_dress")
SHOES = [one for one in feed(SEED) if one.category == "block_heels"]
BEFORE = outputs(looks=[look(DRESS, SHOES[0]), look(article(category="overcoat"), name="look-2")])


@pytest.mark.parametrize(
    ("expected", "shown", "score"),
    [
        ({"kept": ["one_piece"], "changed": ["footwear"]}, [look(DRESS, SHOES[1])], 1),
        ({"kept": ["one_piece"], "changed": ["footwear"]}, [look(DRESS, SHOES[0])], 0.5),
        ({"kept": ["footwear"]}, [look(DRESS, SHOES[1])], 0),
        ({"same": True}, [look(DRESS, SHOES[0])], 1),
        ({"same": True, "look": 2}, [look(DRESS, SHOES[0])], 0),
        ({"fresh": True}, [look(article(category="sheath_dress"), SHOES[1])], 1),
        ({"fresh": True}, [look(article(category="sheath_dress"), SHOES[0])], 0),
        ({"fresh": True}, [], 0),
        ({"same": True, "look": 9}, [look(DRESS, SHOES[0])], 0),
    ],
)
def test_what_should_stay_stays_and_what_should_change_changes(expected, shown, score):
    assert judged(continuity, {"continuity": expected}, outputs(looks=shown, earlier=[BEFORE])) == score


def test_what_is_to_be_cheaper_costs_less_in_every_look():
    dear, cheap = sorted(SHOES, key=lambda one: -(one.price or 0))[0], sorted(SHOES, key=lambda one: one.price or 0)[0]
    before, asked = [outputs(looks=[look(DRESS, dear)])], {"continuity": {"cheaper": ["footwear"]}}
    assert judged(continuity, asked, outputs(looks=[look(DRESS, cheap)], earlier=before)) == 1
    both = [look(DRESS, cheap), look(DRESS, dear, name="look-2")]
    assert judged(continuity, asked, outputs(looks=both, earlier=before)) == 0
    assert judged(continuity, asked, outputs(looks=[look(DRESS)], earlier=before)) == 0
    assert judged(continuity, asked, outputs(looks=[], earlier=before)) == 0


def test_another_turn_may_be_meant_and_one_that_showed_nothing_never_is():
    shown = outputs(looks=[look(DRESS, SHOES[0])])
    other = outputs(looks=[look(article(category="overcoat"))])
    answer = shown | {"earlier": [BEFORE, other, outputs()]}
    assert judged(continuity, {"continuity": {"same": True, "against": -2}}, answer) == 1
    assert judged(continuity, {"continuity": {"same": True}}, answer) == 0
    assert judged(continuity, {"continuity": {"same": True}}, shown | {"earlier": [BEFORE, outputs()]}) == 1
