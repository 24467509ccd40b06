"""Prompts are Markdown files with TOML front matter, one per role; a prompt includes a guide by `$name`.

A prompt knows nothing of a turn: data travels in the request, never in the prompt.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from stores.vocabulary import Role

FENCE = "+++"


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
    if not source.startswith(FENCE) or source.count(FENCE) < 2:
        raise ValueError(f"a prompt begins with front matter between two lines of {FENCE}")
    _, matter, body = source.split(FENCE, 2)
    front = FrontMatter.model_validate(tomllib.loads(matter))
    text = Template(body.strip()).substitute(guides)
    return Prompt(role=front.role, kind=front.kind, voice=front.voice, text=text)


@cache
def load_guides() -> dict[str, str]:
    folder = files("prompts").joinpath("guides")
    return {
        entry.name.removesuffix(".md"): entry.read_text(encoding="utf-8").strip()
        for entry in folder.iterdir()
        if entry.name.endswith(".md")
    }


@cache
def load_prompt(role: Role) -> Prompt:
    """The shipped prompt of a role. Raises FileNotFoundError where the role has none."""
    source = files("prompts").joinpath(f"{role}.md").read_text(encoding="utf-8")
    return parse_prompt(source, load_guides())


def with_text(prompt: Prompt, text: str | None) -> Prompt:
    """The prompt with another text, as a run may ask for; guides are filled in, a stray `$` stays as it is."""
    if not text:
        return prompt
    return Prompt(prompt.role, prompt.kind, prompt.voice, Template(text).safe_substitute(load_guides()))
