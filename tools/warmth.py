"""Warmth: how much clothing a temperature asks for, how much a look has, and what rain, cold and snow call for.

Clothing insulation in clo. Knows no place and no date: conditions come in as numbers.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stores.vocabulary import Article, Conditions, Piece, Profile, Slot
from tools.comfort import HOT_C, SPORTY, clings, ease, felt_temperature, interpolate, is_muggy

# (air temperature in C, clo that people wear outdoors), between ISO 7730's neutral and UTCI's typical clothing.
TARGET: tuple[tuple[float, float], ...] = (
    (-20, 2.90), (-10, 2.35), (-5, 2.10), (0, 1.85), (5, 1.60), (8, 1.45), (10, 1.35), (12, 1.20), (14, 1.10),
    (16, 0.95), (18, 0.80), (20, 0.65), (22, 0.55), (24, 0.45), (26, 0.35), (30, 0.25),
)  # fmt: skip
# Error in clo to score, 0..1.
FIT: tuple[tuple[float, float], ...] = ((0.0, 1.0), (0.05, 0.95), (0.15, 0.8), (0.3, 0.45), (0.6, 0.15), (1.2, 0.0))
# The least clo that is worn indoors, and the most by the mean outdoors: about 1 in winter, 0.5 in summer (ASHRAE 55);
# a shirt and trousers are never too much, a jacket is where it is hot on the way.
INDOOR_LEAST = 0.5
INDOOR_MOST: tuple[tuple[float, float], ...] = ((18, 0.95), (28, 0.65))
# Dancing is 3.4 met (ISO 8996): indoors a shirt is enough.
DANCING_MET, DANCING_MOST = 3.0, 0.65
MILD_C = 12.0
# Below this mean the way to an event asks for a layer more than the event.
WAY_C, WAY_CLO = 17.0, 0.7
# How far a day swings, in degrees or in the clo it asks for, before it asks for a layer; warm evenings ask for none.
SWING_C, SWING_CLO, LAYER_FROM_C = 8.0, 0.5, 19.0
# From this formality on people come by car and in good shoes.
DRESSY = 5.0
COLD_C = 6.0
FROST_C = 0.0
RAIN_CHANCE = 0.4
# Who walks or runs in the open cannot step inside.
ACTIVE_RAIN_CHANCE = 0.3
# Share of the clo that is worn at sport: at 4 met and more the body makes up for the rest.
SPORT_SHARE = 0.55

RAINWEAR = frozenset({"rain_jacket", "trench_coat", "parka"})
# From this wind on a shell keeps warm what knits do not, up to this mean; wide brims and short flared hems fly up.
WINDY_KMH, WIND_C = 30.0, 18.0
WINDPROOF = frozenset({
    "leather_jacket", "bomber", "light_jacket", "trench_coat", "rain_jacket", "overcoat", "winter_coat", "down_jacket",
    "parka",
})  # fmt: skip
BLOWN_ABOUT = frozenset({"sun_hat", "fedora", "fascinator", "mini_skirt"})
# A day of so much rain fills low shoes.
SOAKING_MM = 10.0
WATERTIGHT = frozenset({"rain_boots", "hiking_boots", "winter_boots"})
# UV index from which a hat is wanted by everybody, and by who is out all day (Health Canada).
HAT_UV, SHADE_UV = 6.0, 3.0
OPEN_AIR = frozenset({"outdoor", "sport", "beach"})
NOT_IN_RAIN = frozenset({"suede", "silk", "velvet", "canvas"})
# What does not breathe, and what is too warm, on a hot day; sportswear is made for it.
NOT_IN_HEAT = frozenset({
    "polyester", "nylon", "leather", "faux_leather", "velvet", "wool", "flannel", "tweed", "corduroy", "fleece",
    "denim",
})  # fmt: skip
CLOTHES: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid"})
PALE_IN_RAIN = frozenset({"white", "cream"})
HEMS: frozenset[Slot] = frozenset({"bottom", "one_piece", "footwear"})
LOW_SHOES = frozenset({"sneakers", "leather_sneakers"})
BARE_LEGS_C = 12.0
# Up to this mean thin shoes are cold even on the way to a door.
THIN_SHOES_C = 8.0
# Below this mean what ends at the knee or calf wants tights.
TIGHTS_C = 14.0
BARE_LEGGED = frozenset({
    "mini_skirt", "midi_skirt", "casual_dress", "summer_dress", "shirt_dress", "sheath_dress", "knit_dress",
    "cocktail_dress",
})  # fmt: skip
BARE_SHOES = frozenset({
    "flip_flops", "slippers", "sandals", "evening_sandals", "espadrilles", "juttis", "ballet_flats",
})  # fmt: skip
BARE = frozenset({"flip_flops", "slippers", "tank", "shorts", "sport_shorts", "sports_bra", "sandals", "espadrilles"})
# Below this mean thin soles and heels are cold even from a car to a door.
HARD_FROST_C = -5.0
THIN = BARE_SHOES | {"heels"}
# What leaves the toes bare, by kind or by name: block heels may be sandals.
BARE_FEET = frozenset({"flip_flops", "slippers", "sandals", "evening_sandals", "espadrilles"})
TOELESS = re.compile(r"sandal|peep.?toe|open.?toe|mules?\b", re.IGNORECASE)
OPEN = re.compile(r"sandal|slingback|peep.?toe|open.?toe|mules?\b", re.IGNORECASE)
# Boots of any kind may have a heel by their name, or by what the shop says of them.
RAISED = re.compile(r"\bheeled\b|(?:high|stacked|block|kitten|cuban).heel|stiletto|platform|\bwedge", re.IGNORECASE)
SLIPPERY = BARE_SHOES | {"heels", "block_heels", "patent_shoes", "loafers", "oxfords", "derbies"}


class Need(NamedTuple):
    """Something that the weather asks for: any of these categories (or of the slot), and the reason key for it.

    Where `under` names categories, only a look with one of them needs it.
    """

    slot: Slot
    categories: frozenset[str]
    reason: str | None
    waterproof: bool = False
    under: frozenset[str] = frozenset()


def target_clo(mean_temp_c: float) -> float:
    """Wanted clo outdoors at a mean air temperature, linear between rows, clamped at both ends."""
    return interpolate(mean_temp_c, TARGET)


def look_clo(pieces: Iterable[Piece]) -> float:
    """Clo of an ensemble: 0.161 + 0.835 x the sum of its garments. ISO 9920."""
    return ensemble_clo(sum(piece.clo for piece in pieces))


def ensemble_clo(garments: float) -> float:
    return 0.161 + 0.835 * garments


def mean_temperature(conditions: Conditions | None) -> float | None:
    """Mean of the day's low and high in C, or the one that is known."""
    if conditions is None:
        return None
    known = [t for t in (conditions.temp_min_c, conditions.temp_max_c) if t is not None]
    return sum(known) / len(known) if known else None


