"""Who a turn dresses: another than the one before, and what is then nobody else's. Pure."""

from collections.abc import Sequence

from stores.categories import load_categories
from stores.vocabulary import CORE_SLOTS, Brief, ShownLook
from tools.references import newest


def for_another(brief: Brief, last: Brief) -> bool:
    """Whether a turn speaks of somebody else: "for my husband instead". What fits one person is nothing to another.

    Where nobody told who was dressed, the pieces that were asked for do: a skirt, and then "and my son?".
    """
    if brief.wearer is not None and (brief.wearer == "other") != (last.wearer == "other"):
        return True
    told = {brief.presentation, last.presentation}
    if last.presentation is None:
        told |= {load_categories()[name].presentation for name in last.categories} - {"unisex"}
        told -= {None}
    return not told & {None, "unisex"} and len(told) > 1 and brief.presentation is not None


def worn_by(brief: Brief, last: Brief, shown: Sequence[ShownLook]) -> list[str]:
    """What the one who was dressed before wears, where another is whom the same clothes would fit: nobody is a twin."""
    amends = brief.refinement is not None and brief.refinement.change == "amend"
    anew = amends and brief.presentation in {None, last.presentation} and for_another(brief, last)
    items = [item for row in newest(shown) for item in row.look.items] if anew else []
    return list(dict.fromkeys(item.id for item in items if item.source == "catalog" and item.slot in CORE_SLOTS))
