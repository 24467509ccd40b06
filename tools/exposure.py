"""What rain, deep cold and a strong sun ask of every look, where a shop can answer it: dry and warm feet, sleeves, hat.

Heavy rain fills shoes; the UV index by Health Canada's table. Knows no shop.
"""

import re
from collections.abc import Collection, Iterator
from functools import partial

from stores.vocabulary import Article, Brief, Conditions, Piece, Slot, Unmet
from tools.demands import Demand
from tools.events import bares
from tools.sleeves import SLEEVED, sleeves_of
from tools.warmth import (
    COLD_C,
    HAT_UV,
    OPEN_AIR,
    SHADE_UV,
    WATERTIGHT,
    is_rainy,
    is_soaking,
    mean_temperature,
    suffers,
)

# UV index from which arms are covered to the wrist.
ARMS_UV = 8.0
AT_HOME = frozenset({"home", "work_from_home"})
# Where nobody wears sleeves against the sun.
BARE_CODES = frozenset({"sport", "beach"})
LAYERS: frozenset[Slot] = frozenset({"mid", "outer"})
SLEEVELESS = frozenset({"gilet", "waistcoat", "shawl"})
POROUS = frozenset({"cotton", "linen", "canvas", "denim", "wool", "satin", "jersey", "polyester", "viscose"})
HATS = frozenset({"sun_hat", "cap"})
GLASSES = frozenset({"sunglasses"})
# Which of what is asked is asked of a piece that is looked for by itself.
OF_SLOT = {"footwear": {"shedding", "watertight", "insulated"}, "base_top": {"sleeves"}, "one_piece": {"sleeves"}}
# What is said where a shop has no such thing for the rest of the look.
TOLD = {name: Unmet(constraint=name, asked="shoes") for name in ("watertight", "insulated")}
TOLD |= {"warm_hat": Unmet(constraint="warm_hat", asked="hat")}
# Hats that keep nobody warm, by kind or by cloth.
THIN_HATS = HATS | {"fascinator"}
AIRY = frozenset({"straw", "cotton", "linen", "canvas"})
# From this mean down shoes are lined, and by which words a shop tells that they are.
DEEP_COLD_C = -8.0
LINED = re.compile(r"insulat|shearling|sherpa|(?:fleece|fur|warm|wool)[ -]lined|fourr|加绒|保暖", re.IGNORECASE)


def asked_of_sky(brief: Brief, conditions: Conditions | None) -> list[Demand]:
    """What the sky asks of every look, the most needful first; nothing of a slot in which the person has chosen."""
    if conditions is None:
        return []
    return [*_against_frost(brief, conditions), *_against_rain(brief, conditions), *_against_sun(brief, conditions)]


def sought(brief: Brief, conditions: Conditions | None) -> list[str]:
    """The categories that a shop is searched for because of the sky."""
    names = {demand.name for demand in asked_of_sky(brief, conditions)}
    shoes, glasses = WATERTIGHT if "watertight" in names else (), GLASSES if "sunglasses" in names else ()
    boots = {"winter_boots"} if "insulated" in names else set[str]()
    return sorted({*shoes, *glasses, *boots})


def _against_frost(brief: Brief, conditions: Conditions) -> Iterator[Demand]:
    """Lined shoes in deep cold, if others were chosen, and a hat: what is worn outdoors for an hour has to be warm."""
    mean = mean_temperature(conditions)
    if mean is None or mean > DEEP_COLD_C or brief.occasion in AT_HOME:
        return
    if "footwear" not in brief.avoid_slots:
        yield Demand("insulated", lambda piece: _holds(piece.slot == "footwear" and is_lined(piece)))
    if not (conditions.indoors or _is_chosen(brief, "headwear")):
        yield Demand("warm_hat", lambda piece: _holds(_warms_head(piece)))


def _warms_head(piece: Piece) -> bool:
    return piece.slot == "headwear" and piece.category not in THIN_HATS and not AIRY & {*piece.fabrics[:1]}


def is_lined(piece: Piece) -> bool:
    """Whether shoes are made for snow, or lined by what the shop says of them."""
    told = f"{piece.name} {piece.description}" if isinstance(piece, Article) else piece.name
    return piece.category == "winter_boots" or LINED.search(told) is not None


