"""What differs between two sets of prompts, word by word, and which guide moved which prompt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple

from prompts.loader import PROMPTED, SHIPPED, Prompt, read_prompts
from prompts.sources import Sources, load_sources
from stores.vocabulary import Role

# A word or a sign with the blanks before it, which tell no two apart: a paragraph may be broken otherwise.
WORD = re.compile(r"\s*(?:\w+|[^\w\s])|\s+$")
CONTEXT = 8  # words shown before and behind what changed


class Piece(NamedTuple):
    """A stretch of words. `…` stands for those that stayed and are far from any change."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True)
class Difference:
    """A role whose prompt differs. `guides` are those included in it that differ; `voice` by key, before and after."""

    role: Role
    before: Prompt
    after: Prompt
    guides: list[str]
    voice: dict[str, tuple[object, object]]

    @property
    def words(self) -> list[Piece]:
        return differing(self.before.text, self.after.text)

    @property
    def is_prose(self) -> bool:
        """Whether the text differs, which a model reads; the voice is in the request, which the house reads too."""
        return self.before.text != self.after.text


def compare_prompts(before: Path | None, after: Path | None) -> list[Difference]:
    """The roles whose prompts differ between two folders, None being the shipped ones. Raises ValueError."""
    first, second = load_sources(before), load_sources(after)
    were, are = read_prompts(before or SHIPPED), read_prompts(after or SHIPPED)
    moved = changed_guides(first, second)
    return [
        Difference(role, were[role], are[role], _moving(role, moved, (first, second)), _voices(were[role], are[role]))
        for role in PROMPTED
        if were[role].version != are[role].version
    ]


def changed_guides(first: Sources, second: Sources) -> list[str]:
    """Guides that say something else in one than in the other, or that only one has."""
    names = dict.fromkeys([*first.guides, *second.guides])
    return [name for name in names if _said(first, name) != _said(second, name)]


def _said(sources: Sources, guide: str) -> str | None:
    return sources.guides[guide].text.strip() if guide in sources.guides else None


def _moving(role: Role, moved: Sequence[str], both: Sequence[Sources]) -> list[str]:
    return [name for name in moved if any(role in sources.including(name) for sources in both)]


def _voices(before: Prompt, after: Prompt) -> dict[str, tuple[object, object]]:
    were, are = before.voice.model_dump(), after.voice.model_dump()
    return {key: (were[key], are[key]) for key in were if were[key] != are[key]}


def differing(before: str, after: str) -> list[Piece]:
    """Two texts as one, with what is gone and what is new; most of what stayed is left out."""
    if before == after:
        return []
    were, are = WORD.findall(before), WORD.findall(after)
    keys = [one.strip() for one in were], [one.strip() for one in are]
    steps = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    return [
        piece
        for number, step in enumerate(steps)
        for piece in _pieces(step, were, are, first=number == 0, last=number == len(steps) - 1)
    ]


def _pieces(
    step: tuple[str, int, int, int, int], were: Sequence[str], are: Sequence[str], *, first: bool, last: bool
) -> Iterator[Piece]:
    tag, start, end, other, stop = step
    if tag == "equal":
        yield Piece("same", _shortened(are[other:stop], first=first, last=last))
        return
    if end > start:
        yield Piece("gone", "".join(were[start:end]))
    if stop > other:
        yield Piece("new", "".join(are[other:stop]))


def _shortened(words: Sequence[str], *, first: bool, last: bool) -> str:
    """The words beside a change."""
    if len(words) <= (CONTEXT if first or last else 2 * CONTEXT):
        return "".join(words)
    head = "" if first else "".join(words[:CONTEXT]) + " "
    tail = "" if last else "".join(words[-CONTEXT:])
    return f"{head}…{tail}"
