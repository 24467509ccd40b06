"""Sizes that a text names, and for whom: letters for clothes, European numbers for shoes.

A bare number is a shoe size where shoes are spoken of, else it is looked up in the table of `kinds.toml`. A size that
no table has is a size all the same: whether there is one is for the shop to say.
"""

import re
from dataclasses import dataclass

from agents.house.reading.days import is_numbered_day
from agents.house.reading.entries import is_closed, is_mine, is_second, lone_of_shoes, lone_of_wearer
from agents.house.reading.labels import is_decade, is_former, letter_of, shoe_size
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, POLITE, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.whose import is_own_size, wants_piece
from stores.vocabulary import Presentation, Sizes

_CODE = re.compile(r"x+[sl]|\d ?xl")
_COUNTRIES = ("uk", "us", "eu")
# Behind a size in words, where no noun is of that size: "a medium usually fits me".
_CLOSES = frozenset(["and", "in", "for", "with", "so", "usually", "normally", "please", "fits", "or", "but", "on"])
# Between feet and a number that is none of their size: "on my feet since four".
_TIMES = frozenset({"since", "at", "for", "until", "till", "before", "after", "past", "depuis", "pendant"})
_ELIDES = ("'", "’")
_NEAR = 3
# Sizes of shoes from one that was told to the one that it turns out to be.
_NEXT = 2
_LEAST, _MOST = 32, 56
_LABELLED = 4  # no shoe that is told in English or American sizes is smaller
# Clothes have even numbers in Europe.
_SHOE_LEAST, _SHOE_MOST = 35, 48
_SHAPES = frozenset({"型", "形", "字"})
_NOT_SIZED = ("bag", "headwear", "accessory")


@dataclass(frozen=True)
class SizesSaid:
    """The sizes, and whether the person said them of themselves."""

    sizes: Sizes
    own: bool


def sizes_of(reading: Reading, presentation: Presentation | None, shod_in: str | None = None) -> SizesSaid:
    """The sizes a text names; `presentation` tells which table a number is from, where it is known.

    A number beside the size of shoes known before, `shod_in`, puts that right: "I need a 40 actually".
    """
    letters = [size for size in reading.of("size") if _is_size(reading, size) and not is_former(reading, size)]
    letter = min(letters, key=lambda size: (not _is_code(reading, size), not _talk_beside(reading, size)), default=None)
    clothes, shoes = (letter.key if letter else None), None
    for number in numbers(reading):
        if shod_in and _is_near(reading, number, shod_in):
            shoes = shoes or str(int(number.value))
            continue
        paired = letter is not None and _is_paired(reading, letter, number)
        talk = letter if paired else _talk(reading, number)
        if talk is None or is_former(reading, number):
            continue
        shod = letter is not None and talk.key == "wear" and _SHOE_LEAST <= number.value <= _SHOE_MOST
        if paired or shod or _of_shoes(reading, talk, number, presentation):
            shoes = shoes or shoe_size(reading, number, presentation)
        else:
            clothes = clothes or letter_of(reading, number, presentation)
    own = bool(clothes or shoes) and is_own_size(reading, letter, both=bool(clothes and shoes))
    return SizesSaid(Sizes(clothes=clothes, shoes=shoes), own)


def _is_near(reading: Reading, number: Number, shod_in: str) -> bool:
    """Whether a number that is called for as sizes are is next to a size of shoes, and said of no clothes."""
    near = shod_in.isdigit() and abs(number.value - int(shod_in)) <= _NEXT and not number.value % 1
    led = any(talk.last == number.first and talk.key != "clothes" for talk in reading.of("size_talk"))
    return near and led and not (_is_age_or_money(reading, number) or _sizes_clothes(reading, number))


