"""European sizes by the tables of `kinds.toml`: what an English, American or European number on a label comes to."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import Number, numbers
from agents.house.reading.places import place_of
from stores.vocabulary import Presentation
from tools.places import find_place

_LABELS_BELOW = 17
_SHORTEST, _LONGEST = 21, 31
# Who counts in these and speaks English has British labels on their clothes.
_BRITISH_SIZED = frozenset({"EUR", "GBP", "AUD"})
_BEYOND = "4XL"
_FROM, _TO = frozenset({"from", "du", "从"}), frozenset({"to", "au", "到", "成", "变"})
_SOON = 5
_LEAST_LABEL, _MOST_LABEL = 4, 28
_LEAST_CHEST, _MOST_CHEST = 34, 54
_LEAST_WAIST, _MOST_WAIST = 24, 33
# What a man's chest is measured for, and the least size of a man in Europe.
_JACKETS, _LEAST_MEN = ("mid", "outer"), 44
_LABELS_TO = 30
# Trousers of men in French, and the jacket that tells that a man is spoken of.
_LEAST_TROUSERS, _MOST_TROUSERS, _LEAST_JACKET = 34, 48, 48
_WAIST = frozenset({"w", "waist"})
_BRITISH_LABELS = frozenset({"GB", "IE", "AU", "NZ"})
_CHEST, _CUTS, _INCHES = (
    frozenset({"chest"}),
    frozenset({"r", "regular", "long"}),
    frozenset({"in", "inch", "inches", '"'}),
)


def shoe_size(reading: Reading, number: Number, presentation: Presentation | None) -> str:
    """The European size of an English or American label; a number that is neither is left as it was said."""
    size = int(number.value)
    if reading.lexicon.language == "zh" and _SHORTEST <= number.value <= _LONGEST:
        return str(round(2 * number.value - 10))  # the Chinese size is the length of a foot in centimetres
    if size < _LABELS_BELOW:
        size += int(reading.meanings.sizes["shoes"][_label(reading, presentation)])
    return str(size)


def letter_of(
    reading: Reading, number: Number, presentation: Presentation | None, slot: str | None = None
) -> str | None:
    """The letter of a number on a label; `slot` tells what is labelled where the words around it do not."""
    tables, size = reading.meanings.sizes, int(number.value)
    if presentation != "women" and (is_chest(reading, number) or _is_of_jacket(reading, number, presentation, slot)):
        return str(tables["men"].get(str(size + size % 2 + int(tables["clothes"]["chest"])), _BEYOND))
    halved = reading.lexicon.language == "fr" and (presentation, slot) == ("men", "bottom") and size >= _LEAST_TROUSERS
    if presentation != "women" and (halved or _is_of_french_trousers(reading, number, presentation)):
        return str(tables["men"].get(str(size + int(tables["clothes"]["drop"])), _BEYOND))
    if (presentation, slot) == ("men", "base_top") and (collar := _of_collar(reading, size)):
        return collar
    order: tuple[str, ...] = (presentation,) if presentation in {"men", "women"} else ("women", "men")
    if is_waist(reading, number) or (slot == "bottom" and _is_of_waist(reading, number)):
        order = tuple(f"waist_{one}" for one in order[::-1])
    elif size < _LABELS_TO:  # without a sex such a number is of a dress
        order = (_label(reading, "women"),) if presentation != "men" else order
    known = {row: letter for table in reversed(order) for row, letter in tables[table].items()}
    return str(known[str(size)]) if str(size) in known else _BEYOND if size > max(map(int, known)) else None


def _is_of_french_trousers(reading: Reading, number: Number, presentation: Presentation | None) -> bool:
    """Whether a number is of a man's trousers, labelled by half his waist: « homme, pantalon 42 »."""
    if reading.lexicon.language != "fr" or not _LEAST_TROUSERS <= number.value <= _MOST_TROUSERS:
        return False
    trousers = any(
        reading.meanings.slot(piece.kind, piece.key) == "bottom" and 0 <= number.first - piece.last <= 1
        for piece in reading.garments
    )
    of_man = presentation == "men" or any(one.value >= _LEAST_JACKET for one in numbers(reading))
    return trousers and of_man


def _of_collar(reading: Reading, size: int) -> str | None:
    """The letter of a man's shirt, which no European size of his is as small as: « chemise homme, 41 »."""
    table = reading.meanings.sizes["collar_zh" if reading.lexicon.language == "zh" else "collar"]
    letter = table.get(str(size))
    return None if letter is None else str(letter)


