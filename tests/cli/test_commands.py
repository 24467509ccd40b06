"""Exit codes, and what each command says."""

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stores.vocabulary import Article, Colour

Maison = Callable[..., tuple[int, str, str]]
HEAVY = (
    "fastapi",
    "langgraph",
    "langchain_core",
    "chromadb",
    "onnxruntime",
    "numpy",
    "pydantic",
    "sqlalchemy",
    "httpx",
)


def write_feed(path: Path, count: int = 4) -> Path:
    colours = [Colour(name="navy", family="navy", hex="#1f2a44"), Colour(name="red", family="red", hex="#c0392b")]
    articles = [
        Article(
            id=f"coat-{n}", name=f"{colours[n % 2].name} wool coat", category="overcoat", slot="outer", formality=5,
            clo=0.6, colours=[colours[n % 2]], price=100 + n,
        )
        for n in range(count)
    ]  # fmt: skip
    path.write_text("".join(article.model_dump_json() + "\n" for article in articles), encoding="utf-8")
    return path


def test_help_and_usage(maison: Maison) -> None:
    code, out, _ = maison("--help")
    assert code == 0
    assert all(command in out for command in ("serve", "ask", "chat", "catalog", "doctor"))
    assert maison("ask")[0] == 2
    assert maison("nonsense")[0] == 2


@pytest.mark.parametrize("command", [("ask", "a coat"), ("serve", "--port", "1")])
@pytest.mark.parametrize("spec", ["nonsense", "nowhere:model", "vllm:qwen", "openai:gpt-5-mini"])
def test_a_model_that_nobody_could_ask_is_refused_at_once(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, spec: str, command: tuple[str, ...]
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("MAISON_MODEL_MERGE", spec)
    code, _, err = maison(*command)
    assert (code, err.startswith(f"maison: model {spec}: "), len(err.splitlines())) == (1, True, 1)


def test_the_command_starts_without_what_is_heavy() -> None:
    program = f"import cli.main, sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_feed_is_ingested_counted_and_searched(maison: Maison, tmp_path: Path) -> None:
    code, out, err = maison("catalog", "ingest", str(write_feed(tmp_path / "feed.jsonl")))
    assert (code, "4 added" in out) == (0, True), err
    assert "4 articles, prices in EUR" in maison("catalog", "stats")[1]
    code, out, _ = maison("catalog", "search", "wool coat", "--colour", "red", "--max-price", "102")
    assert (code, "coat-1" in out, "coat-3" in out, "coat-0" in out) == (0, True, False, False)
    assert "2 articles" in maison("catalog", "search", "coat", "--limit", "2")[1]
    assert maison("catalog", "search", "coat", "--slot", "elbow")[0] == 2


def test_a_feed_that_cannot_be_read_changes_nothing(maison: Maison, tmp_path: Path) -> None:
    maison("catalog", "ingest", str(write_feed(tmp_path / "feed.jsonl")))
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    for feed in (str(empty), str(tmp_path / "missing.jsonl")):
        code, _, err = maison("catalog", "ingest", feed)
        assert (code, err.startswith("maison: ")) == (1, True)
    assert maison("catalog", "ingest", str(empty), "--format", "xml")[0] == 2
    assert "4 articles" in maison("catalog", "stats")[1]


def test_the_first_rows_that_are_not_taken_are_shown_with_their_reasons(maison: Maison, tmp_path: Path) -> None:
    feed = write_feed(tmp_path / "feed.jsonl", 1)
    faulty = '{"id": 1}\nno json\n' + '{"id": "x"}\n' * 5
    feed.write_text(feed.read_text(encoding="utf-8") + faulty, encoding="utf-8")
    code, out, _ = maison("catalog", "ingest", str(feed))
    assert (code, "7 rejected" in out, "line 2: id: " in out, out.count("  line ")) == (0, True, True, 3)
    feed.write_text(faulty, encoding="utf-8")
    code, _, err = maison("catalog", "ingest", str(feed))
    assert (code, "line 2: Invalid JSON" in err) == (1, True)


def test_without_a_catalogue_the_command_says_how_to_make_one(maison: Maison) -> None:
    for command in (("catalog", "stats"), ("catalog", "search", "coat"), ("ask", "a coat"), ("chat",)):
        code, _, err = maison(*command)
        assert (code, "maison catalog ingest demo" in err) == (1, True)


def test_only_this_machine_is_served(maison: Maison, data_dir: Path) -> None:
    code, _, err = maison("serve", "--host", "0.0.0.0")
    assert (code, "127.0.0.1" in err) == (1, True)
    assert not data_dir.exists()


def test_a_taken_port_is_named(maison: Maison) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        code, _, err = maison("serve", "--port", port)
    assert (code, port in err, "--port" in err) == (1, True, True)


def test_a_setting_that_is_wrong_is_named(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAISON_PORT", "many")
    code, _, err = maison("catalog", "stats")
    assert (code, "MAISON_PORT" in err) == (1, True)


def test_the_doctor_looks_at_everything_and_keeps_secrets(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.settings import Settings

    monkeypatch.setenv("MAISON_WEATHER", "openweathermap")
    monkeypatch.setenv("MAISON_WEATHER_KEY", "my-secret-key")
    code, out, _ = maison("doctor")
    assert code == 0
    assert all(f"MAISON_{name.upper()}" in out for name in Settings.model_fields)
    assert "maison catalog ingest demo" in out
    assert "my-secret-key" not in out
    monkeypatch.delenv("MAISON_WEATHER_KEY")
    assert maison("doctor")[0] == 1
