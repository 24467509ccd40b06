"""Replies that show outfits: the answer, its reasons, the weather, the money, the other choices, at times an offer.

Knows what the composer found and why (reason keys), never how it looked for it.
"""

from collections.abc import Sequence
from typing import Literal

from agents.contracts import LookFacts, MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat, Part, follows_up, told
from agents.house.merging.limits import invitation_told, notes, short, unmet
from agents.house.merging.reasons import flows, reasoned, reasons, telling
from agents.house.merging.taboos import refused, taboo, warns_of_ground
from agents.house.merging.weather import weather
from agents.house.merging.without import SAME, said_of, without_keys, without_slots
from agents.house.phrases import kind_of
from agents.house.prose.pen import Pen
from agents.house.prose.scene import anchor, finishing, ordered, shows_worn, thing
from agents.house.reading.sleeves import sleeves_asked
from agents.house.reading.text import read
from agents.house.reading.trying import asks_if_it_goes
from stores.vocabulary import CORE_SLOTS
from tools.references import remakes

DRESSED = 4.5
OPENING_OF_CHANGE = {"more_like": "other", "only": "outfit", "dearer": "dressier"}
LISTED_AT_MOST = 4
# From here on a piece is dressed for another day than the rest.
FAR_APART = 1.5


def outfit(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What to wear, in one to `voice.sentences` sentences."""
    lead: list[Part] = [refused, *([reasons, opening] if request.voice.lead == "reason" else [beginning])]
    return told([*lead, short, weather, tip, unmet, money, taboo, others, notes, offer, farewell], request, pen)


def beginning(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The answer, then its reasons; at times the first of them in the same breath."""
    slots = without_slots(request)
    said, found = pen.clause(*opening_keys(request), avoid=request.openings, slots=slots), telling(request, pen)
    if said is None or not found or not flows(said, found[0]) or not pen.tosses("breath"):
        return [Beat(10, pen.finish(said) if said else None), *reasoned(found, pen)]
    joint = pen.sentence("join.breath", slots={"a": said, "b": found[0]})
    return [Beat(10, joint), *reasoned(found[1:], pen)]


def opening(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(10, pen.sentence(*opening_keys(request), avoid=request.openings, slots=without_slots(request)))]


def opening_keys(request: MergeRequest) -> list[str]:
    """Lists of openings, the most fitting first."""
    look, change = request.looks[0], request.brief.refinement
    kind = "swap" if remakes(request.brief) else change.change if change else ""
    keys = []
    if look.owned or "already:nothing_to_buy" in request.notes:
        keys.append("opening.owned")
    if kind == "swap" and look.pieces[anchor(request, look)].category in {"umbrella", "rain_jacket"}:
        keys.append("opening.rain")
    if kind == "swap" and asks_match(request):
        keys.append(f"opening.match_{match(request)}")
    if kind == "swap" and adds(request):
        keys.append("opening.added")
    if shows_worn(request.brief) and not stays(request):
        keys.append("opening.worn")
    keys += [*ground(request), *without_keys(request)]
    if (kind == "amend" or (kind == "again" and (request.brief.changes or stays(request)))) and SAME in request.told:
        keys.append("opening.stands" if "question" in request.facts else "opening.same")
    if change:
        said = "without" if drops(request) else "amend" if refuses_looks(request) else OPENING_OF_CHANGE.get(kind, kind)
        keys.append(f"opening.{said}")
    if any(piece.source == "wardrobe" for piece in look.pieces.values()):
        keys.append("opening.complete")
    if kind_of("occasions", request.brief.occasion or "") == "mourning":
        keys.append("opening.mourning")
    return [*keys, "opening.outfit", "opening.single"]


def stays(request: MergeRequest) -> bool:
    """Whether a look is shown again since it is right for what comes next, or since nobody understood a wish."""
    return "question" in request.facts or said_of(request).has("afterwards")


def ground(request: MergeRequest) -> list[str]:
    """The openings for what is told of where it takes place: in the open air, on a lawn."""
    said, change = read(request.text, load_lexicon(request.language)), request.brief.refinement
    if change and said.has("mud"):
        return ["opening.mud"]
    heels = request.brief.presentation == "women" and said.has("soft_ground")
    open_air = said.has("outdoors") and change is not None and change.change == "amend"
    return [*(["opening.ground"] if heels and change else []), *(["opening.outdoors"] if open_air else [])]


def asks_match(request: MergeRequest) -> bool:
    """Whether the person asks if a piece goes with what was shown, rather than for it."""
    return bool(request.brief.wanted) and asks_if_it_goes(read(request.text, load_lexicon(request.language)))


def adds(request: MergeRequest) -> bool:
    """Whether a piece is to come beside what was shown, in the place of none."""
    said, change = read(request.text, load_lexicon(request.language)), request.brief.refinement
    named = bool(request.brief.wanted or request.brief.accent) and not any(piece.denied for piece in said.garments)
    beside = change is not None and not change.without
    if change is not None and {*change.items} & {*change.keep}:
        return named and beside  # "Put the first shoes back" puts them in the place of others.
    return named and (beside or said.has("add", "adds") or bool(said.opening("also")))


def match(request: MergeRequest) -> Literal["yes", "plainer", "dressier"]:
    """How the new piece sits beside the rest: colours the composer saw to, so it is how dressed they are."""
    look = request.looks[0]
    new = anchor(request, look)
    rest = [piece.formality for key, piece in look.pieces.items() if key != new and piece.slot in CORE_SLOTS]
    over = look.pieces[new].formality - sum(rest) / len(rest) if rest else 0.0
    return "yes" if abs(over) <= FAR_APART else "dressier" if over > 0 else "plainer"


def refuses_looks(request: MergeRequest) -> bool:
    """Whether a colour, a cloth or a pattern is refused, and no piece by name."""
    said = said_of(request)
    refused = any(one.denied for one in said.of("colour", "fabric", "pattern"))
    return refused and not any(one.denied for one in said.garments)


def drops(request: MergeRequest) -> bool:
    """Whether this turn takes a piece away, names none that should come for it, and none came: flats come for heels.

    What is refused for its colour or its cloth has another in its place; sleeves are no piece.
    """
    brief, said = request.brief, said_of(request)
    if sleeves_asked(said) is not None:
        return False
    refused = {said.meanings.slot(one.kind, one.key) for one in said.garments if one.denied}
    if refuses_looks(request) or refused & {piece.slot for look in request.looks[:1] for piece in look.pieces.values()}:
        return False
    asked = (brief.wanted, brief.slots, brief.colours, brief.fabrics, brief.patterns, brief.owned, brief.accent)
    change = brief.refinement
    stays = change is not None and bool(change.keep) and not refused  # "keep the blazer, change the rest"
    return bool(change and change.change == "swap" and not any(asked) and not stays)


def tip(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What finishes it, and how to wear it: a move that costs nothing and suits how dressed the day is."""
    worn = [piece.category for piece in request.looks[0].pieces.values()]
    kinds = [kind for category in worn if (kind := kind_of("tips", category))]
    if "belt" in worn:  # Of a dress the tip may be to belt it.
        kinds = [kind for kind in kinds if kind != "dress"]
    manner = "dressed" if is_dressed(request) else "easy"
    keys = [f"tip.{manner}.{kind}" for kind in pen.shuffled(kinds)]
    return [*finish(request, pen), Beat(2, pen.sentence(*keys, "tip.any"))]


def finish(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The pieces that finish the look, of which no sentence before has spoken."""
    left = [pair for pair in finishing(request, request.looks[0]) if pair[0] not in pen.cited]
    return [Beat(3, pen.sentence("finish.any", slots={"finish": thing(request, left)}))] if left else []


def is_dressed(request: MergeRequest) -> bool:
    """Whether the day is one on which no sleeve is rolled."""
    sky = request.conditions
    sober = kind_of("occasions", request.brief.occasion or "") in {"interview", "mourning", "worship"}
    return sober or bool(sky and sky.formality and sky.formality[0] >= DRESSED)


def money(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    look, brief = request.looks[0], request.brief
    if look.owned:
        return [Beat(6, pen.sentence("money.owned"))] if "already:nothing_to_buy" not in request.notes else []
    if not look.priced or "price_unknown" in request.notes:
        return unpriced(request, pen)
    keys = ["money.total"]
    if (
        brief.budget
        and not follows_up(request)
        and brief.budget.per == "look"
        and not any(gap.constraint == "budget" for gap in brief.unmet)
    ):
        keys.insert(0, "money.within")
    if any(piece.source == "wardrobe" for piece in look.pieces.values()):
        keys.insert(0, "money.mixed" if lists_all(look) else "money.mixed_many")
    return [Beat(8, pen.sentence("money.diff", *keys))]


def lists_all(look: LookFacts) -> bool:
    """Whether a sentence that lists what is new names all of it: it leaves out tights and bags."""
    bought = [key for key, piece in look.pieces.items() if piece.source == "catalog"]
    listed = [key for key, piece in ordered(look.pieces.items()) if piece.source == "catalog"]
    return len(bought) <= LISTED_AT_MOST and len(listed) == len(bought)


def unpriced(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Says that no price is known, where that is so."""
    if request.looks[0].priced and "price_unknown" not in request.notes:
        return []
    return [Beat(9, pen.sentence("money.unknown_budget", "money.unknown"))]


def others(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The other looks by what they alone have; one that has nothing of its own goes without a word."""
    return [Beat(6, pen.sentence("others.three", "others.two", "others.third"))]


def offer(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """At most one, in half of the first answers and in no other: by the occasion, a heel, or a budget not named."""
    if request.voice.warmth == 0 or not offers(request, pen):
        return []
    kind = kind_of("occasions", request.brief.occasion or "")
    if kind == "mourning":
        return [] if invitation_told(request.brief) else [Beat(7, pen.sentence("next.mourning"))]
    keys = [f"next.{kind}"] if kind and not invitation_told(request.brief) else []
    heeled = any(kind_of("heels", piece.category) for piece in request.looks[0].pieces.values())
    if heeled and not warns_of_ground(request):
        keys.append("next.heels")
    if not request.brief.budget and request.looks[0].priced and not request.looks[0].owned:
        keys.append("next.budget")
    return [Beat(7, pen.sentence(*pen.shuffled([*keys, "next.any"])))]


def offers(request: MergeRequest, pen: Pen) -> bool:
    """Never after a change, which is what an offer would have led to, and never in two replies in a row."""
    return not follows_up(request) and request.turn % 2 == 1 and pen.tosses("offer")


def farewell(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    return [Beat(6, pen.sentence("warm.any"))] if request.voice.warmth == 3 else []
