"""What a check comes to: the better of two rounds of looks, and the wishes of the next where one is worth it."""

from collections.abc import Sequence
from typing import Any

from agents.contracts import CheckRequest, Verdict
from agents.house.checker import widened
from graph import turn
from graph.context import Context
from graph.state import State
from stores.vocabulary import Brief, Conditions, Direction, Look, Profile, Wish
from tools.wishes import build_wishes

FIRST_ROUND, SMALL_GAIN = 100.0, 3.0


def revised(
    state: State, request: CheckRequest, verdict: Verdict, profile: Profile, context: Context
) -> dict[str, Any]:
    """The state after a check that may send back amended wishes; where nothing is left to show, code wishes itself."""
    direction, wishes = request.direction, verdict.amended
    if wishes and not request.reviews and turn.is_whole(request.brief, direction):
        plain = plain_wishes(request.brief, request.conditions, profile, direction)
        wishes = [widened(wish) for wish in plain]
    better, gain = better_round(state, [one.look for one in request.reviews])
    return better | {
        "before": better,
        "direction": amended(direction, wishes).model_dump(mode="json"),
        "revise": bool(wishes) and request.round < context.check_rounds and gain >= SMALL_GAIN,
        "round": request.round + 1,
    }


def plain_wishes(brief: Brief, conditions: Conditions | None, profile: Profile, direction: Direction) -> list[Wish]:
    """What the rules of a turn alone wish for: every slot that a whole look can use, but for what is kept in it."""
    rules = turn.rules_for(brief, conditions, profile)
    wished = {wish.slot for wish in direction.wishes}
    every = [slot for slot in (*rules.slots, *rules.optional) if slot in wished or not direction.keep]
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
