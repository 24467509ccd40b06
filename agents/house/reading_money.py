"""The budget that a text names: the most that may be spent, in which currency, and on what."""

from itertools import pairwise

from agents.house.reading_mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading_numbers import Number, numbers
from agents.house.reading_sizes import tells_size
from stores.vocabulary import Budget

_NEAR = 3
_LEAST = 5
_SUM = 300
_YEARS = (1900, 2100)
# What a number counts that is no money.
_COUNTED = frozenset(
    [
        "years",
        "year",
        "ans",
        "people",
        "st",
        "nd",
        "rd",
        "th",
        "am",
        "pm",
        "h",
        "minutes",
        "minute",
        "mins",
        "min",
        "hours",
        "hour",
        "hrs",
        "guests",
        "kids",
        "men",
        "women",
        "friends",
        "colleagues",
        "miles",
        "mile",
        "km",
        "kms",
        "kilometres",
        "kilometers",
        "steps",
        "percent",
        "yo",
        "kilos",
        "kg",
        "cm",
        "metres",
        "meters",
        "times",
        "floors",
    ]
)
# Behind a Chinese number: the hour, how long, how many.
_TOLD_BEHIND = frozenset("的点时分小人步次楼层度岁年后")
_AGED = (["i", "m"], ["i", "am"], ["he", "s"], ["she", "s"], ["he", "is"], ["she", "is"])
_EACH = frozenset({"each", "apiece", "chacun", "chacune"})


def budget_of(reading: Reading, currency: str) -> Budget | None:
    """The budget, in the currency that is said, else in `currency`. Of a range the upper end counts."""
    said = numbers(reading)
    amounts = [amount for amount in said if _is_amount(reading, amount)]
    amounts += [to for to in said if to not in amounts and any(_begins_range(start, to) for start in amounts)]
    if not amounts:
        return None
    amounts = [amount for amount in amounts if not _is_spent(reading, amount)] or amounts
    limited = [amount for amount in amounts if _limit_before(reading, amount) is not None]
    amount = max(limited or amounts, key=lambda amount: amount.value)
    code = next((code for number in [amount, *amounts] if (code := _currency(reading, number))), currency)
    return Budget(max=amount.value, currency=code, per="item" if _per_item(reading, amount) else "look")


def _begins_range(start: Number, to: Number) -> bool:
    """Whether a number is the upper end of "€100-200"."""
    return start.last == to.first and start.value < to.value


def _is_amount(reading: Reading, number: Number) -> bool:
    if number.value < _LEAST:
        return False
    if _currency(reading, number):
        return not (_limit_before(reading, number) is None and _weighs(reading, number))
    said = _limit_before(reading, number) is not None or _is_lone_sum(reading, number)
    return said and not _counts_something(reading, number)


def _is_spent(reading: Reading, number: Number) -> bool:
    """Whether a sum is only told of what was bought before: "my sister spent 400 euros on hers"."""
    return bool(reading.lexicon.grammar.spent & {*reading.between(number.first - _NEAR, number.first)})


def _is_lone_sum(reading: Reading, number: Number) -> bool:
    """Whether a Chinese clause is nothing but a round sum: 女，上班，500; 两千二，男. Who is 180 tall says less."""
    ends = {"", *COMMAS, *SENTENCE_ENDS}
    alone = reading.word(number.first - 1) in ends and reading.word(number.last) in ends
    year = reading.word(number.first).isdigit() and _YEARS[0] <= number.value <= _YEARS[1]
    return reading.lexicon.language == "zh" and alone and number.value >= _SUM and not year


def _weighs(reading: Reading, number: Number) -> bool:
    """Whether the pounds are those of a body: "I'm 5'10 and 180 pounds"."""
    said = reading.word(number.last).startswith(("pound", "livre"))
    return said and (reading.has("weighs") or _after_height(reading, number))


def _after_height(reading: Reading, number: Number) -> bool:
    height = reading.between(number.first - 4, number.first)
    return any(first in {"4", "5", "6"} and second.isdigit() for first, second in pairwise(height))


def _currency(reading: Reading, number: Number) -> str | None:
    about = reading.at("limit", number.last)
    last = about.last if about else number.last
    behind = reading.at("currency", last) or reading.at("currency", last + (reading.word(last) in COMMAS))
    found = behind or reading.before("currency", number.first)
    return found.key if found else None


def _limit_before(reading: Reading, number: Number) -> Mention | None:
    """The "under" or "budget" that governs a number, close before it or right behind."""
    for limit in reading.of("limit"):
        if limit.first == number.last and limit.key in ("per_look", "per_item"):
            return limit
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
    told = reading.word(number.last) in _TOLD_BEHIND
    if reading.lexicon.language == "zh" and (told or reading.at("size_talk", number.last)):
        return True
    after = reading.words[number.last : number.last + 1]
    followed = bool(after) and after[0].text.isalpha() and reading.lexicon.language != "zh"
    return (followed and after[0].text in _COUNTED) or _is_age(reading, number)


def _is_age(reading: Reading, number: Number) -> bool:
    """Whether a bare number is somebody's age: "I'm about 45"."""
    said = next((m for m in reading.of("limit") if m.last == number.first), None)
    return said is not None and reading.between(said.first - 2, said.first) in _AGED


def _per_item(reading: Reading, amount: Number) -> bool:
    limits = {mention.key for mention in reading.of("limit")}
    if "per_look" in limits or "per_item" in limits:
        return "per_look" not in limits and not _each_look(reading)
    return not reading.has("outfit", "to_wear") and _tied_to_one_piece(reading, amount)


def _each_look(reading: Reading) -> bool:
    """Whether "each" is said of outfits that are counted: "3 outfits under $100 each"."""
    each = any(reading.word(limit.first) in _EACH for limit in reading.of("limit"))
    counted = {number.last for number in numbers(reading)}
    return each and any(one.first in counted for one in reading.of("counted")) and reading.has("outfit")


def _is_of_size(reading: Reading, piece: Mention, amount: Number) -> bool:
    """Whether shoes are but named to say their size, and not what they may cost: "shoes 42, 150 euros"."""
    beside = 0 <= amount.first - piece.last <= 1 or 0 <= piece.first - amount.last <= 1
    return tells_size(reading, piece) and not beside


def _tied_to_one_piece(reading: Reading, amount: Number) -> bool:
    """Whether the one piece asked for stands in the same breath as the amount: "a coat under 200"."""
    pieces = [piece for piece in reading.garments if not (piece.denied or _is_of_size(reading, piece, amount))]
    if len({reading.meanings.slot(piece.kind, piece.key) for piece in pieces}) != 1:
        return False
    piece = pieces[-1]
    if piece.kind == "set":
        return False
    gap = reading.between(piece.last, amount.first) or reading.between(amount.last, piece.first)
    stops = SENTENCE_ENDS | reading.lexicon.grammar.subjects
    return not stops & {*gap} and not reading.of("occasion")
