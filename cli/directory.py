"""The data directory before anything is done in it: whether it can be written, and whether its databases are whole."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile

from cli.failure import Failure


def ready(directory: Path) -> Path:
    """The directory, made where there is none. Raises `Failure` where nobody could work in it."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(unusable(directory, error)) from error
    if refused := unwritable(directory):
        raise Failure(unusable(directory, refused))
    for path, reason in damaged(directory):
        raise Failure(f"{path} cannot be read ({reason}). Put a copy of it back, or move it away to begin anew.")
    return directory


def unusable(directory: Path, error: OSError) -> str:
    return f"{directory.absolute()} cannot be written: {error.strerror}. MAISON_DATA_DIR names another directory."


def unwritable(directory: Path) -> OSError | None:
    """Why no file can be made there, whatever the permissions say."""
    try:
        with TemporaryFile(dir=directory):
            return None
    except OSError as error:
        return error


def damaged(directory: Path) -> list[tuple[Path, str]]:
    """The databases that cannot be read, each with the reason."""
    faults = ((path, fault(path)) for path in sorted(directory.glob("*.db")))
    return [(path, reason) for path, reason in faults if reason]


def fault(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
            layout = database.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        return str(error)
    return of_another_version(layout) if path.name == "threads.db" and "threads" in tables else None


def of_another_version(layout: int) -> str | None:
    from server.database import LAYOUT

    return None if layout == LAYOUT else "it was made by another version of Maison"
