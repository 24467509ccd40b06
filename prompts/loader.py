"""Prompts are Markdown files with TOML front matter, one per role; a prompt includes a guide by `$name`.

A prompt knows nothing of a turn: data travels in the request, never in the prompt.
"""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from stores.vocabulary import Role

FENCE = "+++"
ITSELF = "prompt"
SHIPPED = Path(__file__).parent
PROMPTED: tuple[Role, ...] = ("understand", "style", "critique", "check", "advise", "merge", "caption")


class Voice(BaseModel):
    """How a reply speaks; the front matter of the merger's prompt sets it, so that every model obeys the same one."""

    model_config = ConfigDict(extra="forbid")

    sentences: Annotated[int, Field(ge=1, le=12)] = 5
    warmth: Annotated[int, Field(ge=0, le=3)] = 2
    emoji: bool = False
    lead: Literal["answer", "reason"] = "answer"


class FrontMatter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    role: Role
    kind: str
    voice: Voice = Voice()


@dataclass(frozen=True)
class Prompt:
    """What a role is told. `version`: 12 digits of the SHA-256 of its voice and its text, guides included."""

    role: Role
    kind: str
    voice: Voice
    text: str

    @property
    def version(self) -> str:
        return hashlib.sha256(f"{self.voice.model_dump_json()}\n{self.text}".encode()).hexdigest()[:12]


def parse_prompt(source: str, guides: dict[str, str]) -> Prompt:
    """A prompt from its file's text. Raises ValueError for broken front matter, KeyError for an unknown guide."""
    front, body = split_source(source)
    return Prompt(role=front.role, kind=front.kind, voice=front.voice, text=Template(body).substitute(guides))


def split_source(source: str) -> tuple[FrontMatter, str]:
    """Front matter and text of a prompt's file. Raises ValueError where the front matter is broken."""
    if not source.startswith(FENCE) or source.count(FENCE) < 2:
        raise ValueError(f"a prompt begins with front matter between two lines of {FENCE}")
    _, matter, body = source.split(FENCE, 2)
    return FrontMatter.model_validate(tomllib.loads(matter)), body.strip()


def load_guides() -> dict[str, str]:
    """The shipped guides, read once."""
    if not _guides:
        _guides.update(read_guides(SHIPPED))
    return _guides


def read_guides(folder: Path) -> dict[str, str]:
    """The texts of a folder's guides by their name."""
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in folder.glob("guides/*.md")}


def load_prompt(role: Role) -> Prompt:
    """The shipped prompt of a role, read once. Raises FileNotFoundError where the role has none."""
    if role not in _prompts:
        source = (SHIPPED / f"{role}.md").read_text(encoding="utf-8")
        _prompts[role] = parse_prompt(source, load_guides())
    return _prompts[role]


def refresh_prompts() -> bool:
    """Whether shipped files have changed since it was called last; all are read then, so that nobody waits for one.

    Raises ValueError, which names the file, for one that is broken; the prompts stay as they were.
    """
    now = _fingerprint()
    if now == _read[0]:
        return False
    # Never empty in between: whoever asks meanwhile would read files where nothing may wait.
    prompts, guides = read_prompts(SHIPPED), read_guides(SHIPPED)
    _prompts.update(prompts)
    _guides.update(guides)
    _read[0] = now
    return True


def _fingerprint() -> frozenset[tuple[str, int, int]]:
    """Which files there are, when each was written, and how long it is."""
    found = ((str(file), file.stat()) for file in SHIPPED.rglob("*.md"))
    return frozenset((name, status.st_mtime_ns, status.st_size) for name, status in found)


def with_text(prompt: Prompt, text: str | None) -> Prompt:
    """The prompt with another text, as a run may ask for; a stray `$` stays as it is.

    `$prompt` stands for the shipped text, and guides are filled in, so that what is said beside it follows the files.

    A text that begins with front matter is a whole file, whose voice counts too. Raises ValueError for a broken one.
    """
    if not text:
        return prompt
    if not text.startswith(FENCE):
        return Prompt(prompt.role, prompt.kind, prompt.voice, _filled(text, prompt))
    front, body = split_source(text)
    if front.role != prompt.role:
        raise ValueError(f"this is the prompt of `{front.role}`, not of `{prompt.role}`")
    return Prompt(front.role, front.kind, front.voice, _filled(body, prompt))


def _filled(text: str, prompt: Prompt) -> str:
    return Template(text).safe_substitute(load_guides() | {ITSELF: prompt.text})


def source_of(prompt: Prompt) -> str:
    """The file that a prompt could have come from, guides filled in."""
    voice = "\n".join(f"{key} = {json.dumps(value)}" for key, value in prompt.voice.model_dump().items())
    front = f'role = "{prompt.role}"\nkind = "{prompt.kind}"\n\n[voice]\n{voice}'
    return f"{FENCE}\n{front}\n{FENCE}\n{prompt.text}\n"


def read_prompts(folder: Path) -> dict[Role, Prompt]:
    """The prompts of a folder as ours, with its guides where it has any; those that it lacks are the shipped ones.

    Raises ValueError, which names the file, for one that is broken or that no role knows, and for a folder without any.
    """
    guides = read_guides(SHIPPED) | read_guides(folder)
    if strange := {file.stem for file in folder.glob("*.md")} - {*PROMPTED}:
        raise ValueError(f"{folder}: no role is called {', '.join(sorted(strange))}; roles: {', '.join(PROMPTED)}")
    if not any(folder.glob("*.md")) and not any(folder.glob("guides/*.md")):
        raise ValueError(f"{folder} holds no prompts: they are NAME.md, and guides/NAME.md")
    return {role: _read_prompt(folder, role, guides) for role in PROMPTED}


def _read_prompt(folder: Path, role: Role, guides: dict[str, str]) -> Prompt:
    """The folder's prompt of a role, else the shipped one under the folder's guides."""
    own = folder / f"{role}.md"
    source = own if own.exists() else SHIPPED / f"{role}.md"
    try:
        prompt = parse_prompt(source.read_text(encoding="utf-8"), guides)
    except KeyError as error:
        raise ValueError(f"{own}: no guide is called {error}; guides: {', '.join(sorted(guides))}") from error
    except ValueError as error:
        raise ValueError(f"{own}: {error}") from error
    if prompt.role != role:
        raise ValueError(f"{own}: its front matter names the role `{prompt.role}`")
    return prompt


_prompts: dict[Role, Prompt] = {}
_guides: dict[str, str] = {}
# What `refresh_prompts` found last: nothing before its first call, which reads all there is.
_read: list[frozenset[tuple[str, int, int]]] = [frozenset()]
