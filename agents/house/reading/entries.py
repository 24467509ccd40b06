"""Sizes that are an entry of their own in a list: « femme, M, 38 », 运动鞋，44，男, "a skirt, a top, 40".

French tells ages with their years, so that a lone even number there is a size of clothes, and an odd one of shoes.
"""

from agents.house.reading.mentions import ATTRIBUTES, COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.numbers import Number, numbers

_SHOES = (35, 48)
_CLOTHES = {"men": (46, 56), "women": (34, 46)}
_SOLES = ("footwear", "hosiery")
_AND = frozenset({"et"})
_CARRIED = ("bag", "headwear", "accessory")


def lone_of_shoes(reading: Reading, number: Number) -> Mention | None:
    """The shoes of 运动鞋，44，男: a number that is a clause of its own, where shoes alone are named."""
    named = [piece for piece in reading.garments if not (piece.denied or is_mine(reading, piece))]
    shod = all(reading.meanings.slot(piece.kind, piece.key) in _SOLES for piece in named)
    fits = _SHOES[0] <= number.value <= _SHOES[1]
    return named[0] if is_alone(reading, number) and named and shod and fits else None


def lone_of_wearer(reading: Reading, number: Number) -> Mention | None:
    """Who or what is dressed in the size of a French list: « femme, tailleur bleu nuit, chemisier blanc, 38 »."""
    if reading.lexicon.language != "fr" or not is_alone(reading, number):
        return None
    second = is_second(reading, number)
    who = next(iter(reading.of("presentation")), None)
    least, most = _SHOES if number.value % 2 or second else _CLOTHES["men" if who and who.key == "men" else "women"]
    pieces = (piece for piece in reading.garments if not piece.denied)
    clothes = (one for one in pieces if reading.meanings.slot(one.kind, one.key) not in _CARRIED)
    whole = next(iter(reading.cues.get("outfit", ())), None)
    return who or next(clothes, None) or whole if least <= number.value <= most else None


def is_alone(reading: Reading, number: Number) -> bool:
    """Whether a number is a clause of its own."""
    ends = COMMAS | SENTENCE_ENDS | {"", *(_AND if reading.lexicon.language == "fr" else ())}
    return reading.word(number.first - 1) in ends and reading.word(number.last) in ends


def is_second(reading: Reading, number: Number) -> bool:
    """Whether a number follows the size of clothes, and so is that of shoes: « homme, 48, 42 », « 38 et 39 »."""
    first = next((one for one in numbers(reading) if one.last == number.first - 1), None)
    if first is None or reading.word(first.last) not in COMMAS | _AND | {"/"} or first.value % 2:
        return False
    clothes = any(least <= first.value <= most for least, most in _CLOTHES.values())
    return clothes and _SHOES[0] <= number.value <= _SHOES[1] and is_alone(reading, first)


def is_closed(reading: Reading, number: Number) -> bool:
    """Whether an entry ends behind a number, but for whom it is: « veste de costume 50, homme »."""
    ends = COMMAS | SENTENCE_ENDS | {"", "pour", "svp", "stp", "s", "et"}
    return reading.word(number.last) in ends or reading.at("presentation", number.last) is not None


def is_mine(reading: Reading, piece: Mention) -> bool:
    """Whether a piece is the person's own: the dress of "shoes to go with my green velvet dress"."""
    said = {i for m in reading.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    led = (cue.last for cue in reading.cues.get("my", ()) if cue.last <= piece.first)
    return any({*range(start, piece.first)} <= said for start in led)
