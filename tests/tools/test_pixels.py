import io
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from stores.eyes import Eyes
from tests.stores.eyes_file import write_eyes
from tools import pixels
from tools.pixels import Measured, look, measure

SIZE = (600, 800)
BODY = (150, 160, 450, 660)


def garment(colour: str, ground: str = "#e8e6e1", size: tuple[int, int] = SIZE) -> Image.Image:
    """A piece of one colour in the middle of a slightly noisy ground."""
    image = Image.new("RGB", SIZE, ground)
    ImageDraw.Draw(image).rectangle(BODY, colour)
    noise = np.random.default_rng(1).normal(0, 3, (SIZE[1], SIZE[0], 3))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8)).resize(size)


def striped(across: bool, along: bool) -> Image.Image:
    """White with blue bands, lying across, upright, or both."""
    image = garment("#f8f8f8", "#a33a2a")
    draw = ImageDraw.Draw(image)
    left, top, right, low = BODY
    for place in range(top, low, 50) if across else ():
        draw.rectangle((left, place, right, place + 24), "#1f3f8f")
    for place in range(left, right, 50) if along else ():
        draw.rectangle((place, top, place + 24, low), "#1f3f8f")
    return image


def jpeg(image: Image.Image, form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def measured(image: Image.Image, form: str = "JPEG") -> Measured:
    (only,) = measure(jpeg(image, form))
    return only


@pytest.mark.parametrize(
    ("value", "family"),
    [
        ("#141414", "black"),
        ("#c01f28", "red"),
        ("#20304f", "navy"),
        ("#2f6fd0", "blue"),
        ("#3f8f4f", "green"),
        ("#e9c530", "yellow"),
        ("#6b4423", "brown"),
        ("#7a3f8f", "purple"),
        ("#808082", "grey"),
    ],
)
def test_a_plain_garment_has_one_colour_and_no_pattern(value: str, family: str) -> None:
    colours, pattern = measured(garment(value))
    assert [colour.family for colour in colours] == [family]
    assert colours[0].share > 0.9
    assert pattern == "solid"


@pytest.mark.parametrize("ground", ["#c01f28", "#141414", "#3f6f4f"])
def test_white_is_white_on_any_ground(ground: str) -> None:
    assert [colour.family for colour in measured(garment("#fafafa", ground)).colours] == ["white"]


def test_what_does_not_stand_out_is_the_middle() -> None:
    assert measured(Image.new("RGB", SIZE, "#ffffff")).colours[0].family == "white"


def test_two_colours_come_by_share() -> None:
    image = garment("#c01f28")
    ImageDraw.Draw(image).rectangle((BODY[0], 460, BODY[2], BODY[3]), "#141414")
    colours, _ = measured(image)
    assert [colour.family for colour in colours] == ["red", "black"]
    assert colours[0].share == pytest.approx(0.6, abs=0.05)


def test_a_shadow_is_not_a_second_colour() -> None:
    image = garment("#2f6fd0")
    ImageDraw.Draw(image).rectangle((150, 160, 250, 660), "#2a60b4")
    assert len(measured(image).colours) == 1


@pytest.mark.parametrize(
    ("across", "along", "pattern"), [(True, False, "stripe"), (False, True, "stripe"), (True, True, "check")]
)
def test_patterns(across: bool, along: bool, pattern: str) -> None:
    colours, found = measured(striped(across, along))
    assert found == pattern
    assert {colour.family for colour in colours} == {"white", "blue"}


def test_blots_are_a_print() -> None:
    image = garment("#f8f8f8", "#a33a2a")
    draw, places = ImageDraw.Draw(image), np.random.default_rng(2).integers((160, 170), (420, 630), (60, 2))
    for x, y in places:
        draw.ellipse((x, y, x + 26, y + 26), "#1f3f8f")
    assert measured(image).pattern in {"dot", "floral", "other"}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("size", [(24, 32), (160, 120), (900, 1200), (17, 900)])
def test_any_size_and_format_is_measured(form: str, size: tuple[int, int]) -> None:
    assert measured(garment("#c01f28", size=size), form).colours


def test_grey_and_transparent_pictures_are_measured() -> None:
    assert measured(garment("#141414").convert("L")).colours[0].family == "black"
    assert measured(garment("#141414").convert("P"), "PNG").colours


@pytest.fixture
def reddish_is_a_dress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scores = {"dress": (30.0, -15.0, -15.0), "t-shirt": (29.0, -15.0, -15.0), "hat": (-15.0, -15.0, 30.0)}
    eyes = Eyes(write_eyes(tmp_path / "eyes.onnx", scores))
    monkeypatch.setattr(pixels, "load_eyes", lambda: eyes)


@pytest.mark.usefixtures("reddish_is_a_dress")
def test_what_the_classifier_takes_it_for_stands_beside_what_is_measured() -> None:
    (sure,) = look(jpeg(garment("#2040d0", "#2040d0"))).garments
    assert (sure.category, sure.length) == ("cap", "unknown")
    assert sure.confidence > 0.9 and sure.vague and sure.alternatives == ("cap", "beanie", "sun_hat")
    (torn,) = look(jpeg(garment("#c01f28"))).garments
    assert torn.alternatives == ("casual_dress", "tee") and not torn.vague
    assert torn.confidence < 0.9
    assert torn.colours[0].family == "red"


def test_without_a_classifier_colours_and_pattern_are_seen_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pixels, "load_eyes", lambda: Eyes(tmp_path / "none.onnx"))
    (seen,) = look(jpeg(garment("#c01f28"))).garments
    assert (seen.colours[0].family, seen.pattern, seen.category, seen.alternatives) == ("red", "solid", None, ())


@pytest.mark.parametrize(("light", "quality"), [(1.0, "good"), (0.08, "dark")])
def test_a_photo_in_the_dark_is_told_from_a_good_one(light: float, quality: str) -> None:
    assert look(jpeg(striped(True, False).point(lambda value: value * light))).quality == quality


def test_a_washed_out_and_a_blurred_photo_are_told() -> None:
    assert look(jpeg(Image.new("RGB", SIZE, "#ffffff"))).quality == "bright"
    assert look(jpeg(garment("#c01f28", "#b01a24").filter(ImageFilter.GaussianBlur(40)))).quality == "blurred"


def test_real_photos_are_measured_as_few_colours() -> None:
    folder = Path(os.environ.get("MAISON_SHARED_DATA", "../shared/data")) / "garments" / "validation"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: set MAISON_SHARED_DATA to measure real photos")
    photos = sorted(folder.glob("t-shirt/*.jpg"))[:20]
    found = [measure(photo.read_bytes())[0] for photo in photos]
    assert all(0.1 <= colour.share <= 1 for one in found for colour in one.colours)
    assert sum(len(one.colours) <= 3 for one in found) >= 18
