"""A suit's jacket that is worn without its trousers, as a blazer, where other trousers are asked for with it."""

from stores.categories import load_categories
from stores.vocabulary import Brief, Garment
from tools.references import named_slots
from tools.shape import SETS

_SUIT, _BLAZER = "suit_jacket", "blazer"
_CUT_WITH_IT = frozenset(half for jacket, half in SETS if jacket == _SUIT)


def with_odd_jacket(brief: Brief) -> Brief:
    """The brief with the own suit jackets as blazers where what is asked for below cannot be of their cloth."""
    odd = [one for one in brief.owned if one.category == _SUIT and _is_parted(one, brief)]
    level = load_categories()[_BLAZER].formality
    worn_as = {one.id: one.model_copy(update={"category": _BLAZER, "formality": level}) for one in odd}
    return brief.model_copy(update={"owned": [worn_as.get(one.id, one) for one in brief.owned]}) if odd else brief


def _is_parted(jacket: Garment, brief: Brief) -> bool:
    """Whether the trousers or the skirt that come with a jacket are of another colour or of another kind."""
    below = [one for one in brief.wanted if one.slot == "bottom"]
    own = [one for one in brief.owned if one.slot == "bottom"]
    family = jacket.colours[0].family
    other = any(one.category not in _CUT_WITH_IT or one.colours[0].family != family for one in own)
    kinds = {one.category for one in below} - {None}
    coloured = any(family in one.avoid_colours or (one.colours and family not in one.colours) for one in below)
    return "bottom" in named_slots(brief) | {one.slot for one in own} and (
        other or coloured or bool(kinds - _CUT_WITH_IT)
    )
