"""Sizes in letters and words: whether "M", "small" or 中码 is a size where it stands, and which numbers are none."""

import re

from agents.house.reading.days import is_numbered_day
from agents.house.reading.labels import is_decade
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, POLITE, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.whose import wants_piece

_CODE = re.compile(r"x+[sl]|\d ?xl")
# Behind a size in words, where no noun is of that size: "a medium usually fits me".
_CLOSES = frozenset(["and", "in", "for", "with", "so", "usually", "normally", "please", "fits", "or", "but", "on"])
_ELIDES = ("'", "’")
_SHAPES = frozenset({"型", "形", "字"})
# Words between two sizes that belong together: "between S and M".
_WIDE = 3
# Numbers of shoes for grown-ups, in Europe.
SHOE_LEAST, SHOE_MOST = 35, 48
NOT_SIZED = ("bag", "headwear", "accessory")


def is_paired(reading: Reading, letter: Mention, number: Number) -> bool:
    """Whether a bare number comes with a letter, and so is the size of shoes: "M, 42", « S et du 37 », L码42."""
    first, last = (letter, number) if letter.first < number.first else (number, letter)
    gap = {*reading.between(first.last, last.first)}
    partitive = {reading.word(talk.first) for talk in reading.of("size_talk") if talk.key == "some"}
    slash = {"/"} if number.value % 2 else {""}  # M/38 is one size on a label, M/39 are two
    little = reading.lexicon.grammar.joiners - {"/"} | slash | COMMAS | SENTENCE_ENDS | partitive
    shod = SHOE_LEAST <= number.value <= SHOE_MOST and not is_age_or_money(reading, number)
    beside = bool(gap) or (reading.lexicon.language == "fr" and letter.first < number.first)
    return shod and beside and gap <= little and not sizes_clothes(reading, number)


def sizes_clothes(reading: Reading, number: Number) -> bool:
    """Whether a number is said of clothes: "L, trousers 42", « 38 en pantalon »."""
    gap = reading.word(number.last) not in COMMAS | SENTENCE_ENDS
    talked = any(t.key == "clothes" and number.last in (t.first, t.first - gap) for t in reading.of("size_talk"))
    clothes = [m for m in reading.garments if reading.meanings.slot(m.kind, m.key) != "footwear"]
    before = reading.word(number.first - 1) not in SENTENCE_ENDS
    return talked or any(0 <= m.first - number.last <= gap or 0 <= number.first - m.last <= before for m in clothes)


def is_size(reading: Reading, size: Mention) -> bool:
    """Whether "M" or "small" is a size here, not the "m" of "I'm" or a small bag."""
    said = reading.said(size.first, size.last)
    beside = talk_beside(reading, size)
    if is_code(reading, size) or _is_all(reading, size):
        return True
    metres = said.islower() and reading.word(size.first - 1).isdigit() and reading.word(size.last).isdigit()
    if metres or _is_elided(reading, size) or _is_length(reading, size):
        return False
    if len(said) == 1:
        led = reading.word(size.first - 1) in reading.lexicon.place.before | {"a", "an"}
        paired = any(is_paired(reading, size, number) for number in numbers(reading))
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
    return any(len([text for text in gap if text not in articles]) == 1 and len(gap) < _WIDE for gap in gaps)


def _unsized(reading: Reading) -> list[Mention]:
    return [piece for piece in reading.garments if reading.meanings.slot(piece.kind, piece.key) in NOT_SIZED]


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


def is_code(reading: Reading, size: Mention) -> bool:
    """Whether a size is written as nothing else is: XL, 2XL."""
    return _CODE.fullmatch(reading.said(size.first, size.last).lower()) is not None


def talk_beside(reading: Reading, size: Mention) -> bool:
    """Whether the talk is of sizes; what says little is enough for "M", but not for the "small" of "a small bag"."""
    said, ends = reading.said(size.first, size.last), COMMAS | SENTENCE_ENDS | _CLOSES | {""}
    clear = said.isupper() if len(said) == 1 else reading.word(size.last) in ends
    for talk in reading.of("size_talk"):
        vague = talk.key == "letter" and not clear
        if not vague and (talk.last in (size.first, size.first - 1) or talk.first == size.last):
            return True
    return False


def is_age_or_money(reading: Reading, number: Number) -> bool:
    after = reading.word(number.last)
    kinds = ("currency", "unit", "month", "counted")
    degrees = reading.at("temperature", number.last)
    dated = reading.before("month", number.first) is not None
    aged = after in ("year", "years", "ans", "yo", "岁", "cm", "kg", "times", "fois", "次", "回", "遍", "th")
    dated = dated or (is_numbered_day(reading, number) and not reading.garments)
    dated = dated or (degrees is not None and degrees.key != "minus")
    tall = reading.word(number.first - 1) == "m" and reading.word(number.first - 2).isdigit()
    # 六十大寿 and "a 60th" count years, whoever stands before them.
    aged |= any(m.first <= number.first < m.last for m in reading.of("occasion")) or is_decade(reading, number)
    return dated or aged or tall or any(reading.at(kind, number.last) for kind in kinds)
