"""Pieces that Chinese names by their measure word alone: 换双棕色的, 来条长一点的, 换顶素的.

Only of what was shown: 条 is the trousers, the skirt or the dress of the outfit, 件 its top.
"""

from agents.house.reading.mentions import Mention, Reading
from stores.vocabulary import ShownLook, Slot

# The slots that a measure word counts, the likeliest first.
_COUNTS: dict[str, tuple[Slot, ...]] = {
    "双": ("footwear",), "顶": ("headwear",), "条": ("bottom", "one_piece"),
    "件": ("base_top", "one_piece", "mid", "outer"),
}  # fmt: skip
_ASKED = frozenset("换来要挑选试买配找")
_BETWEEN = frozenset("一个两再")


def measured(reading: Reading, shown: list[ShownLook]) -> list[Mention]:
    """The piece that a measure word behind a wish stands for, where neither a garment nor a photo of one is named."""
    pictured = any(one.key == "photo" for one in reading.of("refer"))
    if reading.lexicon.language != "zh" or reading.garments or pictured or not shown:
        return []
    worn = {item.slot for row in shown for item in row.look.items}
    named = {index for one in reading.of("pattern") for index in range(one.first, one.last)}  # 不要条纹
    for index, word in enumerate(reading.words):
        if index in named:
            continue
        slot = next((slot for slot in _COUNTS.get(word.text, ()) if slot in worn), None)
        before = reading.between(index - 2, index)
        asked = bool(before) and (before[-1] in _ASKED or (before[-1] in _BETWEEN and before[0] in _ASKED))
        if slot and asked:
            return [Mention("slot", slot, index, index + 1)]
    return []
