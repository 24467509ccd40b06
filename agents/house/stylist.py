"""The house's stylist: decides which slots this turn needs and wishes for each."""

from agents.contracts import StyleRequest
from stores.vocabulary import Direction, Slot
from tools.wishes import build_wishes

EXTRAS: frozenset[Slot] = frozenset({"hosiery", "bag", "headwear", "accessory"})


def style(request: StyleRequest) -> Direction:
    """A direction for the turn; for a question of style that no piece would answer, one without wishes."""
    slots = wished_slots(request)
    rules = request.rules
    kept = {piece.slot for piece in request.keep}
    return Direction(
        title=(request.brief.occasion or "").replace("_", " "),
        wishes=build_wishes(
            [slot for slot in slots if slot not in kept],
            request.brief,
            request.conditions,
            request.profile,
            rules,
            required=rules.slots,
        )
        if slots
        else [],
        keep=[piece.id for piece in request.keep],
        palette=rules.palette,
        formality=rules.formality,
        clo=rules.clo,
    )


def _is_frowned_on(request: StyleRequest) -> bool:
    """Whether every colour that is asked about is better left at home: what is advised against is not shown."""
    taboos = {taboo.what for taboo in request.conditions.taboos} if request.conditions else set[str]()
    colours = request.brief.colours
    return bool(colours) and all(f"family:{colour}" in taboos for colour in colours)


def wished_slots(request: StyleRequest) -> list[Slot]:
    """Slots to search: all that a look can use, or, for a question about one thing, that thing alone."""
    brief, rules = request.brief, request.rules
    if brief.intent == "ask_advice" and _is_frowned_on(request):
        return []
    every = [slot for slot in (*rules.slots, *rules.optional) if slot not in brief.avoid_slots]
    if brief.intent != "ask_advice":
        return list(dict.fromkeys([*(wanted.slot for wanted in brief.wanted), *every]))
    asked = list(dict.fromkeys([*brief.slots, *(wanted.slot for wanted in brief.wanted)]))
    if asked:
        return asked
    return every if brief.colours or brief.occasion or brief.activities else []
