"""Pictures by the command line: a photo to search by, a catalogue looked at beforehand, a model that is not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.photos import red_square

Maison = Callable[..., Said]


@pytest.fixture
def photo(tmp_path: Path) -> str:
    (tmp_path / "skirt.png").write_bytes(red_square())
    return str(tmp_path / "skirt.png")


def test_what_resembles_a_photo_is_listed(maison: Maison, shop: None, photo: str, data_dir: Path) -> None:
    said = maison("catalog", "search", "--like", photo, "--slot", "bottom", "--limit", "5")
    assert (said.code, "5 articles" in said.out) == (0, True), said.err
    assert said.out.count(" bottom ") == 5
    assert maison("catalog", "search", "--like", photo, "--slot", "bottom", "--limit", "5").out == said.out
    assert (data_dir / "gallery" / "vectors.db").exists()


def test_what_is_no_photo_is_refused(maison: Maison, shop: None, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<svg/>")
    said = maison("catalog", "search", "--like", str(tmp_path / "a.jpg"))
    assert (said.code, "SVG" in said.err) == (1, True)
    assert maison("catalog", "search", "--like", str(tmp_path / "none.jpg")).code == 2
    assert maison("catalog", "search").code == 2


def test_a_catalogue_is_looked_at_beforehand(maison: Maison, data_dir: Path) -> None:
    assert maison("catalog", "encode").code == 1
    from stores.catalog.feeds.rows import FeedRow
    from stores.catalog.ingest import ingest
    from stores.demo.generator import generate
    from stores.embeddings import MiniLM

    ingest((FeedRow(line, one) for line, one in enumerate(generate(1, 12), start=1)), data_dir / "catalog", MiniLM())
    said = maison("catalog", "encode")
    assert (said.code, "12 of 12 articles" in said.out) == (0, True), said.err


@pytest.mark.parametrize("command", [("catalog", "encode"), ("ask", "a coat"), ("serve", "--port", "18123")])
def test_a_model_that_is_not_there_is_told_at_the_start(
    maison: Maison, shop: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("MAISON_IMAGE_ENCODER", str(tmp_path / "none"))
    said = maison(*command)
    assert (said.code, "MAISON_IMAGE_ENCODER" in said.err) == (1, True), said


def test_the_doctor_says_what_compares_pictures(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "the shipped classifier compares" in maison("doctor").out
    monkeypatch.setenv("MAISON_IMAGE_ENCODER", str(tmp_path))
    said = maison("doctor")
    row = next(line for line in said.out.splitlines() if line.startswith("image encoder"))
    assert (said.code, " bad " in row) == (1, True)


def test_a_wardrobe_is_listed_by_likeness_to_a_photo(maison: Maison, shop: None, photo: str) -> None:
    maison("wardrobe", "add", photo)
    said = maison("wardrobe", "list", "--like", "1")
    assert said.code == 0, said.err
    missing = maison("wardrobe", "list", "--like", "9")
    assert (missing.code, "There is no photo 9" in missing.err) == (1, True)
