import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from stores.gallery import Blind
from tests.photos import red_square
from tests.stores.eyes_file import write_eyes
from tools.clip import Clip
from tools.encoders import Glance, build_encoder, views_of


def drawing() -> bytes:
    """A red rectangle on nothing."""
    image = Image.new("RGBA", (128, 128), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((30, 20, 98, 108), "#b3202a")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def glance(tmp_path: Path) -> Glance:
    return Glance(write_eyes(tmp_path / "eyes.onnx", {}))


def test_a_drawing_stands_on_grey_and_a_photo_is_seen_twice() -> None:
    (drawn,) = views_of(drawing())
    assert drawn.getpixel((1, 1)) == (128, 128, 128)
    whole, cut = views_of(red_square())
    assert whole.getpixel((1, 1)) == (232, 230, 225)
    assert cut.width < whole.width and np.abs(np.asarray(cut)[20, 20].astype(int) - (179, 32, 42)).max() < 12


def test_vectors_have_unit_length_and_what_is_no_picture_has_none(glance: Glance) -> None:
    drawn, none, photo = glance.pictures([drawing(), b"no picture", red_square()])
    assert none is None and drawn is not None and photo is not None
    assert np.linalg.norm([drawn, photo], axis=1) == pytest.approx(1, abs=1e-5)
    assert glance.words("a red square") is None


def test_an_encoder_is_named_after_its_weights(tmp_path: Path, glance: Glance) -> None:
    other = Glance(write_eyes(tmp_path / "other.onnx", {"dress": (1.0, 0.0, 0.0)}))
    assert glance.name != other.name and glance.name.startswith("garments-")


@pytest.mark.parametrize("content", [None, b"no weights"])
def test_weights_that_are_missing_or_broken_are_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "eyes.onnx"
    if content:
        file.write_bytes(content)
    glance = build_encoder(None)
    assert isinstance(glance, Glance)
    with pytest.raises(Blind, match=r"eyes\.onnx"):
        Glance(file).pictures([drawing()])


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Blind):
        build_encoder(tmp_path)
    with pytest.raises(Blind):
        Clip(tmp_path / "none")
