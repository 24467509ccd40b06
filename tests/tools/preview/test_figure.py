import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.figures import SIZE, figure
from tools.preview.figure import LOOKED_AT, find_figure
from tools.preview.skin import skin, skin_like


def shares(mask: np.ndarray) -> tuple[float, float, float, float]:
    """Left, top, right and low end of a mask, as parts of the picture."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    tall, wide = mask.shape
    return columns[0] / wide, rows[0] / tall, (columns[-1] + 1) / wide, (rows[-1] + 1) / tall


def test_a_person_has_a_head_and_zones_below_it() -> None:
    found = find_figure(figure())
    assert found is not None
    left, top, right, low = shares(found.head)
    assert left < 200 / SIZE[0] and right > 280 / SIZE[0] and top < 78 / SIZE[1]
    assert abs(low - 184 / SIZE[1]) < 0.04
    upper, lower, feet = (shares(found.zone(zone)) for zone in ("upper", "lower", "feet"))
    assert upper[1] < 0.28 and 0.5 < upper[3] < 0.75
    assert lower[1] < upper[3] < lower[3]
    assert feet[1] > 0.8
    assert not (found.zone("upper", "whole", "lower", "feet") & found.head).any()


@pytest.mark.parametrize("face", ["#f0c9b0", "#d9a184", "#a8704c", "#6b4630"])
def test_faces_of_all_shades_are_found(face: str) -> None:
    assert find_figure(figure(face=face)) is not None


def hung_up() -> Image.Image:
    image = Image.new("RGB", (400, 500), "#e8e6e1")
    ImageDraw.Draw(image).rectangle((110, 100, 290, 430), "#1f4a8a")
    return image


@pytest.mark.parametrize(
    "picture", [hung_up(), Image.new("RGB", (300, 300), "#808080"), figure().crop((120, 40, 360, 230))]
)
def test_a_garment_a_wall_and_a_face_alone_are_no_figure(picture: Image.Image) -> None:
    assert find_figure(picture) is None


def test_masks_are_small_whatever_the_photo() -> None:
    found = find_figure(figure().resize((960, 1600)))
    assert found is not None
    assert max(found.outline.shape) == LOOKED_AT


def test_skin_is_told_from_most_cloth_and_by_one_face_from_more() -> None:
    colours = np.array(
        [[(0.85, 0.63, 0.52), (0.42, 0.27, 0.19), (0.18, 0.36, 0.54), (0.2, 0.45, 0.3), (0.95, 0.95, 0.95)]]
    )
    assert skin(colours).tolist() == [[True, True, False, False, False]]
    red_cloth = np.array([[(0.85, 0.63, 0.52), (0.78, 0.46, 0.30)]])
    assert skin(red_cloth).all()
    assert skin_like(red_cloth, np.array([[True, False]])).tolist() == [[True, False]]
