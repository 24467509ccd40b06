"""A wardrobe as a file: a CSV with a line for each garment, or a ZIP of that CSV and the photos.

What is written can be read again as it was. What is read may come from anybody: nothing is unpacked to disk, and what
no wardrobe holds is refused before it is unpacked. Whether a line makes a garment is not known here.
"""

import csv
import io
import re
import tomllib
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from stores.vocabulary import Garment

TABLE = "wardrobe.csv"
NUMBERS = ("formality", "clo", "paid")
LISTS = ("colours", "fabrics", "seasons", "also_on", "worn", "apart")
COLUMNS = (
    "id", "name", "category", "slot", "colours", "fabrics", "pattern", "fit", "presentation", "formality", "clo",
    "waterproof", "seasons", "size", "photo", "also_on", "origin", "confirmed", "used", "state", "paid", "currency",
    "worn", "apart", "last_worn", "cost_per_wear",
)  # fmt: skip
# Tried one after the other: a spreadsheet in Paris or Beijing writes neither of the first two unless it is told to.
ENCODINGS = ("utf-8-sig", "utf-16", "cp1252", "gb18030")
MOST_ROWS, MOST_PHOTOS = 2000, 500
MOST_TEXT, MOST_PHOTO, MOST_IN_ALL = 8_000_000, 20_000_000, 300_000_000
PHOTO = re.compile(r"photos/(\d{1,6})\.(jpe?g|png|webp|heic|heif|gif)", re.IGNORECASE)
COLOUR = re.compile(r"(?P<name>.*?) ?\[(?P<family>\w+) (?P<hex>#[0-9a-f]{6}) (?P<share>[01](\.\d+)?)\]")
DECIMAL = re.compile(r"\d+,\d+")
SUM = re.compile(r"(?P<sum>\d+(?:[.,]\d+)?)\s*(?P<unit>€|\$|£|¥|EUR|USD|GBP|CNY|元|欧)?", re.IGNORECASE)
DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
SPLIT = re.compile(r"\s*[|,;/+、，；]\s*")
# What a spreadsheet takes for a formula, and the sign that says that it is none.
FORMULA, PLAIN = tuple("=+-@\t\r\n＝＋－＠'"), "'"
DELIMITERS = (",", ";", "\t")
LINK, KIND = 0o120000, 0o170000
ENCRYPTED = 0x1


class BadFile(ValueError):
    """A file that is no wardrobe. `code` is stable; the message says what is wrong and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Line(NamedTuple):
    """A row as a garment is told, and the line of the file that it stands in."""

    number: int
    row: dict[str, Any]


def write_table(garments: Iterable[Garment]) -> bytes:
    """The CSV of garments: UTF-8 with a mark that spreadsheets look for; no cell is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for garment in garments:
        told = garment.model_dump(mode="json")
        writer.writerow([_harmless(_cell(name, told[name])) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def read_table(data: bytes) -> list[Line]:
    """The rows of a CSV with `,`, `;` or tabs between its cells.

    Raises BadFile.
    """
    if len(data) > MOST_TEXT:
        raise BadFile("file_too_large", f"The table has over {MOST_TEXT / 1e6:.0f} MB. Split it.")
    readings = [lines for encoding in ENCODINGS if (lines := _lines(data, encoding)) is not None]
    if not readings:
        raise BadFile(
            "no_table", f"The first line has to name the columns category and colours; others are: {others()}."
        )
    lines = readings[0]
    if len(lines) > MOST_ROWS:
        raise BadFile("too_many_rows", f"{len(lines)} garments are more than the {MOST_ROWS} that are taken at once.")
    return lines


def _lines(data: bytes, encoding: str) -> list[Line] | None:
    """The rows as they read in an encoding; None where the first line does not name what it has to."""
    try:
        text = data.decode(encoding)
        head = text.split("\n", 1)[0]
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count))
        named = [_column(cell) for cell in next(reader, [])]
        lines = [Line(reader.line_num, _row(named, cells)) for cells in reader if any(cells)]
    except (UnicodeError, csv.Error):
        return None
    return lines if {"category", "colours"} <= {*named} else None


def others() -> str:
    return ", ".join(name for name in COLUMNS if name not in {"category", "colours"})


class Archive:
    """The lines of an archive, and its photos by the numbers that the lines call them by."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        entries = [check_entry(info) for info in archive.infolist() if not info.is_dir()]
        self._photos = {int(found[1]): info for info in entries if (found := PHOTO.fullmatch(info.filename))}
        check_size(entries, len(self._photos))
        table = next((info for info in entries if info.filename == TABLE), None)
        if table is None:
            raise BadFile("no_table", f"The archive holds no {TABLE}. An export shows what it looks like.")
        self.lines = read_table(self._read(table, MOST_TEXT))
        used = {number for line in self.lines for number in photos_of(line.row)}
        self.numbers = sorted(self._photos.keys() & used)

    def photo(self, number: int) -> bytes:
        """Raises BadFile."""
        return self._read(self._photos[number], MOST_PHOTO)

    def _read(self, info: zipfile.ZipInfo, most: int) -> bytes:
        if info.file_size > most:
            raise BadFile("file_too_large", f"{info.filename} has over {most / 1e6:.0f} MB unpacked.")
        try:
            return self._archive.read(info)
        except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise BadFile("bad_archive", f"{info.filename} cannot be unpacked: {error}.") from error
        except Exception as error:  # zlib and lzma have errors of their own
            raise BadFile("bad_archive", f"{info.filename} cannot be unpacked.") from error


@contextmanager
def open_archive(file: BinaryIO) -> Iterator[Archive]:
    """Raises BadFile."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise BadFile("bad_archive", "This is not a ZIP file that can be read. Export it again.") from error
    with archive:
        yield Archive(archive)


