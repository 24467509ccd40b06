import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.colours import lab_of_hex
from tools.foreground import blur, core, foreground
from tools.lab import Array

TALL, WIDE = 160, 120
PIECE = np.zeros((TALL, WIDE), dtype=bool)
PIECE[32:132, 30:90] = True


def laid(piece: str, ground: str) -> Array:
    """A piece on a slightly noisy ground, in CIELAB."""
    picture = np.where(PIECE[..., None], lab_of_hex(piece), lab_of_hex(ground))
    return picture + np.random.default_rng(1).normal(0, 1.5, (TALL, WIDE, 3))


@pytest.mark.parametrize(("piece", "ground"), [("#2f6fd0", "#b98d5c"), ("#fafafa", "#7a2020"), ("#141414", "#e8e6e1")])
def test_the_ground_is_not_the_garment(piece: str, ground: str) -> None:
    found = foreground(laid(piece, ground))
    assert (found & PIECE).sum() / (found | PIECE).sum() > 0.9
    assert found[80, 60] and not found[5, 5]


def test_what_does_not_stand_out_is_the_middle() -> None:
    found = foreground(np.full((TALL, WIDE, 3), lab_of_hex("#ffffff")))
    assert found[80, 60] and not found[0, 0]


def test_the_core_has_no_outline_and_is_never_nothing() -> None:
    assert core(PIECE).sum() == 98 * 58
    thin = np.zeros((TALL, WIDE), dtype=bool)
    thin[80] = True
    assert (core(thin) == thin).all()


@given(st.integers(0, 4), st.integers(2, 12), st.integers(2, 12))
def test_blur_is_a_mean_of_neighbours(radius: int, tall: int, wide: int) -> None:
    values = np.random.default_rng(3).random((tall, wide))
    padded = np.pad(values, radius, mode="edge")
    mean = padded[: 2 * radius + 1, : 2 * radius + 1].mean()
    assert blur(values, radius)[0, 0] == pytest.approx(mean)
