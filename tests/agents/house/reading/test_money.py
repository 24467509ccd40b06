"""How much a sum is that is said, and in which currency."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.money import budget_of, spent_in
from agents.house.reading.text import read
from stores.vocabulary import Language


def said_in(text: str, language: Language, totals: list[float | None], currency: str = "EUR", *, follows: bool = True):
    return spent_in(read(text, load_lexicon(language)), totals, currency, follows=follows)


@pytest.mark.parametrize(
    ("text", "totals", "currency"),
    [
        ("不超过60", [90.0, 120.0], None),  # it limits them
        ("不超过200", [90.0, 120.0], None),  # 25 euros buy none of them
        ("我能花400", [63.0, 112.0], None),  # nor do 51
        ("我能花400", [49.0, 112.0], "CNY"),
        ("太贵了，300以内", [110.0], "CNY"),
        ("2000以内", [90.0, 120.0], "CNY"),
    ],
)
def test_a_bare_sum_after_looks_is_of_their_prices_where_it_limits_or_would_buy_none(text, totals, currency):
    assert said_in(text, "zh", totals) == currency


def test_a_first_sum_is_of_the_money_of_the_language():
    assert said_in("预算200", "zh", [], follows=False) == "CNY"
    assert said_in("under 200", "en", [], follows=False) is None


def test_a_shop_whose_currency_has_no_rate_is_answered_too():
    assert said_in("不超过200", "zh", [90.0], "THB") == "CNY"


@pytest.mark.parametrize(
    ("text", "language", "most", "currency"),
    [
        ("gala outfit, 1 200.50 €", "en", 1200.5, "EUR"),
        ("tenue de gala, budget 1 200,50 €", "fr", 1200.5, "EUR"),
        ("tenue de gala, 1\u202f200 €, femme", "fr", 1200, "EUR"),
        ("budget 1 200, femme, gala", "fr", 1200, "EUR"),
        ("gala outfit, CHF 1'200", "en", 1200, "CHF"),
        ("tenue de gala, 1’500 CHF", "fr", 1500, "CHF"),
        ("晚会，预算 1 200 欧", "zh", 1200, "EUR"),
        ("party outfit, 2 500 kr", "en", 2500, "SEK"),
        ("tenue de fête, 2500kr maximum", "fr", 2500, "SEK"),
        ("派对，预算2500克朗", "zh", 2500, "SEK"),
    ],
)
def test_thousands_are_read_however_they_are_parted(text, language, most, currency):
    found = budget_of(read(text, load_lexicon(language)), "EUR")
    assert found and (found.max, found.currency) == (most, currency)


@pytest.mark.parametrize(
    ("text", "language", "most"),
    [
        ("预算一百二到一百五", "zh", 150),
        ("预算三百至五百", "zh", 500),
        ("budget 100 to 150 for a wedding", "en", 150),
        ("budget 120 à 150", "fr", 150),
        ("budget 200, size 38 to 40", "en", 200),
    ],
)
def test_of_a_range_the_upper_end_counts(text, language, most):
    found = budget_of(read(text, load_lexicon(language)), "EUR")
    assert found and found.max == most
