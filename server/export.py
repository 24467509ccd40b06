"""Everything that is kept of a person as one ZIP, written while it is sent. Knows no HTTP."""

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import orjson
from langchain_core.messages import AnyMessage
from pydantic import BaseModel

from server.desk import Desk
from server.records import ThreadRecord
from stores.caller import Caller
from stores.items import Items

README = """What Maison keeps of you.

profile.json       what you told about yourself, with the sentences it came from, the taste learned from you,
                   and what you were shown or wore in the last days
wardrobe.json      what you own; POST /v1/wardrobe/import takes this file as it is
looks.json         the looks you were shown and those you saved, with the prices of then
feedback.json      what you thought of them
orders.json        what you ordered in the shop, as you told it
items.json         what applications keep for you
assistants.json    the assistants that you made
training_records.json  whether replies may be kept for learning, and those that are
threads/           your conversations, one file each: every message, and the looks shown last
photos/            your photos as they are kept, by the numbers that you call them by
previews/          pictures of looks

Not in here: traces, which retell the same conversations step by step for whoever mends the stylist.
DELETE /v1/me deletes all of this, and the traces.
"""
PAGE = 100
PICTURES = (".jpg", ".png")

File = tuple[str, bytes]


class Outlet(io.RawIOBase):
    """A file that is only written to, and emptied now and then."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        parts, self._parts = self._parts, []
        return b"".join(parts)


async def zipped(files: AsyncIterator[File]) -> AsyncIterator[bytes]:
    """The bytes of an archive of these files; pictures are packed already."""
    outlet = Outlet()
    with ZipFile(outlet, "w") as archive:
        async for name, data in files:
            method = ZIP_STORED if name.endswith(PICTURES) else ZIP_DEFLATED
            await asyncio.to_thread(archive.writestr, name, data, method)
            yield outlet.taken()
    yield outlet.taken()


async def files_of(desk: Desk, caller: Caller) -> AsyncIterator[File]:
    """Every file of a person's export."""
    services = desk.services
    yield "README.txt", README.encode()
    yield "profile.json", written(await known(desk, caller))
    yield "wardrobe.json", written(await services.wardrobe.garments(caller))
    yield "looks.json", written(await services.looks.looks(caller))
    yield "feedback.json", written(await services.feedback.entries(caller))
    yield "orders.json", written(await services.orders.orders(caller))
    yield "items.json", written([item.dict() for item in await Items(services.store).search(caller, (), {})])
    assistants = await desk.records.assistants.search(caller, metadata={}, name="")
    yield "assistants.json", written([assistant._asdict() for assistant in assistants])
    yield "training_records.json", written(await learned_from(desk, caller))
    async for thread in threads_of(desk, caller):
        yield f"threads/{thread.thread_id}.json", written(await conversation(desk, thread))
    for photo in await services.photos.photos(caller):
        yield f"photos/{photo.number}.jpg", await services.photos.pixels(caller, photo.id) or b""
    for preview in await services.previews.previews(caller):
        yield f"previews/{preview.id}.png", await services.previews.read(caller, preview.id) or b""


async def known(desk: Desk, caller: Caller) -> dict[str, Any]:
    """What is known of the person, told or learned."""
    memory = desk.services.memory
    profile, facts = await memory.profile(caller), await memory.facts(caller)
    taste, lately = await memory.taste(caller), await memory.lately(caller)
    return {"profile": profile, "facts": facts, "taste": taste, "lately": lately}


async def learned_from(desk: Desk, caller: Caller) -> dict[str, Any]:
    kept = desk.services.training_records
    return {"consent": await kept.consent(caller), "records": await kept.records(caller)}


async def threads_of(desk: Desk, caller: Caller) -> AsyncIterator[ThreadRecord]:
    """All of a person's threads, the oldest first."""
    offset = 0
    while found := await desk.records.search_threads(
        caller, sort_by="created_at", ascending=True, limit=PAGE, offset=offset
    ):
        for thread in found:
            yield thread
        offset += PAGE


async def conversation(desk: Desk, thread: ThreadRecord) -> dict[str, Any]:
    snapshot = await desk.services.graph.aget_state({"configurable": {"thread_id": thread.thread_id}})
    messages: list[AnyMessage] = snapshot.values.get("messages", [])
    return thread._asdict() | {
        "messages": [{"from": message.type, "content": message.content} for message in messages],
        "looks": snapshot.values.get("shown", []),
    }


def written(value: Any) -> bytes:
    return orjson.dumps(value, plain, orjson.OPT_INDENT_2)


def plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(f"{type(value).__name__} has no JSON form")
