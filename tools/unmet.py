"""What stands in the way when nothing can be had, found by giving up one constraint at a time."""

from collections.abc import Iterable, Sequence

from stores.vocabulary import Article, Brief, Piece, Unmet
from tools.gates import Limits, article_breaks
from tools.money import Rates, amount_text, ceil_cents, convert
from tools.pool import cheapest_rows
from tools.score import Aim
from tools.seats import Stock, build_plans

# In the order in which a person would rather give way.
NEGOTIABLE = ("size", "colour", "fabric", "dress_code", "category", "weather", "presentation", "slot", "taboo")


def unmet_budget(brief: Brief, cheapest: float | None, currency: str, rates: Rates) -> list[Unmet]:
    """The budget that was asked and the least that would do, in the person's currency; "price unknown" without one."""
    if brief.budget is None:
        return []
    asked = amount_text(brief.budget.max, brief.budget.currency)
    if cheapest is None:
        return [Unmet(constraint="budget", asked=asked, nearest="price unknown")]
    nearest = ceil_cents(convert(cheapest, currency, brief.budget.currency, rates))
    return [Unmet(constraint="budget", asked=asked, nearest=amount_text(nearest, brief.budget.currency))]


def unmet_look(stock: Stock, aim: Aim) -> list[Unmet]:
    """The constraint without which an outfit could be had, with what breaks it in the cheapest such outfit."""
    for name in NEGOTIABLE:
        for plan in build_plans(stock, aim.limits, {name}):
            rows = cheapest_rows(stock, plan, aim, {name})
            if rows is not None:
                breaking = [stock.pieces[row] for row in rows if name in stock.breaks[row]]
                return [_unmet(name, aim.limits, breaking or [stock.pieces[rows[0]]])]
    return [_missing(stock, aim.limits)]


def unmet_article(stock: Stock, aim: Aim) -> list[Unmet]:
    """The constraint without which an article could be had, with the most relevant such article."""
    broken = [stock.breaks[row] | set(article_breaks(piece, aim.limits)) for row, piece in enumerate(stock.pieces)]
    for name in NEGOTIABLE:
        nearest = [row for row, names in enumerate(broken) if names == {name}]
        if nearest:
            best = max(nearest, key=lambda row: stock.merits[row].relevance)
            return [_unmet(name, aim.limits, [stock.pieces[best]])]
    return [_missing(stock, aim.limits)]


def _unmet(name: str, limits: Limits, nearest: Sequence[Piece]) -> Unmet:
    return Unmet(
        constraint=name,
        asked=asked_text(name, limits),
        nearest=", ".join(piece_text(piece, name) for piece in nearest[:2]),
    )


def _missing(stock: Stock, limits: Limits) -> Unmet:
    """Nothing helps: an asked piece, or a slot that a look needs, has no candidate at all."""
    if limits.asked:
        return Unmet(constraint="category", asked=asked_text("category", limits))
    filled = {seat.slot for seat in stock.seats if seat.choices}
    needed = [slot for slot in ("base_top", "bottom", "footwear") if slot not in filled]
    return Unmet(constraint="slot", asked=", ".join(needed).replace("_", " ") or "a whole outfit")


def piece_text(piece: Piece, name: str) -> str:
    """A piece in short English words, with its sizes where the size is the matter."""
    words = f"{piece.colours[0].family} {piece.category.replace('_', ' ')}"
    if name == "size" and isinstance(piece, Article):
        return f"{words} in {', '.join(row.size for row in piece.sizes if row.stock) or 'no size'}"
    return words


def asked_text(name: str, limits: Limits) -> str:
    """What was asked under a constraint, in short English words."""
    brief = limits.brief
    colours = [*brief.colours, *(colour for one in brief.wanted for colour in one.colours)]
    fabrics = [*brief.fabrics, *(fabric for one in brief.wanted for fabric in one.fabrics)]
    said: dict[str, Iterable[str | None]] = {
        "size": (limits.clothes, limits.shoes),
        "colour": colours or [f"no {family}" for family in sorted(limits.avoid_colours)],
        "fabric": fabrics or [f"no {fabric}" for fabric in sorted(limits.avoid_fabrics)],
        "category": sorted(limits.asked) or [f"no {category}" for category in sorted(limits.avoid_categories)],
        "dress_code": (limits.rules.name,),
        "presentation": (limits.presentation,),
        "taboo": (taboo.what for taboo in limits.taboos),
        "slot": (one.slot for one in brief.wanted),
    }
    words = dict.fromkeys(word.replace("_", " ") for word in said.get(name, ()) if word)
    return ", ".join(words) or name.replace("_", " ")
