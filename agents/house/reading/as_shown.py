"""A piece that was shown, by a near word for it: "the jumper", said of a fine knit, 西装外套, of a suit jacket."""

from dataclasses import replace

from agents.contracts import UnderstandRequest
from agents.house.reading.kinds import SUITED, is_vest
from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.pointing import is_definite, last_turn
from stores.categories import load_categories
from tools.likeness import kin_of
from tools.shape import SHELLS

_BARE = ("wardrobe_remove", "keep")
# What nobody calls by another name, though it is of the same kin.
_APART = frozenset({"cardigan", "hoodie", "waistcoat"})


def as_shown(reading: Reading, request: UnderstandRequest) -> Reading:
    """The reading with the kinds of piece that nobody wears in what was shown as what is worn there in their place.

    What the person has at home is meant by its own name.
    """
    worn = {item.category for row in last_turn(request.shown) if row.look.kind == "outfit" for item in row.look.items}
    owned = {garment.category for garment in request.wardrobe}
    slots = {name: row.slot for name, row in load_categories().items()}
    shells = [one for one in worn if one in SHELLS]

    def meant(mention: Mention) -> Mention:
        if (
            _is_jacket(mention)
            and (mention.denied or is_definite(reading, mention))
            and len(shells) == 1
            and not worn & {*reading.meanings.kinds["jacket"]}
        ):
            return replace(mention, kind="category", key=shells[0])
        if is_vest(mention, reading.words) and worn & SUITED and mention.key not in worn:
            return replace(mention, key="waistcoat")
        if mention.kind != "category" or mention.key in worn | owned | _APART or not _points(reading, mention):
            return mention
        near = [one for one in kin_of(mention.key) if one in worn and slots[one] == slots[mention.key]]
        return replace(mention, key=near[0]) if len(near) == 1 else mention

    return replace(reading, mentions=[meant(mention) for mention in reading.mentions]) if worn else reading


def _is_jacket(mention: Mention) -> bool:
    """Whether it is "the jacket", which may be worn under a coat or over it."""
    return (mention.kind, mention.key) == ("kind", "jacket")


def _points(reading: Reading, garment: Mention) -> bool:
    """Whether it is said of what was shown; Chinese needs no "the" where it is to stay or to go."""
    bare = reading.lexicon.language == "zh" and reading.has(*_BARE)
    return bare or is_definite(reading, garment)
