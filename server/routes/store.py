"""The LangGraph API's store: what applications keep for a person from thread to thread."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from langgraph.store.base import Item
from pydantic import Field, StringConstraints

from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, answer, faults
from server.ingress import refusal
from server.protocol.payloads import Metadata, Offset, Page, Payload, refuse
from server.protocol.views import FoundItems, FoundNamespaces, ItemView
from server.protocol.wire import WireResponse
from stores.items import Items

router = APIRouter(prefix="/store", tags=["store"], responses=ANYWHERE | faults(501))

Label = Annotated[str, StringConstraints(pattern=r"^[^.\x00-\x1f]{1,128}$")]
Namespace = Annotated[list[Label], Field(max_length=12)]
Path = Annotated[str, StringConstraints(pattern=r"^[^.\x00-\x1f]{1,128}(\.[^.\x00-\x1f]{1,128}){0,11}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f]{1,256}$")]


class Named(Payload):
    namespace: Annotated[Namespace, Field(min_length=1)]
    key: Key


class NewItem(Named):
    """Nothing here is searched by meaning, so `index` has nothing to say."""

    value: Metadata
    index: Any = None
    ttl: Any = None


class ItemSearch(Payload):
    namespace_prefix: Namespace = Field([])
    filter: Metadata | None = None
    limit: Page = 10
    offset: Offset = 0
    query: str | None = None
    refresh_ttl: bool | None = None


class NamespaceSearch(Payload):
    prefix: Namespace = Field([])
    suffix: Namespace = Field([])
    max_depth: Annotated[int, Field(ge=1)] | None = None
    limit: Page = 100
    offset: Offset = 0


@router.put("/items", status_code=204)
async def put(asked: NewItem, desk: AtDesk, caller: Person) -> None:
    refuse(["ttl"] if asked.ttl else [])
    await items(desk).put(caller, asked.namespace, asked.key, asked.value)


@router.get("/items", responses=answer(ItemView | None))
async def read(
    namespace: Annotated[Path, Query()], key: Key, desk: AtDesk, caller: Person, refresh_ttl: bool | None = None
) -> WireResponse:
    """The item, or null."""
    found = await items(desk).item(caller, namespace.split("."), key)
    return WireResponse(found and found.dict())


@router.delete("/items", status_code=204)
async def remove(asked: Named, desk: AtDesk, caller: Person) -> None:
    await items(desk).remove(caller, asked.namespace, asked.key)


@router.post("/items/search", responses=answer(FoundItems))
async def search(asked: ItemSearch, desk: AtDesk, caller: Person) -> WireResponse:
    """By namespace and by equal values; there is no search by meaning."""
    refuse(["query"] if asked.query else [])
    try:
        found = await items(desk).search(caller, asked.namespace_prefix, asked.filter or {})
    except ValueError as error:
        raise refusal(f"The filter is not taken: {error}.") from error
    return WireResponse({"items": [shown(item) for item in found[asked.offset : asked.offset + asked.limit]]})


@router.post("/namespaces", responses=answer(FoundNamespaces))
async def namespaces(asked: NamespaceSearch, desk: AtDesk, caller: Person) -> WireResponse:
    found = await items(desk).namespaces(caller, asked.prefix, asked.suffix, asked.max_depth)
    return WireResponse({"namespaces": found[asked.offset : asked.offset + asked.limit]})


def items(desk: Desk) -> Items:
    return Items(desk.services.store)


def shown(item: Item) -> dict[str, Any]:
    return item.dict() | {"score": None}
