"""Drawn garments on grounds and in light as photos have them, each with its pattern: what a pattern is learnt from."""

import io
from math import cos, dist, pi, sin
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from stores.categories import load_categories
from stores.colours import NOT_IN_PIXELS, lab_of_hex, load_colours
from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.vocabulary import Article, Colour, Pattern
from tools.lab import Array
from tools.pattern import KINDS
from tools.pixels import open_small

DRAWN_AS: tuple[Pattern, ...] = (
    *("solid",) * 7, *("stripe",) * 3, *("check",) * 3, *("dot",) * 3, *("floral",) * 3,
    "animal", "geometric", "paisley", "other",
)  # fmt: skip
CUTS = (
    "tee", "shirt", "long_sleeve_top", "sweater", "trousers", "jeans", "shorts", "midi_skirt", "mini_skirt",
    "casual_dress", "summer_dress", "light_jacket", "overcoat", "hoodie", "blouse", "polo",
)  # fmt: skip
GROUNDS = ("paper", "plain", "plain", "wood", "carpet")
SIZE, DETAIL = (360, 480), 400
FAR = 35.0  # CIELAB, between a cloth and what is printed on it


def scene(draw: Random) -> tuple[Image.Image, Pattern]:
    """A drawn garment on some ground, in some light, as a camera gives it."""
    article, ground = garment_in(draw, draw.choice(DRAWN_AS)), draw.choice(GROUNDS)
    noise = np.random.default_rng(draw.randrange(2**32))
    picture = lay(draw, article, Image.fromarray(laid_out(draw, noise, ground)), straight=ground == "paper")
    lit = picture if ground == "paper" else picture * light(draw)
    kind = article.pattern if article.pattern in KINDS else "other"
    return photographed(lit + noise.normal(0, 3, picture.shape)), kind


def garment_in(draw: Random, pattern: Pattern) -> Article:
    category = load_categories()[draw.choice(CUTS)]
    shown = [colour for colour in load_colours().values() if colour.family not in NOT_IN_PIXELS]
    family = draw.choice(sorted({colour.family for colour in shown}))
    cloth = draw.choice([colour for colour in shown if colour.family == family])
    colours = [cloth] if pattern == "solid" else [cloth, ink_on(cloth, draw)]
    return Article(
        id=f"pattern-{draw.randrange(2**32)}", name=category.name.replace("_", " "), category=category.name,
        slot=category.slot, presentation=category.presentation, formality=category.formality, clo=category.clo,
        colours=colours, pattern=pattern, fabrics=["cotton"],
    )  # fmt: skip


def ink_on(cloth: Colour, draw: Random) -> Colour:
    """A colour that can be seen on a cloth."""
    seen = (one for one in load_colours().values() if one.family not in NOT_IN_PIXELS)
    return draw.choice([one for one in seen if dist(lab_of_hex(one.hex), lab_of_hex(cloth.hex)) > FAR])


def laid_out(draw: Random, noise: np.random.Generator, ground: str) -> NDArray[np.uint8]:
    """What the garment lies on, SIZE pixels."""
    width, height = SIZE
    shown = [rgb_of(colour) for colour in load_colours().values()]
    plain = np.tile(np.array(draw.choice(shown)), (height, width, 1))
    if ground == "paper":
        plain = np.full((height, width, 3), 250.0)
    elif ground == "wood":
        grain = 10 * np.sin(np.arange(width) / draw.uniform(6, 20)) + noise.normal(0, 8, width)
        seams = 40 * (np.arange(width) % draw.randint(60, 110) < 2)
        plain = np.array([150.0, 118.0, 88.0]) * draw.uniform(0.7, 1.3) + np.tile(
            (grain - seams)[:, None], (height, 1, 1)
        )
    elif ground == "carpet":
        tufts = noise.integers(0, 3, (height // 12 + 1, width // 12 + 1))
        wools = np.array([draw.choice(shown) for _ in range(3)])
        plain = np.repeat(np.repeat(wools[tufts], 12, 0), 12, 1)[:height, :width] * 0.7 + 40
    return np.clip(plain + noise.normal(0, 3, (height, width, 3)), 0, 255).astype(np.uint8)


def rgb_of(colour: Colour) -> tuple[float, ...]:
    return tuple(float(int(colour.hex[at : at + 2], 16)) for at in (1, 3, 5))


def lay(draw: Random, article: Article, ground: Image.Image, *, straight: bool) -> Array:
    """The picture of the article about the middle of the ground, sRGB in 0..255."""
    with Image.open(io.BytesIO(render(draw_article(article), DETAIL))) as drawn:
        piece = drawn.convert("RGBA").crop(drawn.getbbox())
    scale = draw.uniform(0.6, 0.93) * min(ground.width / piece.width, ground.height / piece.height)
    piece = piece.resize(
        (max(1, int(piece.width * scale)), max(1, int(piece.height * scale))), Image.Resampling.LANCZOS
    )
    piece = piece if straight else piece.rotate(draw.uniform(-12, 12), Image.Resampling.BICUBIC, expand=True)
    corner = [int((whole - own) * draw.uniform(0.4, 0.6)) for whole, own in zip(ground.size, piece.size, strict=True)]
    ground.paste(piece, (corner[0], corner[1]), piece)
    return np.asarray(ground, dtype=np.float64)


def light(draw: Random) -> Array:
    """From one side, of some strength and some warmth."""
    width, height = SIZE
    angle, fall = draw.uniform(0, 2 * pi), draw.uniform(0, 0.4)
    across, down = np.meshgrid(np.linspace(-0.5, 0.5, width), np.linspace(-0.5, 0.5, height))
    shade = 1 + fall * (across * cos(angle) + down * sin(angle))
    tint = np.array([draw.uniform(0.93, 1.06), 1, draw.uniform(0.9, 1.06)])
    lit: Array = shade[..., None] * tint * draw.uniform(0.7, 1.05)
    return lit


def photographed(picture: Array) -> Image.Image:
    """As a JPEG of a camera, read back."""
    out = io.BytesIO()
    Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=85)
    return open_small(out.getvalue())
