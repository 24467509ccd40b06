"""Prompts pushed to LangSmith and pulled from it, with its own library."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.load import dumpd
from langchain_core.prompts import ChatPromptTemplate
from langsmith import Client

from evals.langsmith_prompts import NoPrompt, pull_prompts, push_prompt
from evals.langsmith_suites import open_client
from prompts.loader import PROMPTED, load_prompt, read_prompts
from tests.langsmith_server import LangSmith, langsmith_server, pointed_at

SHIPPED = {role: load_prompt(role) for role in PROMPTED}


@pytest.fixture
def langsmith(monkeypatch: pytest.MonkeyPatch) -> Iterator[LangSmith]:
    with langsmith_server() as server, pointed_at(server, monkeypatch, LANGSMITH_API_KEY="lsv2_pt_test"):
        yield server


@pytest.fixture
def client(langsmith: LangSmith) -> Iterator[Client]:
    opened = open_client()
    yield opened
    opened.close()


def push_all(client: Client) -> None:
    for prompt in SHIPPED.values():
        push_prompt(client, prompt)


def commit(langsmith: LangSmith, name: str, template: Any) -> None:
    """Somebody saves a prompt in LangSmith's own editor."""
    langsmith.prompts[name].append({"id": "c", "commit_hash": "beef", "manifest": dumpd(template), "examples": []})


def test_what_was_not_changed_is_pushed_once_and_pulls_nothing(
    client: Client, langsmith: LangSmith, tmp_path: Path
) -> None:
    push_all(client)
    push_all(client)
    assert {name: len(commits) for name, commits in langsmith.prompts.items()} == {
        f"maison-{role}": 1 for role in PROMPTED
    }
    assert pull_prompts(client, SHIPPED, tmp_path / "pulled") == []
    tagged = [one for one in langsmith.asked if one.path.endswith("/tags")]
    assert len(tagged) == len(PROMPTED)


@pytest.mark.parametrize("text", ['Say {"one": 1} for $9.\n\nNo {{more}}.', "写一句话。"])
def test_what_was_changed_there_is_a_file_that_a_run_can_be_given(
    text: str, client: Client, langsmith: LangSmith, tmp_path: Path
) -> None:
    push_all(client)
    commit(langsmith, "maison-merge", ChatPromptTemplate([("system", text)], template_format="mustache"))
    assert pull_prompts(client, SHIPPED, tmp_path) == ["merge"]
    read = read_prompts(tmp_path)
    assert read["merge"].text == text
    assert read["merge"].voice == SHIPPED["merge"].voice
    assert read["style"] == SHIPPED["style"]


def test_a_changed_prompt_is_a_new_commit(client: Client, langsmith: LangSmith) -> None:
    push_all(client)
    commit(langsmith, "maison-merge", ChatPromptTemplate([("system", "Be brief.")]))
    push_prompt(client, SHIPPED["merge"])
    assert len(langsmith.prompts["maison-merge"]) == 3


def test_where_there_is_nothing_of_ours_that_is_said(client: Client, langsmith: LangSmith, tmp_path: Path) -> None:
    with pytest.raises(NoPrompt, match="push them first"):
        pull_prompts(client, SHIPPED, tmp_path)
    push_all(client)
    langsmith.prompts["maison-style"][-1]["manifest"] = {"lc": 1, "kwargs": {}}
    with pytest.raises(NoPrompt, match="holds no text"):
        pull_prompts(client, SHIPPED, tmp_path)


def test_nothing_that_a_manifest_describes_is_built(client: Client, langsmith: LangSmith, tmp_path: Path) -> None:
    push_all(client)
    manifest = dumpd(ChatPromptTemplate([("system", "Be kind.")]))
    model = {
        "lc": 1,
        "type": "constructor",
        "id": ["langchain", "llms", "openai", "OpenAI"],
        "kwargs": {"base_url": "x"},
    }
    chain = {"lc": 1, "type": "constructor", "id": ["langchain_core", "runnables", "RunnableSequence"]}
    langsmith.prompts["maison-merge"][-1]["manifest"] = chain | {"kwargs": {"first": manifest, "last": model}}
    assert pull_prompts(client, SHIPPED, tmp_path) == ["merge"]
    assert read_prompts(tmp_path)["merge"].text == "Be kind."
