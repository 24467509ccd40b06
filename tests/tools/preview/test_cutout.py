import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from stores.drawing.article import draw_article
from stores.drawing.raster import render
from tests.tools.conftest import build_article
from tools.preview.cutout import cut_out, find, largest, main_parts, without_small_holes


def jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


def on_floor(category: str, floor: str = "#b08d62") -> tuple[Image.Image, Image.Image]:
    """A drawn garment on a floor of boards, and its true shape."""
    garment = Image.open(io.BytesIO(render(draw_article(build_article(category)), 420)))
    photo = Image.new("RGB", (480, 640), floor)
    draw = ImageDraw.Draw(photo)
    for left in range(0, 480, 40):
        draw.line((left, 0, left, 640), "#a48158", 2)
    shape = Image.new("L", photo.size, 0)
    shape.paste(garment.getchannel("A"), (30, 110))
    photo.paste(garment, (30, 110), garment)
    return photo, shape


@pytest.mark.parametrize("category", ["shirt", "trousers", "overcoat", "midi_skirt", "sweater"])
def test_a_garment_is_cut_out_of_its_background(category: str) -> None:
    photo, shape = on_floor(category)
    cut = cut_out(jpeg(photo))
    assert cut is not None
    true = np.asarray(shape) > 128
    assert abs((np.asarray(cut.getchannel("A")) > 128).sum() / true.sum() - 1) < 0.12
    box = shape.getbbox()
    assert box is not None
    assert cut.size == pytest.approx((box[2] - box[0], box[3] - box[1]), abs=24)


def test_the_edge_is_soft() -> None:
    cut = cut_out(jpeg(on_floor("shirt")[0]))
    assert cut is not None
    alpha = np.asarray(cut.getchannel("A"))
    assert 0.005 < ((alpha > 20) & (alpha < 235)).mean() < 0.2


@pytest.mark.parametrize(
    "photo",
    [
        Image.new("RGB", (300, 400), "#dddddd"),
        Image.effect_noise((300, 400), 80),
        on_floor("shirt", "#1f2a44")[0].resize((60, 640)).crop((20, 0, 40, 640)),
    ],
)
def test_where_nothing_stands_out_nothing_is_cut(photo: Image.Image) -> None:
    assert cut_out(jpeg(photo)) is None


def test_what_is_transparent_already_is_only_trimmed() -> None:
    picture = Image.new("RGBA", (200, 200))
    ImageDraw.Draw(picture).rectangle((50, 60, 99, 159), "#a3262e")
    out = io.BytesIO()
    picture.save(out, "PNG")
    cut = cut_out(out.getvalue())
    assert cut is not None and cut.size == (50, 100)


def test_specks_go_and_small_holes_are_filled_but_not_the_opening_of_a_handle() -> None:
    mask = np.zeros((60, 60), dtype=bool)
    mask[10:50, 10:40] = True
    mask[20, 20] = False
    mask[30:45, 15:30] = False
    mask[55, 55] = True
    found = without_small_holes(largest(mask))
    assert found[20, 20] and not found[38, 20] and not found[55, 55]


def test_what_speaks_for_a_cut_is_told() -> None:
    good = find(on_floor("sweater")[0])
    assert good.is_good and good.whole > 0.9 and good.edge > 20
    assert not good._replace(edge=3).is_good and not good._replace(whole=0.5).is_good
    assert not good._replace(ragged=8).is_good and not good._replace(share=0.95).is_good


@pytest.mark.parametrize("category", ["overcoat", "midi_skirt", "sweater"])
def test_a_busy_floor_and_the_shadow_on_it_stay_behind(category: str) -> None:
    photo, shape = on_floor(category, "#d7d2c6")
    draw = ImageDraw.Draw(photo)
    outside = shape.point(lambda value: 255 * (value < 8))
    tiles = photo.copy()
    draw = ImageDraw.Draw(tiles)
    for number in range(108):
        left, top = number % 9 * 56, number // 9 * 56
        if (number % 9 + number // 9) % 2:
            draw.rectangle((left, top, left + 54, top + 54), "#4d5a66")
    photo.paste(tiles, (0, 0), outside)
    shadow = Image.new("L", photo.size)
    shadow.paste(shape.point(lambda value: value // 3), (10, 14))
    photo.paste("#20180f", (0, 0), Image.composite(shadow, Image.new("L", photo.size), outside))
    cut = find(photo)
    true = np.asarray(shape.resize((120, 160))) > 128
    assert cut.is_good and (cut.garment & true).sum() / (cut.garment | true).sum() > 0.88


def test_both_shoes_of_a_pair_stay() -> None:
    mask = np.zeros((60, 60), dtype=bool)
    mask[10:25, 5:50] = mask[35:50, 8:50] = mask[2:5, 2:5] = True
    found = main_parts(mask)
    assert found[15, 20] and found[40, 20] and not found[3, 3]
