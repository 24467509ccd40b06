"""Who owns a data directory: one process at a time, and the others go through it.

The kernel keeps the lock and lets it go when the process ends in whatever way; the file says who holds it. This module
does not know what is done in the directory.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

NAME = "owner.json"
PATIENCE_S = 0.5  # longer than another process takes to ask whether there is an owner


class Owned(RuntimeError):
    """Another process owns the data directory."""


@contextmanager
def own(directory: Path, address: str) -> Iterator[None]:
    """Own `directory` while the block runs; `address` is where others reach this process.

    Raises Owned.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / NAME).open("a+", encoding="utf-8") as file:
        if not locked(file, PATIENCE_S):
            file.seek(0)
            raise Owned(f"{directory} is in use by another process: {file.read()}. Stop it, or go through its address.")
        file.truncate(0)
        json.dump({"pid": os.getpid(), "address": address}, file)
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def owner(directory: Path) -> str | None:
    """The address of the living owner, or None. It is empty for the instant in which an owner is starting."""
    try:
        file = (directory / NAME).open(encoding="utf-8")
    except FileNotFoundError:
        return None
    with file:
        if locked(file, patience_s=0):
            return None
        written = file.read()
        return str(json.loads(written)["address"]) if written else ""


def locked(file: IO[str], patience_s: float) -> bool:
    """Take the lock on an open file, trying for a while; closing the file gives it back."""
    deadline = time.monotonic() + patience_s
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.02)
        else:
            return True