def wanted_clo(conditions: Conditions | None, profile: Profile) -> float | None:
    """Clo that a look should have, None where nothing is known of the weather.

    Wind counts in a forecast only: a month's mean wind says little of the day; effort, sun and damp air as `ease` has
    it. A person who feels the cold has a positive `warmth_offset_c` and is dressed for that many degrees less.
    """
    if conditions is None or conditions.clo is not None:
        return conditions.clo if conditions else None
    mean = mean_temperature(conditions)
    if mean is None:
        return None
    wind = conditions.wind_kmh if conditions.source == "forecast" else None
    felt = felt_temperature(mean, wind) - profile.warmth_offset_c
    if conditions.dress_code == "sport":
        return target_clo(felt) * SPORT_SHARE
    return target_clo(felt + ease(conditions, mean))


def wanted_band(conditions: Conditions | None, profile: Profile) -> tuple[float, float] | None:
    """The range of clo that is right: the target, widened to what is worn indoors where the event is and it is mild."""
    target = wanted_clo(conditions, profile)
    if target is None or conditions is None:
        return None
    mean = mean_temperature(conditions)
    if conditions.indoors and mean is not None and mean >= MILD_C:
        walks = mean < WAY_C and not _is_dressy(conditions)
        most = DANCING_MOST if (conditions.met or 0) >= DANCING_MET else interpolate(mean, INDOOR_MOST)
        return min(target, WAY_CLO if walks else INDOOR_LEAST), max(target, most)
    return target, target


def clo_error(clo: float, band: tuple[float, float]) -> float:
    """How far a look's clo lies outside the band."""
    return max(0.0, band[0] - clo, clo - band[1])


