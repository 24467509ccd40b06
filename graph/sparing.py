"""What is made of a budget that is too small: an outfit without its coat, else the pieces that the sum pays for."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Any

from graph import turn
from graph.relooking import Asked
from graph.shown_facts import left_out
from graph.state import State
from stores.vocabulary import CORE_SLOTS, SLOTS, Brief, Direction, Piece, Slot, Unmet
from tools.compose import Composition, Slate, compose, rank_articles
from tools.money import ceiling, total
from tools.references import newest

# What most people have at home, and a budget that is short goes without, as little of it as will do.
AT_HOME: tuple[frozenset[Slot], ...] = (frozenset({"outer"}), frozenset({"mid"}), frozenset({"outer", "mid"}))
# Pieces that are shown of an outfit that is too dear.
AFFORDED = 2


def is_short(made: Composition, brief: Brief, state: State) -> bool:
    """Whether the budget that was named stands in the way of a whole outfit.

    Who asks for less money, or for more warmth, is not told to wear a coat of their own, unless they were before; who
    asks for a bag beside what they are shown may be.
    """
    change = brief.refinement.change if brief.refinement else None
    adds = bool(brief.slots) and not CORE_SLOTS & set(brief.slots)
    steps = change in {"cheaper", "dearer", "warmer"} or (change == "swap" and not adds)
    parted = any(left_out(row.brief) for row in newest(turn.shown_looks(state)))
    named = brief.intent == "outfit" and brief.budget is not None and brief.budget.per == "look"
    short = not made.looks and any(one.constraint == "budget" for one in made.unmet)
    return named and short and (parted or not steps)


def spared_of(
    made: Composition, slates: Sequence[Slate], direction: Direction, asked: Asked, options: Mapping[str, Any]
) -> Composition:
    """Outfits without their coat, or the jacket of their code, within the budget; else what is least.

    An exchange in one that was shown gives one.
    """
    brief, conditions, profile = asked
    named = {wish.slot for wish in direction.wishes if wish.anchor} | set(brief.slots)
    kept: Sequence[Piece] = options["kept"]
    there = {slate.wish.slot for slate in slates} | {piece.slot for piece in kept}
    exchanged = brief.refinement is not None and brief.refinement.change == "swap"
    count = 1 if exchanged else options["count"]
    parts = [made]
    for spared in AT_HOME:
        rest = [slate for slate in slates if slate.wish.slot not in spared]
        if spared & named or there & spared != spared:
            continue
        wishes = [wish for wish in direction.wishes if wish.slot not in spared]
        own = [Unmet(constraint="own", asked=slot) for slot in SLOTS if slot in spared]
        eased = worn_over(brief, own)
        less = direction.model_copy(update={"wishes": wishes})
        held = [piece for piece in kept if piece.slot not in spared]
        part = compose(rest, less, eased, conditions, profile, **{**options, "kept": held, "count": count})
        if part.looks:
            return part._replace(unmet=[*made.unmet, *own])
        parts.append(part)
    return min(parts, key=_least)


def refused_before(brief: Brief, made: Composition, state: State) -> bool:
    """Whether the sum that was named before was too small as well: the same answer helps nobody twice."""
    last = Brief.model_validate(state["last"]) if state["last"] else None
    short = any(one.constraint == "budget" for one in made.unmet) and brief.intent == "outfit"
    before = {one.constraint for one in last.unmet} if last else set[str]()
    # An outfit without its coat was none refused.
    return short and "budget" in before and "own" not in before


def afforded(made: Composition, slates: Sequence[Slate], asked: Asked, options: Mapping[str, Any]) -> Composition:
    """What the sum does pay for of an outfit that it is too small for: its pieces one by one."""
    brief, conditions, profile = asked
    if brief.budget is None:
        return made
    each = brief.model_copy(update={"budget": brief.budget.model_copy(update={"per": "item"}), "refinement": None})
    part = rank_articles(slates, each, conditions, profile, **{**options, "count": AFFORDED})
    most = ceiling(brief.budget, options["currency"], options["rates"])
    sums = [total(look.total for look in part.looks[: place + 1]) for place in range(len(part.looks))]
    within = [place + 1 for place, spent in enumerate(sums) if spent is not None and spent <= most]
    return part._replace(looks=part.looks[: within[-1]], unmet=made.unmet) if within else made


def _least(made: Composition) -> float:
    """The amount that would do, as `unmet` has it."""
    nearest = next((one.nearest for one in made.unmet if one.constraint == "budget"), None) or ""
    amount = nearest.partition(" ")[0]
    return float(amount) if amount.replace(".", "").isdigit() else inf


def worn_over(brief: Brief, unmet: Sequence[Unmet]) -> Brief:
    """The brief of an outfit over which the person wears a coat or a jacket of their own."""
    own = [slot for slot in SLOTS for one in unmet if one.constraint in {"own", "own_only"} and one.asked == slot]
    return brief.model_copy(update={"avoid_slots": [*brief.avoid_slots, *own]}) if own else brief
