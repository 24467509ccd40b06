"""Shape of a look: the slot grammar, what goes on with what, volumes, details, textures, fabrics by season.

Knows no colour beyond whether a suit's halves match, no code and no weather.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from math import dist
from typing import Any, NamedTuple

from stores.colours import family_colour, lab_of_hex
from stores.vocabulary import CORE_SLOTS, Article, Pattern, Piece, Season, Slot
from tools.layers import IMPOSSIBLE, excess, layer_balance
from tools.prints import pattern_balance
from tools.proportion import proportion_balance

WHOLE: tuple[Slot, ...] = ("one_piece",)
SEPARATES: tuple[Slot, ...] = ("base_top", "bottom")
MOST: dict[Slot, int] = {"mid": 2, "accessory": 3}
# A feed may tell of a print without saying which.
PLAIN: frozenset[Pattern] = frozenset({"solid", "other"})
# Pairs that are cut from one cloth.
SETS = (
    ("suit_jacket", "suit_trousers"),
    ("suit_jacket", "midi_skirt"),
    ("suit_jacket", "waistcoat"),
    ("tuxedo_jacket", "tuxedo_trousers"),
)
HIGH_NECK = re.compile(r"(roll|turtle|polo|funnel|mock)[- ]?neck|col roulé|高领", re.IGNORECASE)
SHELLS = frozenset({"blazer", "suit_jacket", "tuxedo_jacket", "nehru_jacket", "sherwani"})
# What a cloth is whatever it is spun of: a velvet of viscose is velvet.
WEAVES = frozenset({"velvet", "corduroy", "flannel", "tweed", "fleece", "faux_fur", "seersucker"})
FITTED, OVERSIZED = 0, 3
# Formality up to which clothes are for sport, up to which for the street, and from which for an evening.
SPORT, STREET, EVENING = 1.0, 2.5, 6.0
# Within this distance in CIELAB two cloths are taken for one.
CLOTH_DE = 6.0
JEWELLERY = frozenset({"watch", "necklace", "earrings", "bracelet", "ring", "cufflinks"})
# From this formality on the belt matches the shoes; what each quarrel of details costs.
DRESS_SHOES, QUARREL = 6.0, 0.4
# What a line keeps where a hem and the shoes leave a gap.
HEM_GAP = 0.8
# Knits that may be all that is seen above the waist.
CLOSED = frozenset({"sweater", "fine_knit", "hoodie", "sweatshirt", "fleece"})
SWIM = frozenset({"swimsuit", "bikini", "swim_shorts"})


class Cloth(NamedTuple):
    """What a piece is cut from, as far as it is told: a hex value, a pattern, what most of it is spun of."""

    hex: str
    pattern: Pattern
    fabric: str | None


@cache
def load_shape() -> dict[str, Any]:
    """The tables of `shape.toml`."""
    return tomllib.loads(files("tools").joinpath("shape.toml").read_text(encoding="utf-8"))


def missing_slots(pieces: Iterable[Piece], *, barefoot: bool = False) -> list[Slot]:
    """Slots that a look still needs: (one_piece | base_top bottom) footwear."""
    worn = list(pieces)
    slots = {piece.slot for piece in worn}
    swimming = any(piece.category in SWIM for piece in worn)
    missing: list[Slot] = []
    if "one_piece" not in slots and not swimming:
        missing += [slot for slot in SEPARATES if slot not in slots]
    if "footwear" not in slots and not barefoot:
        missing.append("footwear")
    return missing


def lacking(pieces: Sequence[Piece], *, barefoot: bool = False) -> list[Slot]:
    """Slots that what somebody has on still needs: over a closed knit nobody asks for the top below it."""
    closed = any(piece.category in CLOSED for piece in pieces)
    return [slot for slot in missing_slots(pieces, barefoot=barefoot) if not (closed and slot == "base_top")]


def is_wearable(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces can be worn together: no slot twice, layers that fit, sets complete, one side of the shop."""
    slots = Counter(piece.slot for piece in pieces)
    if any(count > MOST.get(slot, 1) for slot, count in slots.items()):
        return False
    if "one_piece" in slots and "bottom" in slots:
        return False
    return not any(clash(a, b) for a, b in combinations(pieces, 2))


