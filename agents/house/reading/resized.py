"""Another size of what was looked for, told in a few words: "in a 14?", « plutôt en 40 », 有28的吗.

A number that can be a size of these pieces is one where it is called for as sizes are, or where a size was told before
and no sum is spoken of.
"""

from agents.house.reading.figures import is_figure
from agents.house.reading.labels import is_label, letter_of, shoe_size
from agents.house.reading.letters import NOT_SIZED, SHOE_LEAST, SHOE_MOST, is_age_or_money
from agents.house.reading.mentions import POLITE, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.text import read
from stores.vocabulary import Brief, Presentation, Sizes

_FEW = 8
_IN = frozenset({"in", "en"})
# Behind a Chinese number: 有28的吗.
_OF = frozenset({"的"})
_LEAST, _MOST = 32, 56
_MOST_SHOE_LABEL = 15
_LEAST_WAIST = 24
# Sizes from the one that was told to the next that is asked for, where it might be a sum as well.
_NEAR = 4


def resized(reading: Reading, last: Brief | None) -> Number | None:
    """The number that is a size of the pieces of the turn before."""
    slot = _sought(last)
    said = numbers(reading)
    if last is None or slot is None or len(said) != 1 or reading.length > _FEW:
        return None
    number = said[0]
    if reading.garments or _counts(reading, number) or not _fits(reading, number, slot):
        return None
    if _is_called(reading, number):
        return number
    return number if _is_put_right(reading, number, last, slot) else None


def sizes_again(reading: Reading, number: Number, last: Brief, presentation: Presentation | None) -> Sizes:
    """What such a number comes to; a label counts in the sizes of the country that was told before."""
    before = read(last.text, reading.lexicon)
    if _sought(last) == "footwear":
        told = any(talk.key in ("uk", "us") for talk in reading.of("size_talk"))
        return Sizes(shoes=shoe_size(reading if told else before, number, presentation))
    return Sizes(clothes=letter_of(reading, number, presentation, _sought(last)))


def _sought(last: Brief | None) -> str | None:
    """The one kind of piece that was looked for, where it comes in sizes."""
    slots = {*last.slots} if last and last.intent in ("find", "similar") else set()
    return next(iter(slots)) if len(slots) == 1 and not slots & {*NOT_SIZED} else None


def _counts(reading: Reading, number: Number) -> bool:
    """Whether a number is a sum, an age, one of what was shown, or of how many: "in 3 colours", « en 10 minutes »."""
    told = is_age_or_money(reading, number) or is_figure(reading, number) or bool(reading.of("currency"))
    points = reading.before("refer", number.first)
    behind, words = reading.word(number.last), reading.lexicon.grammar
    noun = behind.isalpha() and behind not in POLITE | words.function_words | words.replacers
    noun &= reading.at("size_talk", number.last) is None and words.plurals
    return told or noun or (points is not None and points.key != "that")


def _fits(reading: Reading, number: Number, slot: str) -> bool:
    """Whether shoes or clothes are labelled so."""
    value, labelled = number.value, is_label(reading, number)
    if slot == "footwear":
        return SHOE_LEAST <= value <= SHOE_MOST or (labelled and value <= _MOST_SHOE_LABEL)
    waist = slot == "bottom" and _LEAST_WAIST <= value < _LEAST
    collar = slot == "base_top" and str(int(value)) in reading.meanings.sizes["collar"]
    even = not value % 2 and (labelled or _LEAST <= value <= _MOST)
    return not value % 1 and (waist or collar or even)


def _is_called(reading: Reading, number: Number) -> bool:
    """Whether a number is asked for as sizes are: "in 14", "make it a 14", « en 40 », 39码, 28的."""
    words = reading.lexicon.grammar
    before = _IN | (words.articles - words.definite - words.definite_plural)
    talked = reading.at("size_talk", number.last) or reading.before("size_talk", number.first)
    return bool(talked) or reading.word(number.first - 1) in before or reading.word(number.last) in _OF


def _is_put_right(reading: Reading, number: Number, last: Brief, slot: str) -> bool:
    """Whether a size was told before and but another is: "make it 40"; beside a budget it has to be next to it."""
    told = last.sizes.shoes if slot == "footwear" else last.sizes.clothes
    cues = [cue for key in ("incorporate", "swap") for cue in reading.cues.get(key, ())]
    limits = [m for m in reading.of("limit") if not any(cue.holds(m) for cue in cues)]
    near = told is not None and told.isdigit() and abs(number.value - float(told)) <= _NEAR
    return told is not None and not limits and (near or last.budget is None)
