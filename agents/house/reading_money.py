"""The budget that a text names: the most that may be spent, in which currency, and on what."""

from itertools import pairwise

from agents.house.reading_mentions import SENTENCE_ENDS, Mention, Reading
from agents.house.reading_numbers import Number, numbers
from stores.vocabulary import Budget

_NEAR = 3
_LEAST = 5
_EACH = frozenset({"each", "apiece", "chacun", "chacune"})


def budget_of(reading: Reading, currency: str) -> Budget | None:
    """The budget, in the currency that is said, else in `currency`. Of a range the upper end counts."""
    amounts = [amount for amount in numbers(reading) if _is_amount(reading, amount)]
    if not amounts:
        return None
    limited = [amount for amount in amounts if _limit_before(reading, amount) is not None]
    amount = max(limited or amounts, key=lambda amount: amount.value)
    said = next((code for number in [amount, *amounts] if (code := _currency(reading, number))), currency)
    return Budget(max=amount.value, currency=said, per="item" if _per_item(reading, amount) else "look")


def _is_amount(reading: Reading, number: Number) -> bool:
    if number.value < _LEAST:
        return False
    if _currency(reading, number):
        return not (_limit_before(reading, number) is None and _weighs(reading, number))
    return _limit_before(reading, number) is not None and not _counts_something(reading, number)


def _weighs(reading: Reading, number: Number) -> bool:
    """Whether the pounds are those of a body: "I'm 5'10 and 180 pounds"."""
    said = reading.word(number.last).startswith(("pound", "livre"))
    return said and (reading.has("weighs") or _after_height(reading, number))


def _after_height(reading: Reading, number: Number) -> bool:
    height = reading.between(number.first - 4, number.first)
    return any(first in {"4", "5", "6"} and second.isdigit() for first, second in pairwise(height))


def _currency(reading: Reading, number: Number) -> str | None:
    about = reading.at("limit", number.last)
    behind = reading.at("currency", about.last if about else number.last)
    found = behind or reading.before("currency", number.first)
    return found.key if found else None


def _limit_before(reading: Reading, number: Number) -> Mention | None:
    """The "under" or "budget" that governs a number, close before it or right behind."""
    for limit in reading.of("limit"):
        if limit.key in ("max", "between"):
            gap = reading.between(limit.last, number.first)
            governs = limit.last <= number.first and not SENTENCE_ENDS & {*gap}
            near = _NEAR if limit.key == "max" else 5
            after_currency = number.last + bool(reading.at("currency", number.last))
            if (governs and len(gap) <= near) or limit.first in (number.last, after_currency):
                return limit
    return None


def _counts_something(reading: Reading, number: Number) -> bool:
    """Whether the number counts days, degrees, years or the like."""
    if any(reading.at(kind, number.last) for kind in ("unit", "temperature", "month", "size", "refer")):
        return True
    after = reading.words[number.last : number.last + 1]
    followed = bool(after) and after[0].text.isalpha() and reading.lexicon.language != "zh"
    return followed and after[0].text in ("years", "year", "ans", "people", "st", "nd", "rd", "th", "am", "pm", "h")


def _per_item(reading: Reading, amount: Number) -> bool:
    limits = {mention.key for mention in reading.of("limit")}
    if "per_look" in limits or "per_item" in limits:
        return "per_look" not in limits and not _each_look(reading)
    return not reading.has("outfit", "to_wear") and _tied_to_one_piece(reading, amount)


def _each_look(reading: Reading) -> bool:
    """Whether "each" is said of outfits that are counted: "3 outfits under $100 each"."""
    each = any(reading.word(limit.first) in _EACH for limit in reading.of("limit"))
    return each and bool(reading.of("counted")) and reading.has("outfit")


def _tied_to_one_piece(reading: Reading, amount: Number) -> bool:
    """Whether the one piece asked for stands in the same breath as the amount: "a coat under 200"."""
    pieces = [piece for piece in reading.garments if not piece.denied]
    if len({reading.meanings.slot(piece.kind, piece.key) for piece in pieces}) != 1:
        return False
    piece = pieces[-1]
    if piece.kind == "set":
        return False
    gap = reading.between(piece.last, amount.first) or reading.between(amount.last, piece.first)
    stops = SENTENCE_ENDS | reading.lexicon.grammar.subjects
    return not stops & {*gap} and not reading.of("occasion")
