"""A painter that asks a Stable Diffusion WebUI server over HTTP: img2img with a mask over a photo, txt2img without one.

ControlNet holds the pose and ADetailer paints an invented face anew, where the server has them. A face on a photo is
never painted: what lies outside the mask is laid back over the answer. The server's words are not passed on.
"""

import asyncio
import base64
import io
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from PIL import Image

from tools.preview.masks import fitted, laid_over, mask_of
from tools.preview.scene import Scene, Unpaintable, sheet_of

SIDE, FACTOR = 768, 8
STEPS, CFG, DENOISE, BLUR = 28, 6.5, 0.85, 6
TRIES, PAUSE_S = 2, 0.5
PROBE_S = 5.0  # a server that paints answers such a question at once
MOST_BYTES = 32_000_000
POSE, LIKENESS, FACE = "openpose", "ip-adapter", "adetailer"
Payload = dict[str, Any]


@dataclass
class WebUI:
    """A server at `url`, which may hold a name and password; `seconds` for one picture, all tries together."""

    url: str
    seconds: float
    here: bool
    name: str = "webui"
    invents: bool = True

    @property
    def settings(self) -> str:
        return f"{self.url} {SIDE} {STEPS} {CFG} {DENOISE}"

    async def paint(self, scene: Scene, seed: int) -> Image.Image:
        """The server's picture, with what was not to be painted as it was. Raises Unpaintable."""
        try:
            async with asyncio.timeout(self.seconds), self._client() as client:
                order = await self._order(client, scene, seed)
                path = "/sdapi/v1/img2img" if scene.photo else "/sdapi/v1/txt2img"
                painted = await asyncio.to_thread(picture_in, await asked(client, path, order))
        except TimeoutError as error:
            raise Unpaintable(f"timeout after {self.seconds:g} s") from error
        return await asyncio.to_thread(laid_over, scene, painted)

    def _client(self) -> httpx.AsyncClient:
        parts = urlsplit(self.url)
        auth = (parts.username, parts.password or "") if parts.username else None
        base = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}"
        return httpx.AsyncClient(base_url=base, auth=auth, timeout=httpx.Timeout(self.seconds, connect=5))

    async def _order(self, client: httpx.AsyncClient, scene: Scene, seed: int) -> Payload:
        kind = "img2img" if scene.photo else "txt2img"
        scripts = {str(name).lower() for name in (await found(client, "/sdapi/v1/scripts")).get(kind, [])}
        models = [str(name) for name in (await found(client, "/controlnet/model_list")).get("model_list", [])]
        units = await asyncio.to_thread(control_units, scene, models) if "controlnet" in scripts else []
        always = {"ControlNet": {"args": units}} if units else {}
        if not scene.photo and FACE in scripts:
            always["ADetailer"] = {"args": [{"ad_model": "face_yolov8n.pt", "ad_denoising_strength": 0.35}]}
        return await asyncio.to_thread(order, scene, seed, always)


def order(scene: Scene, seed: int, always: Payload) -> Payload:
    """The body of a request, with what the extensions are told."""
    wanted, never = scene.words()
    told: Payload = {
        "prompt": wanted, "negative_prompt": never, "seed": seed, "steps": STEPS, "cfg_scale": CFG,
        "sampler_name": "DPM++ 2M", "batch_size": 1, "n_iter": 1, "alwayson_scripts": always,
    }  # fmt: skip
    if scene.photo is None or scene.figure is None:
        return told | {"width": 512, "height": SIDE}
    photo = fitted(scene.photo, SIDE, FACTOR)
    told |= {"width": photo.width, "height": photo.height, "init_images": [encoded(photo)]}
    told |= {"mask": encoded(mask_of(scene, photo.size)), "mask_blur": BLUR, "denoising_strength": DENOISE}
    return told | {"inpainting_fill": 1, "inpaint_full_res": False, "inpainting_mask_invert": 0}


def control_units(scene: Scene, models: list[str]) -> list[Payload]:
    """The pose of the photo, and the pieces as they look, each where there is a model for it."""
    shown = {
        (POSE, "openpose_full"): fitted(scene.photo, SIDE, FACTOR) if scene.photo else None,
        (LIKENESS, "ip-adapter-auto"): sheet_of(scene.pictures()),
    }
    return [
        {"enabled": True, "module": module, "model": model, "image": encoded(picture), "weight": 0.9}
        for (kind, module), picture in shown.items()
        if picture and (model := next((name for name in models if kind in name.lower()), None))
    ]


async def asked(client: httpx.AsyncClient, path: str, body: Payload) -> Payload:
    """The answer to an order; a server that is not there or breaks is asked again. Raises Unpaintable."""
    reason = ""
    for turn in range(TRIES):
        if turn:
            await asyncio.sleep(PAUSE_S)
        try:
            answer = await client.post(path, json=body)
        except httpx.HTTPError as error:
            reason = type(error).__name__
            continue
        if answer.status_code == 200:
            return parsed(answer)
        reason = f"status {answer.status_code}"
        if answer.status_code < 500:
            break
    raise Unpaintable(reason)


async def found(client: httpx.AsyncClient, path: str) -> Payload:
    """What the server says it has; nothing, where it does not say. Raises Unpaintable for one that hangs."""
    try:
        answer = await client.get(path, timeout=PROBE_S)
        return parsed(answer) if answer.status_code == 200 else {}
    except httpx.ReadTimeout as error:
        raise Unpaintable(f"no answer in {PROBE_S:g} s") from error
    except (httpx.HTTPError, Unpaintable):
        return {}


def parsed(answer: httpx.Response) -> Payload:
    if len(answer.content) > MOST_BYTES:
        raise Unpaintable("answer too large")
    try:
        body = answer.json()
    except ValueError as error:
        raise Unpaintable("answer is no JSON") from error
    if not isinstance(body, dict):
        raise Unpaintable("answer is no object")
    return body


def picture_in(answer: Payload) -> Image.Image:
    """The first picture of an answer; ControlNet puts its own after it. Raises Unpaintable."""
    pictures = answer.get("images")
    if not (isinstance(pictures, list) and pictures and isinstance(pictures[0], str)):
        raise Unpaintable("answer without a picture")
    try:
        data = base64.b64decode(pictures[0].rpartition(",")[2], validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > 4 * SIDE * SIDE:
                raise Unpaintable("picture too large")
            return picture.convert("RGB")
    except (ValueError, OSError, Image.DecompressionBombError) as error:
        raise Unpaintable("picture cannot be read") from error


def encoded(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()
