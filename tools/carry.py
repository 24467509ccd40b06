"""What a follow-up keeps of the brief before it: "cheaper", "only shoes", "what about a jacket instead?".

Pure: reads the looks that were shown, never a store. What was said in this turn always comes first.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from stores.vocabulary import Brief, Budget, Conditions, Item, Profile, Range, ShownLook
from tools.dress import formality_range
from tools.money import RATES, Rates, convert, floor_cents

# What a turn is about, whatever piece it speaks of.
SETTING = (
    "occasion", "place", "date", "days", "stated_temp_c", "season", "culture", "presentation", "formality",
    "activities", "reserve", "owned",
)  # fmt: skip
# What was said of pieces; it goes on only while the talk is of the same pieces.
PIECES = ("slots", "categories", "colours", "colours_must", "fabrics", "patterns", "fit", "wanted", "photos")
REFUSALS = ("avoid_colours", "avoid_fabrics", "avoid_categories", "avoid_slots")
OTHER_PIECES = frozenset({"only", "swap"})
LOOKS = frozenset({"outfit", "complete", "relook", "find", "similar"})
CENT = 0.01
STEP_FORMALITY = 1.0
STEP_CLO = 0.25


class Paid(NamedTuple):
    """What a shown look or piece costs, in the catalogue's currency, and whether it is one piece."""

    amount: float
    per: Literal["look", "item"]
    item: Item | None = None


def carry(  # noqa: PLR0917
    brief: Brief,
    last: Brief | None,
    shown: Sequence[ShownLook],
    profile: Profile,
    currency: str = "EUR",
    rates: Rates = RATES,
) -> Brief:
    """The brief of this turn with what it keeps of the last one, and with what the profile says where nothing was."""
    if brief.refinement is not None and last is not None:
        brief = _carried(brief, last)
        if brief.refinement is not None and brief.refinement.change == "cheaper":
            brief = _cheaper(brief, shown, currency, rates)
    elif last is not None and brief.intent == "ask_advice" and not any(getattr(brief, key) for key in SETTING):
        brief = brief.model_copy(update={key: getattr(last, key) for key in SETTING})
    return _filled(brief, profile)


def _carried(brief: Brief, last: Brief) -> Brief:
    kept: dict[str, Any] = {key: getattr(last, key) for key in SETTING if not getattr(brief, key)}
    kept["sizes"] = last.sizes.model_copy(update=_said(brief.sizes.model_dump()))
    if brief.refinement and brief.refinement.change not in OTHER_PIECES and not _names_pieces(brief):
        kept |= {key: getattr(last, key) for key in PIECES if not getattr(brief, key)}
    elif not brief.colours and not any(one.colours for one in last.wanted) and not last.categories:
        kept |= {"colours": last.colours, "colours_must": last.colours_must}
    for key in REFUSALS:
        kept[key] = list(dict.fromkeys([*getattr(last, key), *getattr(brief, key)]))
    if brief.budget is None and brief.refinement and brief.refinement.change != "dearer":
        kept["budget"] = _budget(last, brief)
    return _consistent(brief, brief.model_copy(update=kept))


def _names_pieces(brief: Brief) -> bool:
    return bool(brief.categories or brief.wanted or brief.slots)


def _budget(last: Brief, brief: Brief) -> Budget | None:
    """A budget for one piece does not go on to another piece."""
    moved = last.budget is not None and last.budget.per == "item" and _names_pieces(brief)
    return None if moved and not set(brief.categories) & set(last.categories) else last.budget


