"""What serving a graph costs at the least: FastAPI over an SQLite checkpointer, with no record, queue, owner or check.

`python -m bench.floor DIRECTORY PORT trivial`
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

from bench.trivial import build_trivial
from server.protocol.wire import WireResponse, dump
from stores.checkpoints import open_checkpoints


def floor(directory: Path) -> FastAPI:
    """`runs/wait` and `runs/stream` of values on a thread, and nothing else."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with open_checkpoints(directory / "checkpoints.db") as saver:
            app.state.graph = build_trivial().compile(checkpointer=saver)
            yield

    app = FastAPI(lifespan=lifespan)

    def arguments(thread_id: str, payload: dict[str, Any]) -> tuple[Any, ...]:
        return payload["input"], {"configurable": {"thread_id": thread_id}}

    @app.post("/threads/{thread_id}/runs/wait")
    async def wait(thread_id: str, payload: dict[str, Any]) -> WireResponse:
        return WireResponse(await app.state.graph.ainvoke(*arguments(thread_id, payload)))

    @app.post("/threads/{thread_id}/runs/stream")
    async def stream(thread_id: str, payload: dict[str, Any]) -> StreamingResponse:
        async def events() -> AsyncIterator[bytes]:
            async for values in app.state.graph.astream(*arguments(thread_id, payload), stream_mode="values"):
                yield b"event: values\r\ndata: %s\r\n\r\n" % dump(values)

        return StreamingResponse(events(), media_type="text/event-stream")

    @app.get("/ok")
    async def ok() -> dict[str, bool]:
        return {"ok": True}

    return app


if __name__ == "__main__":
    uvicorn.run(floor(Path(sys.argv[1])), port=int(sys.argv[2]), log_level="warning")