def warmth_fit(clo: float, band: tuple[float, float] | None) -> float:
    """Score of a look's clo, 0..1; 1 where nothing is known of the weather."""
    return 1.0 if band is None else interpolate(clo_error(clo, band), FIT)


def carries_layer(conditions: Conditions | None) -> bool:
    """Whether a day asks for a layer to put on and off: it swings by more than 8 degrees, or by half a clo.

    In the cold one is worn all day, and on a hot evening none is.
    """
    if conditions is None or conditions.temp_min_c is None or conditions.temp_max_c is None:
        return False
    low, high = conditions.temp_min_c, conditions.temp_max_c
    swings = high - low > SWING_C or target_clo(low) - target_clo(high) > SWING_CLO
    return swings and low < LAYER_FROM_C


def is_rainy(conditions: Conditions | None) -> bool:
    return conditions is not None and (conditions.rain_chance or 0) >= RAIN_CHANCE and not is_snowy(conditions)


def is_soaking(conditions: Conditions) -> bool:
    """Whether so much rain falls that it fills low shoes; in the heat these are left to dry."""
    return (conditions.rain_mm or 0) >= SOAKING_MM and is_rainy(conditions) and not is_hot(conditions)


def falls_as_snow(conditions: Conditions) -> bool:
    """Whether the rain of a day that never thaws is to be expected as snow."""
    likely = (conditions.rain_chance or 0) >= RAIN_CHANCE
    return likely and conditions.temp_max_c is not None and conditions.temp_max_c <= 0


def is_hot(conditions: Conditions | None) -> bool:
    mean = mean_temperature(conditions)
    return mean is not None and mean >= HOT_C


def is_snowy(conditions: Conditions | None) -> bool:
    return bool(conditions and conditions.snow)


def is_frozen(conditions: Conditions) -> bool:
    """Whether what falls stays dry snow all day."""
    return is_snowy(conditions) and conditions.temp_max_c is not None and conditions.temp_max_c <= 0


def is_windy(conditions: Conditions | None) -> bool:
    """Whether a strong wind is to be dressed for; indoors none is."""
    return conditions is not None and (conditions.wind_kmh or 0) >= WINDY_KMH and not conditions.indoors


def needs(conditions: Conditions | None, *, active: bool = False) -> list[Need]:
    """What rain, cold, snow and sun ask for; `active` people cannot hold an umbrella, but in the heat."""
    if conditions is None:
        return []
    found: list[Need] = []
    mean = mean_temperature(conditions)
    wind = conditions.wind_kmh or 0
    wet = (conditions.rain_chance or 0) >= ACTIVE_RAIN_CHANCE and not is_frozen(conditions)
    if is_rainy(conditions) or (active and wet):
        found.append(Need("outer", RAINWEAR, "rain:covered", waterproof=True))
        if (not active or is_hot(conditions)) and wind < 40:
            found.append(Need("accessory", frozenset({"umbrella"}), "rain:umbrella"))
    if mean is not None and mean <= TIGHTS_C:
        found.append(Need("hosiery", frozenset({"tights"}), None, under=BARE_LEGGED))
    if mean is not None and mean <= 5:
        found += [Need("accessory", frozenset({"scarf"}), None), Need("accessory", frozenset({"gloves"}), None)]
    if mean is not None and mean <= 0:
        found.append(Need("headwear", frozenset({"beanie"}), None))
    if is_snowy(conditions):
        found.append(Need("footwear", frozenset({"winter_boots", "hiking_boots", "ankle_boots"}), "shoes:walkable"))
    if is_windy(conditions) and mean is not None and mean <= WIND_C:
        found.append(Need("outer", WINDPROOF, None))
    if is_soaking(conditions) and not conditions.indoors:
        found.append(Need("footwear", WATERTIGHT, None, waterproof=True))
    if (conditions.uv or 0) >= (SHADE_UV if conditions.dress_code in OPEN_AIR else HAT_UV) and not conditions.indoors:
        found.append(Need("headwear", frozenset({"sun_hat", "cap"}), None))
    return found


def met(need: Need, pieces: Iterable[Piece]) -> bool:
    return any(
        piece.slot == need.slot and (piece.category in need.categories or (need.waterproof and piece.waterproof))
        for piece in pieces
    )


