"""What a follow-up keeps of the brief before it: "cheaper", "only shoes", "what about a jacket instead?".

Pure: reads the looks that were shown, never a store. What was said in this turn always comes first.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from stores.categories import load_categories
from stores.vocabulary import (
    CORE_SLOTS,
    Brief,
    Budget,
    Garment,
    Profile,
    Refinement,
    ShownLook,
    Sizes,
    Slot,
    Wanted,
)
from tools.consistent import consistent
from tools.gates import LARGE_SLOTS
from tools.money import RATES, Rates
from tools.paid import as_named, cheaper, names_pieces, packed, referred
from tools.references import (
    LOOKING,
    anchors,
    meant,
    named_slots,
    newest,
    pointed,
    resolved,
    seen_before,
    steps_piece,
    unasked,
)
from tools.remake import displaced
from tools.shelter import sheltered
from tools.standing import joined, standing
from tools.wanted import each_once
from tools.wearers import for_another, worn_by

# What a turn is about, whatever piece it speaks of.
SETTING = (
    "occasion", "place", "date", "days", "stated_temp_c", "stated_weather", "stated_figures", "season", "culture",
    "modest", "burns", "presentation", "formality", "activities", "reserve", "owned", "trip", "at_most", "gap", "trade",
    "outdoors", "own_only", "own_first", "host_colours", "wearer",
)  # fmt: skip
# What was said of pieces; it goes on only while the talk is of the same pieces.
PIECES = (
    "slots", "categories", "colours", "colours_must", "colours_only", "scheme", "accent", "fabrics", "patterns", "fit",
    "clo", "wanted", "photos",
)  # fmt: skip
LOOKED = ("colours", "colours_must", "colours_only", "scheme", "accent", "fabrics", "patterns", "fit")
# What only the occasion that it was said of asks for.
OF_OCCASION = frozenset(
    {"culture", "formality", "activities", "reserve", "trip", "at_most", "gap", "trade", "outdoors", "host_colours"}
)
ROOMY = frozenset({"relaxed", "oversized"})
# Where a wedding or a funeral is held is no other occasion: in a church it is the same wedding, and covered.
HOUSES = frozenset({"church", "mosque", "temple", "synagogue"})
# A house or a code alone is news of the event that was spoken of.
NEWS = HOUSES | {"black_tie", "white_tie"}
RITES = frozenset({"wedding", "indian_wedding", "chinese_wedding", "own_wedding", "funeral", "baptism", "bar_mitzvah"})
# What tells that a question is of no day that was spoken of before.
ELSEWHERE = ("occasion", "place", "date", "days", "season", "trip", "owned", "gap", "trade", "stated_temp_c")
# What makes a request of its own, beside a setting and pieces; a sum alone is said of what was dressed for.
ANEW = ("questions",)
REFUSALS = ("avoid_colours", "avoid_fabrics", "avoid_categories", "avoid_slots", "avoid_patterns")
OTHER_PIECES = frozenset({"only", "swap"})
# How far in formality a piece may be from those it is to go with.
BESIDE = 1.25


def carry(  # noqa: PLR0917
    brief: Brief,
    last: Brief | None,
    shown: Sequence[ShownLook],
    profile: Profile,
    currency: str = "EUR",
    rates: Rates = RATES,
) -> Brief:
    """The brief of this turn with what it keeps of the last one, and with what the profile says where nothing was."""
    said = brief = _gone_on(resolved(sheltered(brief, shown), shown), shown)
    theirs, last = last, _of_self(brief, last, shown)
    if last is not None and _goes_with(brief, last, shown):
        brief = brief.model_copy(update={"refinement": Refinement(change="only")})
    if brief.refinement is not None and last is not None:
        barred = seen_before(brief, shown) or worn_by(brief, theirs or last, shown)
        change = brief.refinement.model_copy(update={"without": barred})
        if change.change not in OTHER_PIECES:
            change.keep = joined(change.keep, anchors(shown))
        before = as_named(
            _taken_up(brief, unasked(last, shown, plainer=change.change == "plainer"), shown), change, shown
        )
        brief = _carried(brief.model_copy(update={"refinement": change}), before)
        if change.change == "cheaper" and not steps_piece(brief):
            all_packed = packed(shown) if brief.trip is not None and not pointed(said) else None
            brief = cheaper(brief, all_packed or referred(said, shown), currency, rates)
    elif last is not None and _looks_again(brief, last):
        brief = brief.model_copy(update={key: getattr(brief, key) or getattr(last, key) for key in SETTING})
    elif last is not None and _stays_with(brief, last):
        brief = _asked_amid(brief, last)
    elif last is not None and brief.intent == "find" and (beside := meant(said, shown)):
        brief = _suiting(_carried(brief, _taken_up(brief, last, shown)), beside)
    elif last is not None and profile.presentation is None and brief.presentation is None and brief.intent in LOOKING:
        # The talk goes on about the same person until another is spoken of.
        brief = brief.model_copy(update={"presentation": last.presentation})
    return _filled(brief, profile, shown)


def _of_self(brief: Brief, last: Brief | None, shown: Sequence[ShownLook]) -> Brief | None:
    """What a turn back to oneself goes on from: one's own brief of before somebody else was dressed, set as theirs.

    Where one had none, theirs without what they will not wear.
    """
    if last is None or last.wearer != "other" or brief.wearer != "self":
        return last
    own = next((row.brief for row in reversed(shown) if row.brief.wearer != "other"), None)
    base = own or last.model_copy(update={"sizes": Sizes(), "presentation": None, **{key: [] for key in REFUSALS}})
    set_as = (key for key in SETTING if key not in {"presentation", "owned", "wearer"})
    return base.model_copy(update={"wearer": None, **{key: getattr(last, key) for key in set_as}})


def _goes_with(brief: Brief, last: Brief, shown: Sequence[ShownLook]) -> bool:
    """Whether what is looked for is for the same day as the outfits before it: a hat, after a week in the snow.

    A day, a place or an occasion that it names itself, or somebody else, begins anew.
    """
    outfits = any(row.look.kind == "outfit" for row in newest(shown)) or bool(last.occasion or last.date)
    plain = brief.intent == "find" and brief.refinement is None and not (brief.gap or meant(brief, shown))
    told = _is_set(brief.model_copy(update={"presentation": None, "wearer": None, "owned": [], "activities": []}))
    return plain and outfits and not told and not for_another(brief, last)


def _looks_again(brief: Brief, last: Brief) -> bool:
    """Whether the outfit that was just judged is judged on: "what would you change first?"."""
    return brief.intent == last.intent == "relook" and not (brief.owned or brief.photos or brief.refers_to)


def _is_of_shown(brief: Brief) -> bool:
    """Whether a question is about looks that were shown, or a general one of style, and about no piece by name."""
    return bool(brief.about) and not brief.wanted


def _is_set(brief: Brief) -> bool:
    """Whether a turn says for what, where or when."""
    return any(getattr(brief, key) for key in SETTING)


def _is_elsewhere(brief: Brief, last: Brief) -> bool:
    """Whether a question is of another day, place or person than the outfits before it."""
    return any(getattr(brief, key) for key in ELSEWHERE) or for_another(brief, last)


def _stays_with(brief: Brief, last: Brief) -> bool:
    """Whether a turn is of the same day and person as the last one, and of other pieces.

    A question amid a talk, or an outfit asked for behind a question: "can I wear white to a wedding? dress me, then".
    """
    if brief.intent == "ask_advice":
        return not (_is_of_shown(brief) or _is_elsewhere(brief, last))
    anew = brief.trip or brief.gap or brief.occasion not in {None, last.occasion} or for_another(brief, last)
    return last.intent == "ask_advice" and brief.intent in {"outfit", "complete"} and not anew


def _asked_amid(brief: Brief, last: Brief) -> Brief:
    """The turn set as the talk is, within its limits, so that what comes next goes on from these."""
    kept = {key: getattr(brief, key) or getattr(last, key) for key in (*SETTING, "budget", "no_budget")}
    kept |= {key: joined(getattr(last, key), getattr(brief, key)) for key in REFUSALS}
    sizes = last.sizes.model_copy(update=_said(brief.sizes.model_dump()))
    return brief.model_copy(update={**kept, "sizes": sizes})


def _gone_on(brief: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The turn as a change of the outfit that it speaks of: "just heard it's black tie", said of what was shown."""
    seen = {row.look.id for row in newest(shown) if row.look.kind == "outfit"}
    spoken_of = seen & {*brief.refers_to}
    told = brief.occasion in NEWS and not any(
        getattr(brief, key) for key in ("place", "date", "budget", "presentation")
    )
    # Who asks for nothing of their own after looks goes on with them: "I've no tie, help".
    bare = brief.intent == "outfit" and not any(getattr(brief, key) for key in (*SETTING, *PIECES, *ANEW))
    if brief.refinement or brief.intent not in {"outfit", "complete"}:
        return brief
    if not (spoken_of or (seen and (told or bare))):
        return brief
    return brief.model_copy(update={"refinement": Refinement(change="amend", looks=sorted(spoken_of))})


