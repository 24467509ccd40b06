"""The HTTP application: the LangGraph API at `/`, Maison's own routes under `/v1`, one lifespan around both."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import FastAPI

from graph.services import Services, open_services
from graph.settings import Settings
from server.desk import Desk
from server.limits import BodyLimit
from server.problems import install
from server.records import now, open_records
from server.routes import assistants, catalog, meta, people, runs, threads
from server.runs import Runs


def create_app(settings: Settings, services: Services | None = None) -> FastAPI:
    """The application over these settings; services that the caller opened stay the caller's to close."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            opened = services
            if opened is None:
                opened = await stack.enter_async_context(open_services(settings))
            records = await stack.enter_async_context(open_records(settings.data_dir / "threads.db"))
            work = Runs(opened, records)
            stack.push_async_callback(work.close)
            app.state.desk = Desk(opened, records, work)
            app.state.started_at = now()
            await work.recover()
            warming = asyncio.create_task(opened.warm())
            yield
            await warming

    app = FastAPI(title="Maison", lifespan=lifespan)
    app.add_middleware(BodyLimit, max_bytes=int(settings.max_body_mb * 2**20))
    install(app)
    for routes in (meta, assistants, threads, runs, catalog, people):
        app.include_router(routes.router)
    return app
