"""Sizes that a text names, and for whom: letters for clothes, European numbers for shoes.

A bare number is a shoe size where shoes are spoken of, else it is looked up in the table of `kinds.toml`. A size that
no table has is a size all the same: whether there is one is for the shop to say.
"""

import re
from dataclasses import dataclass

from agents.house.reading_days import is_numbered_day
from agents.house.reading_mentions import ATTRIBUTES, COMMAS, GARMENTS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading_numbers import Number, numbers
from stores.vocabulary import Presentation, Sizes

_CODE = re.compile(r"x+[sl]|\d ?xl")
_LABELS_BELOW = 17
_BEYOND = "4XL"
_OWN = ("wear", "shoes", "clothes")
_NEAR = 3
_FEW = 4
_LEAST, _MOST = 32, 56
_NOT_SIZED = ("bag", "headwear", "accessory")


@dataclass(frozen=True)
class SizesSaid:
    """The sizes, and whether the person said them of themselves."""

    sizes: Sizes
    own: bool


def sizes_of(reading: Reading, presentation: Presentation | None) -> SizesSaid:
    """The sizes a text names; `presentation` tells which table a number is from, where it is known."""
    letters = [size for size in reading.of("size") if _is_size(reading, size)]
    letter = next(iter(sorted(letters, key=lambda size: not _is_code(reading, size))), None)
    clothes, shoes = (letter.key if letter else None), None
    for number in numbers(reading):
        talk = _talk(reading, number)
        if talk is None:
            continue
        if _of_shoes(reading, talk, number, presentation):
            shoes = shoes or _shoe_size(reading, number, presentation)
        else:
            clothes = clothes or _letter(reading, number, presentation)
    own = any(_is_own(reading, talk) for talk in reading.of("size_talk"))
    alone = not _wants_piece(reading) and len(reading.words) <= _FEW
    return SizesSaid(Sizes(clothes=clothes, shoes=shoes), (own or alone) and bool(clothes or shoes))


def _is_own(reading: Reading, talk: Mention) -> bool:
    """Whether "shoe size 39" is the person's, and not only that of what they look for."""
    if talk.key not in _OWN:
        return talk.key == "size" and reading.has("self") and not _wants_piece(reading)
    return talk.key == "wear" or reading.has("my") or not _wants_piece(reading)


def _is_size(reading: Reading, size: Mention) -> bool:
    """Whether "M" or "small" is a size here, not the "m" of "I'm" or a small bag."""
    said = reading.said(size.first, size.last)
    beside = _talk_beside(reading, size.first, size.last)
    if _is_code(reading, size):
        return True
    if len(said) == 1:
        led = reading.word(size.first - 1) in reading.lexicon.place.before | {"a"}
        return beside or (said.isupper() and (led or _stands_alone(reading, size)))
    sized = [piece for piece in reading.garments if reading.meanings.slot(piece.kind, piece.key) not in _NOT_SIZED]
    of_print = size.last - size.first == 1 and reading.at("pattern", size.last) is not None
    return beside or (bool(sized) and not of_print)


def _stands_alone(reading: Reading, size: Mention) -> bool:
    """Whether a letter is an entry of its own in a list: "linen shirt, white, L"."""
    ends = COMMAS | SENTENCE_ENDS | reading.lexicon.grammar.joiners | {""}
    return _wants_piece(reading) and reading.word(size.first - 1) in COMMAS and reading.word(size.last) in ends


def _is_code(reading: Reading, size: Mention) -> bool:
    """Whether a size is written as nothing else is: XL, 2XL."""
    return _CODE.fullmatch(reading.said(size.first, size.last).lower()) is not None


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
    piece = _behind_piece(reading, number) or _ahead_of_shoes(reading, number)
    return reading.before("presentation", number.first) or piece


def _ahead_of_shoes(reading: Reading, number: Number) -> Mention | None:
    """The shoes of "42 shoes", "45 in shoes", 45的鞋."""
    linked = reading.word(number.last) in reading.lexicon.place.before | {"的", "码"}
    starts = {number.last, number.last + linked}
    shoes = next((piece for piece in reading.garments if piece.first in starts and not piece.denied), None)
    if shoes is None or reading.meanings.slot(shoes.kind, shoes.key) != "footwear":
        return None
    return shoes if _LEAST < number.value <= _MOST else None


def tells_size(reading: Reading, garment: Mention) -> bool:
    """Whether shoes are only named to say a size: "chaussures 42", 鞋42, "du 43 en chaussures"."""
    if garment.kind != "slot" or garment.key != "footwear":
        return False
    sized = [number for number in numbers(reading) if _LEAST < number.value <= _MOST]
    return any(0 <= garment.first - n.last <= 1 or 0 <= n.first - garment.last <= 1 for n in sized)


def _behind_piece(reading: Reading, number: Number) -> Mention | None:
    """The piece that a bare number is the size of: "shoes 38", "black trousers in 40"."""
    end = number.first - (reading.word(number.first - 1) in reading.lexicon.grammar.articles)
    linked = reading.word(end - 1) in reading.lexicon.place.before
    end -= linked
    while said := next((m for m in reading.of(*ATTRIBUTES) if m.last == end), None):
        end = said.first
    piece = next((piece for piece in reading.garments if piece.last == end and not piece.denied), None)
    if piece is None or reading.at("limit", number.last) or not _LEAST <= number.value <= _MOST:
        return None
    slot = reading.meanings.slot(piece.kind, piece.key)
    return piece if slot == "footwear" or (linked and slot not in _NOT_SIZED) else None


def _is_age_or_money(reading: Reading, number: Number) -> bool:
    after = reading.word(number.last)
    kinds = ("currency", "unit", "month")
    degrees = reading.at("temperature", number.last)
    dated = reading.before("month", number.first) is not None
    aged = after in ("year", "years", "ans", "yo", "岁", "cm", "kg")
    dated = dated or (is_numbered_day(reading, number) and not reading.garments)
    dated = dated or (degrees is not None and degrees.key != "minus")
    return dated or aged or any(reading.at(kind, number.last) for kind in kinds)


def _of_shoes(reading: Reading, talk: Mention, number: Number, presentation: Presentation | None) -> bool:
    if talk.key in ("shoes", "clothes"):
        return talk.key == "shoes"
    slots = {reading.meanings.slot(piece.kind, piece.key) for piece in reading.of(*GARMENTS)}
    if "footwear" in slots:
        return True
    return not slots and presentation == "men" and int(number.value) in range(39, 44)


def _shoe_size(reading: Reading, number: Number, presentation: Presentation | None) -> str:
    """The European size of an English or American label; a number that is neither is left as it was said."""
    size = int(number.value)
    if size < _LABELS_BELOW:
        size += int(reading.meanings.sizes["shoes"][_label(reading, presentation)])
    return str(size)


def _letter(reading: Reading, number: Number, presentation: Presentation | None) -> str | None:
    tables, size = reading.meanings.sizes, int(number.value)
    if size < 30:
        size += int(tables["clothes"][_label(reading, presentation)])
    order = (presentation,) if presentation in {"men", "women"} else ("women", "men")
    known = {row: letter for table in reversed(order) for row, letter in tables[table].items()}
    return str(known[str(size)]) if str(size) in known else _BEYOND if size > max(map(int, known)) else None


def _label(reading: Reading, presentation: Presentation | None) -> str:
    country = "uk" if any(talk.key == "uk" for talk in reading.of("size_talk")) else "us"
    return f"{country}_{'men' if presentation == 'men' else 'women'}"


def _wants_piece(reading: Reading) -> bool:
    return any(not piece.denied for piece in reading.garments) or reading.has("outfit")
