"""Patterns of drawn garments, whose truth is exact; what has to be right is what is plainly to be seen."""

import io

import numpy as np
import pytest
from PIL import Image

from stores.categories import load_categories
from stores.colours import family_colour
from stores.drawing.article import draw_article
from stores.drawing.raster import render
from stores.vocabulary import Article, ColourFamily, Pattern
from tools.pattern import KINDS, TRAITS, load_weights, traits_of
from tools.pixels import Measured, measure

GROUND = "#b9a58c"


def photo(category: str, pattern: Pattern, cloth: ColourFamily, ink: ColourFamily) -> bytes:
    """A drawn garment on a wooden-coloured floor."""
    row = load_categories()[category]
    colours = [family_colour(cloth)] if pattern == "solid" else [family_colour(cloth), family_colour(ink)]
    article = Article(
        id=f"{category}-{pattern}", name=category, category=category, slot=row.slot, formality=row.formality,
        clo=row.clo, colours=colours, pattern=pattern,
    )  # fmt: skip
    floor = Image.new("RGB", (480, 480), GROUND)
    with Image.open(io.BytesIO(render(draw_article(article), 440))) as drawn:
        floor.paste(drawn, (20, 20), drawn)
    grain = np.random.default_rng(1).normal(0, 3, (480, 480, 3))
    out = io.BytesIO()
    Image.fromarray(np.clip(np.asarray(floor) + grain, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=88)
    return out.getvalue()


def seen(category: str, pattern: Pattern, cloth: ColourFamily, ink: ColourFamily = "white") -> Measured:
    (found,) = measure(photo(category, pattern, cloth, ink))
    return found


@pytest.mark.parametrize("category", ["tee", "casual_dress"])
@pytest.mark.parametrize(
    ("pattern", "cloth", "ink"),
    [
        ("solid", "navy", "white"),
        ("stripe", "navy", "white"),
        ("check", "white", "navy"),
        ("dot", "red", "white"),
        ("floral", "black", "yellow"),
    ],
)
def test_a_pattern_is_told(category: str, pattern: Pattern, cloth: ColourFamily, ink: ColourFamily) -> None:
    found = seen(category, pattern, cloth, ink)
    assert found.pattern == pattern
    assert found.colours[0].family == cloth


@pytest.mark.parametrize("family", ["white", "black", "navy", "green", "yellow", "pink", "brown", "blue"])
def test_a_plain_drawn_shirt_is_of_its_colour(family: ColourFamily) -> None:
    found = seen("shirt", "solid", family)
    assert (found.colours[0].family, found.pattern) == (family, "solid")


def test_the_weights_fit_the_traits() -> None:
    weights = load_weights()
    assert weights.slopes.shape == (len(TRAITS), len(KINDS))
    assert weights.mean.shape == weights.spread.shape == (len(TRAITS),)
    assert (weights.spread > 0).all() and weights.offsets.shape == (len(KINDS),)


def test_too_little_cloth_has_no_traits() -> None:
    assert traits_of(np.zeros((320, 320, 3)), np.zeros((160, 160), dtype=bool)) is None


def test_shades_of_one_light_do_not_change_the_traits() -> None:
    cloth = np.ones((160, 160), dtype=bool)
    weave = np.random.default_rng(2).normal(120, 20, (320, 320, 3))
    plain, lit = traits_of(weave, cloth), traits_of(weave + np.linspace(-40, 40, 320)[None, :, None], cloth)
    assert plain is not None and lit is not None
    assert lit == pytest.approx(plain, abs=0.15)
