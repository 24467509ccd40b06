"""What a check comes to: the better of two rounds of looks, and the wishes of the next where one is worth it."""

from collections.abc import Collection, Sequence
from typing import Any

from agents.contracts import CheckRequest, Verdict
from agents.house.checker import widened
from graph import turn
from graph.context import Context
from graph.state import State
from stores.vocabulary import CORE_SLOTS, SLOTS, Brief, Conditions, Direction, Look, Profile, Slot, Wish
from tools.customs import within_custom
from tools.gates import LARGE_SLOTS
from tools.references import remakes
from tools.remake import displaced
from tools.wishes import build_wishes

FIRST_ROUND, SMALL_GAIN = 100.0, 3.0


def revised(
    state: State, request: CheckRequest, verdict: Verdict, profile: Profile, context: Context
) -> dict[str, Any]:
    """The state after a check that may send back amended wishes; where nothing is left to show, code wishes itself."""
    direction, wishes, brief = request.direction, verdict.amended, request.brief
    if wishes and not request.reviews and turn.is_whole(brief, direction):
        brief = without_taboos(brief, request.conditions)
        direction, slots = open_again(direction, brief, state)
        plain = plain_wishes(brief, request.conditions, profile, slots)
        wishes = [widened(wish) for wish in plain]
    better, gain = better_round(state, [one.look for one in request.reviews])
    return better | {
        "before": better,
        **({"brief": brief.model_dump(mode="json")} if brief is not request.brief else {}),
        "direction": amended(direction, wishes).model_dump(mode="json"),
        "revise": bool(wishes) and request.round < context.check_rounds and gain >= SMALL_GAIN,
        "round": request.round + 1,
    }


def without_taboos(brief: Brief, conditions: Conditions | None) -> Brief:
    """The brief without what custom forbids of it; a shown look is not shown again for a colour or a scarf."""
    asks = brief.refinement is None or any(one.slot in LARGE_SLOTS for one in brief.wanted)
    return within_custom(brief, conditions) if asks else brief


def open_again(direction: Direction, brief: Brief, state: State) -> tuple[Direction, Collection[Slot]]:
    """The direction with what it still keeps, and the slots that are to be filled.

    The pieces of a shown outfit that stood in the way of its change are let go; one's own stay.
    """
    wished = {wish.slot for wish in direction.wishes}
    if not direction.keep:
        return direction, SLOTS
    if not remakes(brief) or not wished & CORE_SLOTS:
        return direction, wished
    owned, kept = turn.garments_of(state), turn.to_keep(brief, state)
    taken = {owned[key].slot for key in kept if key in owned}
    left = [slot for slot in SLOTS if slot not in taken | displaced(taken)]
    return direction.model_copy(update={"keep": kept}), left


def plain_wishes(brief: Brief, conditions: Conditions | None, profile: Profile, slots: Collection[Slot]) -> list[Wish]:
    """What the rules of a turn alone wish for in these slots."""
    rules = turn.rules_for(brief, conditions, profile)
    every = [slot for slot in (*rules.slots, *rules.optional) if slot in slots]
    return build_wishes(every, brief, conditions, profile, rules, required=rules.slots)


def amended(direction: Direction, wishes: Sequence[Wish]) -> Direction:
    """The direction with these wishes in the place of all that it has for their slots."""
    left = [wish for wish in direction.wishes if wish.slot not in {one.slot for one in wishes}]
    return direction.model_copy(update={"wishes": [*wishes, *left]})


def better_round(state: State, looks: Sequence[Look]) -> tuple[dict[str, Any], float]:
    """What this round found, or the round before where that was better; and how much was gained, in points of score."""
    found = {
        "looks": [look.model_dump(mode="json") for look in looks],
        "reasons": state["reasons"],
        "brief": state["brief"],
    }
    before = state["before"]
    gain = _best(found) - (_best(before) if before else 0.0)
    return (before if before and gain < 0 else found), gain if before else FIRST_ROUND


def _best(found: dict[str, Any]) -> float:
    return max((look["score"]["total"] for look in found["looks"]), default=0.0)
