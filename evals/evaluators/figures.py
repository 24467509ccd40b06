"""Whether the figures of a reply are those of the turn: sums of money, degrees, chances of rain.

`money` and `weather` read `{"also": [number, ..]}`, figures that are right beside those of the turn. Nothing to judge
in a reply that names none.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from evals.constraints import PER_EURO
from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, earlier_of, knows_shop, reply_of, said_in, shown_items, shown_looks
from evals.evaluators.verdicts import UNTOLD, nothing, verdict

NUMBER = r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?"
MONEY = re.compile(
    rf"(?:[€£$¥￥]|\b(?:EUR|USD|GBP|CNY))\s?(?P<before>{NUMBER})"
    rf"|(?P<han>[一二两三四五六七八九十百千万零]{{2,}})\s?(?:欧|美元|英镑)"
    rf"|(?P<after>{NUMBER})\s?(?:[€£$¥￥]|(?:euros?|dollars?|pounds?|yuans?|EUR|USD|GBP|CNY)\b|欧|美元|英镑|元|块)",
    re.IGNORECASE,
)
DEGREES = re.compile(r"(?P<number>[-−–]?\d+(?:[.,]\d+)?)\s?(?:°|℃|degrees|degrés|度)")
PERCENT = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)\s?[%％]")
SAID = re.compile(r"[-−]?\d+(?:[.,]\d+)?")
HAN_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
HAN_SAID = re.compile(r"[一二两三四五六七八九十百千万零]+")
CENT, ROUNDED = 0.005, 0.51


def money(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Each sum that the reply names is a price, a total, the budget, or what the person said."""
    if not knows_shop(outputs):
        return nothing("money", UNTOLD)
    named = amounts_in(reply_of(outputs))
    also = (reference_outputs.get("money") or {}).get("also", [])
    exact = {*_exact_sums(inputs, outputs), *also}
    wrong = [amount for amount in named if not _is_known(amount, exact)]
    return verdict("money", [f"{amount:g} is no sum of this turn" for amount in wrong], len(named))


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
    found = MONEY.finditer(text)
    return [float(han_number(one["han"])) if one["han"] else number_in(one["before"] or one["after"]) for one in found]


def number_in(text: str) -> float:
    """A number as any of the three languages writes it: `1 200,50`, `1,200.50`, `−3`."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-").replace("–", "-")
    plain = re.sub(r",(?=\d{3}(?!\d))", "", plain)
    return float(plain.replace(",", "."))


def _is_known(amount: float, exact: Collection[float]) -> bool:
    """A sum as it is, or in another currency, there rounded."""
    rates = [to / frm for to in PER_EURO.values() for frm in PER_EURO.values() if to != frm]
    converted = (one * rate for one in exact for rate in rates)
    rate_itself = any(abs(amount - rate) < CENT for rate in [1.0, *rates])
    return (
        rate_itself or any(abs(amount - one) < CENT for one in exact) or amount in {round(one, 2) for one in converted}
    )


def _exact_sums(inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> Iterator[float]:
    """Prices by the catalogue, totals, the budget, what is told as nearest, what was said, and what a swap saves."""
    articles = articles_of(outputs)
    totals = []
    for turn in [*earlier_of(outputs), outputs]:
        bought = [articles[item["id"]].price for item in shown_items(turn) if item["id"] in articles]
        yield from (price for price in bought if price is not None)
        totals += [look["total"] for look in [*shown_looks(turn), *filter(None, [turn.get("packing")])]]
        yield from _of_brief(turn.get("brief") or {})
    known = [total for total in totals if total is not None]
    yield from known
    yield from (round(abs(one - other), 2) for one in known for other in known)
    yield from _numbers_said(inputs)
    if budget := (inputs.get("profile") or {}).get("budget"):
        yield float(budget["max"])


def _of_brief(brief: Mapping[str, Any]) -> Iterator[float]:
    if budget := brief.get("budget"):
        yield float(budget["max"])
    for one in brief.get("unmet") or []:
        yield from (number_in(said) for said in SAID.findall(f"{one.get('asked')} {one.get('nearest') or ''}"))


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