def _is_of_jacket(reading: Reading, number: Number, presentation: Presentation | None, slot: str | None) -> bool:
    """Whether a number is the chest of a man's jacket, which no European size is as small as: "a man's blazer, 40"."""
    jacket = reading.lexicon.language == "en" and presentation == "men" and slot in _JACKETS
    return jacket and _LEAST_CHEST <= number.value < _LEAST_MEN


def _is_of_waist(reading: Reading, number: Number) -> bool:
    """Whether trousers are labelled by the waist in inches, as no dress is in this language: 裤子28, « taille 28 »."""
    return reading.lexicon.language != "en" and _LEAST_WAIST <= number.value <= _MOST_WAIST


def is_waist(reading: Reading, number: Number) -> bool:
    """Whether a number is the inches of a waist, as jeans are labelled: "jeans 32", "W32 L34", « un jean en 31 »."""
    if not _LEAST_WAIST <= number.value <= _MOST_WAIST:
        return False
    jeans = (piece for piece in reading.garments if piece.key == "jeans")
    sized = any(0 <= number.first - piece.last <= _SOON - 2 or number.last == piece.first for piece in jeans)
    clothed = any(_parts(reading, piece, number) for piece in reading.garments if piece.key != "jeans")
    return reading.word(number.first - 1) in _WAIST or (sized and not clothed)


def _parts(reading: Reading, piece: Mention, number: Number) -> bool:
    """Whether a garment stands right beside a number, which is then of that one: "jeans, shirt 38"."""
    return piece.last == number.first or number.last == piece.first


def is_chest(reading: Reading, number: Number) -> bool:
    """Whether a number is the inches of a chest, as jackets are labelled in English: "a 42 chest", "44 long", "40R"."""
    beside = {reading.word(number.first - 1), reading.word(number.last)}
    parted = reading.word(number.last) in _INCHES and reading.word(number.last + 1) == "chest"
    english = reading.lexicon.language == "en" and _LEAST_CHEST <= number.value <= _MOST_CHEST
    return english and (parted or bool(_CHEST & beside) or reading.word(number.last) in _CUTS)


def is_decade(reading: Reading, number: Number) -> bool:
    """Whether a number is that of "a woman in her 60s"."""
    return reading.lexicon.language == "en" and reading.word(number.last) == "s" and number.value % 10 == 0


def is_label(reading: Reading, number: Number) -> bool:
    """Whether English or American clothes or shoes may be labelled with a number."""
    return reading.lexicon.language == "en" and _LEAST_LABEL <= number.value <= _MOST_LABEL


def by_label(reading: Reading) -> Presentation | None:
    """Who is dressed in a number that only women's clothes are labelled with in English: "size 16", "dress size 8"."""
    footwear = any(reading.meanings.slot(m.kind, m.key) == "footwear" for m in reading.garments)
    if reading.lexicon.language != "en" or footwear:
        return None
    sized = (n for n in numbers(reading) if _LEAST_LABEL <= n.value <= _MOST_LABEL and not n.value % 2)
    talks = {
        talk.last for talk in reading.of("size_talk") if talk.key in ("size", "clothes") or _says_size(reading, talk)
    }
    return "women" if any(n.first in talks for n in sized) else None


def _says_size(reading: Reading, talk: Mention) -> bool:
    return reading.said(talk.first, talk.last).lower().endswith("size")


def is_former(reading: Reading, size: Mention | Number) -> bool:
    """Whether a size is the first of two that are told as a change: « passée du 46 au 40 », 从XXL变成L."""
    behind = reading.between(size.last, size.last + _SOON)
    clause = behind[: next((i for i, text in enumerate(behind) if text in COMMAS | SENTENCE_ENDS), _SOON)]
    if reading.word(size.first - 1) not in _FROM or not _TO & {*clause}:
        return False
    starts = {*(m.first for m in reading.of("size")), *(number.first for number in numbers(reading))}
    return any(size.last < start <= size.last + len(clause) for start in starts)


def is_followed(reading: Reading, talk: Mention) -> bool:
    """Whether a size comes soon behind "I wear": not in 大家都穿蓝白."""
    starts = {*(m.first for m in reading.of("size")), *(number.first for number in numbers(reading))}
    return any(0 <= start - talk.last < _SOON for start in starts)


def _is_british(reading: Reading) -> bool:
    """Whether the town that is named has British labels in its shops."""
    name = place_of(reading)
    place = find_place(name) if name else None
    return place is not None and place.country in _BRITISH_LABELS


def _label(reading: Reading, presentation: Presentation | None) -> str:
    named = next((talk.key for talk in reading.of("size_talk") if talk.key in ("uk", "us")), None)
    british = bool({*reading.keys("currency")} & _BRITISH_SIZED) or _is_british(reading)
    country = named or ("uk" if british else "us")
    return f"{country}_{'men' if presentation == 'men' else 'women'}"
