"""What a person thinks of what they were shown and does with it: written down, and learned from at once."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time

from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig

from graph.services import Services
from graph.state import State
from stores.caller import Caller
from stores.factors import load_factors
from stores.feedback import LIKING, Entry
from stores.looks import KeptLook
from stores.orders import Order
from stores.vocabulary import Article, Brief, Garment, Look, Piece
from tools.references import remakes
from tools.taste import ITEM, taste_of, traits_of

# The looks shown last that count as seen and passed over.
SEEN_LOOKS = 40
RETURNED, ORDERED = -0.4, 0.7


async def show(services: Services, caller: Caller, config: RunnableConfig, state: State) -> None:
    """Keep the looks that the person sees in this turn, and learn from the pieces that were swapped for others."""
    looks = [Look.model_validate(look) for look in state["looks"]]
    asked = [message.text for message in state["messages"] if isinstance(message, HumanMessage)]
    thread_id = str(config.get("configurable", {}).get("thread_id", ""))
    await services.looks.show(caller, thread_id, looks, asked[-1], services.clock().astimezone(UTC))
    seen = [item.id for look in looks for item in look.items]
    await services.memory.note_shown(caller, services.clock().date(), seen)
    for item in swapped_out(Brief.model_validate(state["brief"]), looks, state):
        entry = Entry(at=services.clock(), liking=LIKING["swapped"], how="swapped", item=item, thread=thread_id)
        await learn(services, caller, entry)


def swapped_out(brief: Brief, looks: Sequence[Look], state: State) -> list[str]:
    """The articles of an outfit that a swap has put others in the place of; what a person owns is not disliked."""
    change = brief.refinement
    if change is None or not remakes(brief) or not looks:
        return []
    meant = [Look.model_validate(row["look"]) for row in state["shown"] if row["look"]["id"] in change.looks]
    slots = {one.slot for one in brief.wanted}
    stays = {item.id for item in looks[0].items}
    gone = [item for look in meant for item in look.items if item.slot in slots and item.id not in stays]
    return [item.id for item in gone if item.source == "catalog"]


async def learn(services: Services, caller: Caller, entry: Entry, looks: Sequence[Look] = ()) -> Entry:
    """Keep an opinion with the attributes of the piece it is about, or of the pieces of `looks`; returns it whole.

    What was bought hangs in the wardrobe from then on.
    """
    ids = [entry.item] if entry.item else [item.id for look in looks for item in look.items]
    pieces = await pieces_by_id(services, caller, ids)
    entry = entry.model_copy(update={"attributes": attributes_of(pieces)})
    await services.feedback.add(caller, entry)
    if entry.how == "bought":
        bought = [as_owned(piece, looks) for piece in pieces if isinstance(piece, Article)]
        await services.wardrobe.add(caller, bought)
    if entry.how == "worn":
        today = services.clock().date()
        await services.memory.note_worn(caller, today, ids)
        await asyncio.gather(*(services.wardrobe.wear(caller, key, [today]) for key in ids))
    await settle(services, caller)
    return entry


async def unlearn(services: Services, caller: Caller, identity: str) -> bool:
    """Take an opinion back, and what it taught; False where there is none of this id."""
    known = await services.feedback.remove(caller, identity)
    if known:
        await settle(services, caller)
    return known


async def pieces_by_id(services: Services, caller: Caller, ids: Sequence[str]) -> list[Piece]:
    """The person's garments and the shop's articles behind ids, in their order; what is gone is left out."""
    own = {garment.id: garment for garment in await services.wardrobe.garments(caller)}
    articles = await services.catalog.articles([key for key in ids if key not in own])
    known: dict[str, Piece] = {**own, **articles}
    return [known[key] for key in dict.fromkeys(ids) if key in known]


def attributes_of(pieces: Iterable[Piece]) -> list[str]:
    traits = [trait for piece in pieces for trait in (f"{ITEM}{piece.id}", *traits_of(piece))]
    return list(dict.fromkeys(traits))


def as_owned(article: Article, looks: Sequence[Look]) -> Garment:
    """The garment that an article becomes; it keeps its id, so that the shop's own is not offered beside it."""
    shared = article.model_dump(include=set(Piece.model_fields))
    size = next((item.size for look in looks for item in look.items if item.id == article.id), None)
    return Garment(**shared, confirmed=True, size=size)


async def settle(services: Services, caller: Caller) -> None:
    """Work out a person's taste anew, from all that they said, ordered and passed over."""
    said = await services.feedback.entries(caller)
    seen = await _passed_over(services, caller)
    ordered = [ordered_entry(order) for order in await services.orders.orders(caller)]
    entries = sorted([*ordered, *seen, *said], key=lambda entry: entry.at.astimezone(UTC))
    factors = await asyncio.to_thread(load_factors, services.settings.data_dir)
    await services.memory.save_taste(caller, await asyncio.to_thread(taste_of, entries, factors))


def ordered_entry(order: Order) -> Entry:
    """What an order tells: what was kept is liked, what went back is not."""
    at = datetime.combine(order.date, time(), UTC) if order.date else datetime.min.replace(tzinfo=UTC)
    liking = RETURNED if order.returned else ORDERED
    return Entry(at=at, liking=liking, how="ordered", item=order.article_id, attributes=order.attributes)


async def _passed_over(services: Services, caller: Caller) -> list[Entry]:
    """The looks seen last, each as an opinion that says next to nothing, but for those that were saved."""
    kept: list[KeptLook] = (await services.looks.looks(caller))[:SEEN_LOOKS]
    pieces = await services.catalog.articles([item.id for one in kept for item in one.look.items])
    return [
        Entry(
            at=one.shown_at,
            liking=LIKING["saved" if one.saved else "shown"],
            how="saved" if one.saved else "shown",
            look=one.look.id,
            thread=one.thread_id,
            attributes=attributes_of(pieces[item.id] for item in one.look.items if item.id in pieces),
        )
        for one in kept
    ]
