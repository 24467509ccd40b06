"""Looks that cost no more than what was cheap enough before, and a word where none can be had for that."""

from typing import Any

from graph import turn
from graph.composing import compose_turn
from graph.services import Services
from graph.state import State
from stores.vocabulary import Brief, Unmet
from tools.paid import still_held

CEILING = "ceiling"
# What tells that looks below the ceiling are short of something.
SHORT = frozenset({"budget", "own"})


async def compose_held(services: Services, state: State, count: int) -> dict[str, Any]:
    """The looks of a turn, below the ceiling that an earlier "cheaper" set where any can be had below it."""
    brief = Brief.model_validate(state["brief"])
    ceiling = still_held(brief, turn.shown_looks(state))
    if ceiling is None:
        return await compose_turn(services, state, count)
    low = brief.model_copy(update={"budget": ceiling}).model_dump(mode="json")
    made = await compose_turn(services, {**state, "brief": low}, count)
    if made["looks"] and not any(gap["constraint"] in SHORT for gap in made["brief"]["unmet"]):
        return {**made, "brief": {**made["brief"], "budget": state["brief"]["budget"]}}
    made = await compose_turn(services, state, count)
    totals = [look["total"] for look in made["looks"][:1] if look["total"] is not None]
    gap = Unmet(constraint=CEILING, asked=str(ceiling.max)).model_dump(mode="json")
    told = [gap] if any(total > ceiling.max for total in totals) else []
    return {**made, "brief": {**made["brief"], "unmet": [*made["brief"]["unmet"], *told]}}
