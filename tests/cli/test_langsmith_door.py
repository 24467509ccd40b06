"""The commands that LangSmith is for, and all others, with its key and without."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evals import suites, worlds
from evals.cases import Case, Said, World
from tests.cli.conftest import Said as Printed
from tests.langsmith_server import LangSmith, langsmith_server, pointed_at
from tests.server.processes import MAISON, serving

Maison = Callable[..., Printed]
KEY = {"LANGSMITH_API_KEY": "lsv2_pt_test"}
ON = {"LANGSMITH_TRACING": "true", "LANGCHAIN_TRACING_V2": "true"}


@pytest.fixture
def langsmith() -> Iterator[LangSmith]:
    with langsmith_server() as server:
        yield server


@pytest.fixture
def few(stock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A suite of two cases beside the others, in a shop that is copied instead of made."""
    monkeypatch.setattr(worlds, "ingest", lambda rows, directory, texts: shutil.copytree(stock, directory))
    cases = [
        Case(id=name, language="en", say=Said(text=text), world=World(seed=1), checks={"intent": intent})
        for name, text, intent in (("hello", "hello", "smalltalk"), ("dress", "an outfit for the office", "outfit"))
    ]
    monkeypatch.setattr(suites, "SUITES", {**suites.SUITES, "few": lambda: iter(cases)})


@pytest.mark.usefixtures("shop", "few")
def test_without_a_key_nothing_is_ever_asked_of_langsmith(
    maison: Maison, langsmith: LangSmith, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "results.jsonl"
    with pointed_at(langsmith, monkeypatch, **ON):
        with serving(data_dir):
            assert maison("ask", "an outfit for the office", "--thread", "t").code == 0
        assert maison("ask", "cheaper", "--thread", "t").code == 0
        assert maison("eval", "run", "few", "--out", str(out), "--model", "scripted").code == 0
        assert maison("traces", "score", str(out), "--seed", "1").code == 0
        assert maison("traces", "score").code == 0
        for command in (
            ("eval", "push", "few"),
            ("eval", "experiment", "few"),
            ("prompts", "push"),
            ("prompts", "pull", "x"),
        ):
            refused = maison(*command)
            assert refused.code == 1 and "LANGSMITH_API_KEY is not set" in refused.err
    assert langsmith.asked == []


@pytest.mark.usefixtures("shop")
def test_a_process_of_its_own_knocks_with_a_key_alone(
    langsmith: LangSmith, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(**told: str) -> int:
        with pointed_at(langsmith, monkeypatch, **told):
            subprocess.run([*MAISON, "ask", "hello"], check=True, capture_output=True)
        return len(langsmith.asked)

    assert ask(**ON) == 0
    assert ask(**KEY) > 0
    assert {asked.key for asked in langsmith.asked} == {"lsv2_pt_test"}
    assert "stylist" in {run["name"] for run in langsmith.runs.values()}


@pytest.mark.usefixtures("shop", "few")
def test_with_a_key_suites_and_prompts_go_there_and_come_back(
    maison: Maison, langsmith: LangSmith, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pointed_at(langsmith, monkeypatch, **KEY, LANGSMITH_TRACING="false"):
        assert "2 examples, 2 of them new" in maison("eval", "push", "few").out
        assert maison("eval", "push", "no-such-suite").code == 1
        assert "maison-merge" in maison("prompts", "push").out
        assert "nothing was written" in maison("prompts", "pull", str(tmp_path / "p")).out
        manifest = json.dumps(langsmith.prompts["maison-merge"][-1]["manifest"])
        langsmith.prompts["maison-merge"][-1]["manifest"] = json.loads(manifest.replace("You write", "You sing"))
        pulled = maison("prompts", "pull", str(tmp_path / "p"))
        assert pulled.out.startswith("merge in ")
        assert "sing" in maison("prompts", "diff", str(tmp_path / "p")).out
    assert {asked.key for asked in langsmith.asked} == {"lsv2_pt_test"}


def test_where_langsmith_does_not_answer_the_command_says_so(
    maison: Maison, langsmith: LangSmith, monkeypatch: pytest.MonkeyPatch
) -> None:
    langsmith.url = "http://127.0.0.1:9"
    with pointed_at(langsmith, monkeypatch, **KEY):
        refused = maison("prompts", "push")
    assert refused.code == 1 and "LangSmith: " in refused.err and "Traceback" not in refused.err
