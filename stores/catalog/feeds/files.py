"""Opens feed files, plain or gzipped, and reads their rows; knows no feed's columns."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

GZIP_MAGIC = b"\x1f\x8b"


def open_text(path: Path) -> TextIO:
    """The file as UTF-8 text, with or without a byte order mark; gzip is seen by its first bytes."""
    with path.open("rb") as file:
        zipped = file.read(2) == GZIP_MAGIC
    opened: TextIO = (gzip.open if zipped else open)(path, "rt", encoding="utf-8-sig", newline="")
    return opened


def read_csv(path: Path, columns: set[str]) -> Iterator[tuple[int, dict[str, str], str | None]]:
    """(line, row, problem) for each row. ValueError when the header lacks one of `columns`."""
    with open_text(path) as lines:
        reader = csv.DictReader(lines, restkey="", restval=None)
        missing = columns - set(reader.fieldnames or ())
        if missing:
            raise ValueError(f"{path.name}: the header lacks {', '.join(sorted(missing))}")
        for row in reader:
            yield reader.line_num, row, _fault(row)


def _fault(row: dict[str, str]) -> str | None:
    if "" in row:
        return "more fields than the header names"
    if None in row.values():
        return "fewer fields than the header names"
    return None
