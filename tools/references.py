"""What a follow-up speaks of: the looks that are meant, the line of talk they stand in, whether one is to be changed.

Pure: reads what was shown, never a store. Knows no prices and no styling.
"""

from collections.abc import Collection, Sequence

from stores.vocabulary import CORE_SLOTS, Brief, Intent, Item, Look, Refinement, ShownLook, Slot

OPEN = frozenset({None, "amend", "again", "swap"})
SINGLE: frozenset[Intent] = frozenset({"find", "similar"})
LOOKING: frozenset[Intent] = frozenset({"outfit", "complete", "relook", "find", "similar"})
MEASURED = frozenset({"cheaper", "dearer", "warmer", "cooler", "dressier", "plainer", "livelier", "quieter"})


def newest(shown: Sequence[ShownLook]) -> list[ShownLook]:
    """The looks that the person saw last."""
    last = max((row.turn for row in shown), default=0)
    return [row for row in shown if row.turn == last]


def last_seen(shown: Sequence[ShownLook], slots: Collection[Slot]) -> list[Item]:
    """The pieces of these slots that the person saw last, in whichever turn that was."""
    rows = [row for row in shown if any(item.slot in slots for item in row.look.items)]
    return [item for row in newest(rows) for item in row.look.items if item.slot in slots]


def named_slots(brief: Brief) -> set[Slot]:
    return {*brief.slots, *(one.slot for one in brief.wanted)}


def compared(brief: Brief, shown: Sequence[ShownLook]) -> list[list[str]]:
    """Ids of what a step is measured from: the looks that are meant, else those seen last; for articles each piece."""
    rows = meant(brief, shown) or newest(shown)
    if brief.intent not in SINGLE:
        return [[item.id for item in row.look.items] for row in rows]
    slots = named_slots(brief) or {item.slot for row in rows for item in row.look.items}
    return [[item.id] for item in last_seen(rows, slots) or last_seen(shown, slots)]


def line(shown: Sequence[ShownLook]) -> list[ShownLook]:
    """The looks of this line of talk, oldest first: back to the turn that began it."""
    begun = max((row.turn for row in shown if row.brief.refinement is None), default=0)
    return [row for row in shown if row.turn >= begun]


def meant(brief: Brief, shown: Sequence[ShownLook]) -> list[ShownLook]:
    """The looks that a turn points at: by themselves, or the one that has most of the pieces it names, newest first."""
    ids = pointed(brief) or set(brief.refinement.keep if remakes(brief) and brief.refinement else ())

    def held(row: ShownLook) -> int:
        return sum(item.id in ids for item in row.look.items)

    named = [row for row in shown if row.look.id in ids]
    holding = [row for row in shown if held(row)]
    return named or sorted(holding, key=lambda row: (-held(row), -row.turn, row.number))[:1]


def remakes(brief: Brief) -> bool:
    """Whether pieces of an outfit that was shown are changed, and the rest of it stays."""
    return (brief.refinement is not None and brief.refinement.change == "swap") or steps_piece(brief)


def steps_piece(brief: Brief) -> bool:
    """Whether a piece of an outfit is to be more or less of something, and not the whole: "cheaper shoes"."""
    change = brief.refinement
    stepped = change is not None and change.change in MEASURED and bool(change.items)
    return stepped and brief.intent in LOOKING - SINGLE and bool(named_slots(brief))


def pointed(brief: Brief) -> set[str]:
    """Ids of everything that a turn points at."""
    change = brief.refinement
    return {*brief.refers_to, *((*change.looks, *change.items) if change else ())}


def resolved(brief: Brief, shown: Sequence[ShownLook]) -> Brief:
    """The turn as a change of what it points at: "the first one but with flat shoes" swaps, however it was read."""
    change = brief.refinement.change if brief.refinement else None
    if not shown or brief.intent not in LOOKING or change not in OPEN or not alters(brief):
        return brief
    named, seen = meant(brief, shown), newest(shown)
    as_it_is = change == "again" and (_is_without(brief, named) or _wears(named, brief))
    if as_it_is or (not named and _is_for_another(brief, seen[0].brief)):
        return brief
    if not named and not (change == "swap" or (change == "amend" and is_settled(seen))):
        return brief
    if change == "amend" and not named and _is_without(brief, seen):
        # "No tie", said of an outfit that has none, leaves it as it is.
        return brief.model_copy(update={"refinement": Refinement(change="again", looks=[row.look.id for row in seen])})
    base = (named or seen)[0].look
    if base.kind == "article":
        return _amended(brief, base) if named and not brief.wanted else brief
    return _swapped(brief, base)


