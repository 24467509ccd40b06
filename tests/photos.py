"""Photos for tests, drawn on the spot."""

import io

from PIL import Image, ImageDraw


def red_square(right: int = 225) -> bytes:
    """A red rectangle on a grey wall, as a PNG; another edge on the right makes another photo."""
    image = Image.new("RGB", (300, 400), "#e8e6e1")
    ImageDraw.Draw(image).rectangle((75, 80, right, 330), "#b3202a")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