def _is_paired(reading: Reading, letter: Mention, number: Number) -> bool:
    """Whether a bare number comes with a letter, and so is the size of shoes: "M, 42", « S et du 37 », L码42."""
    first, last = (letter, number) if letter.first < number.first else (number, letter)
    gap = {*reading.between(first.last, last.first)}
    partitive = {reading.word(talk.first) for talk in reading.of("size_talk") if talk.key == "some"}
    slash = {"/"} if number.value % 2 else {""}  # M/38 is one size on a label, M/39 are two
    little = reading.lexicon.grammar.joiners - {"/"} | slash | COMMAS | SENTENCE_ENDS | partitive
    shod = _SHOE_LEAST <= number.value <= _SHOE_MOST and not _is_age_or_money(reading, number)
    beside = bool(gap) or (reading.lexicon.language == "fr" and letter.first < number.first)
    return shod and beside and gap <= little and not _sizes_clothes(reading, number)


def _sizes_clothes(reading: Reading, number: Number) -> bool:
    """Whether a number is said of clothes: "L, trousers 42", « 38 en pantalon »."""
    gap = reading.word(number.last) not in COMMAS | SENTENCE_ENDS
    talked = any(t.key == "clothes" and number.last in (t.first, t.first - gap) for t in reading.of("size_talk"))
    clothes = [m for m in reading.garments if reading.meanings.slot(m.kind, m.key) != "footwear"]
    before = reading.word(number.first - 1) not in SENTENCE_ENDS
    return talked or any(0 <= m.first - number.last <= gap or 0 <= number.first - m.last <= before for m in clothes)


def _is_size(reading: Reading, size: Mention) -> bool:
    """Whether "M" or "small" is a size here, not the "m" of "I'm" or a small bag."""
    said = reading.said(size.first, size.last)
    beside = _talk_beside(reading, size)
    if _is_code(reading, size) or _is_all(reading, size):
        return True
    metres = said.islower() and reading.word(size.first - 1).isdigit() and reading.word(size.last).isdigit()
    if metres or _is_elided(reading, size) or _is_length(reading, size):
        return False
    if len(said) == 1:
        led = reading.word(size.first - 1) in reading.lexicon.place.before | {"a", "an"}
        paired = any(_is_paired(reading, size, number) for number in numbers(reading))
        led = led or reading.before("presentation", size.first) is not None
        written = (
            led
            or paired
            or any(holds(reading, size) for holds in (_stands_alone, _is_ranged, _among_characters, _describes_piece))
        )
        return beside or (said.isupper() and written)
    if _is_spelled_out(reading, size):
        return not any(piece.first - size.last in (0, 1) for piece in _unsized(reading))
    return beside or _stands_alone(reading, size) or _describes_piece(reading, size)


def _is_length(reading: Reading, size: Mention) -> bool:
    """Whether a letter is written before the inches of a leg: "W32 L34"."""
    end = reading.words[size.last - 1].end
    return reading.said(size.first, size.last).lower() == "l" and reading.text[end : end + 1].isdigit()


def _is_elided(reading: Reading, size: Mention) -> bool:
    """Whether a letter is part of a word: the "m" of "I'm" and of « m'habille »."""
    before, after = reading.words[size.first].start - 1, reading.words[size.last - 1].end
    return reading.text[after : after + 1] in {*_ELIDES} or reading.text[max(before, 0) : before + 1] in {*_ELIDES}


def _is_all(reading: Reading, size: Mention) -> bool:
    """Whether a size in a word is all that is said: "medium", "large please"."""
    others = (word for i, word in enumerate(reading.words) if not size.first <= i < size.last)
    said = reading.said(size.first, size.last)
    written = len(said) > 1 or said.isupper()
    return written and not any(word.text.isalnum() and word.text not in POLITE for word in others)


