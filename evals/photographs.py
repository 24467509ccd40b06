"""Photos as people send them: a drawn garment on a wall or a bed, in the light of a room, through a telephone.

The same words are the same photo. Knows nothing of what anybody makes out on it.
"""

import io
import re
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from stores.categories import load_categories
from stores.colours import colour_named
from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.vocabulary import Article

SIZE = (900, 1200)
DETAIL = 900
GROUNDS = ("#e6e2da", "#d9dde0", "#cfc4b4", "#eceae6")
COVERS = 0.82  # of the photo's width or height, at the most
SHADOW, SOFT, FALLS = 70, 14, (10, 16)
GRAIN, QUALITY = 3.0, 88


class UnknownGarment(ValueError):
    """Words that name no colour, or no category."""


def photograph(said: str) -> bytes:
    """A JPEG of what is said by a colour and a category, as in `navy blazer`. Raises UnknownGarment."""
    article, draw = garment(said), Random(said)
    with Image.open(io.BytesIO(render(draw_article(article), DETAIL))) as drawn:
        piece = drawn.convert("RGBA").crop(drawn.getbbox())
    scene = laid(piece, draw)
    noise = np.random.default_rng(draw.randrange(2**32))
    pixels = np.asarray(scene, np.float64) * lit(draw)[..., None] + noise.normal(0, GRAIN, (*scene.size[::-1], 3))
    out = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def garment(said: str) -> Article:
    """The article that is drawn. Raises UnknownGarment."""
    words = re.sub(r"[\s_-]+", " ", said.strip().lower())
    colour = colour_named(words)
    name = words.replace(colour.name, "", 1).strip().replace(" ", "_") if colour else ""
    if colour is None or name not in load_categories():
        raise UnknownGarment(f"'{said}' is no colour and category, as in 'navy blazer' or 'red summer_dress'")
    category = load_categories()[name]
    return Article(
        id=f"photo-{words}", name=words, category=name, slot=category.slot, presentation=category.presentation,
        formality=category.formality, clo=category.clo, colours=[colour],
    )  # fmt: skip


def laid(piece: Image.Image, draw: Random) -> Image.Image:
    """The garment about the middle of a ground, with its shadow, a little askew."""
    scene = Image.new("RGB", SIZE, draw.choice(GROUNDS))
    piece = piece.rotate(draw.uniform(-4, 4), Image.Resampling.BICUBIC, expand=True)
    scale = COVERS * min(SIZE[0] / piece.width, SIZE[1] / piece.height)
    piece = piece.resize((round(piece.width * scale), round(piece.height * scale)), Image.Resampling.LANCZOS)
    left, top = ((whole - own) // 2 + draw.randint(-12, 12) for whole, own in zip(SIZE, piece.size, strict=True))
    shade = Image.new("L", SIZE)
    shade.paste(piece.getchannel("A"), (left + FALLS[0], top + FALLS[1]))
    shade = shade.filter(ImageFilter.GaussianBlur(SOFT)).point(lambda value: value * SHADOW // 255)
    scene.paste("#2a2520", (0, 0), shade)
    scene.paste(piece, (left, top), piece)
    return scene


def lit(draw: Random) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Light that comes from one side, as a factor per pixel."""
    across, down = np.meshgrid(np.linspace(-0.5, 0.5, SIZE[0]), np.linspace(-0.5, 0.5, SIZE[1]))
    side = draw.choice((-1, 1))
    return 1 + 0.08 * side * across - 0.05 * down
