"""What the classifier's file is asked and what is made of its answer; the file here is the test's own."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from stores.categories import load_categories
from stores.eyes import GROUND, WEIGHTS, Eyes, WrongEyes, letterboxed, load_eyes, load_kinds
from tests.stores.eyes_file import CLASSES, write_eyes

RED_DRESS = {"dress": (9.0, 0.0, 0.0), "pants": (0.0, 0.0, 9.0)}


def flat(red: int, green: int, blue: int, shape: tuple[int, int] = (60, 60)) -> NDArray[np.uint8]:
    return np.full((*shape, 3), (red, green, blue), np.uint8)


@pytest.fixture
def eyes(tmp_path: Path) -> Eyes:
    return Eyes(write_eyes(tmp_path / "eyes.onnx", RED_DRESS))


def test_a_guess_has_every_class_and_a_vector_of_unit_length(eyes: Eyes) -> None:
    guess = eyes.classify(flat(250, 0, 0))
    assert tuple(guess.probabilities) == CLASSES
    assert sum(guess.probabilities.values()) == pytest.approx(1, abs=1e-5)
    assert guess.likeliest()[0][0] == "dress"
    assert guess.embedding.shape == (128,)
    assert np.linalg.norm(guess.embedding) == pytest.approx(1, abs=1e-5)


def test_the_likeliest_come_first(eyes: Eyes) -> None:
    names = [name for name, _ in eyes.classify(flat(120, 0, 250)).likeliest(2)]
    assert names == ["pants", "dress"]


@pytest.mark.parametrize("shape", [(40, 90), (300, 20), (1, 1), (33, 32)])
def test_pictures_of_any_shape_are_looked_at(eyes: Eyes, shape: tuple[int, int]) -> None:
    assert eyes.classify(flat(250, 0, 0, shape)).likeliest()[0][0] == "dress"


def test_the_whole_picture_stands_in_the_square_in_its_proportions() -> None:
    square = letterboxed(flat(255, 255, 255, (20, 40)), 32)
    assert square.shape == (32, 32, 3)
    assert (square[8:24] == 255).all()
    assert (square[:8] == GROUND).all() and (square[24:] == GROUND).all()


def test_every_class_is_a_category_of_ours() -> None:
    assert {*load_kinds()} == {*CLASSES}
    assert {name for kind in load_kinds().values() for name in (kind.category, *kind.others)} <= {*load_categories()}
    assert load_kinds()["t-shirt"].sleeve == "short"
    assert load_kinds()["shoes"].slot == "footwear"


def test_a_file_that_is_missing_or_knows_other_classes_says_so(tmp_path: Path) -> None:
    with pytest.raises(WrongEyes, match="not there"):
        Eyes(tmp_path / "none.onnx")
    with pytest.raises(WrongEyes, match="no garment classifier"):
        Eyes(write_eyes(tmp_path / "cats.onnx", {}, classes=("cat", "dog")))


def test_the_shipped_weights_are_a_small_classifier_of_ours() -> None:
    if not WEIGHTS.is_file():
        pytest.skip(f"{WEIGHTS} is not made yet: `python -m training.garments` does")
    assert WEIGHTS.stat().st_size < 6_000_000
    assert {*load_eyes().classes} == {*CLASSES}
    assert np.linalg.norm(load_eyes().classify(flat(90, 90, 90)).embedding) == pytest.approx(1)
