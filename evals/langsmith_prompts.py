"""Prompts in LangSmith: pushed as what a role is told, guides filled in; pulled as files that a run can be given.

A pulled prompt is read as text and nothing else: what else its manifest describes is never built.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from langchain_core.messages import SystemMessage
from langchain_core.prompts import ChatPromptTemplate
from langsmith import Client
from langsmith.utils import LangSmithNotFoundError

from prompts.loader import PROMPTED, Prompt, parse_prompt, source_of
from stores.vocabulary import Role

PREFIX = "maison"
NESTED = 6  # how deep a text may stand in a manifest


class NoPrompt(ValueError):
    """A prompt of LangSmith's that is not there, or is none that a role could be told."""


def push_prompt(client: Client, prompt: Prompt) -> str:
    """The address of the commit. A prompt that is the latest there already is no new one."""
    name = name_of(prompt.role)
    if latest(client, prompt.role) == prompt.text:
        return f"{name} as it is"
    text = f"What Maison tells `{prompt.role}`, version {prompt.version}."
    template = ChatPromptTemplate([SystemMessage(prompt.text)])  # no template: braces in it are braces
    return client.push_prompt(name, object=template, description=text, commit_tags=prompt.version)


def pull_prompts(client: Client, shipped: Mapping[Role, Prompt], folder: Path) -> list[Role]:
    """Roles whose prompt in LangSmith is not the shipped one; each is written into the folder, with the shipped voice.

    Raises NoPrompt where there is none of ours at all, or where one cannot be a role's; OSError.
    """
    found = {role: text for role in PROMPTED if (text := latest(client, role)) is not None}
    if not found:
        raise NoPrompt(f"LangSmith has no prompt called {name_of(PROMPTED[0])} or the like: push them first")
    changed = [role for role, text in found.items() if text != shipped[role].text]
    folder.mkdir(parents=True, exist_ok=True)
    for role in changed:
        (folder / f"{role}.md").write_text(file_of(shipped[role], found[role]), encoding="utf-8")
    return changed


def file_of(shipped: Prompt, text: str) -> str:
    """The prompt's file with another text. Raises NoPrompt for a text that would not be read as it stands."""
    source = source_of(replace(shipped, text=text.strip().replace("$", "$$")))
    try:
        read = parse_prompt(source, {})
    except (KeyError, ValueError) as error:
        raise NoPrompt(f"{name_of(shipped.role)} in LangSmith cannot be a prompt of ours: {error}") from error
    if read.text != text.strip():
        raise NoPrompt(f"{name_of(shipped.role)} in LangSmith cannot be written as a file of ours")
    return source


def latest(client: Client, role: Role) -> str | None:
    """The newest text of a role's prompt; None where there is none."""
    try:
        commit = client.pull_prompt_commit(name_of(role), skip_cache=True)
    except LangSmithNotFoundError:
        return None
    texts: list[str] = list(texts_in(commit.manifest))
    if not texts:
        raise NoPrompt(f"{name_of(role)} in LangSmith holds no text")
    return texts[0]


def texts_in(manifest: Any, depth: int = 0) -> Iterator[str]:
    """Texts of messages and templates in a manifest, in their order."""
    if isinstance(manifest, list):
        for one in manifest:
            yield from texts_in(one, depth)
    elif isinstance(manifest, Mapping) and depth < NESTED:
        kwargs = manifest.get("kwargs") or {}
        for key in ("content", "template"):
            if isinstance(kwargs.get(key), str):
                yield kwargs[key]
        for key in ("messages", "prompt", "first", "last"):
            yield from texts_in(kwargs.get(key), depth + 1)


def name_of(role: Role) -> str:
    return f"{PREFIX}-{role}"
