"""Makes each file of tests/stores/photo_files.toml, good ones and bad ones."""

import base64
import gzip
import io
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal

from PIL import Image, PngImagePlugin
from pydantic import BaseModel

MARKER = b"Ada was here"
LIMIT = 2_000_000
ORIENTATION, MAKER, GPS, LATITUDE, SIDEWAYS = 0x0112, 0x010F, 0x8825, 2, 6


class PhotoFile(BaseModel, extra="forbid"):
    """A row of the table."""

    name: str
    answer: str
    form: str | None = None
    mode: Literal["RGB", "RGBA", "P", "CMYK", "L", "I;16", "1"] = "RGB"
    pixels: tuple[int, int] = (64, 48)
    notes: list[str] = []
    after: list[str] = []
    raw: str | None = None
    called: str = "photo"
    size: tuple[int, int] = (64, 48)
    seen: str = "red"
    says: str = ""

    def made(self) -> bytes:
        data = RAW[self.raw]() if self.raw else saved(self)
        for change in self.after:
            data = AFTER[change](data)
        return data


@cache
def load_photo_files() -> list[PhotoFile]:
    rows = tomllib.loads((Path(__file__).parent / "stores/photo_files.toml").read_text())["file"]
    return [PhotoFile.model_validate(row) for row in rows]


def saved(file: PhotoFile) -> bytes:
    if file.form == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    options: dict[str, Any] = {}
    for note in file.notes:
        options |= NOTES[note]()
    out = io.BytesIO()
    painted(file.mode, file.pixels).save(out, file.form, **options)
    return out.getvalue()


def painted(mode: str, pixels: tuple[int, int]) -> Image.Image:
    if mode == "I;16":
        return Image.new("I;16", pixels, 0x8080)
    if mode == "1":
        return Image.new("1", pixels)
    if mode == "RGBA":
        return Image.new("RGBA", pixels, (255, 0, 0, 0))
    return Image.new("RGB", pixels, "red").convert(mode)


def exif(*fields: str) -> bytes:
    written = Image.Exif()
    written[MAKER] = MARKER.decode()
    if "sideways" in fields:
        written[ORIENTATION] = SIDEWAYS
    if "gps" in fields:
        written.get_ifd(GPS)[LATITUDE] = (48.0, 51.0, 24.0)
    return written.tobytes()


def with_thumbnail() -> bytes:
    """EXIF whose second directory points at a small JPEG."""
    small = io.BytesIO()
    Image.new("RGB", (16, 16), "blue").save(small, "JPEG", comment=MARKER)
    jpeg = small.getvalue()
    first = struct.pack(">HHHIIHI", 1, ORIENTATION, 3, 1, 0x10000, 0, 0)[:-4]
    start = 8 + len(first) + 4
    second = (
        struct.pack(">H", 2)
        + struct.pack(">HHII", 0x0201, 4, 1, start + 30)
        + struct.pack(">HHII", 0x0202, 4, 1, len(jpeg))
    )
    head = b"MM\0*\0\0\0\x08" + first + struct.pack(">I", start)
    return b"Exif\0\0" + head + second + b"\0\0\0\0" + jpeg


def text_chunks() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", MARKER.decode())
    info.add_itxt("Place", MARKER.decode(), zip=True)
    return info


def swelling() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add(b"zTXt", b"Author\0\0" + zlib.compress(bytes(80_000_000)))
    return info


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("run.js", "alert(1)")
    return out.getvalue()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def huge_png() -> bytes:
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IEND", b"")


def huge_gif() -> bytes:
    screen = b"GIF89a" + struct.pack("<HHBBB", 10_000, 10_000, 0x80, 0, 0) + bytes(6)
    return screen + b"," + struct.pack("<HHHHB", 0, 0, 10_000, 10_000, 0) + b"\x02\x02\x4c\x01\0;"


def repeat_scan(jpeg: bytes) -> bytes:
    """The last scan of a progressive JPEG, 400 times more."""
    start = jpeg.rindex(b"\xff\xda")
    return jpeg[:-2] + jpeg[start:-2] * 400 + jpeg[-2:]


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><script>alert(1)</script></svg>'
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description>%s</rdf:Description></x:xmpmeta>' % MARKER
BLUE = Image.new("RGB", (64, 48), "blue")

NOTES: dict[str, Callable[[], dict[str, Any]]] = {
    "progressive": lambda: {"progressive": True},
    "second frame": lambda: {"save_all": True, "append_images": [BLUE]},
    "gps": lambda: {"exif": exif("gps")},
    "sideways": lambda: {"exif": exif("gps", "sideways")},
    "thumbnail": lambda: {"exif": with_thumbnail()},
    "broken exif": lambda: {"exif": b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\x03\xff\xff\xff\xff" * 8},
    "xmp": lambda: {"xmp": XMP},
    "comment": lambda: {"comment": MARKER},
    "pdf comment": lambda: {"comment": b"%PDF-1.7 " + MARKER},
    "page comment": lambda: {"comment": b"<html><body onload=alert(1)>"},
    "text": lambda: {"pnginfo": text_chunks()},
    "swelling text": lambda: {"pnginfo": swelling()},
    "broken profile": lambda: {"icc_profile": b"not a profile"},
    "clear colour": lambda: {"transparency": painted("P", (1, 1)).getpixel((0, 0))},
}
AFTER: dict[str, Callable[[bytes], bytes]] = {
    "halve": lambda data: data[: len(data) // 2],
    "behead": lambda data: data[: data.index(b"\xff\xda")],
    "flip": flipped,
    "bloat": lambda data: data + bytes(LIMIT),
    "repeat scan": repeat_scan,
    "add zip": lambda data: data + archive(),
    "add rar": lambda data: data + b"Rar!\x1a\x07\x01\0" + bytes(64),
    "zip up": gzip.compress,
    "write out": base64.b64encode,
    "add script": lambda data: data + b"<script>alert(1)</script>",
    "add video": lambda data: data + b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40,
}
RAW: dict[str, Callable[[], bytes]] = {
    "svg": lambda: SVG,
    "wrapped svg": lambda: b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a photo -->\n<!DOCTYPE svg>\n' + SVG,
    "zip": archive,
    "pdf": lambda: b"%PDF-1.7\n%%EOF\n",
    "video": lambda: b"\0\0\0\x18ftypmp42" + bytes(64),
    "page": lambda: b"<!DOCTYPE html><html><body>photo</body></html>",
    "jxl": lambda: b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(64),
    "psd": lambda: b"8BPS\0\1" + bytes(64),
    "empty png": lambda: (
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", bytes(8) + b"\x08\2\0\0\0") + png_chunk(b"IEND", b"")
    ),
    "words": lambda: b"this is a photo of my red skirt",
    "nothing": lambda: b"",
    "empty heic": lambda: b"\0\0\0\x18ftypheic" + bytes(50),
    "huge png": huge_png,
    "huge gif": huge_gif,
}
