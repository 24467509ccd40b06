"""Colour harmony of what is worn: neutrals, hue templates, named schemes, and families that go together.

Works in CIELAB and its hue angle (LCh, degrees). Knows no person, no season and no liking.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from math import atan2, degrees, dist, exp, hypot, radians, sin, sqrt, tanh
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from stores.colours import family_colour, lab_of_hex
from stores.vocabulary import COLOUR_FAMILIES, ColourFamily, Piece, Slot
from tools.schemes import Hue, area_balance, scheme_of

AREA: dict[Slot, float] = {
    "one_piece": 0.62, "bottom": 0.34, "base_top": 0.28, "mid": 0.24, "outer": 0.32, "footwear": 0.08,
    "hosiery": 0.03, "bag": 0.06, "headwear": 0.04, "accessory": 0.03,
}  # fmt: skip
NEUTRAL_FAMILIES: tuple[ColourFamily, ...] = ("black", "white", "grey", "navy", "beige", "cream", "brown")

# What harmony consists of, before its penalties; pairs after Ou and Luo are hard on classics and weigh little.
WEIGHTS: dict[str, float] = {"templates": 0.42, "moderation": 0.20, "pairs": 0.16, "areas": 0.12, "contrast": 0.10}

# Cohen-Or et al. 2006: sectors as (centre, width) in degrees; the last number favours the tighter templates.
TEMPLATES: tuple[tuple[tuple[tuple[float, float], ...], float], ...] = (
    (((0, 18),), 1.0),
    (((0, 93.6),), 0.96),
    (((0, 18), (180, 18)), 0.94),
    (((0, 93.6), (180, 18)), 0.86),
    (((0, 18), (90, 79.2)), 0.80),
    (((0, 79.2), (90, 18)), 0.80),
    (((0, 93.6), (180, 93.6)), 0.72),
    (((90, 180),), 0.66),
)
# A bright hue on more than two large pieces is a costume: what each further one costs.
LARGE, DRENCH_COST = 0.1, 0.08
# From this share of neutrals on a look of one hue is no longer of one colour.
QUIET = 0.25
# The templates are drawn on the HSV wheel; hue angles of LCh differ from it by about this much.
WHEEL_SLACK = 10.0
# What is told of colours that make no scheme and are shared out well, and from which harmony on.
LED, WELL_LED = "colour:led", 0.7


class Harmony(NamedTuple):
    """How well colours sit together (0..1) and the reason key that tells why, where there is one."""

    score: float
    key: str | None


class Patch(NamedTuple):
    """One visible colour of a look: its value, its family and its share of the area."""

    hex: str
    family: ColourFamily
    area: float


@cache
def lch(value: str) -> tuple[float, float, float]:
    """Lightness 0..100, chroma, and hue angle in degrees of an sRGB value (#rrggbb)."""
    lightness, a, b = lab_of_hex(value)
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


@cache
def is_neutral(value: str) -> bool:
    """Whether a colour goes with any other: achromatic, near black, or a neutral by custom such as navy or camel."""
    light, chroma, hue = lch(value)
    by_custom = (
        (255 <= hue <= 300 and chroma <= 30 and light <= 30),
        (250 <= hue <= 290 and chroma <= 35 and light <= 55),
        (60 <= hue <= 100 and chroma <= 32),
        (40 <= hue <= 80 and chroma <= 32 and light <= 50),
        (100 <= hue <= 125 and chroma <= 26),
        (100 <= hue <= 130 and chroma <= 38 and light <= 50),
        (light >= 90 and chroma <= 15),
    )
    return chroma < 12 or light < 20 or any(by_custom)


@cache
def is_soft_neutral(value: str) -> bool:
    """Whether a colour goes with nearly any other and yet is seen as one: burgundy and its kin."""
    light, chroma, hue = lch(value)
    return light <= 30 and chroma <= 46 and (hue >= 350 or hue <= 28)


def arc(a: float, b: float) -> float:
    """Degrees between two hues, 0..180."""
    return abs((a - b + 180) % 360 - 180)


@cache
def ou_luo(first: str, second: str) -> float:
    """Two-colour harmony CH, about -1.2 to 1.2. Ou and Luo 2006."""
    (l1, c1, h1), (l2, c2, h2) = lch(first), lch(second)
    hue = 2 * sqrt(c1 * c2) * sin(radians(arc(h1, h2)) / 2)
    apart = sqrt(hue**2 + ((c1 - c2) / 1.46) ** 2)
    chroma = 0.04 + 0.53 * tanh(0.8 - 0.045 * apart)
    light = 0.42 + 0.54 * tanh(-3.88 + 0.029 * (l1 + l2)) + 0.15 * tanh(-2 + 0.2 * abs(l1 - l2))
    return chroma + light + _hue_effect(first) + _hue_effect(second)


@cache
def _hue_effect(value: str) -> float:
    light, chroma, hue = lch(value)
    strength = 0.5 + 0.5 * tanh(-2 + 0.5 * chroma)
    wave = -0.08 - 0.14 * sin(radians(hue + 50)) - 0.07 * sin(radians(2 * hue + 90))
    x = (90 - hue) / 10
    yellow = ((0.22 * light - 12.8) / 10) * exp(x - exp(x)) if x < 50 else 0.0
    return strength * (wave + yellow)


@cache
def _sector_distances() -> npt.NDArray[np.float64]:
    """For each template and each degree from its axis: how far the nearest sector is."""
    rows = [
        [min(max(0.0, arc(offset, c) - w / 2 - WHEEL_SLACK) for c, w in sectors) for offset in range(360)]
        for sectors, _ in TEMPLATES
    ]
    return np.array(rows)


@lru_cache(maxsize=20_000)
def template_fit(hues: tuple[int, ...], weights: tuple[float, ...]) -> float:
    """How close hues (degrees) come to a harmonic template, 0..1, minimised over rotations. Cohen-Or et al. 2006."""
    if len(hues) < 2:
        return 1.0
    turns = (np.array(hues)[:, None] - np.arange(0, 360, 3)[None, :]) % 360
    distance = np.einsum("h,thr->tr", np.array(weights), _sector_distances()[:, turns])
    fits = np.exp(-distance.min(axis=1) / 30) * np.array([prior for _, prior in TEMPLATES])
    return float(fits.max())


def patches(piece: Piece) -> tuple[Patch, ...]:
    """The visible colours of one piece, with the area that each has when nothing covers it."""
    area = AREA[piece.slot]
    return tuple(Patch(c.hex, c.family, area * c.share) for c in piece.colours if c.share >= 0.15)


def blend(worn: Sequence[tuple[Slot, tuple[Patch, ...]]]) -> tuple[Patch, ...]:
    """The colours of a look; areas sum to 1, a layer under another shows less."""
    slots = {slot for slot, _ in worn}
    shown = [(patch, 0.45 if _covered(slot, slots) else 1.0) for slot, own in worn for patch in own]
    whole = sum(patch.area * visible for patch, visible in shown) or 1.0
    return tuple(Patch(patch[0], patch[1], round(patch[2] * visible / whole, 2)) for patch, visible in shown)


def _covered(slot: Slot, slots: set[Slot]) -> bool:
    return (slot == "base_top" and "mid" in slots) or (slot in {"base_top", "mid", "one_piece"} and "outer" in slots)


@cache
def affinity(first: str, second: str) -> float:
    """How well two colours go side by side, 0..1: Ou and Luo, and where their hues stand on the wheel."""
    measured = max(0.0, min(1.0, (ou_luo(first, second) + 1) / 2))
    if any(is_neutral(one) or is_soft_neutral(one) for one in (first, second)):
        return 0.3 * measured + 0.55
    apart = arc(lch(first)[2], lch(second)[2])
    by_hue = 1.0 if apart <= 20 else 0.8 if apart <= 45 else 0.7 if apart >= 155 else 0.35
    return 0.3 * measured + 0.7 * by_hue


def harmony(pieces: Iterable[Piece]) -> Harmony:
    """How well the colours of a look sit together, with the scheme that they make."""
    return blended_harmony([(piece.slot, patches(piece)) for piece in pieces])


def blended_harmony(worn: Sequence[tuple[Slot, tuple[Patch, ...]]]) -> Harmony:
    """The same from each piece's slot and patches, for whoever judges many looks of the same pieces."""
    return _harmony(blend(worn))


@lru_cache(maxsize=20_000)
def _harmony(worn: tuple[Patch, ...]) -> Harmony:
    chromatic = [p for p in worn if p.family != "multi" and not is_neutral(p.hex)]
    hues = [_hue(p) for p in chromatic]
    bound = [p for p in chromatic if not is_soft_neutral(p.hex)]
    weights = tuple(round(p.area * min(1.0, lch(p.hex)[1] / 60), 1) + 0.1 for p in bound)
    pairs = _pair_means(worn)
    parts = {
        "templates": template_fit(tuple(_hue(p) for p in bound), weights),
        "moderation": moderate(pairs.match),
        "pairs": pairs.measured,
        "areas": area_balance(_family_shares(worn)),
        "contrast": _contrast(worn),
    }
    whole = sum(WEIGHTS[name] * part for name, part in parts.items()) - _penalties(worn, chromatic, hues)
    score = max(0.0, min(1.0, whole))
    led = LED if parts["areas"] == 1.0 and score >= WELL_LED else None
    return Harmony(score, _scheme(worn, chromatic, hues) or led)


def _hue(patch: Patch) -> int:
    return round(lch(patch.hex)[2] / 5) * 5


class _Beside(NamedTuple):
    match: float
    measured: float


@cache
def _beside(first: str, second: str) -> _Beside:
    likeness = exp(-dist(lab_of_hex(first), lab_of_hex(second)) / 60)
    return _Beside(likeness, max(0.0, min(1.0, (ou_luo(first, second) + 1) / 2)))


def _pair_means(worn: Sequence[Patch]) -> _Beside:
    """Means over all pairs of colours, weighted by the areas of both."""
    match, measured, weight = 0.0, 0.0, 0.0
    roots = [sqrt(patch.area) for patch in worn]
    for i, patch in enumerate(worn):
        for j in range(i):
            pair = _beside(patch.hex, worn[j].hex)
            both = roots[i] * roots[j]
            match, measured, weight = match + both * pair.match, measured + both * pair.measured, weight + both
    return _Beside(match / weight, measured / weight) if weight else _Beside(0.75, 0.6)


def moderate(match: float) -> float:
    """Best when moderately matched, neither all alike nor all apart. Gray et al. 2014 (quadratic in the match)."""
    return 1 - ((match - 0.5) / 0.5) ** 2


def _family_shares(worn: Sequence[Patch]) -> list[float]:
    areas: dict[ColourFamily, float] = {}
    for patch in worn:
        areas[patch.family] = areas.get(patch.family, 0.0) + patch.area
    return list(areas.values())


def _contrast(worn: Sequence[Patch]) -> float:
    return 1.0 if 15 <= lightness_step(worn) <= 70 else 0.6


def lightness_step(worn: Sequence[Patch]) -> float:
    """How far the large colours of a look are apart in lightness."""
    large = [lch(p.hex)[0] for p in worn if p.area >= LARGE]
    return max(large, default=50.0) - min(large, default=50.0)


def _penalties(worn: Sequence[Patch], chromatic: Sequence[Patch], hues: Sequence[int]) -> float:
    clusters: list[int] = []
    for hue in hues:
        if all(arc(hue, other) > 20 for other in clusters):
            clusters.append(hue)
    crowd = 0.15 * max(0, len(clusters) - 3)
    loud = [(p, h) for p, h in zip(chromatic, hues, strict=True) if lch(p.hex)[1] > 60 and p.area >= 0.15]
    fight = any(20 < arc(a[1], b[1]) < 60 for i, a in enumerate(loud) for b in loud[i + 1 :])
    large = [hue for patch, hue in zip(chromatic, hues, strict=True) if patch.area >= LARGE]
    alike = max((sum(arc(hue, other) <= 20 for other in large) for hue in large), default=0)
    drench = DRENCH_COST * max(0, alike - 2)
    return crowd + drench + (0.2 if fight else 0.0) + (0.05 if _near_miss(worn) else 0.0)


def _near_miss(worn: Sequence[Patch]) -> bool:
    """A black beside a navy, or two blacks, that almost match and do not."""
    dark = {p.hex for p in worn if lch(p.hex)[0] < 22 and p.area >= 0.1}
    return any(0 < dist(lab_of_hex(a), lab_of_hex(b)) < 8 for a in dark for b in dark)


def _scheme(worn: Sequence[Patch], chromatic: Sequence[Patch], hues: Sequence[int]) -> str | None:
    families = {patch.family for patch in chromatic}
    if not chromatic:
        return "colour:neutral"
    if len(families) == 1 and len(chromatic) == 1:
        return f"colour:accent:{chromatic[0].family}"
    apart = max(arc(a, b) for a in hues for b in hues)
    if apart <= 20:
        quiet = sum(patch.area for patch in worn if is_neutral(patch.hex))
        return "colour:mono" if quiet < QUIET else "colour:echo"
    if apart <= 50:
        return "colour:analogous"
    if all(arc(a, b) <= 20 or arc(a, b) >= 150 for a in hues for b in hues):
        return "colour:complementary"
    named = scheme_of([Hue(lch(patch.hex)[2], patch.area) for patch in chromatic])
    return f"colour:{named}" if named else None


@cache
def _goes_with(family: ColourFamily) -> tuple[ColourFamily, ...]:
    hue = lch(family_colour(family).hex)[2]
    others = [f for f in COLOUR_FAMILIES if f not in NEUTRAL_FAMILIES and f not in {"multi", "gold", "silver", family}]
    apart = {f: arc(hue, lch(family_colour(f).hex)[2]) for f in others}
    return tuple(sorted((f for f in others if apart[f] <= 45 or apart[f] >= 150), key=lambda f: apart[f]))


def palette(families: Sequence[ColourFamily]) -> list[ColourFamily]:
    """Families that go with the given ones: themselves, the neutrals, then neighbours and opposites on the wheel."""
    chromatic = [f for f in families if f not in NEUTRAL_FAMILIES and f not in {"multi", "gold", "silver"}]
    rest = _goes_with(chromatic[0]) if chromatic else ()
    agreed = [f for f in rest if all(f in _goes_with(other) for other in chromatic[1:])]
    return list(dict.fromkeys([*families, *NEUTRAL_FAMILIES, *agreed]))
