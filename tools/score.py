"""How good a look is, in parts from 0 to 1: what was asked, what is usual there, colour, warmth, shape, liking, price.

The budget is no part of it, so that a smaller budget never makes another look better. Gates come first, elsewhere.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from stores.vocabulary import (
    CORE_SLOTS,
    Brief,
    ColourFamily,
    Contrast,
    Direction,
    Piece,
    Profile,
    Score,
    Season,
    Slot,
    Taboo,
    Taste,
)
from tools.colour import NEUTRAL_FAMILIES, Patch, patches
from tools.comfort import bakes
from tools.contrast import colour_score
from tools.dress import coat_gap, formality_fit, spread
from tools.events import breaks
from tools.gates import LARGE_SLOTS, Limits
from tools.idiom import FOR_WEATHER, Idiom, aptness, idiom_of
from tools.money import price_of
from tools.prices import EXTRAS, extras_fit, price_fit
from tools.seasons import seasons_of
from tools.shape import WHOLE, line_balance, season_fit, seasons_shared, surface_balance, textures
from tools.taste import traits_of, welcome
from tools.unchecked import tells, wishes_of
from tools.warmth import (
    Need,
    look_clo,
    mean_temperature,
    needs,
    needs_met,
    suffers,
    wanted_band,
    warmth_fit,
)

WEIGHTS: dict[str, float] = {
    "relevance": 0.10, "colour": 0.13, "formality": 0.09, "idiom": 0.15, "warmth": 0.22, "shape": 0.06,
    "preference": 0.13, "price": 0.08, "variety": 0.04,
}  # fmt: skip
# What a piece beyond the core has to earn.
SPARE_COST: dict[Slot, float] = {
    "mid": 0.012, "outer": 0.012, "hosiery": 0.010, "bag": 0.030, "headwear": 0.030, "accessory": 0.030,
}  # fmt: skip
FINISHING_COST = 0.005
ROOMY = frozenset({"relaxed", "oversized"})
# What follows the body whatever its cut.
CLINGING = frozenset({"sheath_dress", "leggings", "sports_bra"})
# What a close cut loses where room is asked for.
TIGHT = 0.6
# What is left of the season's fit of a piece that the day's weather spoils.
SUFFERING = 0.4
# From this target on a look has room for one layer and one accessory more.
COLD_CLO = 1.55
# A liked colour leads a look and is not repeated from head to toe: how much it counts away from the lead.
LEADING: tuple[Slot, ...] = ("base_top", "bottom", "mid")
SPORTING = frozenset({"sport", "lounge", "outdoor"})
# Where only these are welcome, nothing has to stand out.
SOBER: frozenset[ColourFamily] = frozenset({*NEUTRAL_FAMILIES, "blue", "burgundy"})
ECHO: dict[Slot, float] = {
    "bottom": 0.4, "footwear": 0.1, "hosiery": 0.1, "bag": 0.2, "headwear": 0.2, "accessory": 0.3,
}  # fmt: skip
# Families that are nearly what was asked for, and how much they are liked then.
KIN: dict[ColourFamily, tuple[ColourFamily, ...]] = {
    "blue": ("navy",), "red": ("burgundy",), "green": ("olive",), "beige": ("cream", "brown"), "white": ("cream",),
}  # fmt: skip
NEARLY = 0.3
# What a look keeps of its preference where a colour was asked for and none of what leads it has it.
UNASKED = 0.4
# How much a piece beyond the core weighs where it is more than a detail: a coat is what others see.
BESIDE_CORE: dict[Slot, float] = {"outer": 0.8}
# Merits of which a look has the weighted mean.
MEANS = ("relevance", "preference", "formality", "season", "idiom", "price")
# What the part "warmth" consists of: clo, rain and cold answered, fabrics of the season.
FIT_SHARE, NEEDS_SHARE, SEASON_SHARE = 0.56, 0.16, 0.28
MOST_ECHOES = 3  # pieces of one colour that is no neutral, before it looks like a uniform
# What is worn indoors in winter at the least (ISO 7730 reckons with 1.0), where the code leaves people free.
INDOORS_CLO, FREE = 0.5, frozenset({None, "casual", "smart_casual"})
COAT_OFF = 0.15  # for each step of formality by which a coat is off what it is worn over


@dataclass(frozen=True)
class Aim:
    """What a turn would like, beyond what it demands."""

    limits: Limits
    band: tuple[float, float] | None
    needs: tuple[Need, ...]
    seasons: tuple[Season, ...]
    presumed: bool
    idiom: Idiom
    liked: Mapping[ColourFamily, float]
    fancied: frozenset[str]
    taste: Taste
    optional: frozenset[Slot]
    soft: tuple[Taboo, ...]
    contrast: Contrast | None

    @property
    def is_cold(self) -> bool:
        return self.band is not None and self.band[0] >= COLD_CLO


def build_aim(limits: Limits, profile: Profile, direction: Direction, taste: Taste) -> Aim:
    """The wishes of a turn, resolved once."""
    brief, conditions = limits.brief, limits.conditions
    return Aim(
        limits=limits,
        band=wanted_band(conditions, profile),
        needs=tuple(needs(conditions, active=limits.active)),
        seasons=seasons_of(brief, conditions) or seasons_shared(brief.owned),
        presumed=not brief.season and mean_temperature(conditions) is None,
        idiom=idiom_of(brief, conditions),
        liked=_liked(brief, profile, direction),
        fancied=_fancied(profile),
        taste=taste,
        optional=frozenset(limits.rules.optional.get(limits.presentation or "women", ())),
        soft=tuple(taboo for taboo in conditions.taboos if not taboo.hard) if conditions else (),
        contrast=profile.contrast,
    )


def _liked(brief: Brief, profile: Profile, direction: Direction) -> dict[ColourFamily, float]:
    liked: dict[ColourFamily, float] = dict.fromkeys(direction.palette, 0.25)
    liked.update(dict.fromkeys(profile.colours, 0.3))
    liked.update(
        {family: 0.5 for wish in direction.wishes for family in wish.prefer_colours if len(wish.prefer_colours) < 4}
    )
    liked.update({kin: NEARLY for family in brief.colours for kin in KIN.get(family, ())})
    liked.update(dict.fromkeys(brief.colours, 0.5))
    return liked


def _fancied(profile: Profile) -> frozenset[str]:
    """The fabrics, patterns and kinds of piece that somebody said they like, as attributes of taste."""
    fabrics, patterns = (f"fabric:{one}" for one in profile.fabrics), (f"pattern:{one}" for one in profile.patterns)
    return frozenset([*fabrics, *patterns, *(f"category:{one}" for one in profile.categories)])


def preference(piece: Piece, aim: Aim) -> float:
    """How welcome a piece is, 0..1 around 0.5: asked colours and fabrics, profile, feedback, soft taboos."""
    brief, sky = aim.limits.brief, aim.limits.conditions
    liked = max((aim.liked.get(colour.family, 0.0) * _share(colour.share) for colour in piece.colours), default=0.0)
    score = 0.5 + liked * (1.0 if brief.colours_must else ECHO.get(piece.slot, 1.0))
    score += 0.2 if set(brief.fabrics) & set(piece.fabrics) else 0.0
    score += 0.2 if piece.pattern in brief.patterns else 0.0
    score += 0.1 if brief.fit and brief.fit == piece.fit else 0.0
    score -= TIGHT if brief.fit in ROOMY and (piece.fit == "fitted" or piece.category in CLINGING) else 0.0
    score += 0.15 if aim.fancied and not aim.fancied.isdisjoint(traits_of(piece)) else 0.0
    score += 0.3 if any(tells(wish, piece) for wish in wishes_of(brief)) else 0.0
    score -= 0.5 if suffers(piece, sky) else 0.15 if bakes(piece, sky, mean_temperature(sky)) else 0.0
    score -= 0.6 if _is_sport_sock(piece) and aim.limits.rules.name not in SPORTING else 0.0
    score -= 0.3 if any(breaks(piece, taboo) for taboo in aim.soft) or _is_off_mourning(piece, aim) else 0.0
    return max(0.0, min(1.0, score + welcome(piece, aim.taste)))


def _is_off_mourning(piece: Piece, aim: Aim) -> bool:
    """Whether a large piece is not in the colours of an occasion that has none but quiet ones; a shirt may be pale."""
    welcome = aim.idiom.colours
    sober = bool(welcome) and set(welcome) <= set(NEUTRAL_FAMILIES)
    return sober and piece.slot in LARGE_SLOTS - {"base_top"} and piece.colours[0].family not in welcome


def _is_sport_sock(piece: Piece) -> bool:
    """Whether a piece is a pale sock, which below a trouser hem looks like the gym."""
    return piece.category == "socks" and piece.colours[0].family in {"white", "cream"}


def _share(share: float) -> float:
    return 1.0 if share >= 0.4 else 0.5


class Merits(NamedTuple):
    """What can be said of a piece alone, each 0..1, with its weight within a look and its colours."""

    weight: float
    relevance: float
    preference: float
    formality: float
    season: float
    idiom: float
    price: float
    patches: tuple[Patch, ...]


def build_merits(piece: Piece, relevance: float, aim: Aim, usual_price: float | None = None) -> Merits:
    """The merits of one piece for a turn; `usual_price` is the middle price of what may take its slot."""
    price = price_of(piece)
    if piece.slot in EXTRAS and price and usual_price:
        price = max(price, usual_price)
    return Merits(
        weight=1.0 if piece.slot in CORE_SLOTS else BESIDE_CORE.get(piece.slot, 0.4),
        relevance=relevance,
        preference=preference(piece, aim),
        formality=formality_fit(piece, aim.limits.formality),
        season=season_fit(piece, aim.seasons) * (SUFFERING if suffers(piece, aim.limits.conditions) else 1.0),
        idiom=1.0 if piece.category in aim.limits.excused else aptness(piece, aim.idiom),
        price=price_fit(price, usual_price),
        patches=patches(piece),
    )


def look_parts(pieces: Sequence[Piece], merits: Sequence[Merits], aim: Aim) -> dict[str, float]:
    """The parts of a look's score, each 0..1, from the pieces and the merits of each."""
    columns = dict(zip(Merits._fields, zip(*merits, strict=True), strict=True))
    whole = sum(columns["weight"])
    worn = [(piece.slot, merit.patches) for piece, merit in zip(pieces, merits, strict=True)]
    mean = {name: sum(map(mul, columns["weight"], columns[name])) / whole for name in MEANS}
    return {
        "relevance": mean["relevance"],
        "colour": colour_score(worn, aim.contrast),
        "formality": max(0.0, mean["formality"] - 0.1 * max(0.0, spread(pieces) - 2) - COAT_OFF * coat_gap(pieces)),
        "idiom": mean["idiom"],
        "warmth": FIT_SHARE * clo_fit(look_clo(pieces), aim)
        + NEEDS_SHARE * needs_met(aim.needs, pieces)
        + SEASON_SHARE * (mean["season"] + min(merit.season for merit in merits)) / 2,
        "shape": 0.4 * line_balance(pieces) + 0.3 * surface_balance(pieces) + 0.3 * finish(pieces, aim.optional),
        "preference": mean["preference"] * (1.0 if shows_asked_colour(pieces, aim.limits.brief) else UNASKED),
        "price": (mean["price"] + min(merit.price for merit in merits)) / 2 * extras_fit(pieces),
        "variety": variety(pieces, aim),
    }


