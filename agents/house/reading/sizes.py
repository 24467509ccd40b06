"""Sizes that a text names, and for whom: letters for clothes, European numbers for shoes.

A bare number is a shoe size where shoes are spoken of, else it is looked up in the table of `kinds.toml`. A size that
no table has is a size all the same: whether there is one is for the shop to say.
"""

from dataclasses import dataclass

from agents.house.reading.entries import is_closed, is_mine, is_second, lone_of_shoes, lone_of_wearer
from agents.house.reading.labels import is_former, is_label, letter_of, shoe_size
from agents.house.reading.letters import (
    NOT_SIZED,
    SHOE_LEAST,
    SHOE_MOST,
    is_age_or_money,
    is_code,
    is_paired,
    is_size,
    sizes_clothes,
    talk_beside,
)
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.whose import is_own_size
from stores.vocabulary import Presentation, Sizes

_COUNTRIES = ("uk", "us", "eu")
# Between feet and a number that is none of their size: "on my feet since four".
_TIMES = frozenset({"since", "at", "for", "until", "till", "before", "after", "past", "depuis", "pendant"})
_NEAR = 3
# Sizes of shoes from one that was told to the one that it turns out to be.
_NEXT = 2
_LEAST, _MOST = 32, 56
_WOMENS = 41  # beyond it hardly any women's shoe is made
_LABELLED = 4  # no shoe that is told in English or American sizes is smaller


@dataclass(frozen=True)
class SizesSaid:
    """The sizes, and whether the person said them of themselves."""

    sizes: Sizes
    own: bool


def sizes_of(reading: Reading, presentation: Presentation | None, shod_in: str | None = None) -> SizesSaid:
    """The sizes a text names; `presentation` tells which table a number is from, where it is known.

    A number beside the size of shoes known before, `shod_in`, puts that right: "I need a 40 actually".
    """
    letters = [size for size in reading.of("size") if is_size(reading, size) and not is_former(reading, size)]
    letter = min(letters, key=lambda size: (not is_code(reading, size), not talk_beside(reading, size)), default=None)
    clothes, shoes = (letter.key if letter else None), None
    for number in numbers(reading):
        if shod_in and _is_near(reading, number, shod_in):
            shoes = shoes or str(int(number.value))
            continue
        paired = letter is not None and is_paired(reading, letter, number)
        talk = letter if paired else _talk(reading, number)
        if talk is None or is_former(reading, number):
            continue
        shod = letter is not None and talk.key == "wear" and SHOE_LEAST <= number.value <= SHOE_MOST
        if paired or shod or _of_shoes(reading, talk, number, presentation):
            shoes = shoes or shoe_size(reading, number, presentation)
        else:
            clothes = clothes or letter_of(reading, number, presentation, _lone_slot(reading))
    own = bool(clothes or shoes) and is_own_size(reading, letter, both=bool(clothes and shoes))
    return SizesSaid(Sizes(clothes=clothes, shoes=shoes), own)


def _lone_slot(reading: Reading) -> str | None:
    """The slot of the only kind of piece that is named."""
    slots = {reading.meanings.slot(piece.kind, piece.key) for piece in reading.garments if not piece.denied}
    return next(iter(slots)) if len(slots) == 1 else None


def _is_near(reading: Reading, number: Number, shod_in: str) -> bool:
    """Whether a number that is called for as sizes are is next to a size of shoes, and said of no clothes."""
    near = shod_in.isdigit() and abs(number.value - int(shod_in)) <= _NEXT and not number.value % 1
    led = any(talk.last == number.first and talk.key != "clothes" for talk in reading.of("size_talk"))
    return near and led and not (is_age_or_money(reading, number) or sizes_clothes(reading, number))


def _talk(reading: Reading, number: Number) -> Mention | None:
    """The word that makes a number a size: "size 38", "I'm a 42", "42 EU"."""
    counted = (
        number.value < _LEAST and reading.lexicon.language != "en" and not reading.word(number.first)[:1].isdigit()
    )
    if counted or number.value * 2 % 1 or not 0 <= number.value <= 60 or is_age_or_money(reading, number):
        return None
    if talk := _said_right_at(reading, number):
        return talk
    piece = _behind_piece(reading, number) or _ahead_of_shoes(reading, number) or lone_of_shoes(reading, number)
    shod = piece is not None and reading.meanings.slot(piece.kind, piece.key) == "footwear"
    person = _wearer(reading, number) if number.value >= _LEAST else None
    return piece if shod else _said_near(reading, number) or person or piece


def _wearer(reading: Reading, number: Number) -> Mention | None:
    """Who is dressed, right before a number; French may part them, and tells ages otherwise: « femme, 42 »."""
    parted = reading.word(number.first - 1) in COMMAS and reading.lexicon.language == "fr" and number.value % 2 == 0
    lettered = any(is_size(reading, size) for size in reading.of("size"))
    told = parted and _LEAST < number.value <= _MOST and not lettered
    return reading.before("presentation", number.first - told) or (
        None if lettered else lone_of_wearer(reading, number)
    )


def _said_right_at(reading: Reading, number: Number) -> Mention | None:
    """The talk of sizes right before or behind a number; a partitive before it says least: « du 37 aux pieds »."""
    talks = [talk for talk in reading.of("size_talk") if talk.key not in ("some", "letter")]
    some = [talk for talk in reading.of("size_talk") if talk.key == "some" and _LEAST < number.value <= _MOST]
    before, behind = (talk for talk in talks if talk.last == number.first), (t for t in talks if t.first == number.last)
    found = next(iter([*before, *behind, *(talk for talk in some if talk.last == number.first)]), None)
    if found is None or found.key not in _COUNTRIES:
        return found
    beside = (found.first, found.first - 1)
    shoes = (talk for talk in talks if talk.key == "shoes" and (talk.last in beside or talk.first == found.last))
    return next(shoes, found)


