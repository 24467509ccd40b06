"""What "longer" and "shorter" ask for: categories on a ladder of lengths, from what is named or was shown.

The ladders stand in `kinds.toml`. A look is made longer by its skirt or dress, else by its coat.
"""

from agents.house.reading.mentions import Mention
from agents.house.reading.pointing import last_turn
from agents.house.reading.turn import Turn
from stores.categories import load_categories
from stores.vocabulary import Brief, Wanted

_MIDDLE = 1
# Trousers that are too long are hemmed: shorts are no answer to them.
_ONLY_LONGER = "legs"
# Bags are bigger or smaller, and neither long nor short.
_BAGS = "bags"


def lengthened(turn: Turn) -> list[str]:
    """The categories that are longer or shorter than what the turn speaks of; none where no length is asked for."""
    r = turn.reading
    of_sleeves = r.cues.get("unchecked_sleeves", [])
    if resizes_bag(turn):
        return _stepped(r.meanings.lengths[_BAGS], _worn(turn), up=not r.has("smaller"))
    longer = bool(r.apart("longer", [*r.cues.get("long_sleeves", []), *r.cues.get("sleeved", [])]))
    if not longer and not r.apart("shorter", of_sleeves):
        return []
    named = [c for piece in turn.asked for c in _kinds(piece.garment, turn)]
    worn, found = _worn(turn), list[str]()
    for name, ladder in turn.reading.meanings.lengths.items():
        if name == _BAGS or (name == _ONLY_LONGER and not longer):
            continue
        steps = {category: step for step, rung in enumerate(ladder) for category in rung}
        shown = [steps[category] for category in worn if category in steps]
        if any(category in steps for category in named) if named else shown:
            start = (max if longer else min)(shown, default=0 if longer else _MIDDLE)
            found += [c for c, step in steps.items() if (step > start if longer else step < start)]
        if found and not named:
            return found
    return found


def resizes_bag(turn: Turn) -> bool:
    """Whether a bag that was shown is to be smaller or bigger: "make the bag smaller", « un sac plus petit »."""
    slots = {turn.reading.meanings.slot(piece.garment.kind, piece.garment.key) for piece in turn.asked}
    shown = {category for rung in turn.reading.meanings.lengths[_BAGS] for category in rung} & {*_worn(turn)}
    return slots == {"bag"} and bool(shown) and turn.reading.has("smaller", "bigger")


def _stepped(ladder: list[list[str]], worn: list[str], *, up: bool) -> list[str]:
    """The categories of a ladder above or below the first of it that is worn."""
    steps = {category: step for step, rung in enumerate(ladder) for category in rung}
    start = next((steps[category] for category in worn if category in steps), _MIDDLE)
    return [category for category, step in steps.items() if (step > start if up else step < start)]


def _kinds(garment: Mention, turn: Turn) -> list[str]:
    """The categories that a garment may mean; all of its slot where it names no more than that: 外套短一点."""
    meanings = turn.reading.meanings
    slot = meanings.slot(garment.kind, garment.key)
    of_slot = [name for name, one in load_categories().items() if one.slot == slot]
    return [*meanings.categories(garment.kind, garment.key)] or of_slot


def lengthen(brief: Brief, turn: Turn) -> Brief:
    """The brief with the piece that is to be longer or shorter."""
    categories = lengthened(turn)
    if not categories:
        return brief
    slot_of = {category: load_categories()[category].slot for category in (*categories, *brief.categories)}
    slots = {slot_of[category] for category in categories}
    lead = slot_of[categories[0]]
    said = [one for one in brief.wanted if one.slot in slots] or [Wanted(slot=lead, text=turn.request.text)]
    sure = categories[0] if len(categories) == 1 else None
    others = [one for one in brief.wanted if one.slot not in slots]
    wanted = [*others, *(one.model_copy(update={"category": sure}) for one in said)]
    kept = [category for category in brief.categories if slot_of[category] not in slots]
    named = list(dict.fromkeys([*brief.slots, *(one.slot for one in said)]))
    return brief.model_copy(update={"wanted": wanted, "categories": [*kept, *categories], "slots": named})


def _worn(turn: Turn) -> list[str]:
    """The categories of the look that is meant, else of all that were shown last."""
    seen = last_turn(turn.request.shown)
    meant = [shown for shown in turn.request.shown if shown.look.id in turn.references.looks] or seen
    return [item.category for shown in meant for item in shown.look.items]
