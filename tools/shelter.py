"""What an outfit that was shown takes against rain that is spoken of only afterwards: "what if it rains?".

Pure. The outfit stays; an umbrella comes with it, or a rain jacket where the hands have to be free.
"""

from collections.abc import Sequence

from stores.vocabulary import Brief, Look, Refinement, ShownLook, Wanted
from tools.gates import ACTIVE_OCCASIONS
from tools.references import alters, meant, newest

# Shoes that let the water in.
OPEN_SHOES = frozenset({"sandals", "espadrilles", "flip_flops", "evening_sandals", "juttis", "slippers"})


def sheltered(brief: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The turn as a change of the outfit that it speaks of, where it tells of nothing but rain."""
    change = brief.refinement
    told = brief.intent in {"outfit", "complete"} and brief.stated_weather == ["rain"] and change is not None
    if not told or change is None or change.change != "amend" or alters(brief) or _tells_more(brief):
        return brief
    row = next(iter(meant(brief, shown) or newest(shown)), None)
    if row is None or row.look.kind != "outfit" or row.brief.trip is not None or _is_dry(row.look):
        return brief
    wanted = [_cover(row), *_shoes(row.look)]
    said = {"wanted": wanted, "slots": [one.slot for one in wanted], "categories": [wanted[0].category]}
    return brief.model_copy(update={**said, "refinement": Refinement(change="swap", looks=[row.look.id])})


def _tells_more(brief: Brief) -> bool:
    """Whether a turn says for what, where, when or for how much as well."""
    return bool(brief.occasion or brief.place or brief.date or brief.budget or brief.presentation)


def _is_dry(look: Look) -> bool:
    return any(item.category in {"umbrella", "rain_jacket", "parka"} for item in look.items)


def _cover(row: ShownLook) -> Wanted:
    active = row.brief.occasion in ACTIVE_OCCASIONS or bool(row.brief.activities)
    return Wanted(slot="outer", category="rain_jacket") if active else Wanted(slot="accessory", category="umbrella")


def _shoes(look: Look) -> list[Wanted]:
    """Other shoes, where those of the look let the water in."""
    return [Wanted(slot="footwear")] * any(item.category in OPEN_SHOES for item in look.items)