def _said_near(reading: Reading, number: Number) -> Mention | None:
    """The talk of sizes a few words before a number: "my size is a 38"."""
    if reading.lexicon.language == "zh" and number.value < _LABELLED:
        return None
    for talk in reading.of("size_talk"):
        near = talk.key in ("size", "shoes", "clothes") and 0 <= number.first - talk.last <= _NEAR
        if near and not (SENTENCE_ENDS | _TIMES) & {*reading.between(talk.last, number.first)}:
            return talk
    return None


def _ahead_of_shoes(reading: Reading, number: Number) -> Mention | None:
    """The shoes of "42 shoes", "45 in shoes", 45的鞋."""
    linked = reading.word(number.last) in reading.lexicon.place.before | {"的", "码", "for"}
    led = linked and reading.word(number.last + 1) in reading.lexicon.grammar.articles
    starts = {number.last, number.last + linked + led}
    shoes = next((piece for piece in reading.garments if piece.first in starts and not piece.denied), None)
    if shoes is None or reading.meanings.slot(shoes.kind, shoes.key) != "footwear":
        return None
    return shoes if _LEAST < number.value <= _MOST else None


def tells_size(reading: Reading, garment: Mention) -> bool:
    """Whether shoes are only named to say a size: "chaussures 42", 鞋42; or a suit, at black tie: 西装48码."""
    coded = {*reading.keys("occasion")} & {*reading.meanings.occasions["coded"]}
    if (garment.kind, garment.key) != ("slot", "footwear") and not (coded and garment.key == "suit"):
        return False
    sized = [number for number in numbers(reading) if _LEAST < number.value <= _MOST]
    told = [garment, *(talk for talk in reading.of("size_talk") if talk.key == "shoes" and talk.holds(garment))]
    return any(0 <= one.first - n.last <= 1 or 0 <= n.first - one.last <= 1 for n in sized for one in told)


def _behind_piece(reading: Reading, number: Number) -> Mention | None:
    """The piece that a bare number is the size of: "shoes 38", "black trousers in 40"."""
    article = reading.word(number.first - 1) in reading.lexicon.grammar.articles
    end = number.first - article
    linked = reading.word(end - 1) in reading.lexicon.place.before | {":"}
    end -= linked
    labelled = article and linked and is_label(reading, number)  # "trousers in a 12"
    end -= linked and reading.lexicon.language == "fr" and reading.word(end - 1) in COMMAS
    while (piece := _piece_until(reading, end)) is None:
        said = next((m for m in reading.of(*ATTRIBUTES) if m.last == end), None)
        if said is None:
            return None
        end = said.first
    if piece.denied or reading.at("limit", number.last) or not (labelled or _LEAST <= number.value <= _MOST):
        return None
    slot = reading.meanings.slot(piece.kind, piece.key)
    closed = reading.lexicon.language == "fr" and number.value % 2 == 0 and is_closed(reading, number)
    return piece if slot == "footwear" or ((linked or closed) and slot not in NOT_SIZED) else None


def _piece_until(reading: Reading, last: int) -> Mention | None:
    return next((piece for piece in reading.garments if piece.last == last), None)


def _of_shoes(reading: Reading, talk: Mention, number: Number, presentation: Presentation | None) -> bool:
    if talk.key in ("shoes", "clothes"):
        return talk.key == "shoes"
    seconds = [one for one in numbers(reading) if reading.lexicon.language == "fr" and is_second(reading, one)]
    if number in seconds or any(one.first == number.last + 1 for one in seconds):
        return number in seconds
    slots = {reading.meanings.slot(piece.kind, piece.key) for piece in reading.garments if not piece.denied}
    if "footwear" in slots and not sizes_clothes(reading, number):
        shod = [one for one in numbers(reading) if _ahead_of_shoes(reading, one) or _is_behind_shoes(reading, one)]
        if not shod and _is_of_dress(reading, number, presentation):
            return False
        return number in shod if shod else number.value % 2 == 1 or not _follows_clothes(reading, number)
    size = int(number.value)
    if reading.lexicon.language == "zh" and not slots and talk.key == "wear" and reading.word(number.last) == "码":
        return SHOE_LEAST <= size <= SHOE_MOST
    return size >= SHOE_LEAST and (size % 2 == 1 or (not slots and presentation == "men" and 38 < size < 44))


def _is_of_dress(reading: Reading, number: Number, presentation: Presentation | None) -> bool:
    """Whether a size is told of who is dressed for an event, and too large for a woman's foot: "woman, size 46"."""
    shoes = shoe_size(reading, number, presentation)
    large = presentation == "women" and shoes is not None and shoes.isdigit() and int(shoes) > _WOMENS
    event = bool(reading.of("occasion")) and not reading.has("hunts", "find")
    return event and large and number.value % 2 == 0


def _follows_clothes(reading: Reading, number: Number) -> bool:
    """Whether the piece named before an even number is one of clothes: "a skirt, size 42, and flat shoes"."""
    before = (piece for piece in reading.garments if piece.last <= number.first)
    named = [piece for piece in before if not (piece.denied or is_mine(reading, piece))]
    slot = reading.meanings.slot(named[-1].kind, named[-1].key) if named else "footwear"
    return slot not in ("footwear", *NOT_SIZED)


def _is_behind_shoes(reading: Reading, number: Number) -> bool:
    piece = _behind_piece(reading, number)
    return piece is not None and reading.meanings.slot(piece.kind, piece.key) == "footwear"
