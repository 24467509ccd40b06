"""The pool of looks to choose from: what the beam found, and the cheapest that there is, all within every gate.

The pool does not depend on the budget.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from stores.vocabulary import Article, Piece
from tools.beam import search_looks
from tools.cheapest import cheapest_look
from tools.choice import Draft
from tools.gates import article_breaks, cost_of, look_breaks
from tools.money import price_of, total
from tools.score import Aim, look_parts, spare_pieces, total_score
from tools.seats import Plan, Stock, build_plans

SUITS = frozenset({"suit_jacket", "tuxedo_jacket", "sherwani"})
CHEAP_LOOKS = 3


def build_pool(stock: Stock, aim: Aim) -> list[Draft]:
    """Every look found that breaks nothing, the best first."""
    found: dict[tuple[int, ...], Draft] = {}
    for plan in build_plans(stock, aim.limits):
        for rows in [*search_looks(stock, plan, aim), *_cheap(stock, plan, aim)]:
            key = tuple(sorted(rows))
            if key not in found and not look_breaks(worn(stock, key), aim.limits):
                found[key] = build_draft(stock, plan, key, aim)
    return sorted(found.values(), key=lambda draft: (-draft.score, draft.rows))


def worn(stock: Stock, rows: Sequence[int]) -> list[Piece]:
    return [stock.pieces[row] for row in rows]


def build_draft(stock: Stock, plan: Plan, rows: tuple[int, ...], aim: Aim) -> Draft:
    """A look with its score, its price, and what makes it like others."""
    pieces = worn(stock, rows)
    parts = look_parts(pieces, [stock.merits[row] for row in rows], aim)
    return Draft(
        kind="outfit",
        rows=rows,
        score=total_score(parts, spare_pieces(pieces)),
        parts=parts,
        leads=_leads(stock, plan, rows),
        traits=frozenset(trait for row in rows if row not in stock.kept for trait in _traits(stock.pieces[row])),
        total=total(price_of(piece) for piece in pieces),
        cost=cost_of(pieces, aim.limits),
    )


def _leads(stock: Stock, plan: Plan, rows: Sequence[int]) -> frozenset[str]:
    """What two looks never share: the named piece, the dress, the suit, or else the top with its bottom."""
    named = {row for seat in plan if seat.anchor for row in seat.choices}
    leads = {
        stock.pieces[row].id
        for row in rows
        if row in named or stock.pieces[row].slot == "one_piece" or stock.pieces[row].category in SUITS
    } - {stock.pieces[row].id for row in stock.kept}
    pair = [stock.pieces[row].id for row in rows if stock.pieces[row].slot in {"base_top", "bottom"}]
    return frozenset(leads or [" ".join(pair)])


def _traits(piece: Piece) -> list[str]:
    model = piece.group if isinstance(piece, Article) and piece.group else piece.id
    family = piece.colours[0].family
    return [piece.id, f"model {model}", f"{piece.slot} {family}", f"{piece.slot} {piece.category}"]


def _cheap(stock: Stock, plan: Plan, aim: Aim, allow: Collection[str] = ()) -> list[tuple[int, ...]]:
    """The cheapest look, and the cheapest with another lead piece, so that a small budget has a choice too."""
    found: list[tuple[int, ...]] = []
    left = plan
    while len(found) < CHEAP_LOOKS:
        rows = cheapest_rows(stock, left, aim, allow)
        if rows is None:
            break
        found.append(rows)
        if len(left[0].choices) < 2:
            break
        left = (left[0]._replace(choices=tuple(row for row in left[0].choices if row not in rows)), *left[1:])
    return found


def cheapest_rows(stock: Stock, plan: Plan, aim: Aim, allow: Collection[str] = ()) -> tuple[int, ...] | None:
    """The cheapest look of a plan that breaks nothing but the constraints in `allow`."""
    return cheapest_look(stock, plan, lambda rows: set(look_breaks(worn(stock, rows), aim.limits)) <= set(allow))


def build_articles(stock: Stock, aim: Aim) -> list[list[Draft]]:
    """For each seat the articles that break nothing, each as a look of its own, the best first."""
    pools = []
    for seat in stock.seats:
        whole = (row for row in seat.choices if not stock.breaks[row])
        fitting = [row for row in whole if not article_breaks(stock.pieces[row], aim.limits)]
        drafts = [build_draft(stock, (seat,), (row,), aim) for row in fitting]
        pools.append(sorted((replace(d, kind=seat.slot) for d in drafts), key=lambda draft: (-draft.score, draft.rows)))
    return pools