def clash(first: Piece, second: Piece) -> bool:
    """Whether two pieces cannot be in one look."""
    if {first.presentation, second.presentation} == {"women", "men"}:
        return True
    if categories_clash(first.category, first.slot, second.category, second.slot):
        return True
    if first.slot != second.slot and is_high_necked(first) and is_high_necked(second):
        return True
    if excess(first, second) >= IMPOSSIBLE:
        return True
    pair = {first.category, second.category}
    return any(pair == set(both) for both in SETS) and cloths_differ(cloth(first), cloth(second))


def is_high_necked(piece: Piece) -> bool:
    """Whether a top or a knit ends in a roll at the throat, over which goes no other."""
    return piece.slot in {"base_top", "mid"} and (piece.category == "turtleneck" or bool(HIGH_NECK.search(piece.name)))


def cloth(piece: Piece) -> Cloth:
    """What the halves of a suit have in common.

    A velvet dinner jacket is worn with black trousers, whatever its own colour.
    """
    if piece.category == "tuxedo_jacket" and "velvet" in piece.fabrics:
        return Cloth(family_colour("black").hex, "solid", None)
    pattern = "solid" if piece.pattern in PLAIN else piece.pattern
    return Cloth(piece.colours[0].hex, pattern, piece.fabrics[0] if piece.fabrics else None)


def cloths_differ(first: Cloth, second: Cloth) -> bool:
    """Whether it is seen that two pieces were not cut from one cloth: charcoal is no light grey, nor satin wool."""
    spun = first.fabric and second.fabric and first.fabric != second.fabric
    far = dist(lab_of_hex(first.hex), lab_of_hex(second.hex)) > CLOTH_DE
    return bool(spun) or first.pattern != second.pattern or far


@cache
def categories_clash(first: str, first_slot: Slot, second: str, second_slot: Slot) -> bool:
    """Whether two categories are never worn together; two accessories or mids of one kind are never, too.

    A coat covers the tailored jacket under it.
    """
    only = load_shape()["only"]
    if first == second and first_slot == second_slot:
        return True
    if first_slot == second_slot == "mid" and (first in SHELLS) == (second in SHELLS):
        return not {first, second} & {"waistcoat", "fleece"}
    if {first_slot, second_slot} == {"mid", "outer"} and _hem_shows(first, second):
        return True
    allowed_here = only.get(first, {}).get(second_slot)
    allowed_there = only.get(second, {}).get(first_slot)
    return (allowed_here is not None and second not in allowed_here) or (
        allowed_there is not None and first not in allowed_there
    )


def _hem_shows(first: str, second: str) -> bool:
    """Whether a tailored jacket would end below what is worn over it, a blazer below a bomber."""
    hem = load_shape()["hem"]
    inner, over = (first, second) if first in SHELLS else (second, first)
    return inner in SHELLS and over not in SHELLS and hem[over] < hem[inner]


def volume_balance(pieces: Sequence[Piece]) -> float:
    """How top and bottom balance, 0..1: best one or two steps apart, worst with both oversized.

    A belt gathers what is wide, in the street wide on wide is the style, and for sport or an evening all may be close.
    """
    volumes = {piece.slot: load_shape()["volume"][piece.fit] for piece in pieces if piece.fit}
    top = volumes.get("mid", volumes.get("base_top"))
    bottom = volumes.get("bottom")
    if top is None or bottom is None:
        return 0.75
    if top == bottom:
        return _one_volume(top, pieces)
    return 1.0 if abs(top - bottom) <= 2 else 0.6


def _one_volume(volume: int, pieces: Sequence[Piece]) -> float:
    levels = [piece.formality for piece in pieces if piece.slot in CORE_SLOTS]
    if volume == OVERSIZED:
        street = max(levels) <= STREET
        return 0.7 if street or any(piece.category == "belt" for piece in pieces) else 0.3
    return 1.0 if volume == FITTED and (max(levels) <= SPORT or min(levels) >= EVENING) else 0.7