def clo_fit(clo: float, aim: Aim) -> float:
    """How a look's clo suits the day, 0..1; of a winter day whose place nobody told, whether it is enough indoors.

    Evenings and offices that have a code of their own are dressed for by that.
    """
    conditions = aim.limits.conditions
    free = conditions is not None and conditions.dress_code in FREE
    if aim.band is None and free and "winter" in aim.seasons:
        return min(1.0, clo / INDOORS_CLO)
    return warmth_fit(clo, aim.band)


def finish(pieces: Iterable[Piece], optional: Collection[Slot]) -> float:
    """How finished a look is, 0..1: the share of the slots that the code makes sensible, and 1 where it names none."""
    worn = {piece.slot for piece in pieces if finishes(piece, optional)}
    return len(worn) / len(optional) if optional else 1.0


def finishes(piece: Piece, optional: Collection[Slot]) -> bool:
    """Whether a piece finishes a look; a scarf or an umbrella is for the weather alone."""
    return piece.slot in optional and piece.category not in FOR_WEATHER


def shows_asked_colour(pieces: Sequence[Piece], brief: Brief) -> bool:
    """Whether a colour that was asked for is the main one of a piece that leads the look; true where none was."""
    lead = WHOLE if any(piece.slot in WHOLE for piece in pieces) else LEADING
    return not brief.colours or any(p.colours[0].family in brief.colours for p in pieces if p.slot in lead)


