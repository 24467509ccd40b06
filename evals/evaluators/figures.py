"""Whether the figures of a reply are those of the turn: sums of money in their currency, degrees, chances of rain.

`money` and `weather` read `{"also": [number, ..]}`, figures that are right beside those of the turn. Nothing to judge
in a reply that names none.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from evals.constraints import PER_EURO
from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, earlier_of, knows_shop, reply_of, said_in, shown_items, shown_looks
from evals.evaluators.verdicts import UNTOLD, nothing, verdict

SIGNS = {
    "EUR": ("€", "EUR", "euro", "欧"),
    "USD": ("$", "USD", "dollar", "美元"),
    "GBP": ("£", "GBP", "pound", "英镑"),
    "CNY": ("¥", "￥", "CNY", "yuan", "元", "块"),
}
NUMBER = r"\d+(?:[ ,\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?"
MONEY = re.compile(
    rf"(?P<sign>[€£$¥￥]|\b(?:EUR|USD|GBP|CNY))\s?(?P<before>{NUMBER})"
    rf"|(?P<han>[一二两三四五六七八九十百千万零]{{2,}})\s?(?P<unit>欧|美元|英镑)"
    rf"|(?P<after>{NUMBER})\s?"
    rf"(?P<word>[€£$¥￥]|(?:euros?|dollars?|pounds?|yuans?|EUR|USD|GBP|CNY)\b|欧|美元|英镑|元|块)",
    re.IGNORECASE,
)
DEGREES = re.compile(r"(?P<number>[-−–]?\d+(?:[.,]\d+)?)\s?(?:°|℃|degrees|degrés|度)")
PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s?[%％]")
SAID = re.compile(r"[-−]?\d+(?:[.,]\d+)?")
HAN_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
HAN_SAID = re.compile(r"[一二两三四五六七八九十百千万零]+")
CENT, ROUNDED = 0.005, 0.51


class Sum(NamedTuple):
    """An amount and its currency; None where it was said without one, or may be in any."""

    amount: float
    currency: str | None


def money(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Each sum that the reply names is a price, a total, the budget, or what the person said, in its currency."""
    if not knows_shop(outputs):
        return nothing("money", UNTOLD)
    named = sums_in(reply_of(outputs))
    also = (reference_outputs.get("money") or {}).get("also", [])
    exact = {*_exact_sums(inputs, outputs), *(Sum(float(amount), None) for amount in also)}
    wrong = [one for one in named if not _is_known(one, exact)]
    return verdict("money", [f"{one.amount:g} {one.currency} is no sum of this turn" for one in wrong], len(named))


def weather(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Each temperature and chance of rain that the reply names is one of the conditions, or was said."""
    reply, told = reply_of(outputs), outputs.get("conditions") or {}
    also = {*(reference_outputs.get("weather") or {}).get("also", []), *_numbers_said(inputs)}
    temperatures = {*also, *(told[key] for key in ("temp_min_c", "temp_max_c") if told.get(key) is not None)}
    chances = {*also, *([told["rain_chance"] * 100] if told.get("rain_chance") is not None else [])}
    named = [(number_in(one["number"]), temperatures, "°C") for one in DEGREES.finditer(reply)]
    named += [(number_in(one["number"]), chances, "%") for one in PERCENT.finditer(reply)]
    wrong = [f"{value:g} {unit} is not of this turn" for value, known, unit in named if not _near(value, known)]
    return verdict("weather", wrong, len(named))


def amounts_in(text: str) -> list[float]:
    """The sums of money that a text names, whatever the currency."""
    return [one.amount for one in sums_in(text)]


def sums_in(text: str) -> list[Sum]:
    """The sums of money that a text names, each in its currency."""
    return [
        Sum(
            float(han_number(one["han"])) if one["han"] else number_in(one["before"] or one["after"]),
            currency_in(one["sign"] or one["unit"] or one["word"]),
        )
        for one in MONEY.finditer(text)
    ]


def currency_in(sign: str) -> str:
    """The currency that a sign, a code or a word stands for."""
    return next(name for name, signs in SIGNS.items() if any(sign.lower().startswith(one.lower()) for one in signs))


def number_in(text: str) -> float:
    """A number as any of the three languages writes it: `1 200,50`, `1,200.50`, `−3`."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-").replace("–", "-")
    plain = re.sub(r",(?=\d{3}(?!\d))", "", plain)
    return float(plain.replace(",", "."))


def _is_known(named: Sum, exact: Collection[Sum]) -> bool:
    """A sum as it is, or in another currency, there rounded; or what one of another currency comes to."""
    rates = {other: PER_EURO[named.currency or "EUR"] / rate for other, rate in PER_EURO.items()}
    known = [*exact, *(Sum(1.0, name) for name in PER_EURO)]
    if any(abs(named.amount - one.amount) < CENT and one.currency in {None, named.currency} for one in known):
        return True
    return any(
        named.amount == round(one.amount * rate, 2)
        for one in known
        for other, rate in rates.items()
        if other != named.currency and one.currency in {None, other}
    )


def _exact_sums(inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> Iterator[Sum]:
    """Prices by the catalogue, totals, the budget, what is told as nearest, what was said, and what a swap saves."""
    articles = articles_of(outputs)
    totals = []
    for turn in [*earlier_of(outputs), outputs]:
        bought = [articles[item["id"]] for item in shown_items(turn) if item["id"] in articles]
        yield from (Sum(one.price, one.currency) for one in bought if one.price is not None)
        totals += [
            Sum(one["total"], one.get("currency"))
            for one in [*shown_looks(turn), *filter(None, [turn.get("packing")])]
            if one["total"] is not None
        ]
        yield from _of_brief(turn.get("brief") or {})
    yield from totals
    yield from (Sum(round(abs(one.amount - other.amount), 2), one.currency) for one in totals for other in totals)
    yield from (Sum(number, None) for number in _numbers_said(inputs))
    if budget := (inputs.get("profile") or {}).get("budget"):
        yield Sum(float(budget["max"]), budget.get("currency"))


def _of_brief(brief: Mapping[str, Any]) -> Iterator[Sum]:
    if budget := brief.get("budget"):
        yield Sum(float(budget["max"]), budget.get("currency"))
    for one in brief.get("unmet") or []:
        told = f"{one.get('asked')} {one.get('nearest') or ''}"
        yield from sums_in(told)
        yield from (Sum(number_in(said), None) for said in SAID.findall(MONEY.sub(" ", told)))


def _numbers_said(inputs: Mapping[str, Any]) -> Iterator[float]:
    for text in said_in(inputs):
        yield from (number_in(said) for said in re.findall(NUMBER, text) + SAID.findall(text))
        yield from (float(han_number(said)) for said in HAN_SAID.findall(text))


def han_number(text: str) -> int:
    """A number in Chinese characters below a hundred million: `一百五十` is 150, and so is `一百五`."""
    total, section, digit, last = 0, 0, 0, 1
    for sign in text:
        if sign in HAN_NUMBERS:
            digit = HAN_NUMBERS[sign]
        elif sign == "零":
            last = 1
        elif sign == "万":
            total, section, digit = (section + digit or 1) * 10_000, 0, 0
        else:
            last = {"十": 10, "百": 100, "千": 1000}[sign]
            section, digit = section + (digit or 1) * last, 0
    return total + section + digit * (last // 10 if last >= 100 else 1)


def _near(value: float, known: Collection[float]) -> bool:
    return any(abs(value - one) < ROUNDED for one in known)