def _describes_piece(reading: Reading, size: Mention) -> bool:
    """Whether only what describes a piece stands between it and a size: "a medium grey hoodie", "coat, large"."""
    grammar = reading.lexicon.grammar
    described = {i for m in reading.of(*ATTRIBUTES, "presentation") for i in range(m.first, m.last)}
    links = grammar.articles | grammar.joiners | grammar.measures | reading.lexicon.place.before | {"s"}
    for piece in (piece for piece in reading.garments if piece not in _unsized(reading)):
        gap = range(size.last, piece.first) if size.last <= piece.first else range(piece.last, size.first)
        if all(i in described or reading.word(i) in links for i in gap) and not _is_of_print(reading, size, piece):
            return True
    return False


def _is_of_print(reading: Reading, size: Mention, piece: Mention) -> bool:
    """Whether it is a print that is small, or the shop's own word for it: "a dress with small dots"."""
    return piece.last <= size.first and reading.at("pattern", size.last) is not None


def _is_ranged(reading: Reading, size: Mention) -> bool:
    """Whether a letter is one of two sizes: "between S and M", « M ou L », "S/M"."""
    others = (one for one in reading.of("size") if one != size and reading.said(one.first, one.last).isupper())
    articles = reading.lexicon.grammar.articles
    gaps = [reading.between(min(one.last, size.last), max(one.first, size.first)) for one in others]
    return any(len([text for text in gap if text not in articles]) == 1 and len(gap) < _NEAR for gap in gaps)


def _unsized(reading: Reading) -> list[Mention]:
    return [piece for piece in reading.garments if reading.meanings.slot(piece.kind, piece.key) in _NOT_SIZED]


def _is_spelled_out(reading: Reading, size: Mention) -> bool:
    """Whether a size can mean nothing else: 中码, 大号, 160/84A, "extra small"; 大号的包 is a big bag."""
    said = reading.said(size.first, size.last)
    if reading.lexicon.language != "zh":
        return size.last - size.first > 1
    return (len(said) > 1 and not said.isascii()) or "/" in said


def _stands_alone(reading: Reading, size: Mention) -> bool:
    """Whether a letter is an entry of its own in a list, or told late: "linen shirt, white, L", "forgot to say, L"."""
    ends = COMMAS | SENTENCE_ENDS | reading.lexicon.grammar.joiners | {"", ")", ":"}
    told = wants_piece(reading) or bool(reading.of("presentation")) or reading.has("belated")
    begins = size.first == 0 or reading.word(size.first - 1) in COMMAS | SENTENCE_ENDS | {"(", ":"}
    return told and begins and reading.word(size.last) in ends


def _among_characters(reading: Reading, size: Mention) -> bool:
    """Whether a letter stands in Chinese text, where it is no part of a word: 女装M, T恤L; S型 is a shape."""
    beside = reading.word(size.first - 1), reading.word(size.last)
    return (
        reading.lexicon.language == "zh"
        and beside[1] not in _SHAPES
        and not any(one.isascii() and one.isalnum() for one in beside)
    )


def _is_code(reading: Reading, size: Mention) -> bool:
    """Whether a size is written as nothing else is: XL, 2XL."""
    return _CODE.fullmatch(reading.said(size.first, size.last).lower()) is not None


def _talk_beside(reading: Reading, size: Mention) -> bool:
    """Whether the talk is of sizes; what says little is enough for "M", but not for the "small" of "a small bag"."""
    said, ends = reading.said(size.first, size.last), COMMAS | SENTENCE_ENDS | _CLOSES | {""}
    clear = said.isupper() if len(said) == 1 else reading.word(size.last) in ends
    for talk in reading.of("size_talk"):
        vague = talk.key == "letter" and not clear
        if not vague and (talk.last in (size.first, size.first - 1) or talk.first == size.last):
            return True
    return False


