"""What a follow-up keeps of the brief before it: "cheaper", "only shoes", "what about a jacket instead?".

Pure: reads the looks that were shown, never a store. What was said in this turn always comes first.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from stores.categories import load_categories
from stores.vocabulary import Brief, Budget, Conditions, Item, Presentation, Profile, Range, ShownLook, Wanted
from tools.dress import formality_range
from tools.money import RATES, Rates, convert, floor_cents
from tools.references import (
    LOOKING,
    anchors,
    last_seen,
    line,
    meant,
    named_slots,
    newest,
    pointed,
    resolved,
    seen_before,
)
from tools.warmth import ensemble_clo

# What a turn is about, whatever piece it speaks of.
SETTING = (
    "occasion", "place", "date", "days", "stated_temp_c", "stated_weather", "season", "culture", "modest",
    "presentation", "formality", "activities", "reserve", "owned", "trip", "gap", "trade",
)  # fmt: skip
# What was said of pieces; it goes on only while the talk is of the same pieces.
PIECES = (
    "slots", "categories", "colours", "colours_must", "colours_only", "fabrics", "patterns", "fit", "clo", "wanted",
    "photos",
)  # fmt: skip
# What only the occasion that it was said of asks for.
OF_OCCASION = frozenset({"culture", "formality", "activities", "reserve", "trip", "gap", "trade"})
REFUSALS = ("avoid_colours", "avoid_fabrics", "avoid_categories", "avoid_slots", "avoid_patterns")
OTHER_PIECES = frozenset({"only", "swap"})
CENT = 0.01
STEP_FORMALITY = 1.0
STEP_CLO = 0.25
LEAST_CLO, MOST_CLO = 0.2, 5.0


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
    said = brief = resolved(brief, shown)
    if brief.refinement is not None and last is not None:
        change = brief.refinement.model_copy(update={"without": seen_before(brief, shown)})
        if change.change not in OTHER_PIECES:
            change.keep = _joined(change.keep, anchors(shown))
        brief = _carried(brief.model_copy(update={"refinement": change}), _taken_up(brief, last, shown))
        if change.change == "cheaper":
            packed = _packed(shown) if brief.trip is not None and not pointed(said) else None
            brief = _cheaper(brief, packed or _referred(said, shown), currency, rates)
    elif last is not None and brief.intent == "ask_advice" and not any(getattr(brief, key) for key in SETTING):
        brief = brief.model_copy(update={key: getattr(last, key) for key in SETTING})
    elif last is not None and profile.presentation is None and brief.presentation is None and brief.intent in LOOKING:
        # The talk goes on about the same person until another is spoken of.
        brief = brief.model_copy(update={"presentation": last.presentation})
    return _filled(brief, profile)


def _taken_up(brief: Brief, last: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The brief that goes on: that of the look pointed at, with whatever was refused since; else the last one."""
    named = meant(brief, shown)
    if not named:
        return _standing(last, shown)
    kept = {key: _joined(getattr(named[0].brief, key), getattr(last, key)) for key in REFUSALS}
    return _standing(named[0].brief.model_copy(update=kept), [row for row in shown if row.turn <= named[0].turn])


