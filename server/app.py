"""The HTTP application: the LangGraph API at `/`, Maison's own routes under `/v1`, one lifespan around both."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import Depends, FastAPI
from starlette.middleware.cors import CORSMiddleware

from graph.services import Services, open_services
from graph.settings import Settings
from server.database import now
from server.desk import Desk, holding
from server.documented import complete
from server.gate import open_gate
from server.limits import Admission, BodyLimit, Rates, SendLimit
from server.logs import Logged
from server.metrics import Metrics
from server.problems import install
from server.records import open_records
from server.routes import (
    assistants,
    catalog,
    drawings,
    feedback,
    feeds,
    looks,
    me,
    meta,
    orders,
    page,
    photos,
    previews,
    profile,
    runs,
    sessions,
    states,
    store,
    suggestions,
    threads,
    traces,
    underway,
    unserved,
    wardrobe,
    wardrobe_files,
    words,
)
from server.runs import Runs
from server.security import ASKED_BY_PAGES, READ_BY_PAGES, Hosts, SafeHeaders
from server.spans import collector, open_spans

PROTOCOL = (runs, underway, threads, states, assistants, store)  # routes are tried in turn, so runs come first
OF_THEIR_OWN = (page, meta, sessions, feeds)  # each route says whom it is for
RESOURCES = (
    catalog, photos, wardrobe_files, drawings, wardrobe, looks, previews, feedback, orders, profile, suggestions, me,
    traces, words,
)  # fmt: skip


def create_app(settings: Settings, services: Services | None = None) -> FastAPI:
    """The application over these settings; services that the caller opened stay the caller's to close."""
    admission = Admission(settings.run_limit, settings.runs_at_once)
    metrics = Metrics(admission)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            opened = services
            if opened is None:
                opened = await stack.enter_async_context(open_services(settings))
            app.state.gate = await stack.enter_async_context(open_gate(settings))
            await watch(opened, metrics, settings.otel_endpoint, stack)
            records = await stack.enter_async_context(open_records(settings.data_dir / "threads.db"))
            work = Runs(opened, records, admission, metrics.run)
            stack.push_async_callback(work.close)
            app.state.desk = Desk(opened, records, work)
            app.state.started_at = now()
            await work.recover()
            warming = asyncio.create_task(opened.warm())
            try:
                yield
            finally:
                # What it opens is closed with the services; it must not come after them.
                await warming

    app = FastAPI(title="Maison", lifespan=lifespan)
    app.state.admission = admission
    app.state.metrics = metrics
    app.state.rates = Rates(settings.request_limit)
    guard(app, settings, metrics)
    persons = [Depends(holding("person"))]
    for routes in PROTOCOL:
        app.include_router(routes.router, dependencies=persons)
    for routes in OF_THEIR_OWN:
        app.include_router(routes.router)
    for routes in (*RESOURCES, unserved):
        app.include_router(routes.router, dependencies=persons)
    page.mount(app)
    complete(app, guarded=settings.auth != "none")
    return app


async def watch(services: Services, metrics: Metrics, collected_at: str | None, stack: AsyncExitStack) -> None:
    """Has the trace of every run counted, and sent to a collector where there is one."""
    observers = [metrics.trace]
    if collected_at:
        observers.append((await stack.enter_async_context(open_spans(collector(collected_at)))).trace)
    for observe in observers:
        services.observers.append(observe)
        stack.callback(services.observers.remove, observe)


def guard(app: FastAPI, settings: Settings, metrics: Metrics) -> None:
    """What stands between the network and the routes, from the innermost out."""
    app.add_middleware(SendLimit, patience_s=settings.client_seconds)
    app.add_middleware(BodyLimit, max_bytes=int(settings.max_body_mb * 2**20), patience_s=settings.client_seconds)
    app.add_middleware(Hosts, settings=settings)
    install(app)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_credentials="*" not in settings.cors_origins,
            allow_methods=ASKED_BY_PAGES,
            allow_headers=["*"],
            allow_private_network=True,
            expose_headers=READ_BY_PAGES,
        )
    app.add_middleware(SafeHeaders)
    app.add_middleware(Logged, observe=metrics.request)
