"""Photos of garments, drawn by the test and laid on a wooden floor."""

import io
import os
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from stores.demo.generator import generate
from stores.drawing.article import draw_article
from stores.drawing.raster import render

FLOOR, MARGIN = "#b99a76", 60


def laid_out(category: str) -> bytes:
    """A JPEG of the first article of a category."""
    article = next(one for one in generate(1, 1000) if one.category == category)
    with Image.open(io.BytesIO(render(draw_article(article)))) as drawn:
        floor = Image.new("RGB", (drawn.width + 2 * MARGIN, drawn.height + 2 * MARGIN), FLOOR)
        floor.paste(drawn, (MARGIN, MARGIN), drawn.convert("RGBA"))
    out = io.BytesIO()
    floor.save(out, "JPEG")
    return out.getvalue()


def validation_photos(*kinds: str) -> Mapping[str, bytes]:
    """The first photo of each kind among those that measuring is done on; nothing where they are not at hand."""
    folder = Path(os.environ.get("MAISON_SHARED_DATA", "../shared/data")) / "garments" / "validation"
    if not folder.is_dir():
        return {}
    return {kind: sorted((folder / kind).iterdir())[0].read_bytes() for kind in kinds}
