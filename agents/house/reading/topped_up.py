"""A sum that is put on top of what may be spent: "I can add 200", « je rajoute 50 euros », 我再加500."""

from collections.abc import Sequence

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading.money import SPENT_IN
from agents.house.reading.numbers import Number, numbers
from stores.vocabulary import Budget
from tools.money import RATES, convert

_LEAST = 10


def topped_up(reading: Reading, before: Budget | None, totals: Sequence[float | None], currency: str) -> Budget | None:
    """The budget of before, else what the dearest look costs, with the sum that is added to it."""
    sums = [one for one in numbers(reading) if one.value >= _LEAST and _is_added(reading, one)]
    base = before or _paid(totals, currency)
    if len(sums) != 1 or base is None:
        return None
    said = reading.at("currency", sums[0].last) or reading.before("currency", sums[0].first)
    spoken = before.currency if before else SPENT_IN.get(reading.lexicon.language, currency)
    code = said.key if said else spoken
    if not {code, base.currency} <= {*RATES}:
        return None
    more = convert(sums[0].value, code, base.currency)
    return base.model_copy(update={"max": round(base.max + more, 2)})


def _paid(totals: Sequence[float | None], currency: str) -> Budget | None:
    known = [total for total in totals if total]
    return Budget(max=max(known), currency=currency) if known else None


def _is_added(reading: Reading, number: Number) -> bool:
    """Whether a sum stands right behind what adds it, and nothing is counted by it: not 再加两件."""
    money = reading.before("currency", number.first)
    first = money.first if money else number.first
    behind = reading.at("currency", number.last)
    last = behind.last if behind else number.last
    led = any(cue.last == first for cue in reading.cues.get("tops_up", ()))
    ends = {"", *COMMAS, *SENTENCE_ENDS} | reading.lexicon.grammar.trailers | {"more", "de", "to", "extra"}
    return led and reading.word(last) in ends