def _taken_up(brief: Brief, last: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The brief that goes on: that of the look pointed at, with whatever was refused since; else the last one."""
    named = meant(brief, shown)
    if not named:
        return standing(last, shown)
    kept = {key: joined(getattr(named[0].brief, key), getattr(last, key)) for key in REFUSALS}
    return standing(named[0].brief.model_copy(update=kept), [row for row in shown if row.turn <= named[0].turn])


def _suiting(brief: Brief, beside: Sequence[ShownLook]) -> Brief:
    """A search for what goes with a shown piece: about as formal, where no occasion says how formal."""
    if brief.formality or brief.occasion:
        return brief
    items = [item for row in beside for item in row.look.items if row.look.kind == "article" or item.slot in CORE_SLOTS]
    levels = [load_categories()[item.category].formality for item in items]
    if not levels:
        return brief
    level = sum(levels) / len(levels)
    return brief.model_copy(update={"formality": (max(0.0, level - BESIDE), min(9.0, level + BESIDE))})


def _carried(brief: Brief, last: Brief) -> Brief:
    past = OF_OCCASION if brief.occasion and brief.occasion != last.occasion else frozenset[str]()
    kept: dict[str, Any] = {key: getattr(last, key) for key in SETTING if key not in past and not getattr(brief, key)}
    # The low of before belonged to another day than a new temperature.
    kept |= {"stated_figures": brief.stated_figures} if brief.stated_temp_c is not None else {}
    if for_another(brief, last):
        kept |= {"owned": [], "presentation": brief.presentation}
    else:
        kept["sleeves"] = brief.sleeves or last.sleeves
        kept["owned"] = _owned(brief, last)
        kept["sizes"] = last.sizes.model_copy(update=_said(brief.sizes.model_dump()))
    if for_another(brief, last):
        kept |= {"colours": brief.colours or last.colours}
    elif brief.refinement and brief.refinement.change not in OTHER_PIECES and not names_pieces(brief):
        kept |= {key: getattr(last, key) for key in PIECES if not getattr(brief, key)}
        kept["wanted"] = [_restated(one, brief) for one in last.wanted if not (past and _is_swum_in(one.category))]
        if brief.colours and not any(one.colours for one in kept["wanted"]):
            kept["colours_must"] = brief.colours_must  # What was an order was another colour.
        kept["categories"] = [name for name in kept.get("categories", []) if not (past and _is_swum_in(name))]
        kept["slots"] = [
            slot for slot in kept.get("slots", []) if not past or any(w.slot == slot for w in kept["wanted"])
        ]
    elif _alters(brief, last):
        kept |= {key: getattr(last, key) for key in LOOKED if not getattr(brief, key)}
    elif names_pieces(brief) and not (brief.colours or any(one.colours for one in last.wanted) or last.categories):
        # A colour that was ordered for other pieces is a liking for these.
        kept["colours"] = last.colours
    if last.fit in ROOMY and not (brief.fit or any(one.fit for one in brief.wanted)):
        # Who will have nothing tight will not have it in the next piece either.
        kept["fit"] = last.fit
    if brief.occasion in HOUSES and last.occasion in RITES:
        kept |= {key: getattr(last, key) for key in OF_OCCASION if not getattr(brief, key)}
        kept |= {"occasion": last.occasion, "modest": True}
    for key in REFUSALS:
        kept[key] = [one for one in joined(getattr(last, key), getattr(brief, key)) if (key, one) not in _lifted(brief)]
    if again := {load_categories()[one].slot for key, one in _lifted(brief) if key == "avoid_categories"}:
        # Flats were asked for in the place of the heels that may be worn after all.
        kept |= _less_strict(kept, again)
    if brief.budget is None and not brief.no_budget and brief.refinement and brief.refinement.change != "dearer":
        kept["budget"] = _budget(last, brief)
    return consistent(brief, brief.model_copy(update=kept))


def _less_strict(kept: Mapping[str, Any], slots: set[Slot]) -> dict[str, Any]:
    """The pieces that are asked for, but for those that stood in these slots for what was refused."""
    wanted = [one for one in kept.get("wanted", []) if one.slot not in slots or one.colours or one.fabrics]
    categories = [name for name in kept.get("categories", []) if load_categories()[name].slot not in slots]
    spared = slots - {one.slot for one in wanted}
    return {
        "wanted": wanted,
        "categories": categories,
        "slots": [slot for slot in kept.get("slots", []) if slot not in spared],
    }


def _lifted(brief: Brief) -> set[tuple[str, Any]]:
    """The refusals that a turn takes back: "black is fine after all"."""
    taken = (one for one in brief.changes if one.target == "profile" and one.action == "remove")
    return {(one.key, one.value) for one in taken if one.key in REFUSALS}


def _owned(brief: Brief, last: Brief) -> list[Garment]:
    """Pieces of one's own: those told of before stay beside what is brought or swapped in, but for what it replaces."""
    swaps = brief.refinement is not None and brief.refinement.change == "swap"
    brought = {one.slot for one in brief.owned} | {one.slot for one in brief.wanted if swaps}
    return [*brief.owned, *(one for one in last.owned if one.slot not in brought | displaced(brought))]


def _alters(brief: Brief, last: Brief) -> bool:
    """Whether the very piece that was asked for is to be otherwise: "longer", which says nothing of its colour."""
    amends = brief.refinement is not None and brief.refinement.change == "amend"
    return amends and named_slots(brief) == named_slots(last) != set() and not any(one.colours for one in brief.wanted)


def _is_swum_in(category: str | None) -> bool:
    """Whether a piece goes with its beach: nobody dines in it."""
    return category is not None and load_categories()[category].reserve == "swim"


def _restated(wanted: Wanted, brief: Brief) -> Wanted:
    """A piece as it was asked for, but for the colour, cloth, print or fit that this turn says instead."""
    said: dict[str, list[str]] = {key: [] for key in ("colours", "fabrics", "patterns") if getattr(brief, key)}
    if len(brief.colours) > 1 and not brief.colours_must and wanted.slot not in LARGE_SLOTS:
        said.pop("colours")  # A pop of colour leaves the shoes brown.
    return wanted.model_copy(update={**said, "fit": brief.fit or wanted.fit})


def _budget(last: Brief, brief: Brief) -> Budget | None:
    """A budget for one piece does not go on to another piece."""
    moved = last.budget is not None and last.budget.per == "item" and names_pieces(brief) and not _alters(brief, last)
    return None if moved and not set(brief.categories) & set(last.categories) else last.budget


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _filled(brief: Brief, profile: Profile, shown: Sequence[ShownLook]) -> Brief:
    """What the brief leaves open, as the profile has it; a refusal of the profile yields to what is asked for.

    Of whom a talk began is taken for whose profile it is, where that does not say.
    """
    begun = shown[0].brief.presentation if shown else None
    of_another = for_another(brief, Brief(presentation=profile.presentation or begun))
    asked = {*brief.colours, *(colour for one in brief.wanted for colour in one.colours)}
    kinds = {*brief.categories, *(one.category for one in brief.wanted)}
    fabrics = {*brief.fabrics, *(fabric for one in brief.wanted for fabric in one.fabrics)}
    patterns = {*brief.patterns, *(pattern for one in brief.wanted for pattern in one.patterns)}
    sizes = brief.sizes.model_copy(update=_said({k: v for k, v in profile.sizes if not getattr(brief.sizes, k)}))
    plain = not (asked or of_another) and brief.intent in LOOKING
    only = {"colours": profile.only_colours, "colours_must": True, "colours_only": True} if plain else {}
    return brief.model_copy(
        update={
            **(only if profile.only_colours else {}),
            "wanted": each_once(brief.wanted, brief.categories),
            "presentation": brief.presentation or profile.presentation,
            "sizes": brief.sizes if of_another else sizes,
            "budget": brief.budget or (profile.budget if brief.intent in LOOKING and not brief.no_budget else None),
            "avoid_colours": joined(brief.avoid_colours, [c for c in profile.avoid_colours if c not in asked]),
            "avoid_fabrics": joined(brief.avoid_fabrics, [f for f in profile.avoid_fabrics if f not in fabrics]),
            "avoid_patterns": joined(brief.avoid_patterns, [p for p in profile.avoid_patterns if p not in patterns]),
            "avoid_categories": joined(brief.avoid_categories, [c for c in profile.avoid_categories if c not in kinds]),
        }
    )
