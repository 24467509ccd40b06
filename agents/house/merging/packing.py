"""Replies that pack: how many pieces for how many days, which they are, what the events get, and what it costs.

Knows what was packed by tokens and occasions, never why the composer chose it.
"""

from collections.abc import Iterable, Sequence

from agents.contracts import MergeRequest, PackingFacts, PieceFacts, StopFacts
from agents.house.merging.beats import Beat, follows_up, told
from agents.house.merging.limits import notes, unmet
from agents.house.merging.looks import unpriced
from agents.house.merging.weather import weather
from agents.house.merging.without import SAME
from agents.house.prose.names import LEAD, article
from agents.house.prose.pen import Pen, Thing
from agents.house.prose.scene import grammar, occasion_name, token_of
from stores.vocabulary import Slot

GROUPS: dict[str, tuple[Slot, ...]] = {
    "tops": ("base_top",),
    "bottoms": ("bottom",),
    "layers": ("mid", "outer"),
    "shoes": ("footwear",),
}
EXTRAS: frozenset[Slot] = frozenset({"bag", "headwear", "accessory", "hosiery"})
MOST_THINGS, MOST_BOUGHT, MOST_EVENTS = 3, 4, 2


def suitcase(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What to pack and what it is for; the days themselves are on the cards."""
    return told([opening, listed, mixed, events, unmet, weather, money, notes, rest], request, pen)


def opening(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    keys = ["packing.owned"] if not bought(request) else []
    if request.brief.at_most and request.brief.refinement and SAME in request.told:
        keys.insert(0, "packing.same")
    slots = {name: f"[[packing.{name}]]" for name in ("count", "days")}
    return [Beat(10, pen.sentence(*keys, "packing.opening", avoid=request.openings, slots=slots))]


def listed(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Every piece by its name, from the body outwards; where there are separates, dresses come after them."""
    groups = {name: packed(request, of_slots(request, slots)) for name, slots in GROUPS.items()}
    left = [key for key in pieces_of(request).pieces if slot_of(request, key) in EXTRAS]
    dresses = of_slots(request, ("one_piece",))
    whole = groups["tops"] and groups["bottoms"]
    slots = {**groups, "all": packed(request, [key for key in pieces_of(request).pieces if key not in left])}
    named = pen.sentence("packing.layered" if groups["layers"] else "packing.light", "packing.few", slots=slots)
    extras = packed(request, [*(dresses if whole else []), *left])
    return [Beat(10, (named or "") + (pen.sentence("packing.extras", slots={"extras": extras}) or ""))]


def mixed(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """How many outfits it makes, where that is more than one."""
    many = len(pieces_of(request).stops) > 2
    return [Beat(6, pen.sentence("packing.mixed", slots={"looks": "[[packing.looks]]"}))] if many else []


def events(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What is worn at each event: what was packed for it alone, else what is seen first."""
    packing = pieces_of(request)
    first = {stop.occasion: stop for stop in reversed(packing.stops) if stop.occasion != packing.day}
    beats = []
    for place, stop in enumerate(list(reversed(first.values()))[:MOST_EVENTS]):
        slots = {
            "event": occasion_name(stop.occasion, request.language),
            "things": packed(request, telling(request, stop)),
        }
        beats.append(Beat(9, pen.sentence("packing.event_next" if place else "packing.event", slots=slots)))
    return beats


def telling(request: MergeRequest, stop: StopFacts) -> list[str]:
    """The pieces that an event is known by, those first that no other occasion has."""
    others = {key for one in pieces_of(request).stops if one.occasion != stop.occasion for key in one.pieces}
    clothes = [key for key in stop.pieces if slot_of(request, key) not in EXTRAS]
    ranked = sorted(clothes, key=lambda key: (key in others, LEAD.index(slot_of(request, key))))
    return sorted(ranked[:MOST_THINGS], key=lambda key: LEAD.index(slot_of(request, key)))


def money(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What all of it costs, each piece once; of what is owned in part, what has to be bought."""
    new = bought(request)
    if not new:
        return []
    if "packing.total" not in request.facts:
        return unpriced(request, pen)
    keys = (
        ["packing.sum_within", "packing.sum"] if request.brief.budget and not follows_up(request) else ["packing.sum"]
    )
    if len(new) < len(pieces_of(request).pieces):
        keys = ["packing.sum_rest" if len(new) <= MOST_BOUGHT else "packing.sum_rest_many"]
    return [Beat(9, pen.sentence(*keys, slots={"sum": "[[packing.total]]", "bought": packed(request, new)}))]


def rest(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What is not in the list; to a stranger, that their own things would come first."""
    stranger = len(bought(request)) == len(pieces_of(request).pieces)
    return [Beat(5, pen.sentence("packing.tell")) if stranger else Beat(4, pen.sentence("packing.left_out"))]


def pieces_of(request: MergeRequest) -> PackingFacts:
    return request.packing or PackingFacts(day="", pieces=[], stops=[])


def facts_of(request: MergeRequest, key: str) -> PieceFacts:
    return next(look.pieces[key] for look in request.looks if key in look.pieces)


def slot_of(request: MergeRequest, key: str) -> Slot:
    return facts_of(request, key).slot


def of_slots(request: MergeRequest, slots: Iterable[Slot]) -> list[str]:
    listed = {*slots}
    return [key for key in pieces_of(request).pieces if slot_of(request, key) in listed]


def bought(request: MergeRequest) -> list[str]:
    return [key for key in pieces_of(request).pieces if facts_of(request, key).source == "catalog"]


def packed(request: MergeRequest, keys: Sequence[str]) -> Thing | None:
    """Pieces of the suitcase as the pen cites them; by their noun the second time, where only one is called so."""
    if not keys:
        return None
    kinds = [facts_of(request, key).category for key in pieces_of(request).pieces]
    cited = []
    for key in keys:
        piece, token = facts_of(request, key), token_of(request, key) or ""
        alone = kinds.count(piece.category) == 1
        cited.append((token, article(piece.category, request.language) if alone else token))
    return Thing(tuple(cited), grammar([facts_of(request, key) for key in keys], request.language))
