import numpy as np
import pytest

from stores.colours import lab_of_hex
from tools.lab import Array, expose, hex_of, lab_of_rgb, plain_ground


def painted(ground: str, piece: str) -> Array:
    """A piece in the middle of a ground, in CIELAB."""
    picture = np.full((80, 60, 3), lab_of_hex(ground))
    picture[20:60, 15:45] = lab_of_hex(piece)
    return picture


@pytest.mark.parametrize("value", ["#000000", "#ffffff", "#c01f28", "#20304f", "#e9c530"])
def test_lab_agrees_with_the_colour_table_and_back(value: str) -> None:
    rgb = np.array([int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    assert lab_of_rgb(rgb) == pytest.approx(lab_of_hex(value), abs=1e-3)
    assert hex_of(lab_of_rgb(rgb)) == value


def test_white_in_poor_light_is_white_again() -> None:
    exposed = expose(painted("#6a3a2a", "#b9b9bb"))
    assert exposed[40, 30, 0] > 90


def test_before_white_paper_charcoal_stays_charcoal() -> None:
    exposed = expose(painted("#fafafa", "#4a4b4e"))
    assert 24 < exposed[40, 30, 0] < 34
    assert exposed[0, 0, 0] > 95


def test_hue_is_never_changed() -> None:
    picture = painted("#6a3a2a", "#2f6fd0")
    assert (expose(picture)[..., 1:] == picture[..., 1:]).all()


def test_a_ground_of_one_colour_is_known_by_the_border() -> None:
    ground = plain_ground(painted("#fafafa", "#101010"))
    assert ground is not None and ground == pytest.approx(lab_of_hex("#fafafa"))
    half = painted("#fafafa", "#101010")
    half[:40] = lab_of_hex("#803020")
    assert plain_ground(half) is None
