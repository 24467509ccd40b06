"""Which painter a setting stands for: `board` for none, `diffusers-edit:DIR`, `diffusers-inpaint:DIR`, `webui:URL`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stores.addresses import is_loopback

if TYPE_CHECKING:
    from tools.preview.scene import Painter

BOARD = "board"


class UnknownPainter(ValueError):
    """A setting that names no painter."""


def load_edit(rest: str, seconds: float) -> "Painter":
    from tools.preview.editing import Editing

    return Editing(Path(rest), seconds)


def load_inpaint(rest: str, seconds: float) -> "Painter":
    from tools.preview.inpainting import Inpainting

    return Inpainting(Path(rest), seconds)


def load_webui(rest: str, seconds: float) -> "Painter":
    from tools.preview.webui import WebUI

    return WebUI(rest, seconds, here=is_loopback(urlsplit(rest).hostname or ""))


LOADERS: dict[str, "Callable[[str, float], Painter]"] = {
    "diffusers-edit": load_edit,
    "diffusers-inpaint": load_inpaint,
    "webui": load_webui,
}


def known_painter(spec: str) -> str:
    """The setting as it is. Raises UnknownPainter."""
    kind, _, rest = spec.partition(":")
    if spec != BOARD and (kind not in LOADERS or not rest):
        raise UnknownPainter(
            f"'{spec}' is no painter: write board, diffusers-edit:DIR, diffusers-inpaint:DIR or webui:URL"
        )
    if kind == "webui" and not (urlsplit(rest).hostname and urlsplit(rest).scheme in {"http", "https"}):
        raise UnknownPainter("a WebUI has an address: write webui:URL, e.g. webui:http://127.0.0.1:7860")
    return spec


def build_painter(spec: str, seconds: float) -> "Painter | None":
    """The painter of a setting, which loads its weights when it first paints; None for the board alone.

    `seconds` are what one picture may take. Raises UnknownPainter.
    """
    kind, _, rest = known_painter(spec).partition(":")
    return LOADERS[kind](rest, seconds) if spec != BOARD else None
