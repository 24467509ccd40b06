"""Words for pieces that but belong to the name of another piece, or tell how it is made: « des bottines à talon »."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading

_HEELS = ("high_heels", "block_heels", "flat_shoes")
# What a jumper is called by alone, and a dress is told to have: « une robe-pull grise, col roulé ».
_COLLAR = "col"
_FAR = 4
# Words that may stand between shoes and their heel in Chinese.
_SPREAD = 14


def is_of_compound(garment: Mention, named: list[Mention], reading: Reading) -> bool:
    """Whether a word but belongs to the name of another piece, or tells how it is made.

    A slot may close a name: the 外套 of 雨衣外套; a heel tells of shoes, or they of it; a collar of a dress.
    """
    slot, before = reading.meanings.slot, (one for one in named if one.last == garment.first and one.kind != "slot")
    if garment.kind == "slot" and any(slot(one.kind, one.key) == garment.key for one in before):
        return True
    if _is_collar(garment, named, reading):
        return True
    heel, shoe = _heel_of(garment, named, reading), _shoe_of(garment, named, reading)
    return bool(shoe and not _is_any_shoe(shoe)) or bool(heel and _is_any_shoe(garment))


def _heel_of(shoe: Mention, named: list[Mention], reading: Reading) -> Mention | None:
    return next((one for one in named if _shoe_of(one, named, reading) == shoe), None)


def _shoe_of(heel: Mention, named: list[Mention], reading: Reading) -> Mention | None:
    """The shoes that a heel is told of: « des bottines à petit talon », « des bottines plates »."""
    if heel.key not in _HEELS:
        return None
    slot, words = reading.meanings.slot, reading.lexicon.grammar.heeled
    before = (one for one in named if one.last <= heel.first and slot(one.kind, one.key) == "footwear")
    parted = reading.lexicon.language == "zh"  # 皮靴,女,39,黑,平跟
    near = (one for one in before if _is_near(reading.between(one.last, heel.first), words, parted))
    return next((one for one in near if one.key not in _HEELS), None)


def _is_near(gap: list[str], words: frozenset[str], parted: bool) -> bool:
    """Whether little words alone stand between shoes and their heel; where it may be `parted`, no end of a sentence."""
    if parted:
        return len(gap) <= _SPREAD and not SENTENCE_ENDS & {*gap}
    return bool(words) and {*gap} <= words


def _is_any_shoe(shoe: Mention) -> bool:
    return shoe.kind == "slot" or shoe.key == "dress_shoes"


def _is_collar(garment: Mention, named: list[Mention], reading: Reading) -> bool:
    """Whether a collar is told of the piece right before it, and names no jumper."""
    if reading.word(garment.first) != _COLLAR or reading.word(garment.first - 1) in reading.lexicon.grammar.articles:
        return False
    before = [one.last for one in named if one.last <= garment.first]
    gap = reading.between(max(before), garment.first) if before else [".", *SENTENCE_ENDS]
    return len(gap) <= _FAR and not SENTENCE_ENDS & {*gap}


def ends_list(before: Mention, attribute: Mention, reading: Reading) -> bool:
    """Whether an attribute ends a list that another began: 冲锋衣,女,XXL,荧光黄或者橙."""
    gap = reading.between(before.last, attribute.first)
    same = (before.kind, before.denied) == (attribute.kind, attribute.denied)
    return same and bool(gap) and {*gap} <= (reading.lexicon.grammar.joiners | {"者"}) - COMMAS
