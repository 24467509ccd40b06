"""The bench runs on a tiny folder of the same shape, and counts as it says."""

import csv
import io
import tarfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from bench import captioning
from bench.captioning import Guess, accuracy, calibration, figures, recall, slice_rows
from stores.eyes import Eyes
from tests.stores.eyes_file import write_eyes
from tools import pixels

ROWS = [
    {"id": "1", "articleType": "Dresses", "baseColour": "Navy Blue"},
    {"id": "2", "articleType": "Jeans", "baseColour": "Maroon"},
    {"id": "3", "articleType": "Watches", "baseColour": "Multi"},
    {"id": "4", "articleType": "Belts", "baseColour": "Black"},
]
COLOURS = {"1": "#1b2540", "2": "#a31525", "3": "#30a040", "4": "#101010"}


def jpeg(colour: str) -> bytes:
    image = Image.new("RGB", (60, 80), "#fdfdfd")
    ImageDraw.Draw(image).rectangle((12, 10, 48, 70), colour)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, colour in (("dress/a", "#c01f28"), ("pants/b", "#2030c0"), ("pants/c", "#c01f28")):
        file = tmp_path / "garments/validation" / f"{name}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(jpeg(colour))
    folder = tmp_path / "kaggle-fashion"
    folder.mkdir()
    with (folder / "slice_dev_3000.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(ROWS[0]))
        table.writeheader()
        table.writerows(ROWS)
    with tarfile.open(folder / "slice_dev_3000.tar.gz", "w:gz") as photos:
        for row in ROWS:
            content = jpeg(COLOURS[row["id"]])
            member = tarfile.TarInfo(f"slice_dev_3000/{row['id']}.jpg")
            member.size = len(content)
            photos.addfile(member, io.BytesIO(content))
    return tmp_path


@pytest.fixture
def red_is_a_dress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scores = {"dress": (40.0, -20.0, -20.0), "pants": (-20.0, -20.0, 40.0)}
    eyes = Eyes(write_eyes(tmp_path / "eyes.onnx", scores))
    monkeypatch.setattr(captioning, "load_eyes", lambda: eyes)
    monkeypatch.setattr(pixels, "load_eyes", lambda: eyes)


@pytest.mark.usefixtures("red_is_a_dress")
def test_every_figure_is_there(data: Path) -> None:
    found = figures(data)
    assert (found["n"], found["accuracy"]) == (3, pytest.approx(2 / 3))
    assert found["recall"] == {"dress": 1, "pants": 0.5}
    assert found["confused"] == {"pants as dress": 1}
    assert found["ms_per_photo"] > 0 and {*found["ms"]} == {"decode", "measure", "classify"}
    assert (found["coverage"], found["answered"]) == (1, pytest.approx(2 / 3))
    category, colour = found["kaggle"]["category"], found["kaggle"]["colour"]
    assert (category["n"], category["recall"]) == (2, {"dress": 0, "pants": 0})
    assert (colour["n"], colour["accuracy"]) == (3, 1)


def test_rows_come_with_their_photos(data: Path) -> None:
    rows = list(slice_rows(data / "kaggle-fashion"))
    assert [row["id"] for row, _ in rows] == ["1", "2", "3", "4"]
    assert all(photo.startswith(b"\xff\xd8") for _, photo in rows)


def test_calibration_is_the_gap_between_sure_and_right() -> None:
    sure = [Guess("", "a", "a", 0.9)] * 8 + [Guess("", "a", "b", 0.9)] * 2
    assert (accuracy(sure), calibration(sure)["ece"]) == (0.8, pytest.approx(0.1))
    mixed = [Guess("", "a", "a", 1.0), Guess("", "a", "b", 0.0)]
    assert calibration(mixed)["ece"] == 0
    assert recall([("a", "a"), ("a", "b"), ("b", "b")]) == {"a": 0.5, "b": 1}


def test_few_photos_have_a_calibration_error_by_chance_alone() -> None:
    few, many = ([Guess("", "a", "a", 0.5)] * count for count in (10, 1000))
    assert calibration(few)["ece_if_calibrated"] > 5 * calibration(many)["ece_if_calibrated"] > 0
