"""What a person thinks of what they were shown: written down with what it was about, and learned from at once."""

from collections.abc import Sequence
from datetime import UTC

from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig

from graph.services import Services
from graph.state import State
from stores.caller import Caller
from stores.feedback import Entry
from stores.vocabulary import Look, Piece
from tools.taste import ITEM, taste_of, traits_of


async def show(services: Services, caller: Caller, config: RunnableConfig, state: State) -> None:
    """Keep the looks that the person sees in this turn."""
    looks = [Look.model_validate(look) for look in state["looks"]]
    asked = [message.text for message in state["messages"] if isinstance(message, HumanMessage)]
    thread_id = str(config.get("configurable", {}).get("thread_id", ""))
    await services.looks.show(caller, thread_id, looks, asked[-1], services.clock().astimezone(UTC))


async def learn(services: Services, caller: Caller, entry: Entry, looks: Sequence[Look] = ()) -> Entry:
    """Keep an opinion with the attributes of the piece it is about, or of the pieces of `looks`; returns it whole."""
    ids = [entry.item] if entry.item else [item.id for look in looks for item in look.items]
    pieces = await pieces_by_id(services, caller, ids)
    traits = [trait for piece in pieces for trait in (f"{ITEM}{piece.id}", *traits_of(piece))]
    entry = entry.model_copy(update={"attributes": list(dict.fromkeys(traits))})
    await services.feedback.add(caller, entry)
    await _settle(services, caller)
    return entry


async def unlearn(services: Services, caller: Caller, identity: str) -> bool:
    """Take an opinion back, and what it taught; False where there is none of this id."""
    known = await services.feedback.remove(caller, identity)
    if known:
        await _settle(services, caller)
    return known


async def pieces_by_id(services: Services, caller: Caller, ids: Sequence[str]) -> list[Piece]:
    """The person's garments and the shop's articles behind ids, in their order; what is gone is left out."""
    own = {garment.id: garment for garment in await services.wardrobe.garments(caller)}
    articles = await services.catalog.articles([key for key in ids if key not in own])
    known: dict[str, Piece] = {**own, **articles}
    return [known[key] for key in dict.fromkeys(ids) if key in known]


async def _settle(services: Services, caller: Caller) -> None:
    await services.memory.save_taste(caller, taste_of(await services.feedback.entries(caller)))
