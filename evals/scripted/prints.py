"""What is printed on a garment in a photo: letters for whoever can see, and a faint grid of cells that code can read.

The grid stands in for eyes: a scripted model has none. It outlives JPEG and scaling.
"""

import base64
import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

COLUMNS, ROWS = 100, 24
STRIP = 0.12  # of the photo's height, at its foot
DARK, LIGHT = 112, 144
MAGIC = b"\x9dT"
LONGEST = COLUMNS * ROWS // 8 - len(MAGIC) - 2
LETTERS, LINE = 34, 26
DATA = "data:image/"

Cells = NDArray[np.uint8]


class TooLong(ValueError):
    """A text that a photo has no room for."""


def printed(jpeg: bytes, text: str) -> bytes:
    """The photo (JPEG) with a text on it. Raises TooLong."""
    with Image.open(io.BytesIO(jpeg)) as opened:
        photo = opened.convert("RGB")
    _letter(photo, text)
    height = round(photo.height * STRIP)
    cells = Image.fromarray(np.where(_cells(text), LIGHT, DARK).astype(np.uint8), "L")
    strip = cells.resize((photo.width, height), Image.Resampling.NEAREST)
    photo.paste(strip.convert("RGB"), (0, photo.height - height))
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=92)
    return out.getvalue()


def read_print(jpeg: bytes) -> str:
    """What is printed on a photo; nothing where nothing is."""
    with Image.open(io.BytesIO(jpeg)) as opened:
        grey = np.asarray(opened.convert("L"), np.float64)
    top = grey.shape[0] - round(grey.shape[0] * STRIP)
    rows = (top + (np.arange(ROWS) + 0.5) * (grey.shape[0] - top) / ROWS).astype(int)
    columns = ((np.arange(COLUMNS) + 0.5) * grey.shape[1] / COLUMNS).astype(int)
    bits = grey[np.ix_(rows, columns)].ravel() > (DARK + LIGHT) / 2
    told = np.packbits(bits).tobytes()
    head = len(MAGIC) + 2
    size = int.from_bytes(told[len(MAGIC) : head], "big")
    if not told.startswith(MAGIC) or size > LONGEST:
        return ""
    return told[head : head + size].decode("utf-8", "replace")


def prints_in(messages: Sequence[object]) -> list[str]:
    """What can be read on the pictures of a chat completion's messages."""
    contents = [one.get("content") for one in messages if isinstance(one, dict)]
    parts = [part for content in contents if isinstance(content, list) for part in content if isinstance(part, dict)]
    addresses = [str((part.get("image_url") or {}).get("url", "")) for part in parts]
    pixels = [base64.b64decode(one.partition(",")[2]) for one in addresses if one.startswith(DATA)]
    return [text for one in pixels if (text := read_print(one))]


def _cells(text: str) -> Cells:
    said = text.encode("utf-8")
    if len(said) > LONGEST:
        raise TooLong(f"{len(said)} bytes of print, where a photo has room for {LONGEST}")
    whole = (MAGIC + len(said).to_bytes(2, "big") + said).ljust(COLUMNS * ROWS // 8, b"\0")
    return np.unpackbits(np.frombuffer(whole, np.uint8)).reshape(ROWS, COLUMNS)


def _letter(photo: Image.Image, text: str) -> None:
    """The text across the garment; signs that the plain face has not are left to the grid."""
    face, draw = ImageFont.load_default(LETTERS), ImageDraw.Draw(photo)
    lines = [text[at : at + LINE] for at in range(0, len(text), LINE)]
    top = photo.height // 2 - len(lines) * LETTERS // 2
    for number, line in enumerate(lines):
        draw.text((photo.width // 2, top + number * LETTERS), line, "#f4f4f0", face, "mm", stroke_width=1)