def _consistent(brief: Brief, merged: Brief) -> Brief:
    """What this turn asks for is no longer refused, and what it refuses no longer asked for."""
    asked = {*brief.colours, *(colour for one in brief.wanted for colour in one.colours)}
    wanted = {*brief.categories, *(one.category for one in brief.wanted)}
    return merged.model_copy(
        update={
            "avoid_colours": [c for c in merged.avoid_colours if c not in asked or c in brief.avoid_colours],
            "avoid_categories": [c for c in merged.avoid_categories if c not in wanted or c in brief.avoid_categories],
            "avoid_fabrics": [f for f in merged.avoid_fabrics if f not in brief.fabrics or f in brief.avoid_fabrics],
            "avoid_slots": [s for s in merged.avoid_slots if s not in brief.slots or s in brief.avoid_slots],
            "colours": [c for c in merged.colours if c not in brief.avoid_colours],
            "categories": [c for c in merged.categories if c not in brief.avoid_categories],
            "fabrics": [f for f in merged.fabrics if f not in brief.avoid_fabrics],
            "wanted": [one for one in merged.wanted if one.category not in brief.avoid_categories],
        }
    )


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _cheaper(brief: Brief, shown: Sequence[ShownLook], currency: str, rates: Rates) -> Brief:
    """The budget set a cent below what is referred to, unless it is already lower."""
    paid = _referred(brief, shown)
    if paid is None:
        return brief
    amount = max(0.0, floor_cents(paid.amount - CENT))
    if brief.budget is not None and convert(brief.budget.max, brief.budget.currency, currency, rates) <= amount:
        return brief
    budget = Budget(max=amount, currency=currency, per=paid.per)
    if paid.item is None or _names_pieces(brief):
        return brief.model_copy(update={"budget": budget})
    return brief.model_copy(update={"budget": budget, "categories": [paid.item.category], "slots": [paid.item.slot]})


def _referred(brief: Brief, shown: Sequence[ShownLook]) -> Paid | None:
    """The dearest bound that is below all that is referred to; without a reference, all that was seen last."""
    refinement = brief.refinement
    looks = {*(refinement.looks if refinement else ()), *brief.refers_to}
    items = {*(refinement.items if refinement else ()), *brief.refers_to}
    newest = max((one.turn for one in shown), default=0)
    named = [one for one in shown if one.look.id in looks]
    pieces = [item for one in shown for item in one.look.items if item.id in items and item.price is not None]
    if not named and pieces:
        cheapest = min(pieces, key=lambda item: item.price or 0.0)
        return Paid(cheapest.price or 0.0, "item", cheapest)
    priced = [one.look for one in (named or [o for o in shown if o.turn == newest]) if one.look.total]
    if not priced:
        return None
    look = min(priced, key=lambda one: one.total or 0.0)
    return Paid(look.total or 0.0, "item" if look.kind == "article" else "look")


def _filled(brief: Brief, profile: Profile) -> Brief:
    """What the brief leaves open, as the profile has it; a refusal of the profile yields to what is asked for."""
    asked = {*brief.colours, *(colour for one in brief.wanted for colour in one.colours)}
    kinds = {*brief.categories, *(one.category for one in brief.wanted)}
    fabrics = {*brief.fabrics, *(fabric for one in brief.wanted for fabric in one.fabrics)}
    sizes = brief.sizes.model_copy(update=_said({k: v for k, v in profile.sizes if not getattr(brief.sizes, k)}))
    return brief.model_copy(
        update={
            "presentation": brief.presentation or profile.presentation,
            "sizes": sizes,
            "budget": brief.budget or (profile.budget if brief.intent in LOOKS else None),
            "avoid_colours": _joined(brief.avoid_colours, [c for c in profile.avoid_colours if c not in asked]),
            "avoid_fabrics": _joined(brief.avoid_fabrics, [f for f in profile.avoid_fabrics if f not in fabrics]),
            "avoid_categories": _joined(
                brief.avoid_categories, [c for c in profile.avoid_categories if c not in kinds]
            ),
        }
    )


def _joined(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return list(dict.fromkeys([*first, *second]))


def adapt(conditions: Conditions | None, brief: Brief, clo: float | None) -> Conditions | None:
    """Conditions as "dressier", "plainer", "warmer" or "cooler" moves them one step; `clo` is what they ask for."""
    change = brief.refinement.change if brief.refinement else None
    if change in {"dressier", "plainer"}:
        low, high = formality_range(brief, conditions)
        step = STEP_FORMALITY if change == "dressier" else -STEP_FORMALITY
        moved: Range = (min(8.0, max(0.0, low + step)), min(9.0, max(1.0, high + step)))
        return (conditions or Conditions()).model_copy(update={"formality": moved})
    if change in {"warmer", "cooler"} and clo is not None:
        step = STEP_CLO if change == "warmer" else -STEP_CLO
        return (conditions or Conditions()).model_copy(update={"clo": max(0.2, clo + step)})
    return conditions
