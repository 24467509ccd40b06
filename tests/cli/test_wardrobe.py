"""What a person owns, from the command line: filled from photos and files, corrected, given out."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said
from tests.photos import red_square
from tests.server.processes import serving

Maison = Callable[..., Said]
TABLE = "category,colours,price\novercoat,black,120\novercoat,black,90\ntoga,white,1\nscarf,red,15\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "mine.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def ids(said: Said) -> dict[str, str]:
    """The ids that a list shows, by the names beside them."""
    rows = [line.split(maxsplit=1) for line in said.out.splitlines() if line.startswith("w")]
    return {rest.strip().split("  ")[0]: key for key, rest in rows}


@pytest.mark.usefixtures("shop")
def test_a_table_is_taken_and_a_garment_lives(maison: Maison, table: Path) -> None:
    taken, again = maison("wardrobe", "import", str(table)), maison("wardrobe", "import", str(table))
    assert taken.code == 0 and "2 added, 1 known already, 1 not taken" in taken.out and "line 4" in taken.out
    assert "0 added, 3 known already" in again.out
    found = ids(maison("wardrobe", "list", "manteau"))
    (coat,) = found.values()
    assert maison("wardrobe", "worn", coat, "--on", "2026-01-02").code == 0
    edited = maison("wardrobe", "edit", coat, "--colour", "navy", "--state", "in_wash")
    assert "navy overcoat" in edited.out and "in the wash" in edited.out and "90.00" in edited.out
    assert "2026-01-02" in maison("wardrobe", "list", "--colour", "navy").out
    assert maison("wardrobe", "edit", coat, "--state", "given_away").code == 0
    assert (
        coat not in maison("wardrobe", "list").out and coat in maison("wardrobe", "list", "--state", "given_away").out
    )
    (scarf,) = ids(maison("wardrobe", "list", "red", "scarf")).values()
    assert maison("wardrobe", "remove", scarf, "--yes").code == 0
    gone = maison("wardrobe", "edit", scarf, "--size", "M")
    assert gone.code == 1 and "no garment" in gone.err
    assert maison("wardrobe", "edit", coat).code == 2


@pytest.mark.usefixtures("shop")
def test_photos_are_hung_in_once_and_confirmed(maison: Maison, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "a.png").write_bytes(red_square())
    (folder / "b.jpg").write_bytes(b"no photo")
    (folder / "notes.txt").write_text("not a photo")
    first, again = maison("wardrobe", "add", str(folder)), maison("wardrobe", "add", str(folder))
    assert first.code == 0 and "2 photos" in first.out and "b.jpg: photo_unreadable" in first.out
    assert "1 photos known already" in again.out
    assert maison("wardrobe", "add", str(tmp_path / "photos" / "notes.txt")).code == 1
    assert maison("wardrobe", "confirm").code == 2
    assert maison("wardrobe", "confirm", "--all").code == 0
    assert ids(maison("wardrobe", "list", "--unconfirmed")) == {}


@pytest.mark.usefixtures("shop")
def test_what_goes_out_comes_in_again(maison: Maison, tmp_path: Path, table: Path, data_dir: Path) -> None:
    maison("wardrobe", "add", str(photo_in(tmp_path)))
    table.write_text("category,colours,photo\nskirt,red,\nmidi_skirt,red,1\n", encoding="utf-8")
    maison("wardrobe", "import", str(table))
    out = tmp_path / "all.zip"
    assert maison("wardrobe", "export", str(out)).code == 0
    with zipfile.ZipFile(out) as archive:
        assert "photos/1.jpg" in archive.namelist()
    assert "0 added" in maison("wardrobe", "import", str(out)).out
    assert maison("wardrobe", "export", str(out)).code == 1
    plain = tmp_path / "all.csv"
    assert maison("wardrobe", "export", str(plain)).code == 0
    with plain.open(encoding="utf-8-sig", newline="") as rows:
        assert "midi_skirt" in [row["category"] for row in csv.DictReader(rows)]
    assert maison("wardrobe", "export", str(tmp_path / "all.txt")).code == 1
    (tmp_path / "bad.zip").write_bytes(b"PK nothing")
    assert "ZIP" in maison("wardrobe", "import", str(tmp_path / "bad.zip")).err


def photo_in(folder: Path) -> Path:
    file = folder / "skirt.png"
    file.write_bytes(red_square())
    return file


@pytest.mark.usefixtures("shop")
def test_two_that_are_one_are_merged_through_a_server(maison: Maison, tmp_path: Path, data_dir: Path) -> None:
    table = tmp_path / "two.csv"
    table.write_text(
        "category,colours,photo,name\ncoat,x,,\novercoat,black,1,one\novercoat,black,,two\n", encoding="utf-8"
    )
    with serving(data_dir):
        maison("wardrobe", "add", str(photo_in(tmp_path)))
        maison("wardrobe", "import", str(table))
        found = ids(maison("wardrobe", "list", "overcoat"))
        pairs = maison("wardrobe", "duplicates")
        assert "1 that may be one" in pairs.out
        first = next(key for name, key in found.items() if name.startswith("one"))
        second = next(key for name, key in found.items() if name.startswith("two"))
        assert maison("wardrobe", "merge", first, second).code == 0
        assert "0 that may be one" in maison("wardrobe", "duplicates").out


@pytest.mark.usefixtures("shop")
def test_a_doubtful_photo_is_shown_with_what_it_may_be_and_named(
    maison: Maison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = {"shirt": 0.45, "pants": 0.4, "dress": 0.05}
    guess = type("Guess", (), {"likeliest": lambda self, count: [*doubt.items()][:count]})()
    monkeypatch.setattr("tools.pixels.guess_of", lambda picture: guess)
    told = maison("wardrobe", "add", str(photo_in(tmp_path)))
    assert "1 in doubt" in told.out and "1 shirt, 2 trousers?" in told.out and "wardrobe name 1" in told.out
    assert ids(maison("wardrobe", "list")) == {}
    assert "trousers" in maison("wardrobe", "name", "1", "un", "pantalon").out
    assert "shirt" in maison("wardrobe", "name", "1", "衬衫").out
    assert len(ids(maison("wardrobe", "list"))) == 1
    assert maison("wardrobe", "name", "1", "spaceship").code == 1
    assert "no photo 7" in maison("wardrobe", "name", "7", "shirt").err


@pytest.mark.usefixtures("shop")
def test_two_that_are_two_are_not_listed_as_one_again(maison: Maison, tmp_path: Path) -> None:
    maison("wardrobe", "add", str(photo_in(tmp_path)))
    table = tmp_path / "two.csv"
    table.write_text("category,colours,photo,name\novercoat,black,1,one\novercoat,black,,two\n", encoding="utf-8")
    maison("wardrobe", "import", str(table))
    found = ids(maison("wardrobe", "list", "overcoat"))
    assert "1 that may be one" in maison("wardrobe", "duplicates").out
    assert maison("wardrobe", "apart", *found.values()).code == 0
    assert "0 that may be one" in maison("wardrobe", "duplicates").out
