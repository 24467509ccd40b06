"""The files behind a set of prompts: a folder's own over the shipped ones, each with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from prompts.loader import FENCE, SHIPPED

GUIDES = "guides"


@dataclass(frozen=True)
class Source:
    """One file as it was written. `own` is false for a shipped one that a folder did not replace."""

    path: Path
    text: str
    own: bool = True

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def front(self) -> str:
        """What stands between the fences; empty for a guide."""
        return self._parts()[0]

    @property
    def body(self) -> str:
        return self._parts()[1]

    def _parts(self) -> tuple[str, str]:
        if self.text.startswith(FENCE) and self.text.count(FENCE) > 1:
            _, front, body = self.text.split(FENCE, 2)
            return front, body
        return "", self.text

    def line(self, offset: int) -> int:
        """The line of a place in the body, from 1."""
        return self.text.count("\n", 0, len(self.text) - len(self.body) + offset) + 1


@dataclass(frozen=True)
class Sources:
    """Prompts and guides by their name. `folder` is None for the shipped ones alone."""

    folder: Path | None
    prompts: Mapping[str, Source]
    guides: Mapping[str, Source]

    @property
    def own(self) -> Iterator[Source]:
        """What this folder says itself."""
        yield from (one for one in [*self.prompts.values(), *self.guides.values()] if one.own)

    def including(self, guide: str) -> list[str]:
        """The prompts that include a guide."""
        return [name for name, source in self.prompts.items() if guide in included(source.body)]


def load_sources(folder: Path | None = None) -> Sources:
    """The files of a folder, and the shipped ones that it lacks; without a folder, the shipped ones."""
    shipped = Sources(None, _read(SHIPPED, own=folder is None), _read(SHIPPED / GUIDES, own=folder is None))
    if folder is None:
        return shipped
    prompts = {**shipped.prompts, **_read(folder, own=True)}
    return Sources(folder, prompts, {**shipped.guides, **_read(folder / GUIDES, own=True)})


def _read(folder: Path, *, own: bool) -> dict[str, Source]:
    # Bytes, since reading as text would hide how lines end.
    files = sorted(folder.glob("*.md"))
    return {file.stem: Source(file, file.read_bytes().decode("utf-8", "replace"), own) for file in files}


def included(body: str) -> list[str]:
    """The names that a text includes by `$name`, once each."""
    return Template(body).get_identifiers()


def places(body: str, name: str) -> list[int]:
    """Where a text includes a name."""
    return [found.start() for found in re.finditer(rf"(?<!\$)\$\{{?{re.escape(name)}\b", body)]
