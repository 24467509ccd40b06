"""The pool of looks to choose from: what the beam found, and the cheapest that there is, all within every gate.

The pool does not depend on the budget.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from stores.vocabulary import Piece
from tools.accents import Spot, is_accent, size_cost
from tools.beam import lead_seat, search_looks
from tools.cheapest import cheapest_look
from tools.choice import Draft
from tools.demands import Demand, cut_of, shown_in
from tools.gates import article_breaks, cost_of, look_breaks
from tools.money import price_of, total
from tools.palettes import Palette, makes
from tools.score import Aim, look_parts, spare_cost, total_score
from tools.seats import Plan, Stock, branches, build_plans
from tools.shape import SEPARATES

SUITS = frozenset({"suit_jacket", "tuxedo_jacket", "sherwani"})
CHEAP_LOOKS = 3
# What a clo may cost, in the currency of the prices.
PER_CLO = (60.0, 120.0)


def build_pool(stock: Stock, aim: Aim) -> list[Draft]:
    """Every look found that breaks nothing, in the scheme of colours that is asked for, the best first."""
    found: dict[tuple[int, ...], Draft] = {}
    for within, of in [_coloured(stock, aim, one) for one in aim.limits.palettes] or [(stock, aim)]:
        for plan in build_plans(within, of.limits):
            for rows in _proposed(within, plan, of):
                key = tuple(sorted(rows))
                if key not in found and not look_breaks(worn(stock, key), of.limits) and _is_in_scheme(stock, key, of):
                    found[key] = build_draft(stock, key, aim)
    return sorted(found.values(), key=lambda draft: (-draft.score, draft.rows))


def _coloured(stock: Stock, aim: Aim, palette: Palette | Spot) -> tuple[Stock, Aim]:
    """The stock of which only what has the colours of a palette may be worn, and the aim that these are seen."""
    stays = stock.kept if isinstance(palette, Spot) else frozenset[int]()
    off = [row for row, piece in enumerate(stock.pieces) if row not in stays and not palette.holds(piece)]
    breaks = [names | {"scheme"} if row in off else names for row, names in enumerate(stock.breaks)]
    demands = (*aim.limits.demands, *_seen(palette))
    return replace(stock, breaks=breaks), replace(aim, limits=replace(aim.limits, demands=demands, palettes=(palette,)))


def _seen(palette: Palette | Spot) -> list[Demand]:
    return [palette.demand] if isinstance(palette, Spot) else [shown_in(family) for family in palette.seen]


def _is_in_scheme(stock: Stock, rows: Sequence[int], aim: Aim) -> bool:
    pieces, scheme = worn(stock, rows), aim.limits.brief.scheme
    if any(isinstance(one, Spot) and not one.makes(pieces) for one in aim.limits.palettes):
        return False
    return scheme is None or not aim.limits.palettes or makes(scheme, pieces)


def _proposed(stock: Stock, plan: Plan, aim: Aim) -> list[tuple[int, ...]]:
    """What the beam found and, where things have a price or the beam found nothing, the cheapest."""
    looks = search_looks(stock, plan, aim)
    return looks if looks and not stock.is_priced else [*looks, *_cheap(stock, plan, aim), *_warm(stock, plan, aim)]


def worn(stock: Stock, rows: Sequence[int]) -> list[Piece]:
    return [stock.pieces[row] for row in rows]


def build_draft(stock: Stock, rows: tuple[int, ...], aim: Aim) -> Draft:
    """A look with its score, its price, and what makes it like others."""
    pieces = worn(stock, rows)
    parts = look_parts(pieces, [stock.merits[row] for row in rows], aim)
    return Draft(
        kind="outfit",
        rows=rows,
        score=max(0.0, total_score(parts) - _extra_cost(pieces, aim)),
        parts=parts,
        leads=_leads(stock, rows),
        traits=frozenset().union(*(stock.traits[row] for row in rows if row not in stock.kept)),
        total=total(price_of(piece) for piece in pieces),
        cost=cost_of(pieces, aim.limits),
        cut=cut_of(pieces),
    )


def _extra_cost(pieces: Sequence[Piece], aim: Aim) -> float:
    """What is taken off for pieces beyond the core; the one that was asked for as an accent is not spare."""
    brief = aim.limits.brief
    return spare_cost((one for one in pieces if not is_accent(one, brief)), aim) + size_cost(pieces, brief)


def _leads(stock: Stock, rows: Sequence[int]) -> frozenset[str]:
    """What two looks never share: what leads, else the top with its bottom, the shoes to a kept dress, what is left."""
    free = [row for row in rows if row not in stock.kept]
    found = [stock.pieces[row].id for row in free if leads(stock, row)]
    core = [stock.pieces[row] for row in free if stock.pieces[row].slot in SEPARATES]
    shoes = [stock.pieces[row] for row in free if stock.pieces[row].slot == "footwear"]
    return frozenset(found or [" ".join(piece.id for piece in core or shoes or [stock.pieces[row] for row in free])])


def leads(stock: Stock, row: int) -> bool:
    """Whether a look is known by this piece: one that was named, a dress, the jacket of a suit."""
    piece = stock.pieces[row]
    return row in stock.named or piece.slot == "one_piece" or piece.category in SUITS


def _cheap(stock: Stock, plan: Plan, aim: Aim) -> list[tuple[int, ...]]:
    """The cheapest look, and the cheapest with another lead piece, so that a small budget has a choice too."""
    found: list[tuple[int, ...]] = []
    at, left = lead_seat(plan), plan
    while len(found) < CHEAP_LOOKS and (rows := cheapest_rows(stock, left, aim)) is not None:
        found.append(rows)
        others = tuple(row for row in left[at].choices if row not in rows)
        if not others:
            break
        left = (*left[:at], left[at]._replace(choices=others), *left[at + 1 :])
    return found


def _warm(stock: Stock, plan: Plan, aim: Aim) -> list[tuple[int, ...]]:
    """In the cold the looks that keep warm for little: the cheapest is one of a tee."""
    found = [cheapest_rows(stock, plan, aim, per_clo=price) for price in PER_CLO] if aim.is_cold else []
    return [rows for rows in found if rows is not None]


def cheapest_rows(
    stock: Stock, plan: Plan, aim: Aim, allow: Collection[str] = (), per_clo: float = 0.0
) -> tuple[int, ...] | None:
    """The cheapest look of a plan that breaks nothing but the constraints in `allow`."""

    def is_whole(rows: tuple[int, ...]) -> bool:
        return set(look_breaks(worn(stock, rows), aim.limits)) <= set(allow)

    found = [cheapest_look(stock, branch, is_whole, per_clo) for branch in branches(plan, stock, aim.limits, allow)]
    whole = [rows for rows in found if rows is not None]
    return min(whole, key=lambda rows: (sum(stock.price[row] for row in rows), rows), default=None)


def build_articles(stock: Stock, aim: Aim) -> list[list[Draft]]:
    """For each seat the articles that break nothing, each as a look of its own, the best first.

    A second seat for the same pieces, as the cold asks for, is no second answer.
    """
    pools = []
    for seat in {seat.choices: seat for seat in stock.seats}.values():
        whole = (row for row in seat.choices if not stock.breaks[row])
        fitting = [row for row in whole if not article_breaks(stock.pieces[row], aim.limits)]
        drafts = [build_draft(stock, (row,), aim) for row in fitting]
        alone = (replace(d, kind=seat.slot, leads=frozenset(stock.pieces[r].id for r in d.rows)) for d in drafts)
        pools.append(sorted(alone, key=lambda draft: (-draft.score, draft.rows)))
    return pools
