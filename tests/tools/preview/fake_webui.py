"""A Stable Diffusion WebUI for tests, over real HTTP: it paints the mask, or all, in one colour, or misbehaves."""

import asyncio
import base64
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.figures import figure


@dataclass
class FakeWebUI:
    """`answers` are what the next orders get: a colour to paint with, or what goes wrong; the last one stays.

    A colour of several parts is a figure in these: jumper, trousers, shoes.
    """

    answers: list[str]
    scripts: list[str] = field(default_factory=lambda: ["controlnet", "adetailer"])
    models: list[str] = field(
        default_factory=lambda: ["control_v11p_sd15_openpose [cab727d4]", "ip-adapter_sd15 [6a3f6166]"]
    )
    orders: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""

    async def scripts_told(self, request: Request) -> Response:
        if self.answers[0] == "hangs":
            await asyncio.sleep(30)
        return JSONResponse({"img2img": self.scripts, "txt2img": self.scripts})

    async def models_told(self, request: Request) -> Response:
        return JSONResponse({"model_list": self.models})

    async def paint(self, request: Request) -> Response:
        self.orders.append(await request.json())
        self.paths.append(request.url.path)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer == "slow":
            await asyncio.sleep(5)
        if answer in WRONG:
            return WRONG[answer]
        return JSONResponse({"images": [painted(self.orders[-1], answer)], "parameters": {}, "info": "{}"})

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["FakeWebUI"]:
        routes = [
            Route("/sdapi/v1/scripts", self.scripts_told),
            Route("/controlnet/model_list", self.models_told),
            Route("/sdapi/v1/{kind}", self.paint, methods=["POST"]),
        ]
        server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=0, log_level="warning", lifespan="off"))
        task = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        self.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            server.should_exit = server.force_exit = True
            await task


def encoded(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def decoded(text: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(text)))


def painted(order: dict[str, Any], colour: str) -> str:
    """All of the photo, so that what lies outside the mask is for the adapter to keep; or an invented figure."""
    if "," in colour:
        top, bottom, shoes = colour.split(",")
        return encoded(figure(top, bottom, shoes=shoes).resize((order["width"], order["height"])))
    if "init_images" in order:
        return encoded(Image.new("RGB", decoded(order["init_images"][0]).size, colour))
    return encoded(figure(top=colour).resize((order["width"], order["height"])))


WRONG: dict[str, Response] = {
    "500": JSONResponse({"error": "CUDA out of memory"}, 500),
    "422": JSONResponse({"detail": "always on script ADetailer not found"}, 422),
    "html": Response("<html>Gradio</html>"),
    "list": JSONResponse([]),
    "empty": JSONResponse({"images": []}),
    "no base64": JSONResponse({"images": ["not a picture!"]}),
    "no picture": JSONResponse({"images": [base64.b64encode(b"GIF89a nothing").decode()]}),
    "huge": JSONResponse({"images": [encoded(Image.new("L", (4000, 4000)))]}),
    "wide": JSONResponse({"images": [encoded(Image.new("RGB", (640, 320), "#a3262e"))]}),
    "slow": JSONResponse({"images": []}),
}
