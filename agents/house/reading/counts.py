"""How many looks or articles a text asks for: "three outfits", "deux robes", 两套."""

from agents.house.reading.mentions import ATTRIBUTES, POLITE, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.pieces import NamedPiece

_MOST = 9
_BETWEEN = 2


def looks_wanted_of(reading: Reading, asked: list[NamedPiece]) -> int | None:
    """The number of looks, or of articles where one kind is asked for; one look only where it is to be just one."""
    for number in numbers(reading):
        count = int(number.value)
        if count != number.value or not 1 <= count <= _MOST or _points(reading, number):
            continue
        if (
            _counts_looks(reading, number)
            or _counts_them(reading, number)
            or (len(asked) == 1 and _counts_pieces(reading, number, asked[0]))
        ):
            return count if count > 1 or reading.has("only") else None
    return None


def _points(reading: Reading, number: Number) -> bool:
    """Whether "the two outfits" are those that were shown, or the number is a size."""
    before = reading.word(number.first - 1)
    led = before in reading.lexicon.grammar.definite | reading.lexicon.grammar.definite_plural | {"of"}
    sized = reading.before("size_talk", number.first) or reading.before("ordinal", number.first)
    return led or sized is not None


def _counts_looks(reading: Reading, number: Number) -> bool:
    ends = [noun for noun in reading.of("counted") if 0 <= noun.first - number.last <= _BETWEEN]
    return any(all(word.isalpha() for word in reading.between(number.last, noun.first)) for noun in ends)


def _counts_them(reading: Reading, number: Number) -> bool:
    """Whether the number ends "give me three", "propose m'en deux"."""
    asked = any(cue.last == number.first for cue in reading.cues.get("give_me", ()))
    return asked and (not reading.word(number.last).isalpha() or reading.word(number.last) in POLITE)


def _counts_pieces(reading: Reading, number: Number, piece: NamedPiece) -> bool:
    """Whether only colours, fabrics and measure words stand between the number and the plural of a garment."""
    said = piece.garment
    named = {i for m in reading.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    gap = [reading.word(i) for i in range(number.last, said.first) if i not in named]
    plural = reading.word(said.last - 1).endswith(("s", "x")) or not reading.lexicon.grammar.plurals
    return number.last <= said.first and plural and {*gap} <= reading.lexicon.grammar.measures