def _is_without(brief: Brief, rows: Sequence[ShownLook]) -> bool:
    """Whether only colours and kinds are refused that the looks meant have not: "I never wear yellow"."""
    left = brief.model_copy(update={"avoid_colours": [], "avoid_categories": []})
    items = [item for row in rows for item in row.look.items]
    refused = {*brief.avoid_colours, *brief.avoid_categories}
    return not alters(left) and not any({item.category, item.colour.family} & refused for item in items)


def _wears(rows: Sequence[ShownLook], brief: Brief) -> bool:
    """Whether the looks meant have what is asked for, by the pieces that the turn points at, and nothing refused."""
    pointed_at = brief.refinement.items if brief.refinement else []
    there = {item.slot for row in rows for item in row.look.items if item.id in pointed_at}
    asked = brief.model_copy(update={"slots": [], "wanted": []})
    return bool(there) and named_slots(brief) <= there and _is_without(asked, rows)


def _is_for_another(brief: Brief, last: Brief) -> bool:
    """Whether somebody else is dressed now, whom the outfit that was settled on does not fit."""
    return brief.presentation is not None and last.presentation not in {None, brief.presentation}


def is_settled(seen: Sequence[ShownLook]) -> bool:
    """Whether the talk is of one outfit by now: only one was shown, or variants of one that was being changed."""
    return seen[0].look.kind == "outfit" and (len(seen) == 1 or remakes(seen[0].brief))


def anchors(shown: Sequence[ShownLook]) -> list[str]:
    """Ids of the pieces that this line of talk is built around: "what goes with the second one?" began it."""
    begun = line(shown)[0].brief if shown else Brief()
    return [key for key in begun.refers_to if not key.startswith("look-")] if begun.intent == "complete" else []


def alters(brief: Brief) -> bool:
    """Whether a turn says something of pieces, so that what it points at cannot stay as it was."""
    said = (brief.wanted, brief.slots, brief.colours, brief.fabrics, brief.patterns, *refusals(brief))
    brings = (remakes(brief) and bool(brief.owned)) or brief.sleeves is not None
    return any(said) or brings or bool(brief.refinement and brief.refinement.keep)


def refusals(brief: Brief) -> tuple[Sequence[str], ...]:
    return brief.avoid_slots, brief.avoid_categories, brief.avoid_colours, brief.avoid_fabrics, brief.avoid_patterns


def unasked(last: Brief, shown: Sequence[ShownLook], *, plainer: bool) -> Brief:
    """The last brief without what a question only asked about, where no look answered it: "can I wear red?".

    Who wants it `plainer` does not order the suit that was asked about.
    """
    answered = bool(shown) and newest(shown)[0].brief.intent == "ask_advice"
    if last.intent == "ask_advice" and plainer:
        return last.model_copy(update={"slots": [], "categories": [], "wanted": []})
    if last.intent != "ask_advice" or answered:
        return last
    return last.model_copy(update={key: [] for key in ("colours", "fabrics", "patterns")})


def _amended(brief: Brief, base: Look) -> Brief:
    """The like of an article with what was said of it."""
    change = Refinement(change="amend", looks=[base.id], items=[base.items[0].id])
    return brief.model_copy(
        update={"intent": "similar", "refinement": change, "colours_must": bool(brief.colours) or brief.colours_must}
    )


def _swapped(brief: Brief, base: Look) -> Brief:
    """An outfit made again."""
    owned = any(item.source == "wardrobe" for item in base.items)
    said = brief.refinement or Refinement(change="swap")
    return brief.model_copy(
        update={
            "intent": "complete" if owned else "outfit",
            "refinement": said.model_copy(update={"change": "swap", "looks": [base.id]}),
            "colours_must": bool(brief.colours) or brief.colours_must,
        }
    )


def seen_before(brief: Brief, shown: Sequence[ShownLook]) -> list[str]:
    """Ids that may not come again: the core of the line of talk for "something else", of what is meant for its like.

    What the talk is built around stays.
    """
    change = brief.refinement.change if brief.refinement else None
    if change == "other":
        looks = line(shown)
    elif change == "more_like" and shown:
        looks = meant(brief, shown) or newest(shown)[:1]
    else:
        return []
    items = [
        item.id
        for row in looks
        for item in row.look.items
        if item.source == "catalog" and (row.look.kind == "article" or item.slot in CORE_SLOTS)
    ]
    earlier = [key for row in looks if row.brief.refinement for key in row.brief.refinement.without]
    kept = anchors(shown)
    return [key for key in dict.fromkeys([*earlier, *items]) if key not in kept]
