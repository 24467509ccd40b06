"""What stands in the way when nothing can be had, found by giving up one constraint at a time."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import dist

from stores.colours import family_colour, lab_of_hex
from stores.vocabulary import SLOTS, Article, Brief, Piece, Unmet
from tools.colour import NEUTRAL_FAMILIES
from tools.fitting import fits, wanted_size
from tools.gates import Limits, article_breaks
from tools.money import Rates, amount_text, ceil_cents, convert
from tools.pool import cheapest_rows
from tools.score import Aim
from tools.seats import Stock, build_plans
from tools.sizes import LETTERS
from tools.sleeves import ASKED

FAR = 1000.0
# In the order in which a person would rather give way.
NEGOTIABLE = (
    "size",
    "colour",
    "fabric",
    "sleeves",
    "dress_code",
    "category",
    "weather",
    "presentation",
    "slot",
    "taboo",
)
# What nothing was said of stands in nobody's way.
SAID = frozenset({"size", "colour", "fabric", "sleeves"})
# A shop that has nothing for a child has nothing near to it either.
GROWN_UPS_ONLY = Unmet(constraint="presentation", asked="children")


def unmet_budget(brief: Brief, cheapest: float | None, currency: str, rates: Rates) -> list[Unmet]:
    """The budget that was asked and the least that would do, in the person's currency; "price unknown" without one."""
    if brief.budget is None:
        return []
    asked = amount_text(brief.budget.max, brief.budget.currency)
    than = brief.refinement.than if brief.refinement and brief.refinement.change == "cheaper" else None
    if than is not None:
        # What was shown can be had: nothing dearer is the nearest to "cheaper".
        cheapest = than if cheapest is None else min(cheapest, than)
    if cheapest is None:
        return [Unmet(constraint="budget", asked=asked, nearest="price unknown")]
    nearest = ceil_cents(convert(cheapest, currency, brief.budget.currency, rates))
    return [Unmet(constraint="budget", asked=asked, nearest=amount_text(nearest, brief.budget.currency))]


def unmet_look(stock: Stock, aim: Aim) -> list[Unmet]:
    """The constraint without which an outfit could be had, with what breaks it in the cheapest such outfit."""
    if _is_for_child(aim.limits):
        return [GROWN_UPS_ONLY]
    for name in (one for one in NEGOTIABLE if one not in SAID or asked_text(one, aim.limits) != one):
        for plan in build_plans(stock, aim.limits, {name}):
            rows = cheapest_rows(stock, plan, aim, {name})
            if rows is not None:
                breaking = [stock.pieces[row] for row in rows if name in stock.breaks[row]]
                worn = sorted((stock.pieces[row] for row in rows), key=lambda piece: SLOTS.index(piece.slot))
                meant = breaking or _meant(worn, aim.limits)[:1]
                return [_unmet(name, aim.limits, _alike(meant, stock, aim.limits) if name == "colour" else meant)]
    return [_missing(stock, aim.limits)]


def _alike(meant: Sequence[Piece], stock: Stock, limits: Limits) -> list[Piece]:
    """For each piece that is in another colour than asked: the one of its kind whose colour comes nearest to that."""
    free = [piece for row, piece in enumerate(stock.pieces) if stock.breaks[row] <= {"colour"}]
    kinds = ([one for one in free if one.category == piece.category] or [piece] for piece in meant)
    return [min(kind, key=lambda one: _colour_off(one, limits)) for kind in kinds]


def _meant(worn: Sequence[Piece], limits: Limits) -> list[Piece]:
    """Those of a look's pieces that were asked for, else those of the slots that were; all of them where none was."""
    asked = [piece for piece in worn if piece.category in limits.asked]
    slots = {one.slot for one in limits.brief.wanted}
    return asked or [piece for piece in worn if not slots or piece.slot in slots]


def unmet_article(stock: Stock, aim: Aim) -> list[Unmet]:
    """The constraint without which an article could be had, else the two, with the most relevant such article."""
    if _is_for_child(aim.limits):
        return [GROWN_UPS_ONLY]
    broken = [stock.breaks[row] | set(article_breaks(piece, aim.limits)) for row, piece in enumerate(stock.pieces)]
    for names in [*((name,) for name in NEGOTIABLE), *combinations(NEGOTIABLE, 2)]:
        nearest = [row for row, found in enumerate(broken) if found == set(names)]
        if nearest:
            best = min(nearest, key=lambda row: (*_off(stock.pieces[row], aim.limits), -stock.merits[row].relevance))
            return [_unmet(name, aim.limits, [stock.pieces[best]]) for name in names]
    return [_missing(stock, aim.limits)]


