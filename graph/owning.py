"""Outfits of what the person owns: of that alone, or with what such an outfit lacks from the shop."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stores.vocabulary import CORE_SLOTS, Brief, Direction, Filters, Garment, Look, Piece, Profile, Slot, Unmet, Wish
from tools.seats import Candidate, Slate
from tools.shape import MOST, SEPARATES, WHOLE

# What is told of by name where it is missing, in the order in which it is missed.
MISSED: tuple[Slot, ...] = ("base_top", "bottom", "footwear", "outer")
# Pieces of the shop that are told of beside what is owned.
BOUGHT: tuple[Slot, ...] = ("base_top", "bottom", "one_piece", "mid", "footwear", "outer")
# How far below the best of the shop, out of 100, an outfit of one's own may score and still come first.
OWN_COST = 10.0


class Own(NamedTuple):
    """What an outfit of one's own is composed from, and what it has to do without."""

    slates: list[Slate]
    direction: Direction
    kept: list[Piece]
    lacking: list[Unmet]


def is_own(brief: Brief) -> bool:
    """Whether an outfit is asked for without a purchase."""
    return brief.own_only and brief.intent in {"outfit", "complete"}


def is_own_first(brief: Brief) -> bool:
    """Whether an outfit is to come out of the wardrobe, and out of the shop only where that has nothing for it."""
    return brief.own_first and not brief.own_only and brief.intent in {"outfit", "complete"} and not brief.wanted


def may_be_own(brief: Brief, profile: Profile, last: Brief | None) -> bool:
    """Whether what hangs at home may answer as well: an outfit for oneself, and nothing of it is said to be bought.

    Who is dressed is oneself as long as nobody else is told of.
    """
    wished = brief.wanted or brief.colours or brief.categories or brief.fabrics or brief.patterns or brief.slots
    plain = not (wished or brief.budget or brief.refinement or brief.owned or brief.own_only)
    told = any(change.key == "presentation" for change in brief.changes)
    oneself = told or brief.presentation in {None, profile.presentation, last.presentation if last else None}
    return brief.intent == "outfit" and plain and oneself


def chosen_among(slates: Sequence[Slate], kept: Sequence[Piece]) -> tuple[list[Slate], list[Piece]]:
    """All that was told is worn where it can be worn together; of a dress and a shirt, or of two shirts, one is."""
    rivals = _rivals([piece.slot for piece in kept if _is_owned(piece)])
    apart = [piece for piece in kept if isinstance(piece, Garment) and piece.slot in rivals]
    return [*slates, *(_choice(slot, apart) for slot in rivals)], [piece for piece in kept if piece not in apart]


def from_own(slates: Sequence[Slate], direction: Direction, kept: Sequence[Piece]) -> Own:
    """The candidates that are the person's, the wishes that these can answer, and the pieces that are wanting.

    Who has a dress lacks neither top nor bottom.
    """
    own = [slate._replace(candidates=[one for one in slate.candidates if _is_owned(one.piece)]) for slate in slates]
    worn = [piece for piece in kept if _is_owned(piece)]
    there = {slate.wish.slot for slate in own if slate.candidates} | {piece.slot for piece in worn}
    answered = [wish for wish in direction.wishes if wish.slot in there]
    needed = {wish.slot for wish in direction.wishes if wish.required}
    needed -= {*SEPARATES} if there & {*WHOLE} else set()
    lacking = [Unmet(constraint="own_only", asked=slot) for slot in MISSED if slot in needed - there]
    none = [Unmet(constraint="own_only", asked="outfit")]
    return Own(
        [slate for slate in own if slate.candidates],
        direction.model_copy(update={"wishes": answered}),
        worn,
        lacking if there & CORE_SLOTS else none,
    )


def filled_up(slates: Sequence[Slate], direction: Direction, kept: Sequence[Piece]) -> Iterator[Own]:
    """One's own pieces with what they need, then with any shoes and layers, then beside all that the shop has."""
    own = from_own(slates, direction, kept)
    there = {wish.slot for wish in own.direction.wishes} | {piece.slot for piece in own.kept}
    needed = {one.asked for one in own.lacking}
    dressed = {*SEPARATES, *WHOLE} if there & {*SEPARATES, *WHOLE} else set[Slot]()
    for bought in (needed - there, ({slate.wish.slot for slate in slates} - dressed) | (needed - there)):
        left = [slate for slate in own.slates if slate.wish.slot not in bought]
        added = [slate for slate in slates if slate.wish.slot in bought]
        wishes = [wish for wish in direction.wishes if wish.slot in there | bought]
        yield Own([*left, *added], direction.model_copy(update={"wishes": wishes}), [*kept], [])
    yield Own([*slates], direction, [*kept], [])


def bought_beside(look: Look) -> list[Unmet]:
    """What an outfit that was to come out of the wardrobe has from the shop, for want of it there."""
    bought = [item.slot for item in look.items if item.source == "catalog" and item.slot in BOUGHT]
    if not any(item.source == "wardrobe" for item in look.items):
        return [Unmet(constraint="own_first", asked="outfit")]
    return [Unmet(constraint="own_first", asked=bought[0] if len(bought) == 1 else "rest")] if bought else []


def nearly_own(slates: Sequence[Slate], direction: Direction, kept: Sequence[Piece]) -> Own | None:
    """An outfit of one's own that lacks one piece at most, which the shop then has."""
    own = from_own(slates, direction, kept)
    lacks = [one.asked for one in own.lacking]
    return None if lacks == ["outfit"] or len(lacks) > 1 else next(filled_up(slates, direction, kept))


def without_own(slates: Sequence[Slate], look: Look) -> list[Slate]:
    """The slates without the garments of a look that is shown already."""
    worn = {item.id for item in look.items if item.source == "wardrobe"}
    return [slate._replace(candidates=[c for c in slate.candidates if c.piece.id not in worn]) for slate in slates]


def _rivals(slots: Sequence[Slot]) -> set[Slot]:
    """Slots of which not all can be worn at once: two pieces in a place for one, separates beside a dress."""
    crowded = {slot for slot, count in Counter(slots).items() if count > MOST.get(slot, 1)}
    cores = {*WHOLE, *SEPARATES} & {*slots}
    return crowded | (cores if {*WHOLE} < cores else set())


def _choice(slot: Slot, pieces: Sequence[Garment]) -> Slate:
    wish = Wish(slot=slot, query="", filters=Filters(slots=[slot]))
    return Slate(wish, [Candidate(piece, 1.0) for piece in pieces if piece.slot == slot])


def _is_owned(piece: Piece) -> bool:
    return isinstance(piece, Garment)
