"""A photo that says where it was taken, and what a data directory holds."""

import io
from pathlib import Path

from PIL import Image

MARKER = "48.8584N-2.2945E"


def photo(colour: str = "navy") -> bytes:
    """A JPEG whose EXIF names a place."""
    exif = Image.Exif()
    exif[0x010E] = MARKER
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (48.0, 51.0, 30.0)
    out = io.BytesIO()
    Image.effect_noise((96, 64), 90).convert("RGB").save(out, "JPEG", exif=exif, comment=colour.encode())
    return out.getvalue()


def kept(directory: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in directory.rglob("*") if path.is_file()}