def hem_balance(pieces: Iterable[Piece]) -> float:
    """How hems meet the shoes below them, 0..1."""
    worn = {piece.category for piece in pieces}
    gaps = (worn & {*row["hems"]} and worn & {*row["shoes"]} and not worn & {*row["unless"]} for row in _below())
    return HEM_GAP if any(gaps) else 1.0


def line_balance(pieces: Sequence[Piece]) -> float:
    """How a look is built from top to toe, 0..1: its volumes, its lengths, less below a gap and for layers that jam."""
    return volume_balance(pieces) * proportion_balance(pieces) * hem_balance(pieces) * layer_balance(pieces)


@cache
def _below() -> tuple[dict[str, list[str]], ...]:
    return tuple(load_shape()["below"].values())


def details_balance(pieces: Sequence[Piece]) -> float:
    """How metals and leathers agree, 0..1: jewellery of gold or of silver, and a belt of the colour of dress shoes."""
    metals = {p.colours[0].family for p in pieces if p.category in JEWELLERY} & {"gold", "silver"}
    belts = {p.colours[0].family for p in pieces if p.category == "belt"}
    shoes = {p.colours[0].family for p in pieces if p.slot == "footwear" and p.formality >= DRESS_SHOES}
    apart = bool(belts and shoes and belts != shoes)
    return 1.0 - QUARREL * ((len(metals) > 1) + apart)


def surface_balance(pieces: Sequence[Piece]) -> float:
    """How patterns and details sit together, 0..1: as well as the worse of the two."""
    return min(pattern_balance(pieces), details_balance(pieces))


@cache
def texture_of(fabric: str) -> str | None:
    return next((name for name, fabrics in load_shape()["texture"].items() if fabric in fabrics), None)


def textures(pieces: Iterable[Piece]) -> set[str]:
    """The textures of a look's main fabrics."""
    found = {texture_of(piece.fabrics[0]) for piece in pieces if piece.fabrics}
    return {texture for texture in found if texture}


def season_fit(piece: Piece, seasons: Collection[Season]) -> float:
    """Whether a piece and its fabric are of one of the seasons: 1 yes, 0.4 by fabric only, 0.2 no.

    Where no season is known, what serves in all of them is the safer choice.
    """
    table = load_shape()["season"]
    if not seasons:
        part = len(piece.seasons) in {1, 2} or any(fabric in table for fabric in piece.fabrics[:1])
        return 0.6 if part else 1.0
    if piece.seasons and not set(seasons) & set(piece.seasons):
        return 0.2
    told = [*piece.fabrics[:1], *(fabric for fabric in piece.fabrics[1:] if fabric in WEAVES)]
    return 1.0 if all(set(seasons) & set(table.get(fabric, seasons)) for fabric in told) else 0.4


def seasons_shared(pieces: Sequence[Piece]) -> tuple[Season, ...]:
    """The seasons that all these pieces are worn in: a jumper is none of summer's."""
    told = [set(piece.seasons) for piece in pieces if piece.seasons]
    return tuple(sorted(set[Season].intersection(*told))) if told else ()


def called_cloth(piece: Piece) -> str | None:
    """The cloth that a piece is called by: its weave where that has a name, else what most of it is."""
    return next((fabric for fabric in piece.fabrics if fabric in WEAVES), piece.fabrics[0] if piece.fabrics else None)


def may_hold_nickel(piece: Piece) -> bool:
    """Whether a piece is jewellery of a metal that nobody says is safe for who reacts to nickel."""
    metal = "metal" in piece.fabrics or piece.colours[0].family in {"gold", "silver"}
    told = f"{piece.name} {piece.description if isinstance(piece, Article) else ''}".lower()
    return metal and piece.category in JEWELLERY and not any(word in told for word in load_shape()["nickel"]["safe"])


def refused_fabrics(avoid: Iterable[str]) -> frozenset[str]:
    """Fabrics that a refusal covers: who avoids wool avoids merino too."""
    kin = load_shape()["kin"]
    return frozenset(fabric for name in avoid for fabric in (name, *kin.get(name, ())))