def variety(pieces: Sequence[Piece], aim: Aim) -> float:
    """Interest of the surface, 0..1: two textures or more, and a colour among the neutrals where colour is welcome."""
    surface = (0.7, 0.5, 0.9, 1.0)[min(3, len(textures(pieces)))]
    families = {piece.colours[0].family for piece in pieces}
    if aim.limits.brief.colours or (aim.idiom.colours and set(aim.idiom.colours) <= SOBER):
        return surface
    accents = Counter(piece.colours[0].family for piece in pieces if piece.colours[0].family not in NEUTRAL_FAMILIES)
    spoken = (0.4, 1.0, 0.9, 0.4)[min(3, len(accents) if len(families) > 1 else 0)]
    return (surface + (spoken if max(accents.values(), default=0) <= MOST_ECHOES else 0.0)) / 2


def spare_cost(pieces: Iterable[Piece], aim: Aim) -> float:
    """What the pieces beyond the core have to earn; little where the code makes them sensible or the cold does."""
    return sum(
        FINISHING_COST if finishes(p, aim.optional) or (aim.is_cold and p.clo) else SPARE_COST[p.slot]
        for p in pieces
        if p.slot in SPARE_COST
    )


def total_score(parts: Mapping[str, float]) -> float:
    """The weighted sum of the parts, 0..1."""
    return sum(WEIGHTS[name] * value for name, value in parts.items())


def build_score(parts: Mapping[str, float], total: float) -> Score:
    """A score as it is shown: the total out of 100, the parts from 0 to 1."""
    return Score(total=round(100 * total, 1), parts={name: round(value, 3) for name, value in parts.items()})
