"""What the graph works with, and the one place where it is constructed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from langchain_core.tools import BaseTool
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.graph.state import CompiledStateGraph
from langgraph.store.sqlite.aio import AsyncSqliteStore
from pydantic import BaseModel

from agents.in_process import warm
from agents.models import HOUSE, Models, UnknownModel
from graph.context import Context
from graph.langsmith_door import open_langsmith
from graph.settings import Settings
from stores.caller import Caller
from stores.catalog.feeds import FeedFormat
from stores.catalog.shop import CatalogMissing, Query, Retrieval, ShopSearch
from stores.erasure import scrub
from stores.feedback import Feedback
from stores.feeds import Feeds, open_feeds
from stores.folders import Folder
from stores.gallery import Blind, Gallery, open_gallery
from stores.looks import Looks
from stores.memory import Memory, recency
from stores.orders import Orders
from stores.photos import Photos
from stores.pictures import Pictures
from stores.previews import Previews
from stores.suggestions import DailySuggestions
from stores.traces import Traces
from stores.training_records import RECORDS, TrainingRecords
from stores.vocabulary import Language, Person, Role
from stores.wardrobe import Wardrobe
from tools.catalog import build_search_catalog
from tools.encoders import build_encoder
from tools.preview.painters import build_painter
from tools.preview.pieces import Pieces
from tools.preview.scene import Painter
from tools.preview.tool import Easel, build_make_preview
from tools.surroundings import build_read_event, build_read_weather
from tools.weather import Weather, open_weather


def local_now() -> datetime:
    return datetime.now(UTC).astimezone()


class Capabilities(BaseModel):
    """What is on, for apps that hide what is off."""

    models: dict[Role, str]
    languages: list[Language]
    weather: str
    preview: list[str]
    tryon: bool
    captioning: Literal["colours", "model"]
    retrieval: list[Retrieval]
    feeds: list[FeedFormat]


@dataclass
class Services:
    """Everything a turn needs. `graph` is compiled over the checkpointer and the store of these services.

    `observers` hear the trace of every run as it ends.
    """

    settings: Settings
    catalog: ShopSearch
    photos: Photos
    memory: Memory
    wardrobe: Wardrobe
    feedback: Feedback
    looks: Looks
    orders: Orders
    suggestions: DailySuggestions
    feeds: Feeds
    pictures: Pictures
    gallery: Gallery
    previews: Previews
    traces: Traces
    training_records: TrainingRecords
    models: Models
    weather: Weather
    store: AsyncSqliteStore
    checkpoints: AsyncSqliteSaver
    painter: Painter | None = None
    clock: Callable[[], datetime] = local_now
    tools: Mapping[str, BaseTool] = field(default_factory=dict)
    observers: list[Callable[[dict[str, Any]], None]] = field(default_factory=list)
    graph: CompiledStateGraph[Any, Any, Any, Any] = field(init=False)

    def durability(self, context: Context | None = None) -> Literal["exit", "sync"]:
        """A turn of the house alone is cheap to run again; what a paid model has said is kept step by step."""
        chosen = self.settings.roles | (context.models if context else {})
        return "exit" if set(chosen.values()) == {HOUSE} else "sync"

    async def warm(self) -> None:
        """Open what the first search and the first call of a model would have to wait for."""
        with suppress(CatalogMissing):
            await self.catalog.search([Query(text="a coat")], limit=1)
        with suppress(Blind):
            await asyncio.to_thread(self.gallery.encoder.words, "a coat")
        for name in dict.fromkeys(self.settings.roles.values()):
            with suppress(UnknownModel):
                await asyncio.to_thread(self.models.model, name)
        await asyncio.to_thread(warm, self.models.model, {*self.settings.roles.values()})

    async def person(self, caller: Caller) -> Person:
        """What is known of the caller; what they gave away is history."""
        taste, lately = await self.memory.taste(caller), await self.memory.lately(caller)
        recent = recency(lately, self.clock().date())
        return Person(
            profile=await self.memory.profile(caller),
            wardrobe=[one for one in await self.wardrobe.garments(caller) if one.state != "given_away"],
            photos=await self.photos.photos(caller),
            taste=taste.model_copy(update={"recent": recent}),
        )

    async def forget_thread(self, caller: Caller, thread_id: str) -> None:
        """Forget what a thread said and showed, but for the looks that were saved."""
        await self.checkpoints.adelete_thread(thread_id)
        await self.traces.remove(caller, thread_id)
        await self.training_records.forget_thread(caller, thread_id)
        await self.looks.forget_thread(caller, thread_id)

    async def erase(self, caller: Caller) -> None:
        """Forget a person whose threads are forgotten already, down to the bytes that deleted rows leave in a file."""
        await self.memory.erase(caller)
        await self.training_records.erase(caller)
        await asyncio.gather(self.photos.erase(caller), self.previews.erase(caller), self.traces.erase(caller))
        await scrub(self.store.conn, self.store.lock)
        await scrub(self.checkpoints.conn, self.checkpoints.lock)

    def capabilities(self) -> Capabilities:
        return Capabilities(
            models=self.settings.roles,
            languages=["en", "fr", "zh"],
            weather=self.settings.weather,
            preview=["board", *(["generated"] if self.painter and self.painter.invents else [])],
            tryon=self.painter is not None and self.settings.roles["caption"] != HOUSE,
            captioning="colours" if self.settings.roles["caption"] == HOUSE else "model",
            retrieval=["hybrid", "dense", "lexical"],
            feeds=["jsonl", "hm", "kaggle", "aws"],
        )


def build_tools(services: Services) -> dict[str, BaseTool]:
    """The tools that nodes call by name; `caption_photo` is built per turn, around that turn's agent."""
    tools = (
        build_search_catalog(services.catalog),
        build_read_weather(services.weather),
        build_read_event(),
        build_make_preview(build_easel(services)),
    )
    return {tool.name: tool for tool in tools}


