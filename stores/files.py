"""Files of people: whole or not at all, one folder per person, none outside of it.

This module does not know what is in a file.
"""

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}")


def write_whole(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Write `data` so that a reader, or a crash, finds the old file or the new one and never a part.

    Without `sync` that holds for a crash of the process only, at a fraction of the time.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        Path(draft).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(draft).unlink()
        raise


def read_if_there(path: Path) -> bytes | None:
    """The content, or None where there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def is_segment(name: str) -> bool:
    """Whether `name` may stand in a path as one folder or file: letters, digits, `_`, `-`; no dot, no slash."""
    return SEGMENT.fullmatch(name) is not None
