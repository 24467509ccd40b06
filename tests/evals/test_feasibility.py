"""An empty answer is right only where nothing fits, and where it says what stands in the way."""

from typing import Any

import pytest

from evals.feasibility import blocking, is_possible, judge
from evals.turns import Expectation
from stores.demo.feed import demo_rows
from stores.vocabulary import Article, Unmet


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [row.article for row in demo_rows(7) if row.article]


@pytest.mark.parametrize(
    ("expect", "why"),
    [
        ({"outfit": True, "presentation": "women", "budget": {"max": 200, "currency": "EUR"}}, None),
        ({"outfit": True, "presentation": "women", "budget": {"max": 9, "currency": "EUR"}}, "budget"),
        ({"pieces": [{"of": ["tuxedo_jacket"], "colours": ["green"]}], "presentation": "men"}, "colour"),
        ({"pieces": [{"of": ["heels"]}], "presentation": "men"}, "presentation"),
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