def _talk(reading: Reading, number: Number) -> Mention | None:
    """The word that makes a number a size: "size 38", "I'm a 42", "42 EU"."""
    counted = (
        number.value < _LEAST and reading.lexicon.language != "en" and not reading.word(number.first)[:1].isdigit()
    )
    if counted or number.value * 2 % 1 or not 0 <= number.value <= 60 or _is_age_or_money(reading, number):
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
    lettered = any(_is_size(reading, size) for size in reading.of("size"))
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
    end = number.first - (reading.word(number.first - 1) in reading.lexicon.grammar.articles)
    linked = reading.word(end - 1) in reading.lexicon.place.before | {":"}
    end -= linked
    end -= linked and reading.lexicon.language == "fr" and reading.word(end - 1) in COMMAS
    while (piece := _piece_until(reading, end)) is None:
        said = next((m for m in reading.of(*ATTRIBUTES) if m.last == end), None)
        if said is None:
            return None
        end = said.first
    if piece.denied or reading.at("limit", number.last) or not _LEAST <= number.value <= _MOST:
        return None
    slot = reading.meanings.slot(piece.kind, piece.key)
    closed = reading.lexicon.language == "fr" and number.value % 2 == 0 and is_closed(reading, number)
    return piece if slot == "footwear" or ((linked or closed) and slot not in _NOT_SIZED) else None


def _piece_until(reading: Reading, last: int) -> Mention | None:
    return next((piece for piece in reading.garments if piece.last == last), None)


def _is_age_or_money(reading: Reading, number: Number) -> bool:
    after = reading.word(number.last)
    kinds = ("currency", "unit", "month", "counted")
    degrees = reading.at("temperature", number.last)
    dated = reading.before("month", number.first) is not None
    aged = after in ("year", "years", "ans", "yo", "岁", "cm", "kg", "times", "fois", "次", "回", "遍")
    dated = dated or (is_numbered_day(reading, number) and not reading.garments)
    dated = dated or (degrees is not None and degrees.key != "minus")
    tall = reading.word(number.first - 1) == "m" and reading.word(number.first - 2).isdigit()
    # 六十大寿 and "a 60th" count years, whoever stands before them.
    aged |= any(m.first <= number.first < m.last for m in reading.of("occasion")) or is_decade(reading, number)
    return dated or aged or tall or any(reading.at(kind, number.last) for kind in kinds)


def _of_shoes(reading: Reading, talk: Mention, number: Number, presentation: Presentation | None) -> bool:
    if talk.key in ("shoes", "clothes"):
        return talk.key == "shoes"
    seconds = [one for one in numbers(reading) if reading.lexicon.language == "fr" and is_second(reading, one)]
    if number in seconds or any(one.first == number.last + 1 for one in seconds):
        return number in seconds
    slots = {reading.meanings.slot(piece.kind, piece.key) for piece in reading.garments if not piece.denied}
    if "footwear" in slots and not _sizes_clothes(reading, number):
        shod = [one for one in numbers(reading) if _ahead_of_shoes(reading, one) or _is_behind_shoes(reading, one)]
        return number in shod if shod else number.value % 2 == 1 or not _follows_clothes(reading, number)
    size = int(number.value)
    if reading.lexicon.language == "zh" and not slots and talk.key == "wear" and reading.word(number.last) == "码":
        return _SHOE_LEAST <= size <= _SHOE_MOST
    return size >= _SHOE_LEAST and (size % 2 == 1 or (not slots and presentation == "men" and 38 < size < 44))


def _follows_clothes(reading: Reading, number: Number) -> bool:
    """Whether the piece named before an even number is one of clothes: "a skirt, size 42, and flat shoes"."""
    before = (piece for piece in reading.garments if piece.last <= number.first)
    named = [piece for piece in before if not (piece.denied or is_mine(reading, piece))]
    slot = reading.meanings.slot(named[-1].kind, named[-1].key) if named else "footwear"
    return slot not in ("footwear", *_NOT_SIZED)


def _is_behind_shoes(reading: Reading, number: Number) -> bool:
    piece = _behind_piece(reading, number)
    return piece is not None and reading.meanings.slot(piece.kind, piece.key) == "footwear"
