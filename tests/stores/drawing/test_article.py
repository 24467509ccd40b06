import io
import re
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from stores.categories import load_categories
from stores.colours import lab_of_hex
from stores.demo.generator import generate
from stores.drawing.article import cut_of, draw_article, load_cuts, spread
from stores.drawing.constructions import CONSTRUCTIONS
from stores.drawing.patterns import PATTERNS
from stores.drawing.raster import render
from stores.vocabulary import PATTERNS as KNOWN
from stores.vocabulary import Article, Colour

WHITE = Colour(name="white", family="white", hex="#ffffff", share=0.3)
SMALL = 150


def pixels(article: Article, width: int = SMALL) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(render(draw_article(article), width))) as image:
        return np.asarray(image.convert("RGBA"))


def covered(picture: NDArray[np.uint8]) -> float:
    """The share of the drawing's own box that is not transparent."""
    mask = picture[..., 3] > 128
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return float(mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].mean())


@pytest.mark.parametrize("category", load_categories())
def test_every_category_is_a_drawing_on_a_transparent_ground(category: str, make: Any) -> None:
    picture = pixels(make(category))
    assert picture.shape == (SMALL, SMALL, 4)
    assert not picture[[0, 0, -1, -1], [0, -1, 0, -1], 3].any()
    # A chain lies round nothing.
    assert (0.04 if category == "necklace" else 0.15) <= covered(picture) <= 0.9


@pytest.mark.parametrize("category", load_categories())
def test_every_category_shows_the_colour_of_the_article(category: str, make: Any) -> None:
    picture = pixels(make(category))
    solid = picture[picture[..., 3] == 255][:, :3].astype(float)
    near = np.abs(solid - (0xC0, 0x1F, 0x28)).max(1) < 24
    assert near.mean() > 0.04


@pytest.mark.parametrize(
    "name", ["shirt", "blazer", "jeans", "maxi_dress", "trench_coat", "tote", "scarf", "midi_skirt"]
)
@pytest.mark.parametrize("colour", ["#141414", "#ffffff", "#1b2540", "#8a9a6b", "#f2c6cf"])
def test_the_median_colour_of_a_garment_is_its_hex(name: str, colour: str, make: Any) -> None:
    article = make(name, colours=[Colour(name="some", family="multi", hex=colour)])
    picture = pixels(article)
    red, green, blue = (round(float(value)) for value in np.median(picture[picture[..., 3] == 255][:, :3], axis=0))
    assert np.linalg.norm(np.subtract(lab_of_hex(f"#{red:02x}{green:02x}{blue:02x}"), lab_of_hex(colour))) < 8


def test_fit_length_neck_and_presentation_change_the_drawing(make: Any) -> None:
    def body(name: str, **changes: Any) -> str:
        return re.sub(r"url\(#\w+\)|id=\"\w+\"", "", draw_article(make("tee", id="one", name=name, **changes)))

    drawn = [
        body("tee", fit="regular"),
        body("tee", fit="oversized"),
        body("tee", fit="fitted"),
        body("V-neck tee", fit="regular"),
        body("tee", fit="regular", presentation="women"),
        body("tee", fit="regular", description="With a small chest pocket."),
    ]
    assert len({*drawn}) == len(drawn)


def test_a_wider_fit_is_wider_and_a_longer_coat_is_longer(make: Any) -> None:
    def shape(article: Article) -> tuple[float, float]:
        mask = pixels(article)[..., 3] > 128
        return float(mask.any(0).sum()), float(mask.any(1).sum())

    narrow, wide = shape(make("jeans", name="slim jeans")), shape(make("jeans", name="wide-leg jeans"))
    assert wide[0] > narrow[0]
    short, long = shape(make("winter_coat", name="pea coat")), shape(make("winter_coat", name="wrap coat"))
    assert long[1] / long[0] > short[1] / short[0]


def test_the_same_article_is_the_same_svg_and_another_hand_draws_another(make: Any) -> None:
    assert draw_article(make("shirt")) == draw_article(make("shirt"))
    assert draw_article(make("shirt", id="another")) != draw_article(make("shirt"))


@pytest.mark.parametrize("pattern", [name for name in KNOWN if name != "solid"])
def test_a_pattern_is_seen_in_its_colour(pattern: str, make: Any) -> None:
    plain = pixels(make("sweatshirt"))
    drawn = pixels(make("sweatshirt", pattern=pattern, colours=[make("tee").colours[0], WHITE]))
    changed = np.abs(plain[..., :3].astype(int) - drawn[..., :3]).max(-1) > 40
    assert changed.sum() > 0.01 * (plain[..., 3] > 128).sum()


def test_patterns_follow_the_kind_of_piece(make: Any) -> None:
    both = [make("tee").colours[0], WHITE]
    assert draw_article(make("tie", pattern="stripe", colours=both)) != draw_article(
        make("tie", pattern="dot", colours=both)
    )
    changes = {pattern for row in load_cuts()["patterns"].values() for pattern in row.values()}
    assert changes <= {*PATTERNS}


def test_the_table_knows_every_category_and_every_construction_and_nothing_else() -> None:
    cuts = {name: row for name, row in load_cuts().items() if name != "patterns"}
    assert {*cuts} == {*load_categories()}
    assert {row["draw"] for row in cuts.values()} == {*CONSTRUCTIONS}
    for row in cuts.values():
        for change in [row.get("cut", {}), row.get("women", {}), row.get("men", {}), *row.get("words", {}).values()]:
            CONSTRUCTIONS[row["draw"]](**change)


def test_every_name_that_the_demo_shop_gives_is_drawn_as_it_says() -> None:
    for article in generate(1, 400):
        assert cut_of(article).who == article.presentation


def test_a_category_that_is_not_in_the_table_is_drawn_as_its_slot(make: Any) -> None:
    cape = make("overcoat").model_copy(update={"category": "cape"})
    assert draw_article(cape).startswith("<svg")


def test_pieces_have_sizes_that_compare() -> None:
    assert spread("overcoat")[1] > spread("blazer")[1] > spread("ankle_boots")[1] > spread("ring")[1]
    assert spread("evening_gown")[1] > 1300
    assert 200 < max(spread("loafers")) < 420
