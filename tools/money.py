"""Money: converting between currencies, exact sums, and what a piece costs.

Rates are units of a currency per euro. This module knows no shop and looks nothing up.
"""

from collections.abc import Iterable, Mapping
from math import ceil, floor

from stores.vocabulary import Article, Budget, Piece

Rates = Mapping[str, float]
RATES: Rates = {
    "EUR": 1.0, "USD": 1.10, "GBP": 0.85, "CNY": 7.80, "INR": 98.0, "NGN": 1700.0, "AUD": 1.70, "CAD": 1.55,
    "CHF": 0.95, "JPY": 170.0, "SGD": 1.45, "AED": 4.05, "ZAR": 20.0,
    "HKD": 8.55, "TWD": 35.5, "MYR": 4.85, "NZD": 1.85, "MAD": 10.7, "XOF": 655.957,
    "THB": 38.0, "KRW": 1600.0, "VND": 29500.0, "IDR": 18500.0, "PHP": 65.0, "PLN": 4.25, "CZK": 24.5, "HUF": 390.0,
    "RON": 5.05, "SEK": 11.0, "NOK": 11.7, "DKK": 7.46, "TRY": 48.0, "ILS": 3.9, "SAR": 4.15, "EGP": 55.0, "TND": 3.4,
    "DZD": 151.0, "KES": 145.0, "GHS": 13.0, "BRL": 6.2, "MXN": 21.5, "RUB": 93.0,
}  # fmt: skip

# Absorbs the error of binary fractions, far below a cent.
GRAIN = 1e-6


def convert(amount: float, frm: str, to: str, rates: Rates = RATES) -> float:
    """An amount in another currency, not rounded. Raises ValueError for a currency without a rate."""
    if frm == to:
        return amount
    missing = [currency for currency in (frm, to) if currency not in rates]
    if missing:
        raise ValueError(f"no exchange rate for {', '.join(missing)}; known are {', '.join(sorted(rates))}")
    return amount / rates[frm] * rates[to]


def floor_cents(amount: float) -> float:
    return floor(amount * 100 + GRAIN) / 100


def ceil_cents(amount: float) -> float:
    return ceil(amount * 100 - GRAIN) / 100


def ceiling(budget: Budget, currency: str, rates: Rates = RATES) -> float:
    """The most that may be spent, in `currency`, floored to cents so that the budget is never exceeded."""
    return floor_cents(convert(budget.max, budget.currency, currency, rates))


def price_of(piece: Piece) -> float | None:
    """What has to be paid for a piece: nothing for what is owned, None where the feed has no price."""
    return piece.price if isinstance(piece, Article) else 0.0


def total(prices: Iterable[float | None]) -> float | None:
    """The exact sum in cents, None where a price is not known."""
    cents = 0
    for price in prices:
        if price is None:
            return None
        cents += round(price * 100)
    return cents / 100


def amount_text(amount: float, currency: str) -> str:
    """An amount as `unmet` writes it: `150 EUR`, `174.90 EUR`."""
    return f"{amount:.2f} {currency}".replace(".00 ", " ")