def _against_rain(brief: Brief, conditions: Conditions) -> Iterator[Demand]:
    """Shoes that water does not spoil, and at best such as keep it out."""
    stays = conditions.dress_code == "sport" or brief.occasion in AT_HOME
    if stays or not is_soaking(conditions) or _is_chosen(brief, "footwear"):
        return
    kinds = {"rain_boots"}
    kinds |= {"hiking_boots"} if conditions.dress_code == "outdoor" or brief.activities else set()
    kinds |= {"winter_boots"} if is_cold(conditions) else set()
    yield Demand("shedding", lambda piece: _holds(_sheds(piece, conditions)))
    yield Demand("watertight", lambda piece: _holds(_sheds(piece, conditions) and is_watertight(piece, kinds)))


def is_cold(conditions: Conditions) -> bool:
    """Whether lined boots and woollen hats are right."""
    mean = mean_temperature(conditions)
    return mean is not None and mean <= COLD_C


def is_watertight(piece: Piece, kinds: Collection[str]) -> bool:
    """Whether shoes keep water out: of these kinds, or any others that are known to."""
    return piece.category in kinds or (piece.waterproof and piece.category not in WATERTIGHT)


def _sheds(piece: Piece, conditions: Conditions) -> bool:
    """Whether shoes come through: closed ones, of nothing that drinks the water."""
    return piece.slot == "footwear" and not suffers(piece, conditions) and not POROUS & {*piece.fabrics[:1]}


def _against_sun(brief: Brief, conditions: Conditions) -> Iterator[Demand]:
    """From a high index on sleeves, and then long ones; hat and glasses, from a moderate one for who is out all day."""
    index, code = told_uv(brief, conditions), conditions.dress_code
    if conditions.indoors or is_rainy(conditions) or index < (SHADE_UV if code in OPEN_AIR else HAT_UV):
        return
    covered = code not in BARE_CODES or brief.burns
    if index >= HAT_UV and covered and not any(_is_chosen(brief, slot) for slot in SLEEVED):
        yield Demand("sleeves", partial(_covers, conditions, long=index >= ARMS_UV))
    if not (_is_chosen(brief, "headwear") or is_cold(conditions)):
        yield Demand("hat", lambda piece: _holds(piece.category in HATS))
    if not _is_chosen(brief, "accessory"):
        yield Demand("sunglasses", lambda piece: _holds(piece.category in GLASSES))


def heeds(piece: Piece, sky: Collection[Demand]) -> bool:
    """Whether a piece alone answers what is asked of its kind: shoes of the rain, a top or a dress of the sun."""
    return all(demand.lacks(piece) == [] for demand in sky if demand.name in OF_SLOT.get(piece.slot, ()))


def told_uv(brief: Brief, conditions: Conditions) -> float:
    """The UV index that was told or forecast, else 0: "sunny" alone says little of it.

    Who burns is covered from the index on at which others look for shade, and where nobody knows it.
    """
    if brief.burns and (conditions.uv is None or conditions.uv >= SHADE_UV):
        return max(ARMS_UV, conditions.uv or 0.0)
    told = brief.stated_figures.uv if brief.stated_figures else None
    return told if told is not None else (conditions.uv or 0.0) if conditions.source == "forecast" else 0.0


def shades_arms(piece: Piece, *, long: bool) -> bool:
    """Whether a piece has sleeves against the sun, or is a layer that has."""
    if piece.slot in LAYERS:
        return piece.category not in SLEEVELESS
    told = sleeves_of(piece)
    sleeved = told == "long" if long else told != "bare" and "shoulders" not in bares(piece)
    return piece.slot in SLEEVED and sleeved


def _covers(conditions: Conditions, piece: Piece, *, long: bool) -> list[str] | None:
    """A layer that is too warm for the day shades nobody: it stays at home."""
    return _holds(shades_arms(piece, long=long) and not suffers(piece, conditions))


def _is_chosen(brief: Brief, slot: Slot) -> bool:
    """Whether the person has said what they wear there, or that they wear nothing."""
    named = any(one.slot == slot and (one.category or one.fabrics) for one in brief.wanted)
    return named or slot in brief.avoid_slots or any(one.slot == slot for one in brief.owned)


def _holds(answered: bool) -> list[str] | None:
    return [] if answered else None
