"""Why a look is right, as keys that writers phrase, the most telling first. Knows no language."""

from collections.abc import Sequence

from stores.vocabulary import Garment, Piece
from tools.accents import is_accent
from tools.choice import Draft
from tools.colour import harmony
from tools.demands import answers
from tools.gates import Limits
from tools.palettes import told_of
from tools.proportion import GOOD, proportion
from tools.score import Aim
from tools.shape import textures, volume_balance
from tools.warmth import clo_error, look_clo, met

MOST_REASONS = 8
TELLING_FABRICS = {
    "summer": {"linen", "cotton", "seersucker", "tencel"},
    "winter": {"wool", "merino", "cashmere", "down"},
}
FLAT = frozenset({
    "sneakers", "leather_sneakers", "running_shoes", "loafers", "derbies", "ballet_flats", "ankle_boots",
    "chelsea_boots", "hiking_boots", "winter_boots", "rain_boots", "block_heels", "oxfords",
})  # fmt: skip
# From here on a colour is liked beyond doubt: two green pieces that were liked and nothing against it.
LEANS = 0.15
LONG_DAYS = frozenset({"travel", "city_trip", "museum", "safari", "flight", "conference", "festival", "first_date"})
COVERED = frozenset({"mosque", "temple", "synagogue", "church", "hindu_funeral", "funeral"})


def reasons(pieces: Sequence[Piece], draft: Draft, aim: Aim, liked_piece: str | None = None) -> list[str]:
    """Reason keys that are true of a look."""
    limits = aim.limits
    found = [f"like:{liked_piece}"] if liked_piece else []
    found += [*_asked(pieces, limits), *_occasion(limits), *_weather(pieces, aim)]
    found += [*_colour(pieces, limits), *_surface(pieces, aim), *_purse(pieces, draft, limits)]
    return list(dict.fromkeys(found))[:MOST_REASONS]


def _asked(pieces: Sequence[Piece], limits: Limits) -> list[str]:
    return [f"asked:{piece.category}" for piece in pieces if piece.category in limits.asked]


def _occasion(limits: Limits) -> list[str]:
    code = limits.conditions.dress_code if limits.conditions else None
    found = [f"code:{code}"] if code else []
    found += [f"event:{limits.brief.occasion}"] if limits.brief.occasion else []
    return [*found, "modest:covered"] if code == "modest" or limits.brief.occasion in COVERED else found


def _weather(pieces: Sequence[Piece], aim: Aim) -> list[str]:
    found = [need.reason for need in aim.needs if need.reason and met(need, pieces)]
    found = found[:1] if found and found[0].startswith("rain:") else found
    sleeves = (demand for demand in aim.limits.sky if demand.name == "sleeves")
    found += ["sun:sleeves" for demand in sleeves if any(answers(demand, piece) for piece in pieces)]
    if aim.band is not None and clo_error(look_clo(pieces), aim.band) <= 0.15:
        layered = len([p for p in pieces if p.slot in {"mid", "outer"}]) > 1
        found.append("warmth:layers" if layered else "warmth:light" if aim.band[1] <= 0.5 else "warmth:right")
    walks = aim.limits.active or aim.limits.brief.occasion in LONG_DAYS
    if walks and any(piece.category in FLAT for piece in pieces):
        found.append("shoes:walkable")
    return list(found)


def _colour(pieces: Sequence[Piece], limits: Limits) -> list[str]:
    worn = [piece.colours[0].family for piece in pieces]
    asked = [f"colour:asked:{family}" for family in limits.brief.colours if family in worn]
    scheme = harmony(pieces).key if len(pieces) > 1 else None
    brings = [piece.colours[0].family for piece in pieces if is_accent(piece, limits.brief)]
    if limits.palettes and limits.brief.accent and brings:
        return [f"colour:{'asked' if limits.brief.accent.colours else 'accent'}:{brings[0]}", *asked]
    if limits.palettes and limits.brief.scheme:
        scheme = told_of(limits.brief.scheme, pieces)
    return asked + ([scheme] if scheme and scheme.replace("accent", "asked") not in asked else [])


def _surface(pieces: Sequence[Piece], aim: Aim) -> list[str]:
    families = (piece.colours[0].family for piece in pieces)
    found = [f"taste:{family}" for family in families if aim.taste.likes.get(f"family:{family}", 0) > LEANS]
    seasons = () if aim.presumed else aim.seasons
    telling = {*aim.limits.brief.fabrics, *(f for season in seasons for f in TELLING_FABRICS.get(season, ()))}
    found += [f"fabric:{piece.fabrics[0]}" for piece in pieces if piece.fabrics and piece.fabrics[0] in telling][:1]
    found += ["texture:contrast"] if len(textures(pieces)) >= 2 else []
    found += ["volume:third"] if (proportion(pieces) or 0.0) >= GOOD else []
    return found + (["volume:balance"] if volume_balance(pieces) == 1.0 else [])


def _purse(pieces: Sequence[Piece], draft: Draft, limits: Limits) -> list[str]:
    owned = sum(1 for piece in pieces if isinstance(piece, Garment))
    found = [f"owned:{owned}"] if owned else []
    if limits.ceiling and draft.cost is not None and draft.cost > 0:
        found.append("budget:well_under" if draft.cost <= 0.7 * limits.ceiling else "budget:within")
    return found