def _unmet(name: str, limits: Limits, nearest: Sequence[Piece]) -> Unmet:
    return Unmet(
        constraint=name,
        asked=asked_text(name, limits),
        nearest=", ".join(piece_text(piece, name, limits) for piece in nearest[:2]) or None,
    )


def _is_for_child(limits: Limits) -> bool:
    return "children" in limits.reserve


def _missing(stock: Stock, limits: Limits) -> Unmet:
    """Nothing helps: an asked piece, or a slot that a look needs, has no candidate at all."""
    if limits.asked:
        return Unmet(constraint="category", asked=asked_text("category", limits))
    filled = {seat.slot for seat in stock.seats if seat.choices}
    needed = [slot for slot in ("base_top", "bottom", "footwear") if slot not in filled]
    return Unmet(constraint="slot", asked=", ".join(needed).replace("_", " ") or "a whole outfit")


def piece_text(piece: Piece, name: str, limits: Limits) -> str:
    """A piece in short English words, with the size that comes nearest where the size is the matter."""
    faux = name == "fabric" and "faux_leather" in piece.fabrics
    words = f"{piece.colours[0].family} {'faux ' * faux}{piece.category.replace('_', ' ')}"
    if name == "size" and isinstance(piece, Article):
        stocked = [row.size for row in piece.sizes if row.stock]
        return (
            f"{words} in {min(stocked, key=lambda size: _apart(size, wanted_size(piece, limits)), default='no size')}"
        )
    return words


def _off(piece: Piece, limits: Limits) -> tuple[float, bool, float]:
    """How far a piece is from the person's size, and from the colours that are asked for."""
    return _size_off(piece, limits), *_colour_off(piece, limits)


def _colour_off(piece: Piece, limits: Limits) -> tuple[bool, float]:
    """Whether it is loud where quiet is asked for, and its way in CIELAB to the nearest colour that is.

    The way alone would put a pink before a grey for one who asked for white.
    """
    own = piece.colours[0]
    asked = [family for family in limits.asked_colours if family != own.family]
    loud = own.family not in NEUTRAL_FAMILIES and set(limits.asked_colours) <= set(NEUTRAL_FAMILIES)
    ways = [dist(lab_of_hex(own.hex), lab_of_hex(family_colour(family).hex)) for family in asked]
    return bool(asked) and loud, min(ways, default=0.0)


def _size_off(piece: Piece, limits: Limits) -> float:
    """How far the nearest size in stock is from the person's, in steps of the scale."""
    wanted = wanted_size(piece, limits)
    if not isinstance(piece, Article) or fits(piece, limits):
        return 0.0
    return min((_apart(row.size, wanted) for row in piece.sizes if row.stock), default=FAR)


def _apart(size: str, wanted: str | None) -> float:
    if size.isdigit() and wanted and wanted.isdigit():
        return abs(int(size) - int(wanted))
    return abs(LETTERS.index(size) - LETTERS.index(wanted)) if {size, wanted} <= set(LETTERS) and wanted else FAR


def _kinds(limits: Limits) -> list[str]:
    """The pieces that were asked for by category; a whole kind ("trousers") in the person's own word."""
    named = [one.category or one.text for one in limits.brief.wanted]
    return [word for word in named if word] or sorted(limits.asked)


def asked_text(name: str, limits: Limits) -> str:
    """What was asked under a constraint, in short English words."""
    brief = limits.brief
    colours = [*brief.colours, *(colour for one in brief.wanted for colour in one.colours)]
    fabrics = [*brief.fabrics, *(fabric for one in brief.wanted for fabric in one.fabrics)]
    said: dict[str, Iterable[str | None]] = {
        "size": (limits.clothes, limits.shoes),
        "colour": colours or [f"no {family}" for family in sorted(limits.avoid_colours)],
        "fabric": fabrics or [f"no {fabric}" for fabric in sorted(limits.avoid_fabrics)],
        "category": _kinds(limits) or brief.patterns or [f"no {name}" for name in sorted(limits.avoid_categories)],
        "dress_code": (limits.rules.name,),
        "presentation": (limits.presentation,),
        "taboo": (taboo.what for taboo in limits.taboos),
        "slot": (one.slot for one in brief.wanted),
        "sleeves": (ASKED[brief.sleeves],) if brief.sleeves else (),
    }
    words = dict.fromkeys(word.replace("_", " ") for word in said.get(name, ()) if word)
    return ", ".join(words) or name.replace("_", " ")
