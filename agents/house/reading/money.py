"""The budget that a text names: the most that may be spent, in which currency, and on what."""

from collections.abc import Sequence
from itertools import pairwise

from agents.house.reading.figures import is_figure
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.sizes import tells_size
from stores.vocabulary import Budget
from tools.money import RATES, convert
from tools.places import currency_at

# What a bare sum is of in a language.
SPENT_IN = {"zh": "CNY"}
_NEAR = 3
_LEAST = 5
# A bare number that is no height in centimetres; one in Chinese characters is none from here on.
_TALLEST, _SPOKEN = 199, 99
_SUM_OF_ALL = 60
# A bare number from here on, in so few words, is a sum where there was one before.
_BARE_SUM, _FEW_WORDS = 20, 5
# A bare sum from here on is money of the place rather than of the shop, where that is worth so much less and buys this.
_DEAR, _LESS, _BUYS = 1000, 4, 15
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
_TOLD_BEHIND = frozenset("的点时分小人步次楼层度岁年后斤公厘")
_AGED = (["i", "m"], ["i", "am"], ["he", "s"], ["she", "s"], ["he", "is"], ["she", "is"])
# Opens what is said of a sum alone: « on va dire 80 ».
_WE = frozenset({"on"})
_FOR = frozenset({"for", "pour"})
_LEADS = frozenset({"below", "under", "above"})
# What stands between the ends of a range, and how far apart these are at most.
_UP_TO = frozenset({"to", "a", "到", "至"})
_WIDEST = 10
_EACH = frozenset({"each", "apiece", "chacun", "chacune"})


def budget_of(reading: Reading, currency: str) -> Budget | None:
    """The budget, in the currency that is said, else in `currency`. Of a range the upper end counts."""
    said = numbers(reading)
    amounts = [amount for amount in said if _is_amount(reading, amount)]
    ends = [to for to in said if any(_begins_range(reading, start, to) for start in amounts)]
    amounts += [to for to in ends if to not in amounts]
    if not amounts:
        return None
    amounts = [amount for amount in amounts if not _is_spent(reading, amount)] or amounts
    limited = [amount for amount in amounts if amount in ends or _limit_before(reading, amount) is not None]
    amount = max(limited or amounts, key=lambda amount: amount.value)
    code = next((code for number in [amount, *amounts] if (code := _currency(reading, number))), currency)
    return Budget(max=amount.value, currency=code, per="item" if _per_item(reading, amount) else "look")


def spent_in(
    reading: Reading, totals: Sequence[float | None], currency: str, *, follows: bool, place: str | None = None
) -> str | None:
    """The currency of a bare sum: that of the language, but after looks that of their prices, if it limits these.

    So does a sum that would buy none of them otherwise: 不超过400, said after looks of 60 euros; but not where these
    were too dear (太贵了，300以内), nor where it is paid so at the place: 预算400, said of a dinner in Shanghai.
    """
    shown, spoken = [total for total in totals if total is not None], SPENT_IN.get(reading.lexicon.language)
    sums = [number.value for number in numbers(reading) if number.value >= _LEAST]
    limits = any(value <= max(shown, default=0) for value in sums)
    rated = spoken is not None and {spoken, currency} <= {*RATES}
    buys = not rated or any(convert(value, str(spoken), currency) >= min(shown, default=0) for value in sums)
    at_home = place is not None and spoken is not None and currency_at(place) == spoken
    return None if follows and (limits or not shown or not (buys or at_home or reading.has("cheaper"))) else spoken


def paid_at(place: str, budget: Budget) -> Budget:
    """A sum that was said without its currency, as money of the place: the 6,000 of an outfit for Pune are rupees."""
    local, shop = currency_at(place), budget.currency
    if local is None or not {local, shop} <= {*RATES} or budget.max < _DEAR or convert(1, shop, local) < _LESS:
        return budget
    return budget.model_copy(update={"currency": local}) if convert(budget.max, local, shop) >= _BUYS else budget


def _begins_range(reading: Reading, start: Number, to: Number) -> bool:
    """Whether a number is the upper end of "€100-200", "budget 100 to 200", 一百二到一百五."""
    joined = to.first == start.last or (to.first == start.last + 1 and reading.word(start.last) in _UP_TO)
    return joined and start.value < to.value <= _WIDEST * start.value


def _is_amount(reading: Reading, number: Number) -> bool:
    if number.value < _LEAST or is_figure(reading, number):
        return False
    if _currency(reading, number):
        return not (_limit_before(reading, number) is None and _weighs(reading, number))
    if _is_lone_sum(reading, number) or _is_thousands_for(reading, number) or _is_held(reading, number):
        return True
    return _limit_before(reading, number) is not None and not _counts_something(reading, number)


def _is_spent(reading: Reading, number: Number) -> bool:
    """Whether a sum is only told of what was bought before: "my sister spent 400 euros on hers"."""
    return bool(reading.lexicon.grammar.spent & {*reading.between(number.first - _NEAR, number.first)})


def _is_lone_sum(reading: Reading, number: Number) -> bool:
    """Whether a Chinese clause is nothing but a round sum: 女，上班，500; 两千二，男. Who is 180 tall says less."""
    ends = {"", *COMMAS, *SENTENCE_ENDS}
    alone = reading.word(number.first - 1) in ends and reading.word(number.last) in ends
    year = reading.word(number.first).isdigit() and _YEARS[0] <= number.value <= _YEARS[1]
    if reading.word(number.last) == "的" and not reading.word(number.first).isdigit():
        alone = any(piece.first - number.last in (1, 3) for piece in reading.garments)  # 三四百的牛仔裤
    least = _TALLEST if reading.word(number.first).isdigit() else _SPOKEN
    return reading.lexicon.language == "zh" and alone and number.value > least and not year


