"""An empty answer is right only where nothing fits, and where it says what stands in the way."""

from typing import Any

import pytest

from evals.constraints import Worn
from evals.feasibility import blocking, is_possible, judge
from evals.turns import Expectation
from stores.demo.feed import demo_rows
from stores.vocabulary import Article, Item, ItemColour, Unmet


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [row.article for row in demo_rows(7) if row.article]


def item(piece: Article) -> Item:
    colour = ItemColour(name="", family=piece.colours[0].family, hex=piece.colours[0].hex)
    return Item(slot=piece.slot, source="catalog", id=piece.id, name="", category=piece.category, colour=colour)


@pytest.mark.parametrize(
    ("expect", "why"),
    [
        ({"outfit": True, "presentation": "women", "budget": {"max": 200, "currency": "EUR"}}, None),
        ({"outfit": True, "presentation": "women", "budget": {"max": 9, "currency": "EUR"}}, "budget"),
        ({"pieces": [{"of": ["tuxedo_jacket"], "colours": ["green"]}], "presentation": "men"}, "colour"),
        ({"pieces": [{"of": ["tie"]}], "presentation": "women"}, "presentation"),
        ({"pieces": [{"of": ["heels"]}], "presentation": "men"}, None),
        ({"pieces": [{"of": ["backpack"]}], "avoid": {"slots": ["bag"]}}, "slot"),
        ({"pieces": [{"of": ["overcoat"]}], "budget": {"max": 20, "currency": "EUR", "per": "item"}}, "budget"),
    ],
)
def test_what_stands_in_the_way_is_found(expect: dict[str, Any], why: str | None, articles: list[Article]) -> None:
    order = Expectation.model_validate(expect)
    assert is_possible(order, [], articles) == (why is None)
    assert blocking(order, [], articles) == ({why} if why else set())


def test_an_empty_answer_needs_a_true_reason(articles: list[Article]) -> None:
    poor = Expectation.model_validate({"outfit": True, "budget": {"max": 5, "currency": "EUR"}})
    assert judge(poor, [], [], [Unmet(constraint="budget", asked="5 EUR")], articles) == []
    assert judge(poor, [], [], [Unmet(constraint="size", asked="M")], articles) == ["empty"]
    assert judge(poor, [], [], [], articles) == ["empty"]


def test_an_empty_answer_is_wrong_where_something_fits(articles: list[Article]) -> None:
    easy = Expectation.model_validate({"outfit": True, "budget": {"max": 500, "currency": "EUR"}})
    assert judge(easy, [], [], [Unmet(constraint="budget", asked="500 EUR")], articles) == ["empty"]


def test_a_coat_and_a_colour_are_seats_to_fill(articles: list[Article]) -> None:
    money = {"max": 45, "currency": "EUR"}
    light = Expectation.model_validate({"outfit": True, "presentation": "women", "budget": money})
    cold = light.model_copy(update={"weather": "cold"})
    assert is_possible(light, [], articles) and not is_possible(cold, [], articles)
    assert {"budget", "warmth"} <= blocking(cold, [], articles)
    plain = [one for one in articles if all(colour.family != "teal" for colour in one.colours)]
    teal = Expectation.model_validate({"outfit": True, "colours": ["teal"]})
    assert is_possible(teal, [], articles) and not is_possible(teal, [], plain)
    assert blocking(teal, [], plain) == {"colour"}


def test_a_look_without_the_coat_is_right_only_where_none_is_to_be_had_and_it_is_said(articles: list[Article]) -> None:
    def worn(*slots: str) -> list[Worn]:
        found = [next(one for one in articles if one.slot == slot and one.price) for slot in slots]
        return [Worn(item(one), one) for one in found]

    look, own = worn("one_piece", "footwear"), [Unmet(constraint="own", asked="outer")]
    cold = Expectation.model_validate({"outfit": True, "weather": "cold", "budget": {"max": 5000, "currency": "EUR"}})
    assert "weather" in judge(cold, [look], [], own, articles)
    coatless = [one for one in articles if one.slot != "outer"]
    assert "weather" not in judge(cold, [look], [], own, coatless)
    assert "weather" in judge(cold, [look], [], [], coatless)


@pytest.mark.parametrize(("colour", "right"), [("green", True), ("black", False)])
def test_a_piece_of_its_kind_alone_is_right_only_where_no_such_piece_is_to_be_had_and_it_is_said(
    articles: list[Article], colour: str, right: bool
) -> None:
    order = {"pieces": [{"of": ["tuxedo_jacket"], "colours": [colour]}], "presentation": "men"}
    expect, kind = Expectation.model_validate(order), [one for one in articles if one.category == "tuxedo_jacket"]
    other = next(one for one in kind if one.colours[0].family != colour)
    look, told = [Worn(item(other), other)], [Unmet(constraint="described", asked=f"{colour} dinner jacket")]
    assert ("piece" not in judge(expect, [look], [], told, articles)) == right
    assert "piece" in judge(expect, [look], [], [], articles)


def test_there_can_be_no_more_answers_than_articles(articles: list[Article]) -> None:
    two = Expectation.model_validate({"pieces": [{"of": ["polo"], "colours": ["navy"]}], "count": 2})
    polos = [one for one in articles if one.category == "polo" and one.colours[0].family == "navy"]
    assert judge(two, [[Worn(item(polos[0]), polos[0])]], [], [], polos[:1]) == []
    other = polos[0].model_copy(update={"id": "other"})
    assert judge(two, [[Worn(item(polos[0]), polos[0])]], [], [], [polos[0], other]) == ["count"]
