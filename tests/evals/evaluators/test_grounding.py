import pytest

from evals.evaluators.claims import named
from evals.evaluators.figures import money
from evals.evaluators.grounding import grounded
from tests.evals.evaluators.answered import article, item, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")
MINE = {"id": "mine-1", "slot": "mid", "category": "blazer", "colours": [{"name": "navy", "family": "navy"}]}


def test_what_is_in_the_catalogue_as_it_is_shown_is_grounded():
    assert judged(grounded, {}, outputs(looks=[look(DRESS, HEELS)])) == 1


@pytest.mark.parametrize(
    "lie",
    [
        {"price": (DRESS.price or 0) + 1},
        {"name": "Emerald silk gown"},
        {"id": "cocktail-dress-00000000"},
        {"colour": {"name": "x", "family": "red" if DRESS.colours[0].family != "red" else "blue", "hex": "#000000"}},
        {"size": "XXXXL"},
        {"slot": "bag"},
        {"price": None},
    ],
)
def test_a_piece_that_is_otherwise_is_not(lie):
    shown = look(DRESS, HEELS)
    shown["items"][0] |= lie
    assert judged(grounded, {}, outputs(looks=[shown])) < 1


def test_a_total_is_the_sum_of_what_is_bought():
    shown = look(DRESS, HEELS)
    assert judged(grounded, {}, outputs(looks=[shown | {"total": shown["total"] - 1}])) < 1


def test_what_is_owned_hangs_in_the_wardrobe_and_costs_nothing():
    own = item(HEELS, source="wardrobe", id="mine-1", price=None, slot="mid")
    shown = look(DRESS, HEELS, total=DRESS.price)
    shown["items"][1] = own
    answer = outputs(looks=[shown], person={"profile": {}, "wardrobe": [MINE]})
    assert judged(grounded, {}, answer, wardrobe=[MINE]) == 1
    assert judged(grounded, {}, answer | {"person": {"profile": {}, "wardrobe": [MINE | {"id": "other"}]}}) < 1
    shown["items"][1] = own | {"price": 10.0}
    assert judged(grounded, {}, answer, wardrobe=[MINE]) < 1


def test_advice_points_at_pieces_and_levels_at_looks_that_are_there():
    right = {"keep": [{"id": "mine-1", "why": "x"}], "swap": [], "add": [], "levels": {"full": "look-1"}}
    answer = outputs(looks=[look(DRESS, HEELS)], advice=right)
    assert judged(grounded, {}, answer, wardrobe=[MINE]) == 1
    assert (
        judged(grounded, {}, answer | {"advice": right | {"keep": [{"id": "ghost", "why": "x"}]}}, wardrobe=[MINE]) < 1
    )
    assert judged(grounded, {}, answer | {"advice": right | {"levels": {"full": "look-9"}}}, wardrobe=[MINE]) < 1


def test_there_is_nothing_to_judge_where_nothing_is_shown():
    assert judged(grounded, {}, outputs()) is None


@pytest.mark.parametrize("evaluator", [grounded, money, named])
def test_without_the_truth_there_is_no_telling(evaluator):
    answer = outputs(f"The {DRESS.colours[0].family} dress, 1 €.", [look(DRESS, HEELS)])
    del answer["articles"]
    assert judged(evaluator, {}, answer) is None