def _is_thousands_for(reading: Reading, number: Number) -> bool:
    """Whether a clause opens with thousands for something: "6k for a wedding outfit"; who runs a 10k says no more."""
    thousands = reading.word(number.last - 1) == "k" and reading.word(number.last) in _FOR
    return thousands and _is_opening(reading, number)


def _is_held(reading: Reading, number: Number) -> bool:
    """Whether a large sum is what somebody has, and no more is said of it: "I've got 6k", « j'ai 300 pour tout »."""
    ends = {"", *COMMAS, *SENTENCE_ENDS, *_FOR}
    led = any(0 <= number.first - cue.last <= 1 for cue in reading.cues.get("own", ()))
    return led and reading.word(number.last) in ends and number.value > _TALLEST


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
    inside = next((one for one in reading.of("currency") if one.first == number.first), None)  # "a tenner"
    found = behind or reading.before("currency", number.first) or inside
    return found.key if found else None


def _limit_before(reading: Reading, number: Number) -> Mention | None:
    """The "under" or "budget" that governs a number, close before it or right behind."""
    for limit in reading.of("limit"):
        if number.first == limit.last and limit.key == "per_look" and _is_sum(number):
            return limit
        if limit.first == number.last and limit.key in ("per_look", "per_item"):
            return limit
        if limit.key in ("max", "between"):
            gap = reading.between(limit.last, number.first)
            governs = limit.last <= number.first and not SENTENCE_ENDS & {*gap}
            near = _NEAR if limit.key == "max" else 5
            after = number.last + bool(reading.at("currency", number.last))
            after += reading.word(after) == "的"
            behind = limit.first in (number.last, after) and not _only_leads(reading, limit)
            if ((governs and len(gap) <= near) or behind) and not _is_between_sizes(reading, limit):
                return limit
    return None


def _only_leads(reading: Reading, limit: Mention) -> bool:
    """Whether a word limits but what it stands before: "M on top and 42 below" is of no sum."""
    return limit.last - limit.first == 1 and reading.word(limit.first) in _LEADS


def _is_between_sizes(reading: Reading, limit: Mention) -> bool:
    """Whether it is two sizes that somebody is between: « j'hésite entre le 38 et le 40 »."""
    return limit.key == "between" and any(
        talk.key == "wear" and talk.first < limit.last <= talk.last + 1 for talk in reading.of("size_talk")
    )


def _is_opening(reading: Reading, number: Number) -> bool:
    """Whether nothing stands between a number and where its clause begins."""
    return reading.word(number.first - 1) in {"", *COMMAS, *SENTENCE_ENDS}


def _is_sum(number: Number) -> bool:
    """Whether a number that "in all" leads may be money: 全身300, but not 全身42码 or two of them."""
    return number.value >= _SUM_OF_ALL


def _counts_something(reading: Reading, number: Number) -> bool:
    """Whether the number counts days, degrees, years or the like."""
    if any(reading.at(kind, number.last) for kind in ("unit", "temperature", "month", "size", "refer")):
        return True
    told = reading.word(number.last) in _TOLD_BEHIND
    about = reading.at("limit", number.last)
    told = told or (number.value <= _SPOKEN and about is not None and _is_opening(reading, number))  # 女,四十出头
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
    limits = {mention.key for mention in reading.of("limit") if not _counts_clothes(reading, mention, amount)}
    if {"per_look", "per_item"} <= limits:
        return _nearest(reading, amount) == "per_item" and reading.lexicon.language == "zh"
    if "per_look" in limits or "per_item" in limits:
        return "per_look" not in limits and not _each_look(reading)
    return not reading.has("outfit", "to_wear") and _tied_to_one_piece(reading, amount)


def _nearest(reading: Reading, amount: Number) -> str:
    """Which of "each" and "in all" stands next to a sum: 整套,每件都在200元内."""
    said = [limit for limit in reading.of("limit") if limit.key in ("per_look", "per_item")]

    def apart(limit: Mention) -> tuple[bool, int]:
        first, last = min(limit.last, amount.last), max(limit.first, amount.first)
        return bool((COMMAS | SENTENCE_ENDS) & {*reading.between(first, last)}), last - first

    return min(said, key=apart).key


def _counts_clothes(reading: Reading, limit: Mention, amount: Number) -> bool:
    """Whether 一件 counts what is worn and is far from the sum: 屋里只穿一件,预算一千."""
    apart = max(limit.first, amount.first) - min(limit.last, amount.last)
    return limit.key == "per_item" and reading.word(limit.first) == "一" and apart > _NEAR


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
    first, last = (piece.last, amount.first) if piece.last <= amount.first else (amount.last, piece.first)
    led = [limit for limit in reading.of("limit") if reading.word(limit.first) in _WE]
    said = {i for limit in led for i in range(limit.first, limit.last)}
    gap = [reading.word(i) for i in range(first, last) if i not in said]
    if any(piece.last == limit.first and limit.last == amount.first for limit in reading.of("limit")):  # 裤子预算150
        return not reading.of("occasion")
    stops = SENTENCE_ENDS | reading.lexicon.grammar.subjects
    return not stops & {*gap} and not reading.of("occasion")


def lowered(reading: Reading, before: Budget) -> Budget | None:
    """The budget of before at another sum, where a bare sum is all that is said: "actually 100", « plutôt 150 »."""
    sums = numbers(reading)
    told = reading.garments or reading.of("size_talk", "size", "month", "unit", "counted", "temperature", "ordinal")
    if len(sums) != 1 or sums[0].value < _BARE_SUM or told or len(reading.words) > _FEW_WORDS:
        return None
    return before.model_copy(update={"max": float(sums[0].value)})
