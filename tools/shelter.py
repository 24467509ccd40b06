"""What an outfit that was shown takes against a sky that is spoken of only afterwards: "what if it rains?".

Pure. The outfit stays. Against rain an umbrella comes with it, or a rain jacket where the hands have to be free;
against a cool evening one layer; against snow a coat and shoes for it.
"""

from collections.abc import Sequence

from stores.categories import load_categories
from stores.vocabulary import Brief, Look, Refinement, ShownLook, Slot, Wanted
from tools.dress import CORE_TOLERANCE, gap
from tools.events import read_event
from tools.gates import ACTIVE_OCCASIONS
from tools.references import alters, meant, newest
from tools.warmth import SOAKING_MM, WATERTIGHT

# Shoes that let the water in.
COOL = frozenset({"cool", "cold"})
LAYERS: tuple[Slot, ...] = ("mid", "outer")
# Shoes that stay as they are when it snows.
GRIPPING = frozenset({"winter_boots", "hiking_boots", "ankle_boots", "chelsea_boots", "rain_boots"})
# What a sky that is only supposed is taken for: news of the day, or a wish for warmth.
ASKING = frozenset({"amend", "warmer"})
RAIN_BOOTS = "rain_boots"
OPEN_SHOES = frozenset({"sandals", "espadrilles", "flip_flops", "evening_sandals", "juttis", "slippers"})


def sheltered(brief: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The turn as a change of the outfit that it speaks of, where it tells of nothing but rain."""
    change = brief.refinement
    told = brief.intent in {"outfit", "complete"} and len(brief.stated_weather) == 1 and change is not None
    if not told or change is None or change.change not in ASKING or alters(brief) or _tells_more(brief):
        return brief
    row = next(iter(meant(brief, shown) or newest(shown)), None)
    if row is None or row.look.kind != "outfit" or row.brief.trip is not None:
        return brief
    sky = brief.stated_weather[0]
    wanted = _against(sky, row, pours=_pours(brief, row.brief)) if change.change == "amend" or sky in COOL else []
    if not wanted and sky == "snow" and change.change == "amend" and (row.brief.date or row.brief.place):
        return brief.model_copy(update={"refinement": Refinement(change="again", looks=[row.look.id])})
    if not wanted:
        return brief
    said = {"wanted": wanted, "slots": [one.slot for one in wanted]}
    said["categories"] = [one.category for one in wanted if one.category]
    # The day is what it was; that an evening may turn cool makes no winter of it.
    said["stated_weather"] = [] if sky in COOL else brief.stated_weather
    return brief.model_copy(update={**said, "refinement": Refinement(change="swap", looks=[row.look.id])})


def _against(sky: str, row: ShownLook, *, pours: bool) -> list[Wanted]:
    """What comes to an outfit against a sky; nothing where it has it, or where no more is known of the day."""
    worn = {item.slot for item in row.look.items}
    if sky == "rain":
        return [*([] if _is_dry(row.look) else [_cover(row)]), *_shoes(row.look, pours=pours)]
    if not (row.brief.date or row.brief.place):
        return []
    if sky in COOL:
        return [Wanted(slot=slot, warm=True) for slot in LAYERS if slot not in worn][:1]
    grips = any(item.category in GRIPPING for item in row.look.items)
    coat, boots = [Wanted(slot="outer", warm=True)] * ("outer" not in worn), [Wanted(slot="footwear")] * (not grips)
    return [*coat, *boots] if sky == "snow" else []


def _tells_more(brief: Brief) -> bool:
    """Whether a turn says for what, where, when or for how much as well."""
    return bool(brief.occasion or brief.place or brief.date or brief.budget or brief.presentation)


def _is_dry(look: Look) -> bool:
    return any(item.category in {"umbrella", "rain_jacket", "parka"} for item in look.items)


def _cover(row: ShownLook) -> Wanted:
    active = row.brief.occasion in ACTIVE_OCCASIONS or bool(row.brief.activities)
    return Wanted(slot="outer", category="rain_jacket") if active else Wanted(slot="accessory", category="umbrella")


def _shoes(look: Look, *, pours: bool) -> list[Wanted]:
    """Other shoes, where those of the look let the water in; where it pours, rain boots."""
    if pours and not any(item.category in WATERTIGHT for item in look.items):
        return [Wanted(slot="footwear", category=RAIN_BOOTS)]
    return [] if _is_dry(look) else [Wanted(slot="footwear")] * any(item.category in OPEN_SHOES for item in look.items)


def _pours(brief: Brief, before: Brief) -> bool:
    """Whether so much rain is spoken of that it fills shoes, on a day on which rain boots are not out of place."""
    told = brief.stated_figures.rain_mm if brief.stated_figures else None
    event = read_event(before.occasion, culture=before.culture) if before.occasion else None
    plain = event is None or gap(load_categories()[RAIN_BOOTS].formality, event.formality) <= CORE_TOLERANCE
    return (told or 0.0) >= SOAKING_MM and plain
