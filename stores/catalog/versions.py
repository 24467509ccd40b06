"""Where the versions of a catalogue lie, which one is current, and when an old one may go.

    catalog/CURRENT              the id of the current version, replaced in one step
    catalog/versions/<id>/       one finished version, never changed again
    catalog/building/            the version that an ingest is writing
    catalog/vectors.db           vectors by text, so that an ingest embeds only what is new
    catalog/report.jsonl         what the last ingest did not take, and why

Who reads a version holds a shared lock on its `lock` file; the kernel drops it when the process dies. Only a version
that nobody holds is removed. Knows nothing of what a version contains.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from stores.catalog.shop import CatalogMissing

LOCK = "lock"
ATTEMPTS = 5


class IngestRunning(RuntimeError):
    """Another process is ingesting into this directory."""


class Versions:
    """The layout of one catalogue directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.current_file = directory / "CURRENT"
        self.building = directory / "building"
        self.vector_cache = directory / "vectors.db"
        self.report = directory / "report.jsonl"

    def path(self, version: str) -> Path:
        return self.directory / "versions" / version

    def current(self) -> str | None:
        """The id of the current version, None where there is none."""
        try:
            version = self.current_file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        return version if (self.path(version) / LOCK).exists() else None

    def stamp(self) -> tuple[int, int] | None:
        """Changes whenever the pointer file was replaced; costs one stat."""
        try:
            found = self.current_file.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns

    def hold_current(self) -> tuple[str, IO[bytes]]:
        """The current version, held: it stays on disk until the file is closed. Raises CatalogMissing."""
        for _ in range(ATTEMPTS):
            version = self.current()
            if version is None:
                break
            if held := hold(self.path(version)):
                return version, held
        raise CatalogMissing(f"No catalogue in {self.directory}: run `maison catalog ingest demo`.")

    @contextmanager
    def open_building(self) -> Iterator[Path]:
        """An empty directory to build a version in, for one process at a time. Raises IngestRunning."""
        self.path("").mkdir(parents=True, exist_ok=True)
        with (self.directory / "ingest.lock").open("wb") as guard:
            try:
                fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as taken:
                raise IngestRunning(f"Another ingest into {self.directory} is running; wait for it.") from taken
            shutil.rmtree(self.building, ignore_errors=True)
            self.building.mkdir()
            (self.building / LOCK).touch()
            try:
                yield self.building
            finally:
                shutil.rmtree(self.building, ignore_errors=True)

    def publish(self, version: str) -> None:
        """Makes the built directory the current version, in one step for every reader."""
        target = self.path(version)
        held = hold(target)
        if held is None:
            shutil.rmtree(target, ignore_errors=True)
            # Held before it gets its name, so that no sweep takes it before the pointer names it.
            held = hold(self.building)
            self.building.rename(target)
        self.point_to(version)
        if held:
            held.close()

    def point_to(self, version: str) -> None:
        """Replaces the pointer file."""
        fresh = self.current_file.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(version)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.current_file)

    def sweep(self) -> None:
        """Removes every version that is neither current nor held."""
        for path in self.path("").iterdir():
            if path.name != self.current():
                remove_unheld(path)


def hold(path: Path) -> IO[bytes] | None:
    """A shared lock on a version, None where it was removed meanwhile."""
    try:
        held = (path / LOCK).open("rb")
    except FileNotFoundError:
        return None
    fcntl.flock(held, fcntl.LOCK_SH)
    if (path / LOCK).exists():
        return held
    held.close()
    return None


def remove_unheld(path: Path) -> None:
    """Removes a version unless somebody holds it."""
    try:
        guard = (path / LOCK).open("rb")
    except FileNotFoundError:
        shutil.rmtree(path, ignore_errors=True)
        return
    with guard:
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        (path / LOCK).unlink(missing_ok=True)
        shutil.rmtree(path, ignore_errors=True)
