"""Whether pieces that somebody names go together, and by which rule: "does a red blouse go with green trousers?".

Pieces alone are judged, as they are told: a colour or a cloth that is not said is held against nobody. Knows no shop,
no occasion and no person.
"""

from collections.abc import Callable, Collection, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from stores.vocabulary import Piece, Slot
from tools.colour import arc, is_neutral, lch
from tools.company import FORMALITY_SPAN
from tools.prints import pattern_balance
from tools.shape import categories_clash, details_balance, load_shape

Verdict = Literal["yes", "care", "no"]

# From here on one piece is visibly dressier than the other: half a step more than codes next to each other differ.
LEVEL_SHOWS = 2.5
# Slots whose formality is seen from across a room.
DRESSED: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer", "footwear"})
PATTERNS_QUARREL = 0.6
# Degrees of hue in LCh: one colour, neighbours, opposites. Itten's opposites, orange and blue, yellow and violet, stand
# 134 and 138 degrees apart there.
ONE_HUE, NEIGHBOURS, OPPOSITES = 20.0, 50.0, 130.0


class Pairing(NamedTuple):
    """The verdict on two pieces, the rule that decides it, and the two; the dressier first where the level decides."""

    verdict: Verdict
    why: str
    pieces: tuple[Piece, Piece]


def pairing(pieces: Sequence[Piece], kinds: Collection[str] = ()) -> Pairing:
    """The worst that a rule finds between two of the pieces; where none does, why their colours go. Two or more.

    `kinds` are ids of pieces of which but the kind is known ("a top"): what asks for a category passes them over.
    """
    pairs = list(combinations(pieces, 2))
    for rule in RULES:
        for first, other in pairs:
            passed = rule in OF_CATEGORIES and {first.id, other.id} & {*kinds}
            if not passed and (found := rule(first, other)):
                return found
    return max((_by_colour(*pair, kinds) for pair in pairs), key=lambda found: found.verdict == "care")


def _in_one_place(first: Piece, other: Piece) -> Pairing | None:
    """Two bottoms, or a bottom below a dress: only one of them is worn."""
    slots = {first.slot, other.slot}
    apart = first.slot == other.slot in {"base_top", "bottom", "one_piece", "footwear", "outer"}
    return Pairing("no", "one_place", (first, other)) if apart or slots == {"one_piece", "bottom"} else None


def _never_worn(first: Piece, other: Piece) -> Pairing | None:
    """What `shape.toml` says is worn with nothing else of that place, as a tie is with a shirt."""
    clash = categories_clash(first.category, first.slot, other.category, other.slot)
    return Pairing("no", "other_company", (first, other)) if clash else None


def _levels(first: Piece, other: Piece) -> Pairing | None:
    """How far apart they are in formality: more than smart casual spans, or so that it shows."""
    if not {first.slot, other.slot} <= DRESSED:
        return None
    dressy, plain = sorted((first, other), key=lambda piece: -piece.formality)
    apart = dressy.formality - plain.formality
    if apart < LEVEL_SHOWS:
        return None
    return Pairing("no" if apart > FORMALITY_SPAN else "care", "level", (dressy, plain))


def _seasons(first: Piece, other: Piece) -> Pairing | None:
    """Cloths that no month asks for together: linen trousers below a coat of wool."""
    table = load_shape()["season"]
    cloths = [[set(table[name]) for name in piece.fabrics[:1] if name in table] for piece in (first, other)]
    apart = cloths[0] and cloths[1] and not cloths[0][0] & cloths[1][0]
    return Pairing("care", "season", (first, other)) if apart else None


def _patterns(first: Piece, other: Piece) -> Pairing | None:
    quarrel = pattern_balance([first, other]) < PATTERNS_QUARREL
    return Pairing("care", "patterns", (first, other)) if quarrel else None


def _details(first: Piece, other: Piece) -> Pairing | None:
    """Gold beside silver, or a belt of another colour than dress shoes."""
    if not (is_told(first) and is_told(other)) or details_balance([first, other]) == 1.0:
        return None
    return Pairing("care", "belt" if "belt" in {first.category, other.category} else "metals", (first, other))


def _by_colour(first: Piece, other: Piece, kinds: Collection[str]) -> Pairing:
    """By the hues, where both are told. Of two hues far apart neither is wrong, and one has to lead."""
    both = (first, other)
    if not (is_told(first) and is_told(other)):
        return Pairing("care", "unsaid", both) if {first.id, other.id} & {*kinds} else Pairing("yes", "company", both)
    one, two = (piece.colours[0] for piece in both)
    quiet = is_neutral(one.hex) + is_neutral(two.hex)
    if one.family == two.family:
        return Pairing("yes", "one_colour", both)
    if quiet:
        return Pairing("yes", "both_quiet" if quiet == 2 else "one_quiet", both)
    apart = arc(lch(one.hex)[2], lch(two.hex)[2])
    if apart <= ONE_HUE:
        return Pairing("yes", "one_colour", both)
    if apart <= NEIGHBOURS:
        return Pairing("yes", "neighbours", both)
    return Pairing("care", "opposites" if apart >= OPPOSITES else "apart", both)


def is_told(piece: Piece) -> bool:
    """Whether a colour was said of the piece; one that was not has no name."""
    return bool(piece.colours[0].name)


RULES: tuple[Callable[[Piece, Piece], Pairing | None], ...] = (
    _in_one_place, _never_worn, _levels, _seasons, _patterns, _details,
)  # fmt: skip
OF_CATEGORIES = (_never_worn, _levels)
