"""Sizes that a text names, and for whom: letters for clothes, European numbers for shoes.

A bare number is a shoe size where shoes are spoken of, else it is looked up in the table of `kinds.toml`.
"""

from dataclasses import dataclass

from agents.house.reading_mentions import GARMENTS, Mention, Reading
from agents.house.reading_numbers import Number, numbers
from stores.vocabulary import Presentation, Sizes

_EU_SHOES = range(34, 50)
_NEAR = 3
_FEW = 4
_NOT_SIZED = ("bag", "headwear", "accessory")


@dataclass(frozen=True)
class SizesSaid:
    """The sizes, and whether the person said them of themselves."""

    sizes: Sizes
    own: bool


def sizes_of(reading: Reading, presentation: Presentation | None) -> SizesSaid:
    """The sizes a text names; `presentation` tells which table a number is from, where it is known."""
    letter = next((size for size in reading.of("size") if _is_size(reading, size)), None)
    clothes, shoes = (letter.key if letter else None), None
    for number in numbers(reading):
        talk = _talk(reading, number)
        if talk is None:
            continue
        if _of_shoes(reading, talk, number, presentation):
            shoes = shoes or _shoe_size(reading, number, presentation)
        else:
            clothes = clothes or _letter(reading, number, presentation)
    own = any(talk.key in ("wear", "shoes", "clothes") for talk in reading.of("size_talk"))
    alone = not _wants_piece(reading) and len(reading.words) <= _FEW
    return SizesSaid(Sizes(clothes=clothes, shoes=shoes), (own or alone) and bool(clothes or shoes))


def _is_size(reading: Reading, size: Mention) -> bool:
    """Whether "M" or "small" is a size here, not the "m" of "I'm" or a small bag."""
    said = reading.said(size.first, size.last)
    beside = _talk_beside(reading, size.first, size.last)
    if len(said) == 1:
        return beside or (said.isupper() and reading.word(size.first - 1) in reading.lexicon.place.before | {"a"})
    sized = [piece for piece in reading.garments if reading.meanings.slot(piece.kind, piece.key) not in _NOT_SIZED]
    of_print = size.last - size.first == 1 and reading.at("pattern", size.last) is not None
    return beside or (bool(sized) and not of_print)


def _talk_beside(reading: Reading, first: int, last: int) -> bool:
    return any(t.last in (first, first - 1) or t.first == last for t in reading.of("size_talk"))


def _talk(reading: Reading, number: Number) -> Mention | None:
    """The word that makes a number a size: "size 38", "I'm a 42", "42 EU"."""
    if number.value * 2 % 1 or not 0 <= number.value <= 60 or _is_age_or_money(reading, number):
        return None
    for talk in reading.of("size_talk"):
        if 0 <= number.first - talk.last <= (_NEAR if talk.key in ("size", "shoes", "clothes") else 0):
            return talk
        if talk.first == number.last:
            return talk
    return reading.before("presentation", number.first)


def _is_age_or_money(reading: Reading, number: Number) -> bool:
    after = reading.word(number.last)
    kinds = ("currency", "unit", "temperature", "month")
    dated = reading.before("month", number.first) is not None
    aged = after in ("year", "years", "ans", "yo", "岁", "cm", "kg")
    return dated or aged or any(reading.at(kind, number.last) for kind in kinds)


def _of_shoes(reading: Reading, talk: Mention, number: Number, presentation: Presentation | None) -> bool:
    if talk.key in ("shoes", "clothes"):
        return talk.key == "shoes"
    slots = {reading.meanings.slot(piece.kind, piece.key) for piece in reading.of(*GARMENTS)}
    if "footwear" in slots:
        return True
    return not slots and presentation == "men" and int(number.value) in range(39, 44)


def _shoe_size(reading: Reading, number: Number, presentation: Presentation | None) -> str | None:
    size = int(number.value)
    if size not in _EU_SHOES:
        size += int(reading.meanings.sizes["shoes"][_label(reading, presentation)])
    return str(size) if size in _EU_SHOES else None


def _letter(reading: Reading, number: Number, presentation: Presentation | None) -> str | None:
    tables, size = reading.meanings.sizes, int(number.value)
    if size < 30:
        size += int(tables["clothes"][_label(reading, presentation)])
    order = ("men", "women") if presentation == "men" else ("women", "men")
    return next((str(tables[table][str(size)]) for table in order if str(size) in tables[table]), None)


def _label(reading: Reading, presentation: Presentation | None) -> str:
    country = "uk" if any(talk.key == "uk" for talk in reading.of("size_talk")) else "us"
    return f"{country}_{'men' if presentation == 'men' else 'women'}"


def _wants_piece(reading: Reading) -> bool:
    return any(not piece.denied for piece in reading.garments) or reading.has("outfit")
