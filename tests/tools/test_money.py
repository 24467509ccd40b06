import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.vocabulary import Budget, Garment
from tools.money import amount_text, ceiling, convert, price_of, total


def test_converts_through_the_euro() -> None:
    assert convert(110, "USD", "EUR") == pytest.approx(100)
    assert convert(85, "GBP", "CNY") == pytest.approx(780)
    assert convert(19.99, "EUR", "EUR") == 19.99


def test_an_unknown_currency_is_named() -> None:
    with pytest.raises(ValueError, match="XAF"):
        convert(10, "XAF", "EUR")


@given(st.integers(1, 2_000_00))
def test_a_converted_budget_is_never_exceeded(cents: int) -> None:
    budget = Budget(max=cents / 100, currency="USD")
    assert convert(ceiling(budget, "EUR"), "EUR", "USD") <= budget.max + 1e-9
    assert ceiling(Budget(max=cents / 100, currency="EUR"), "EUR") == cents / 100


@given(st.lists(st.integers(0, 100_000), max_size=12))
def test_sums_are_exact(cents: list[int]) -> None:
    assert total(value / 100 for value in cents) == sum(cents) / 100


def test_a_price_that_is_not_known_has_no_total(article: object) -> None:
    assert total([10.0, None]) is None


def test_what_is_owned_costs_nothing(wear: object, article) -> None:  # type: ignore[no-untyped-def]
    shared = article("jeans").model_dump(include=set(Garment.model_fields) - {"size", "photo", "origin", "confirmed"})
    assert price_of(Garment(**shared)) == 0.0
    assert price_of(article("jeans", price=None)) is None


def test_amounts_read_as_they_are_written() -> None:
    assert amount_text(150, "EUR") == "150 EUR"
    assert amount_text(174.9, "EUR") == "174.90 EUR"
