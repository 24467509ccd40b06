"""What the merger may say of looks that were shown before: what a question asks of them, and what spoke for them."""

from collections.abc import Iterator, Mapping, Sequence

from graph import turn
from graph.state import State
from graph.wording import price_text
from stores.vocabulary import Article, Brief, Look, Piece
from tools.money import Rates, ceiling
from tools.references import newest

SAME = "same"


def asked_rows(brief: Brief, looks: Sequence[Look], pieces: Mapping[str, Piece]) -> Iterator[tuple[str, str]]:
    """What only a question needs: a suitcase's price, the brand of each article, and the sizes of it that are there."""
    bought = {item.id: item.price for look in looks for item in look.items if item.source == "catalog"}
    if brief.trip is not None and "price" in brief.about and None not in bought.values():
        whole = round(sum(price or 0 for price in bought.values()), 2)
        yield "all.total", price_text(whole, looks[0].currency, brief.language)
    listed = [item for look in reversed(looks) for item in look.items if look.kind == "article"]
    firsts = {item.category if item.slot == "accessory" else item.slot: item.price for item in listed}
    if "price" in brief.about and len(firsts) > 1 and len(looks) == len(bought) and None not in firsts.values():
        # Of each kind of piece that was looked for, the first.
        whole = round(sum(price or 0 for price in firsts.values()), 2)
        yield "all.total", price_text(whole, looks[0].currency, brief.language)
    for key, piece in (
        (f"{number}.{place}", pieces.get(item.id))
        for number, look in enumerate(looks, 1)
        for place, item in enumerate(look.items, 1)
    ):
        if isinstance(piece, Article) and "brand" in brief.about and piece.brand:
            yield f"{key}.brand", piece.brand
        if isinstance(piece, Article) and "size" in brief.about and piece.sizes:
            yield f"{key}.sizes", ", ".join(row.size for row in piece.sizes if row.stock and row.size != "ONE")


def told_before(brief: Brief, looks: Sequence[Look], state: State) -> list[str]:
    """What spoke for the look that a turn changes, and what it did without: both are known by now.

    `same` where nothing had to be changed.
    """
    seen = newest(turn.shown_looks(state))[:1] if brief.refinement and not brief.about else []
    ids = [item.id for look in looks[:1] for item in look.items]
    same = [SAME for row in seen if [item.id for item in row.look.items] == ids]
    return [*same, *(key for row in seen for key in row.reasons), *(own for row in seen for own in left_out(row.brief))]


def left_out(brief: Brief) -> list[str]:
    """The pieces that a look was made without, since the person has their own."""
    return [f"{gap.constraint}:{gap.asked}" for gap in brief.unmet if gap.constraint == "own"]


def reasons_of(look: Look, state: State) -> list[str]:
    """What spoke for a look when it was made."""
    return next((row.reasons for row in turn.shown_looks(state) if row.look.id == look.id), [])


def keeps_to_budget(look: Look, brief: Brief, rates: Rates) -> bool | None:
    """Whether a look, or the dearest of its pieces, costs no more than may be spent; None where that is not known."""
    prices = [item.price for item in look.items if item.source == "catalog"]
    if brief.budget is None or look.total is None or None in prices:
        return None
    cost = max((price or 0 for price in prices), default=0) if brief.budget.per == "item" else look.total
    return cost <= ceiling(brief.budget, look.currency, rates)


def dearer_than(look: Look, state: State) -> int:
    """How many of the looks of the turn come to less than this one."""
    totals = [one["total"] for one in state["looks"] if one["total"] is not None]
    return sum(total < look.total for total in totals) if look.total is not None else 0
