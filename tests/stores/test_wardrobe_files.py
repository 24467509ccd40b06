"""A wardrobe as CSV and as ZIP, and files that are none."""

import csv
import io
import stat
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores import wardrobe_files
from stores.garments import GarmentRow
from stores.vocabulary import Garment
from stores.wardrobe_files import (
    TABLE,
    BadFile,
    open_archive,
    photos_of,
    read_table,
    renumbered,
    write_table,
)


def garment(**more: Any) -> Garment:
    return GarmentRow.model_validate({"category": "midi_skirt", "colours": ["burgundy"], **more}).garment()


def read_back(*garments: Garment) -> list[Garment]:
    return [GarmentRow.model_validate(line.row).garment() for line in read_table(write_table(garments))]


WHOLE = garment(
    id="w1", name="Sunday; \"best\"\nskirt", colours=["burgundy", "dusty pink"], fabrics=["wool", "silk"], size="M",
    pattern="check", fit="fitted", photo=3, also_on=[5, 8], origin="photo", confirmed=False, used=True,
    state="in_wash", paid=89.5, currency="EUR", worn=["2026-11-01", "2026-11-20"], waterproof=True,
)  # fmt: skip


def test_what_is_written_is_read_as_it_was() -> None:
    assert read_back(WHOLE, garment(id="w2")) == [WHOLE, garment(id="w2")]


def _is_seen(name: str) -> bool:
    return any(sign.isprintable() and not sign.isspace() for sign in name)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(_is_seen))
def test_any_name_comes_back(name: str) -> None:
    kept = garment(id="w1", name=name)
    assert read_back(kept)[0].name == kept.name


@pytest.mark.parametrize("name", ["=1+1", "+33", "-x", "@cmd", "'quoted", "＝cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(name: str) -> None:
    table = write_table([garment(id="w1", name=name)]).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝"))]
    assert read_back(garment(id="w1", name=name))[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        'category,colours,price\njeans,light blue | white,"12,50"\n',
        "category;colours;price\njeans;light blue | white;12,50\n",
        "\ufeffType\tColour\tCost\r\njeans\tlight blue|white\t12.50\r\n",
        "category,colours,price,notes\n\njeans,light blue|white,12.50,from grandma\n\n",
    ],
)
def test_a_table_of_ones_own_is_read(text: str) -> None:
    (line,) = read_table(text.encode())
    made = GarmentRow.model_validate(line.row).garment()
    assert (made.category, [colour.family for colour in made.colours], made.paid) == ("jeans", ["blue", "white"], 12.5)
    assert line.number in {2, 3}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_table"),
        (b"name,price\na,1\n", "no_table"),
        (b"category,colours\n\x81\xff\n", "no_table"),
        (b"category,colours\n" + b"x" * 200_000, "no_table"),
        (b"category,colours\n" + b"jeans,blue\n" * 2001, "too_many_rows"),
        (b"x" * 8_000_001, "file_too_large"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(data: bytes, code: str) -> None:
    with pytest.raises(BadFile) as refused:
        read_table(data)
    assert refused.value.code == code and str(refused.value)


def zipped(files: dict[str, bytes], change: Callable[[zipfile.ZipInfo], None] | None = None) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if change:
                change(info)
            archive.writestr(info, data)
    out.seek(0)
    return out


ONE = write_table([garment(id="w1", photo=3)])


def test_an_archive_gives_its_lines_and_the_photos_they_speak_of() -> None:
    data = {TABLE: ONE, "photos/3.jpg": b"three", "photos/9.jpg": b"nine", "README.txt": b"", "__MACOSX/._x": b""}
    with open_archive(zipped(data)) as archive:
        assert [line.row["category"] for line in archive.lines] == ["midi_skirt"]
        assert (archive.numbers, archive.photo(3)) == ([3], b"three")


def link(info: zipfile.ZipInfo) -> None:
    info.external_attr = (stat.S_IFLNK | 0o777) << 16


@pytest.mark.parametrize("name", ["../evil.jpg", "/etc/passwd", "photos/../../x.jpg", "C:\\x.jpg", "photos\\..\\x.jpg"])
def test_a_path_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(BadFile) as refused, open_archive(zipped({TABLE: ONE, name: b""})):
        pass
    assert refused.value.code == "unsafe_archive"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (lambda: io.BytesIO(b"PK\x03\x04 and then nothing"), "bad_archive"),
        (lambda: io.BytesIO(zipped({TABLE: ONE}).getvalue()[:-40]), "bad_archive"),
        (lambda: zipped({"other.csv": ONE}), "no_table"),
        (lambda: zipped({TABLE: ONE}, link), "unsafe_archive"),
        (lambda: zipped({TABLE: ONE} | {f"photos/{n}.jpg": b"" for n in range(1, 502)}), "too_many_files"),
        (lambda: zipped({TABLE: ONE} | {f"{n}.txt": b"" for n in range(1100)}), "too_many_files"),
        (lambda: zipped({TABLE: b"category,colours\n" + b"a" * 9_000_000}), "file_too_large"),
    ],
)  # fmt: skip
def test_a_hostile_archive_is_refused_before_it_is_unpacked(file: Callable[[], io.BytesIO], code: str) -> None:
    with pytest.raises(BadFile) as refused, open_archive(file()):
        pass
    assert refused.value.code == code and str(refused.value)


def test_a_bomb_is_refused_by_what_it_says_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wardrobe_files, "MOST_IN_ALL", 50_000_000)
    bomb = zipped({TABLE: ONE} | {f"photos/{n}.jpg": b"\0" * 10_000_000 for n in range(1, 7)})
    assert len(bomb.getvalue()) < 100_000
    with pytest.raises(BadFile) as refused, open_archive(bomb):
        pass
    assert refused.value.code == "file_too_large"


def test_a_photo_larger_than_photos_are_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wardrobe_files, "MOST_PHOTO", 1000)
    data = zipped({TABLE: ONE, "photos/3.jpg": b"\0" * 1001})
    with open_archive(data) as archive, pytest.raises(BadFile) as refused:
        archive.photo(3)
    assert refused.value.code == "file_too_large"


def test_a_damaged_photo_is_refused_by_its_sum() -> None:
    data = bytearray(zipped({TABLE: ONE, "photos/3.jpg": bytes(range(256)) * 40}).getvalue())
    place = data.index(b"photos/3.jpg") + 30
    data[place] ^= 0xFF
    with open_archive(io.BytesIO(bytes(data))) as archive, pytest.raises(BadFile) as refused:
        archive.photo(3)
    assert refused.value.code == "bad_archive"


def test_rows_get_the_numbers_that_their_photos_have_now() -> None:
    row = {"category": "jeans", "photo": "3", "also_on": ["5", "9"]}
    assert photos_of(row) == [3, 5, 9]
    moved = renumbered(row, {5: 12, 9: 1})
    assert (moved["photo"], moved["also_on"]) == (12, [1])
    assert renumbered({"category": "jeans", "photo": "x"}, {})["photo"] is None
