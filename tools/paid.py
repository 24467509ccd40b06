"""What was paid for: the price that "cheaper" has to stay below, of the looks and pieces that a turn speaks of."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from stores.vocabulary import Brief, Budget, Item, Refinement, ShownLook
from tools.money import Rates, convert, floor_cents
from tools.references import last_seen, line, named_slots, newest, pointed

CENT = 0.01
OUTFITS = frozenset({"outfit", "complete"})
# Changes of some pieces, after which the rest of a cheap look may not be had for as little.
OF_PIECES = frozenset({"only", "swap", "amend"})


class Paid(NamedTuple):
    """What a shown look or piece costs, in the catalogue's currency, and whether it is one piece."""

    amount: float
    per: Literal["look", "item"]
    item: Item | None = None


def names_pieces(brief: Brief) -> bool:
    return bool(brief.categories or brief.wanted or brief.slots)


def cheaper(brief: Brief, paid: Paid | None, currency: str, rates: Rates) -> Brief:
    """The budget set a cent below what is referred to, unless it is already lower."""
    if paid is None:
        return brief
    amount = max(0.0, floor_cents(paid.amount - CENT))
    if brief.refinement is not None:
        brief = brief.model_copy(update={"refinement": brief.refinement.model_copy(update={"than": paid.amount})})
    if brief.budget is not None and convert(brief.budget.max, brief.budget.currency, currency, rates) <= amount:
        return brief
    budget = Budget(max=amount, currency=currency, per=paid.per)
    if paid.item is None or names_pieces(brief):
        return brief.model_copy(update={"budget": budget})
    return brief.model_copy(update={"budget": budget, "categories": [paid.item.category], "slots": [paid.item.slot]})


def referred(brief: Brief, shown: Sequence[ShownLook]) -> Paid | None:
    """The dearest bound that is below all that is referred to; without a reference, all that was seen last."""
    ids = pointed(brief)
    named = [one for one in shown if one.look.id in ids]
    if slots := named_slots(brief):
        pieces = last_seen(named or shown, slots)
    else:
        pieces = [item for one in shown for item in one.look.items if item.id in ids and not named]
    if known := [(item.price, item) for item in pieces if item.price is not None]:
        price, cheapest = min(known, key=lambda pair: pair[0])
        return Paid(price, "item", cheapest)
    priced = [] if slots else [one.look for one in (named or newest(shown)) if one.look.total]
    if not priced:
        return None
    look = min(priced, key=lambda one: one.total or 0.0)
    return Paid(look.total or 0.0, "item" if look.kind == "article" else "look")


def packed(shown: Sequence[ShownLook]) -> Paid | None:
    """What a suitcase costs: every piece of the looks that were seen last, once."""
    prices = {item.id: item.price for one in newest(shown) for item in one.look.items if item.source == "catalog"}
    known = [price for price in prices.values() if price is not None]
    return Paid(round(sum(known), 2), "look") if known and len(known) == len(prices) else None


def as_named(last: Brief, change: Refinement, shown: Sequence[ShownLook]) -> Brief:
    """The brief before a change of pieces, with the budget that the person named.

    A "cheaper" sets a ceiling of its own, unless a sum came with it; what it leaves may not be had any more once there
    is to be no dress, whatever was said in between.
    """
    rows = line(shown)
    ceilings = [one.budget for one in (last, *(row.brief for row in rows)) if sets_ceiling(one)]
    if change.change not in OF_PIECES or last.budget not in ceilings:
        return last
    named = next((row.brief.budget for row in reversed(rows) if row.brief.budget not in ceilings), None)
    return last.model_copy(update={"budget": named})


def still_held(brief: Brief, shown: Sequence[ShownLook]) -> Budget | None:
    """The ceiling that a "cheaper" set in this line of talk, while pieces change and no other sum is spoken of."""
    change, rows = brief.refinement, line(shown)
    if change is None or change.change not in OF_PIECES or brief.intent not in OUTFITS:
        return None
    at = next((place for place, row in reversed([*enumerate(rows)]) if sets_ceiling(row.brief)), None)
    if at is None or any(_costs_anew(row.brief, brief) for row in rows[at:] if not sets_ceiling(row.brief)):
        return None
    ceiling = rows[at].brief.budget
    return ceiling if brief.budget != ceiling and ceiling and ceiling.per == "look" else None


def _costs_anew(before: Brief, brief: Brief) -> bool:
    """Whether more was allowed since, or another sum was named."""
    dearer = before.refinement is not None and before.refinement.change == "dearer"
    return dearer or before.budget != brief.budget


def sets_ceiling(brief: Brief) -> bool:
    """Whether a budget is but what was paid before, less a cent."""
    change, budget = brief.refinement, brief.budget
    if change is None or change.change != "cheaper" or change.than is None or budget is None:
        return False
    return budget.max == max(0.0, floor_cents(change.than - CENT))
