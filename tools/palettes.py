"""The colours that a look may be made of where a scheme is asked for: one from head to toe, neighbours, opposites.

Families and hue angles; knows no shop and no liking.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from stores.colours import family_colour
from stores.vocabulary import COLOUR_FAMILIES, ColourFamily, Piece, Scheme, Slot
from tools.colour import NEUTRAL_FAMILIES, arc, harmony, lch, patches

METALS: frozenset[ColourFamily] = frozenset({"gold", "silver"})
SMALL: frozenset[Slot] = frozenset({"accessory", "bag"})
# What is the same colour, lighter or darker.
TONES: tuple[frozenset[ColourFamily], ...] = (
    frozenset({"black"}), frozenset({"grey"}), frozenset({"white", "cream"}), frozenset({"beige", "cream", "brown"}),
    frozenset({"blue", "navy"}), frozenset({"green", "olive"}), frozenset({"red", "burgundy"}), frozenset({"pink"}),
    frozenset({"purple"}), frozenset({"yellow"}), frozenset({"orange"}), frozenset({"teal"}),
)  # fmt: skip
# From how many degrees to how many the hues of two families lie apart; the looks themselves are measured again.
APART: dict[Scheme, tuple[float, float]] = {"analogous": (15, 55), "complementary": (130, 180)}


# What is told of a look that is in a scheme that was asked for.
TOLD: dict[Scheme, tuple[str, ...]] = {
    "one_colour": ("colour:one", "colour:mono"), "tonal": ("colour:one", "colour:mono"),
    "analogous": ("colour:analogous",), "complementary": ("colour:complementary",),
}  # fmt: skip


class Palette(NamedTuple):
    """The families that a piece may have, and of which each has to be seen in a look."""

    worn: frozenset[ColourFamily]
    seen: tuple[ColourFamily, ...] = ()

    def holds(self, piece: Piece) -> bool:
        """Whether a piece has no other colour; a buckle or a chain may be of any metal."""
        of_metal = METALS if piece.slot in SMALL else frozenset[ColourFamily]()
        return {patch.family for patch in patches(piece)} <= self.worn | of_metal


def palettes(scheme: Scheme, asked: Collection[ColourFamily] = ()) -> list[list[Palette]]:
    """The palettes of a scheme that hold every asked colour, first those that it is best made of."""
    if scheme in APART:
        quiet = frozenset(NEUTRAL_FAMILIES)
        pairs = [Palette(quiet | {*pair}, pair) for pair in _pairs(*APART[scheme])]
        return [[one for one in pairs if {*asked} - quiet <= {*one.seen}]]
    tones = [Palette(tone) for tone in TONES if tone >= {*asked}]
    single = [Palette(frozenset({family})) for family in COLOUR_FAMILIES if {family} >= {*asked} and family != "multi"]
    return [tones] if scheme == "tonal" else [single, tones]


def in_tones(families: Iterable[ColourFamily]) -> frozenset[ColourFamily]:
    """The families with what is the same colour, lighter or darker: cream is white enough where white is asked for."""
    named = frozenset(families)
    return named.union(*(tone for tone in TONES if tone & named))


def makes(scheme: Scheme, pieces: Sequence[Piece]) -> bool:
    """Whether a look shows a scheme as it is worn; of one colour are the looks of a palette of one."""
    return scheme not in APART or harmony(pieces).key in TOLD[scheme]


def told_of(scheme: Scheme, pieces: Sequence[Piece]) -> str:
    """The reason key of a look that is in a scheme; of tones of one colour two are not one colour."""
    named = {piece.colours[0].name for piece in pieces if piece.slot not in SMALL}
    return TOLD[scheme][-1 if len(named) > 1 else 0]


def _pairs(least: float, most: float) -> list[tuple[ColourFamily, ColourFamily]]:
    loud = [one for one in COLOUR_FAMILIES if one not in {*NEUTRAL_FAMILIES, *METALS, "multi"}]
    hues = {one: lch(family_colour(one).hex)[2] for one in loud}
    return [(a, b) for a, b in combinations(loud, 2) if least <= arc(hues[a], hues[b]) <= most]
