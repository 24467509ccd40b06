"""When a person told what is known of them."""

from datetime import date

from langgraph.config import get_config

from graph.services import Services
from stores.caller import caller_in
from stores.vocabulary import Brief

WHEN = "when:"


async def day_told(services: Services, brief: Brief) -> date | None:
    """The day on which they last told one of the facts that it is asked of; None where none was told."""
    asked = {key.removeprefix(WHEN) for key in brief.refers_to if key.startswith(WHEN)}
    if not asked:
        return None
    facts = await services.memory.facts(caller_in(get_config()))
    told = [fact.learned_at for fact in facts if fact.learned_at and {fact.key, f"{fact.key}:{fact.value}"} & asked]
    return max(told).date() if told else None
