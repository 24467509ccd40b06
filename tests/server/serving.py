"""A server process for tests that kill it: `python -m tests.server.serving DATA_DIR PORT SLOW_SECONDS`."""

import asyncio
import sys
from pathlib import Path

import uvicorn

from graph import services as opening
from graph.settings import Settings
from server.app import create_app
from tests.server import echo


async def serve(settings: Settings) -> None:
    async with opening.open_services(settings) as services:
        services.graph = echo.build_echo().compile(checkpointer=services.checkpoints)
        config = uvicorn.Config(create_app(settings, services), port=settings.port, log_level="warning")
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    directory, port, echo.SLOW_S = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    asyncio.run(serve(Settings(data_dir=directory, port=port)))
