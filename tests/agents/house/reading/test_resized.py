"""After pieces to buy, a number that can be their size is one, and no sum."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, Budget, Presentation, Sizes, Slot


def after(
    text: str, slot: Slot, sizes: Sizes, budget: float | None = None, cut: Presentation | None = None, said: str = ""
) -> Brief:
    """What a turn comes to after a search for pieces of one slot."""
    limit = Budget(max=budget, currency="EUR", per="item") if budget else None
    last = Brief(intent="find", slots=[slot], sizes=sizes, budget=limit, presentation=cut, text=said)
    return understand(UnderstandRequest(text=text, today=date(2026, 11, 21), last=last))


@pytest.mark.parametrize(
    ("text", "told", "budget", "expected"),
    [
        ("plutôt en 40", "39", 50, "40"),
        ("il existe en 38 ?", "37", None, "38"),
        ("make it 40", "38", None, "40"),
        ("make it 40", "38", 60, "40"),
        ("39码呢？", "38", None, "39"),
        ("换成40码", None, None, "40"),
    ],
)
def test_another_size_of_shoes_is_no_sum(text: str, told: str | None, budget: float | None, expected: str) -> None:
    brief = after(text, "footwear", Sizes(shoes=told), budget)
    assert (brief.intent, brief.sizes.shoes, brief.budget, brief.changes) == ("find", expected, None, [])


@pytest.mark.parametrize(
    ("text", "slot", "cut", "expected"),
    [
        ("make it a 14", "bottom", None, "L"),
        ("do you have it in a 42?", "mid", "men", "XL"),
        ("et en 40 ?", "one_piece", None, "L"),
        ("vous l'avez en 42 ?", "bottom", "women", "XL"),
        ("en 42 ?", "bottom", "men", "L"),
        ("en 42 ?", "base_top", "men", "L"),
        ("42码有吗？", "base_top", "men", "XXL"),
        ("有28的吗？", "bottom", None, "XS"),
    ],
)
def test_another_size_of_clothes_is_read_as_they_are_labelled(
    text: str, slot: Slot, cut: Presentation | None, expected: str
) -> None:
    brief = after(text, slot, Sizes(), cut=cut)
    assert (brief.intent, brief.sizes.clothes, brief.budget) == ("find", expected, None)


def test_a_label_counts_in_the_sizes_of_the_country_that_was_told() -> None:
    assert after("in size 9?", "footwear", Sizes(shoes="40"), said="white trainers, size 7 uk").sizes.shoes == "42"
    assert after("in size 9 us?", "footwear", Sizes(shoes="40"), said="white trainers, size 7 uk").sizes.shoes == "40"


@pytest.mark.parametrize(
    ("text", "told", "budget"),
    [("make it 45", "38", 60), ("under 40", "38", None), ("make it 40", None, None), ("plutôt 40 €", "39", None)],
)
def test_a_sum_stays_one(text: str, told: str | None, budget: float | None) -> None:
    brief = after(text, "footwear", Sizes(shoes=told), budget)
    assert brief.budget is not None
    assert brief.sizes == Sizes()


@pytest.mark.parametrize("text", ["in 10 minutes?", "in 3 colours please", "the look 2"])
def test_what_counts_something_else_is_no_size(text: str) -> None:
    assert after(text, "one_piece", Sizes()).sizes == Sizes()
