"""Whether clothes look as somebody fears: dull, loud, young, old, bare or ill cut. Judged by colours, patterns
and kinds alone.

Knows no wearer: nothing is said of anybody's age or body.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from agents.contracts import PieceFacts
from agents.house.phrases import kind_of
from agents.house.reading.impressions import Impression
from stores.colours import family_colour, load_colours
from stores.vocabulary import ColourFamily
from tools.colour import lch
from tools.events import bared_by
from tools.palettes import METALS

Judged = Sequence[tuple[str, PieceFacts]]
# Patterns that nobody looks at twice.
QUIET_PATTERNS = frozenset({"solid", "other", "stripe", "check"})
# From this chroma on a colour is seen before the cut.
LOUD_CHROMA = 40.0
# From this lightness on a colour lifts what is beside it.
LIGHT = 60.0
SEEN = frozenset({"base_top", "bottom", "one_piece", "mid", "outer"})
# What a colour alone is feared to seem.
COLOUR_FEARS = frozenset({"loud", "dull"})
PARTS = ("shoulders", "knees")
# The ladders of lengths whose first rung leaves the knee bare.
HEMMED = ("skirts", "dresses")
# More pieces than these are not named one by one.
NAMED = 2


def would_seem(asked: Impression, colour: str) -> str:
    """The phrase for a colour that is not worn, but thought of."""
    family = family_colour(cast(ColourFamily, colour))
    strong = lch(family.hex)[1] >= LOUD_CHROMA or colour in METALS
    return f"would_{asked}_{'yes' if strong == (asked == 'loud') else 'no'}"


def impressed(asked: Impression, pieces: Judged) -> tuple[str, Judged]:
    """The end of the phrase that answers (`dull_yes`), and the pieces that make it so."""
    match asked:
        case "cut":
            return "cut", []
        case "dark":
            light = [pair for pair in pieces if _lightness(pair[1]) >= LIGHT]
            return ("dark_no", light[:1]) if light else ("dark_yes", pieces[:1])
        case "bare":
            bare = {part: [pair for pair in pieces if part in bared_by(pair[1].category)] for part in PARTS}
            return next(((f"bare_{part}", found[:1]) for part, found in bare.items() if found), ("bare_no", []))
        case "young":
            found = [pair for pair in pieces if kind_of("youthful", pair[1].category)]
            return f"young_{'yes' if found else 'no'}", found[:1]
        case "loud":
            found = [pair for pair in pieces if _is_loud(pair[1])]
            return f"loud_{'no' if not found else 'yes' if len(found) == 1 else 'several'}", found[:NAMED]
    found = [pair for pair in pieces if kind_of("colours", pair[1].colour) != "quiet" or _is_patterned(pair[1])]
    return f"{asked}_{'no' if found else 'yes'}", found[:1]


def of_length(pieces: Judged, ladders: Mapping[str, Sequence[Sequence[str]]]) -> tuple[str, Judged]:
    """The answer to "isn't it too short?": of the piece with a hem, whatever bares the shoulders."""
    covering = {category for name in HEMMED for rung in ladders[name][1:] for category in rung}
    short = [pair for pair in pieces if "knees" in bared_by(pair[1].category)]
    long = [pair for pair in pieces if pair[1].category in covering]
    return ("bare_knees", short[:1]) if short else ("short_no", long[:1]) if long else ("bare_no", [])


def _lightness(piece: PieceFacts) -> float:
    """CIELAB lightness of a piece that is worn near the face or fills the look; of nothing else."""
    colour = load_colours().get(piece.colour_name) or family_colour(piece.colour)
    return lch(colour.hex)[0] if piece.slot in SEEN else 0.0


def _is_loud(piece: PieceFacts) -> bool:
    colour = load_colours().get(piece.colour_name) or family_colour(piece.colour)
    return lch(colour.hex)[1] >= LOUD_CHROMA or piece.colour in METALS or _is_patterned(piece)


def _is_patterned(piece: PieceFacts) -> bool:
    return piece.pattern not in QUIET_PATTERNS
