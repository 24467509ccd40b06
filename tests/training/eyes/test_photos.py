"""Photos as arrays, and folds that no background is in twice."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.eyes.photos import border_histogram, classes, folds, load_photos, rooms

WALLS = [(200, 30, 30), (30, 200, 30), (30, 30, 200), (220, 220, 220)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three photos of a shirt and three of shoes, each of the three before another wall."""
    for name in ("shirt", "shoes"):
        (tmp_path / name).mkdir()
        for number, wall in enumerate(WALLS[:3]):
            photo = Image.new("RGB", (60, 90), wall)
            photo.paste((250, 250, 10), (20, 30, 40, 60))
            photo.save(tmp_path / name / f"{number}.jpg", quality=95)
    return tmp_path


def test_photos_come_square_with_their_class_and_their_wall(folder: Path) -> None:
    album = load_photos(folder, 48)
    assert album.pixels.shape == (6, 48, 48, 3)
    assert [classes()[place] for place in album.labels] == ["shirt"] * 3 + ["shoes"] * 3
    assert album.groups.tolist() == [0, 1, 2, 0, 1, 2]


def test_a_part_keeps_its_rows_together(folder: Path) -> None:
    album = load_photos(folder, 48)
    part = album.only(np.array([4, 1]))
    assert part.groups.tolist() == [1, 1]
    assert [classes()[place] for place in part.labels] == ["shoes", "shirt"]
    assert (part.pixels[0] == album.pixels[4]).all()


def test_a_folder_without_photos_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="one folder per class, dress, hat"):
        load_photos(tmp_path, 48)


def test_a_border_is_what_lies_behind_whatever_lies_on_it() -> None:
    wall = np.full((90, 60, 3), WALLS[0], np.uint8)
    hung = wall.copy()
    hung[30:60, 20:40] = 250
    assert np.minimum(border_histogram(wall), border_histogram(hung)).sum() == pytest.approx(1)
    assert np.minimum(border_histogram(wall), border_histogram(255 - wall)).sum() == 0


def test_alike_borders_are_one_room() -> None:
    borders = np.array([[1, 0, 0], [0, 1, 0], [0.8, 0.2, 0], [0, 0.4, 0.6]], np.float32)
    assert rooms(borders).tolist() == [0, 1, 0, 2]


def test_every_photo_is_judged_once_and_no_room_on_both_sides() -> None:
    groups = np.repeat(np.arange(12), [9, 1, 1, 4, 2, 2, 6, 1, 1, 3, 5, 5])
    judged = []
    for taught, held in folds(groups, 4, seed=0):
        assert not set(groups[taught]) & set(groups[held])
        assert abs(len(held) - len(groups) / 4) <= 3
        judged.extend(held.tolist())
    assert sorted(judged) == list(range(len(groups)))