def _standing(last: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The last brief with what earlier turns of this talk asked of other pieces than those that it swapped."""
    for row in reversed(line(shown)):
        if not (last.refinement and last.refinement.change == "swap"):
            break
        last = _over(last, row.brief) if row.brief != last else last
    return last


def _over(swap: Brief, earlier: Brief) -> Brief:
    slots = {*swap.slots, *(one.slot for one in swap.wanted)}
    own = [colour for colour in swap.colours if not any(colour in one.colours for one in swap.wanted)]
    kinds = [name for name in earlier.categories if load_categories()[name].slot not in slots]
    return swap.model_copy(
        update={
            "refinement": earlier.refinement,
            "wanted": [*swap.wanted, *(one for one in earlier.wanted if one.slot not in slots)],
            "slots": _joined(swap.slots, earlier.slots),
            "categories": _joined(swap.categories, kinds),
            "colours": own or earlier.colours,
            "colours_must": swap.colours_must if own else earlier.colours_must,
            "fabrics": swap.fabrics or earlier.fabrics,
            "patterns": swap.patterns or earlier.patterns,
        }
    )


def _carried(brief: Brief, last: Brief) -> Brief:
    past = OF_OCCASION if brief.occasion and brief.occasion != last.occasion else frozenset[str]()
    kept: dict[str, Any] = {key: getattr(last, key) for key in SETTING if key not in past and not getattr(brief, key)}
    if _for_another(brief, last.presentation):
        kept["owned"] = []
    else:
        kept["sizes"] = last.sizes.model_copy(update=_said(brief.sizes.model_dump()))
    if brief.refinement and brief.refinement.change not in OTHER_PIECES and not _names_pieces(brief):
        kept |= {key: getattr(last, key) for key in PIECES if not getattr(brief, key)}
        kept["wanted"] = [_restated(one, brief) for one in last.wanted]
    elif _names_pieces(brief) and not (brief.colours or any(one.colours for one in last.wanted) or last.categories):
        # A colour that was ordered for other pieces is a liking for these.
        kept["colours"] = last.colours
    for key in REFUSALS:
        kept[key] = list(dict.fromkeys([*getattr(last, key), *getattr(brief, key)]))
    if brief.budget is None and not brief.no_budget and brief.refinement and brief.refinement.change != "dearer":
        kept["budget"] = _budget(last, brief)
    return _consistent(brief, brief.model_copy(update=kept))


def _restated(wanted: Wanted, brief: Brief) -> Wanted:
    """A piece as it was asked for, but for the colour, cloth or print that this turn says instead."""
    said: dict[str, list[str]] = {key: [] for key in ("colours", "fabrics", "patterns") if getattr(brief, key)}
    return wanted.model_copy(update=said)


def _for_another(brief: Brief, known: Presentation | None) -> bool:
    """Whether a turn speaks of somebody else: "for my husband instead". What fits one person is nothing to another."""
    told = {brief.presentation, known}
    return not told & {None, "unisex"} and len(told) > 1


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
            "avoid_patterns": [
                p for p in merged.avoid_patterns if p not in brief.patterns or p in brief.avoid_patterns
            ],
            "avoid_slots": [s for s in merged.avoid_slots if s not in brief.slots or s in brief.avoid_slots],
            "colours": [c for c in merged.colours if c not in brief.avoid_colours],
            "categories": [c for c in merged.categories if c not in brief.avoid_categories],
            "fabrics": [f for f in merged.fabrics if f not in brief.avoid_fabrics],
            "wanted": [one for one in merged.wanted if one.category not in brief.avoid_categories],
        }
    )


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _cheaper(brief: Brief, paid: Paid | None, currency: str, rates: Rates) -> Brief:
    """The budget set a cent below what is referred to, unless it is already lower."""
    if paid is None:
        return brief
    amount = max(0.0, floor_cents(paid.amount - CENT))
    if brief.refinement is not None:
        brief = brief.model_copy(update={"refinement": brief.refinement.model_copy(update={"than": paid.amount})})
    if brief.budget is not None and convert(brief.budget.max, brief.budget.currency, currency, rates) <= amount:
        return brief
    budget = Budget(max=amount, currency=currency, per=paid.per)
    if paid.item is None or _names_pieces(brief):
        return brief.model_copy(update={"budget": budget})
    return brief.model_copy(update={"budget": budget, "categories": [paid.item.category], "slots": [paid.item.slot]})


def _referred(brief: Brief, shown: Sequence[ShownLook]) -> Paid | None:
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


def _packed(shown: Sequence[ShownLook]) -> Paid | None:
    """What a suitcase costs: every piece of the looks that were seen last, once."""
    prices = {item.id: item.price for one in newest(shown) for item in one.look.items if item.source == "catalog"}
    known = [price for price in prices.values() if price is not None]
    return Paid(round(sum(known), 2), "look") if known and len(known) == len(prices) else None


def _filled(brief: Brief, profile: Profile) -> Brief:
    """What the brief leaves open, as the profile has it; a refusal of the profile yields to what is asked for."""
    asked = {*brief.colours, *(colour for one in brief.wanted for colour in one.colours)}
    kinds = {*brief.categories, *(one.category for one in brief.wanted)}
    fabrics = {*brief.fabrics, *(fabric for one in brief.wanted for fabric in one.fabrics)}
    sizes = brief.sizes.model_copy(update=_said({k: v for k, v in profile.sizes if not getattr(brief.sizes, k)}))
    return brief.model_copy(
        update={
            "presentation": brief.presentation or profile.presentation,
            "sizes": brief.sizes if _for_another(brief, profile.presentation) else sizes,
            "budget": brief.budget or (profile.budget if brief.intent in LOOKING and not brief.no_budget else None),
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
    """Conditions as "dressier", "plainer", "warmer" or "cooler" moves them one step, from what was shown where known.

    `clo` is what they ask for. A warmth that an earlier turn moved to stays.
    """
    refinement = brief.refinement
    change, than = (refinement.change, refinement.than) if refinement else (None, None)
    if change in {"dressier", "plainer"}:
        moved = _moved(
            formality_range(brief, conditions), than, STEP_FORMALITY if change == "dressier" else -STEP_FORMALITY
        )
        return (conditions or Conditions()).model_copy(update={"formality": moved})
    if change in {"warmer", "cooler"} and clo is not None:
        step = STEP_CLO if change == "warmer" else -STEP_CLO
        known = [clo if brief.clo is None else brief.clo, *([] if than is None else [ensemble_clo(than)])]
        reached = max(known) + step if change == "warmer" else min(known) + step
        return (conditions or Conditions()).model_copy(update={"clo": min(MOST_CLO, max(LEAST_CLO, reached))})
    return conditions if brief.clo is None else (conditions or Conditions()).model_copy(update={"clo": brief.clo})


def _moved(asked: Range, than: float | None, step: float) -> Range:
    """The range of formality one step on, and beyond what was shown."""
    low, high = asked[0] + step, asked[1] + step
    if than is not None:
        low, high = (max(low, than), max(high, than + step)) if step > 0 else (min(low, than + step), min(high, than))
    return min(8.0, max(0.0, low)), min(9.0, max(1.0, high))
