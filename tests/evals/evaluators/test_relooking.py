import pytest

from evals.evaluators.relooking import advice
from tests.evals.evaluators.answered import article, judged, look, outputs

BLAZER = {"id": "b", "slot": "mid", "category": "blazer"}
SHIRT = {"id": "s", "slot": "base_top", "category": "shirt"}
COAT, KNIT = article(category="overcoat"), article(category="fine_knit", slot="mid")
CRITIQUE = {
    "score": 70,
    "sub": {"colour": {"score": 7, "why": "calm"}},
    "fixes": [{"what": "swap", "why": "warmth", "item": "b"}],
}
GIVEN = {
    "keep": [{"id": "s", "why": "works"}],
    "swap": [{"out": "b", "in": KNIT.id, "why": "softer"}],
    "add": [{"slot": "outer", "id": COAT.id, "why": "cold"}],
    "moves": ["roll the sleeves"],
    "levels": {"free": None, "small": None, "full": "look-1"},
}


def score(expected=None, critique=CRITIQUE, total=60.0, **changes):
    given = GIVEN | changes if changes.get("given", True) else None
    answer = outputs(looks=[look(KNIT, COAT, total=total)], critique=critique, advice=given)
    return judged(advice, {"advice": expected} if expected else {}, answer, wardrobe=[BLAZER, SHIRT])


def test_advice_that_holds_together_is_right():
    assert score() == 1
    assert score({"given": True, "owned_first": True, "keeps": [{"category": "shirt"}], "most": 80}) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"keep": [{"id": COAT.id, "why": "x"}]},
        {"keep": [{"id": "b", "why": "x"}]},
        {"swap": [{"out": "b", "in": COAT.id, "why": "x"}]},
        {"add": [{"slot": "bag", "id": COAT.id, "why": "x"}]},
        {"levels": {"free": "look-1", "small": None, "full": None}},
        {"critique": CRITIQUE | {"score": 170}},
        {"critique": CRITIQUE | {"fixes": CRITIQUE["fixes"] * 4}},
        {"critique": CRITIQUE | {"sub": {"colour": {"score": 7, "why": ""}}}},
    ],
)
def test_advice_that_does_not_is_noticed(broken):
    assert score(**broken) < 1


@pytest.mark.parametrize(
    ("expected", "changes"),
    [
        ({"given": True}, {"given": False}),
        ({"owned_first": True}, {"moves": []}),
        ({"keeps": [{"category": "blazer"}]}, {}),
        ({"most": 50}, {}),
    ],
)
def test_a_case_may_ask_for_more(expected, changes):
    assert score(expected, **changes) < 1


def test_an_answer_without_either_is_none_of_its_business():
    assert judged(advice, {}, outputs()) is None