def check_entry(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Raises BadFile for a path that leads elsewhere, a link, or what needs a password."""
    parts = info.filename.replace("\\", "/").split("/")
    leads_out = ".." in parts or parts[0] == "" or ":" in info.filename or "\0" in info.orig_filename
    if leads_out or "\\" in info.filename or (info.external_attr >> 16) & KIND == LINK:
        raise BadFile("unsafe_archive", "The archive holds a path that leads out of it, or a link. Nothing was taken.")
    if info.flag_bits & ENCRYPTED:
        raise BadFile("bad_archive", "The archive needs a password. Send it without one.")
    return info


def check_size(entries: Sequence[zipfile.ZipInfo], photos: int) -> None:
    """Raises BadFile for more than a wardrobe can be."""
    if photos > MOST_PHOTOS or len(entries) > 2 * MOST_PHOTOS:
        raise BadFile("too_many_files", f"The archive holds {len(entries)} files; {MOST_PHOTOS} photos are the most.")
    if sum(info.file_size for info in entries) > MOST_IN_ALL:
        message = f"The archive is over {MOST_IN_ALL / 1e6:.0f} MB unpacked. Split it."
        raise BadFile("file_too_large", message)


def is_archive(head: bytes) -> bool:
    """Whether a file begins as a ZIP does."""
    return head.startswith(b"PK")


def digest(photo: bytes) -> str:
    """What a photo is known by, whatever its number."""
    return sha256(photo).hexdigest()


def photos_of(row: Mapping[str, Any]) -> list[int]:
    """The numbers of the photos that a row speaks of; what is no number is for others to complain of."""
    said = [row.get("photo"), *(row.get("also_on") or [])]
    return [int(number) for number in said if str(number).isdecimal()]


def renumbered(row: Mapping[str, Any], numbers: Mapping[int, int]) -> dict[str, Any]:
    """The row with the numbers that its photos have now; a photo that did not come is not spoken of."""
    found = [numbers[number] for number in photos_of(row) if number in numbers]
    return {**row, "photo": next(iter(found), None), "also_on": found[1:]}


def _cell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "colours":
        return " | ".join(_colour_cell(colour) for colour in value)
    if name in LISTS:
        return " | ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _colour_cell(colour: Mapping[str, Any]) -> str:
    name = str(colour["name"]).replace("|", "/")
    return f"{name} [{colour['family']} {colour['hex']} {colour['share']}]".strip()


def _harmless(cell: str) -> str:
    return PLAIN + cell if cell.startswith(FORMULA) else cell


@cache
def load_words() -> Mapping[str, Mapping[str, str]]:
    """What columns and values are called, each by what people write."""
    with (Path(__file__).parent / "wardrobe_columns.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {name: {word: ours for ours, words in table.items() for word in words} for name, table in tables.items()}


def folded(text: str) -> str:
    """Without capitals and accents."""
    apart = unicodedata.normalize("NFKD", text.strip().lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _column(cell: str) -> str:
    name = folded(cell).replace(" ", "_")
    return load_words()["columns"].get(name, name)


def _row(named: Sequence[str], cells: Sequence[str]) -> dict[str, Any]:
    """What a line says in the columns that we know."""
    told = {name: cell.strip() for name, cell in zip(named, cells, strict=False) if name in COLUMNS}
    row = {name: _value(name, _said(cell)) for name, cell in told.items() if cell}
    paid = SUM.fullmatch(str(row.get("paid", "")).strip())
    if paid:
        unit = {"currency": load_words()["values"].get(folded(paid["unit"]), paid["unit"])} if paid["unit"] else {}
        row = {**unit, **row, "paid": paid["sum"].replace(",", ".")}
    return row


def _said(cell: str) -> str:
    return cell[1:] if cell.startswith(PLAIN) and cell[1:].startswith(FORMULA) else cell


def _value(name: str, cell: str) -> Any:
    if name == "colours":
        parts = [part.strip() for part in cell.split("|") if part.strip()]
        whole = all(COLOUR.fullmatch(part) for part in parts)
        return [_colour(part) for part in (parts if whole else SPLIT.split(cell)) if part]
    if name in LISTS:
        return [_word(part) for part in SPLIT.split(_days(cell) if name == "worn" else cell) if part]
    if name in NUMBERS:
        return cell.replace(",", ".") if DECIMAL.fullmatch(cell) else cell
    return cell if name in {"id", "name", "size"} else _word(cell)


def _days(cell: str) -> str:
    """Days as 2026-11-03 that were written 03/11/2026, the day first."""
    return DAY_FIRST.sub(lambda found: f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}", cell)


def _word(cell: str) -> str:
    return load_words()["values"].get(folded(cell), cell)


def _colour(part: str) -> Any:
    """A colour in full, or the name of one."""
    found = COLOUR.fullmatch(part)
    return {**found.groupdict(), "share": float(found["share"])} if found else part