def build_easel(services: Services) -> Easel:
    pieces = Pieces(services.catalog, services.pictures, services.photos)
    return Easel(services.previews, pieces, services.photos, services.painter)


def open_forecasts(settings: Settings) -> AbstractAsyncContextManager[Weather]:
    """Normals alone, unless the operator turned a service on."""
    key = settings.weather_key.get_secret_value() if settings.weather_key else ""
    return open_weather(settings.weather, key)


@asynccontextmanager
async def open_services(settings: Settings) -> AsyncIterator[Services]:
    """Open every store and tool in the data directory; they close together."""
    from graph.build import build_graph
    from stores.catalog.search import open_catalog
    from stores.checkpoints import open_checkpoints
    from stores.memory import open_memory
    from stores.text_encoders import build_text_encoder

    directory = settings.data_dir
    here = await asyncio.to_thread(directory.absolute)  # a relative one is asked of the operating system
    files = settings.files_url or here
    await asyncio.to_thread(directory.mkdir, parents=True, exist_ok=True)
    await asyncio.to_thread(open_langsmith)
    encoder, pictures = build_encoder(settings.image_encoder), Pictures(directory / "pictures")
    texts = build_text_encoder(settings.text_encoder)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_memory(directory / "memory.db"))
        services = Services(
            settings=settings,
            catalog=await stack.enter_async_context(open_catalog(directory / "catalog", texts)),
            photos=Photos(
                directory / "photos",
                Folder(f"{files}/photos"),
                int(settings.max_photo_mb * 1e6),
                settings.photos_per_person,
            ),
            memory=Memory(store),
            wardrobe=Wardrobe(store),
            feedback=Feedback(store),
            looks=Looks(store, settings.looks_kept),
            orders=Orders(store),
            suggestions=DailySuggestions(store),
            feeds=await stack.enter_async_context(open_feeds(directory / "feeds", directory / "catalog", texts)),
            pictures=pictures,
            gallery=await stack.enter_async_context(open_gallery(directory / "gallery", pictures, encoder)),
            previews=Previews(Folder(f"{files}/previews"), settings.previews_kept),
            traces=Traces(directory / "traces", settings.traces_kept),
            training_records=TrainingRecords(directory / RECORDS, store, settings.records_kept),
            models=Models(settings.registry, settings.policy),
            weather=await stack.enter_async_context(open_forecasts(settings)),
            store=store,
            painter=build_painter(settings.preview, settings.preview_seconds),
            checkpoints=await stack.enter_async_context(open_checkpoints(directory / "checkpoints.db")),
        )
        stack.push_async_callback(services.models.close)
        services.tools = build_tools(services)
        services.graph = build_graph(services).compile(checkpointer=services.checkpoints, store=store)
        yield services