def needs_met(asked: Sequence[Need], pieces: Sequence[Piece]) -> float:
    """Share of the needs that a look answers; against rain a waterproof layer or an umbrella is enough."""
    asked = [need for need in asked if not need.under or any(piece.category in need.under for piece in pieces)]
    if not asked:
        return 1.0
    answered = [need for need in asked if met(need, pieces)]
    dry = any((need.reason or "").startswith("rain:") for need in answered)
    count = sum(1 for need in asked if need in answered or (dry and (need.reason or "").startswith("rain:")))
    return count / len(asked)


def suffers(piece: Piece, conditions: Conditions | None) -> bool:
    """Whether a piece is a poor choice for the weather: what water marks, pale hems in rain, bare legs when cool.

    Nor are wide brims and short hems for a strong wind.
    """
    mean = mean_temperature(conditions)
    if mean is not None and mean <= BARE_LEGS_C and (piece.category in BARE or _is_open(piece)):
        return True
    if mean is not None and mean <= HARD_FROST_C and piece.category in THIN:
        return True
    main = set(piece.fabrics[:1])
    if (piece.category in BARE_SHOES or _is_open(piece)) and (is_rainy(conditions) or _is_cold_on_foot(conditions)):
        return True
    if mean is not None and mean >= HOT_C and piece.slot in CLOTHES and piece.formality > SPORTY:
        return bool(NOT_IN_HEAT & main) or (is_muggy(conditions, mean) and clings(piece))
    if is_windy(conditions) and piece.category in BLOWN_ABOUT:
        return True
    pale = piece.slot in HEMS and piece.colours[0].family in PALE_IN_RAIN
    soaks = bool(NOT_IN_RAIN & main) or ("leather" in main and piece.slot in CLOTHES | {"outer"})
    return (is_rainy(conditions) or is_snowy(conditions)) and (pale or soaks)


def _is_open(piece: Piece) -> bool:
    """Whether shoes of any kind are open by their name: block heels may be sandals."""
    return piece.slot == "footwear" and OPEN.search(piece.name) is not None


def _is_cold_on_foot(conditions: Conditions | None) -> bool:
    mean = mean_temperature(conditions)
    by_car = conditions is not None and conditions.indoors and _is_dressy(conditions)
    return mean is not None and mean <= THIN_SHOES_C and not by_car


def _is_dressy(conditions: Conditions) -> bool:
    return conditions.formality is not None and conditions.formality[0] >= DRESSY


def is_unfit(piece: Piece, conditions: Conditions | None, *, dressy: bool = False, barefoot: bool = False) -> bool:
    """Whether a piece is not for this weather: soles that slip on snow, or legs and feet bare in the cold outdoors.

    A dressy event indoors, to which nobody walks far, takes dress shoes even in snow, but no bare feet; to any other
    one walks in shoes that close, unless it is `barefoot`.
    """
    mean = mean_temperature(conditions)
    if is_raised(piece) and "heels" in unsafe(conditions, dressy=dressy):
        return True
    if conditions is None or mean is None or mean > THIN_SHOES_C:
        return piece.category in unsafe(conditions, dressy=dressy)
    if not (barefoot or (conditions.indoors and dressy)) and bares_feet(piece):
        return True
    if mean > COLD_C:
        return piece.category in unsafe(conditions, dressy=dressy)
    bare = BARE | (THIN if mean <= HARD_FROST_C else BARE_SHOES if mean <= FROST_C else frozenset())
    if conditions.indoors:
        bare = frozenset() if dressy or barefoot else bare & THIN
    return piece.category in bare | unsafe(conditions, dressy=dressy)


def is_raised(piece: Piece) -> bool:
    """Whether shoes of any kind have a heel or a high sole by what the shop says of them."""
    told = f"{piece.name} {piece.description}" if isinstance(piece, Article) else piece.name
    return piece.slot == "footwear" and RAISED.search(told) is not None


def bares_feet(piece: Piece) -> bool:
    """Whether shoes leave the toes bare."""
    return piece.slot == "footwear" and (piece.category in BARE_FEET or TOELESS.search(piece.name) is not None)


def unsafe(conditions: Conditions | None, *, dressy: bool = False) -> frozenset[str]:
    """Shoes that snow rules out; a dressy event indoors rules out bare feet alone."""
    if conditions is None or not is_snowy(conditions):
        return frozenset()
    return BARE_SHOES if dressy and conditions.indoors else SLIPPERY | LOW_SHOES
