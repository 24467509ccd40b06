"""What the doctor finds, and what it says that would bring."""

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.conftest import Said
from tests.server.processes import free_port

Maison = Callable[..., Said]


def state_of(part: str, said: Said) -> str:
    (line,) = [line for line in said.out.splitlines() if line.startswith(f"{part}  ")]
    return line.removeprefix(part).split()[0]


def test_a_name_that_no_setting_has_is_odd(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAISON_MODLE", "house")
    said = maison("doctor")
    assert (said.code, state_of("MAISON_MODLE", said), "meant MAISON_MODEL?" in said.out) == (0, "odd", True)


def test_what_is_optional_and_not_there_is_off_with_the_way_to_it(maison: Maison) -> None:
    said = maison("doctor")
    for part in ("auth", "catalogue", "photos", "weather forecast", "photos from the web", "telemetry"):
        assert state_of(part, said) == "off"
    named = ("AUTH=keys", "MODEL_CAPTION", "WEATHER=open-meteo", "FETCH_PHOTOS=true", "OTEL_ENDPOINT")
    assert all(f"MAISON_{name}" in said.out for name in named)


def test_a_model_server_that_does_not_answer_is_bad(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = f"vllm:m@http://127.0.0.1:{free_port()}/v1"
    monkeypatch.setenv("MAISON_MODEL_MERGE", spec)
    said = maison("doctor")
    assert (said.code, state_of(f"model {spec}", said), state_of("model house", said)) == (1, "bad", "good")


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a scripted model server in a process of its own."""
    command = [sys.executable, "-m", "evals.scripted", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip().partition("@")[2]
        process.terminate()


def test_the_doctor_asks_a_model_server_for_a_word(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, server: str
) -> None:
    for name, code, told in (("good", 0, "replied in"), ("nobody=1", 1, "has no model 'nobody=1'; it has good")):
        monkeypatch.setenv("MAISON_MODEL", f"vllm:{name}@{server}")
        said = maison("doctor")
        assert (said.code, state_of(f"model vllm:{name}@{server}", said)) == (code, "bad" if code else "good")
        assert told in said.out


@pytest.mark.parametrize(
    ("status", "held", "told"),
    [
        (401, None, "MAISON_VLLM_API_KEY holds none"),
        (403, "no", "MAISON_VLLM_API_KEY holds one"),
        (404, None, "ends in /v1"),
    ],
)
def test_a_server_that_refuses_says_why(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, status: int, held: str | None, told: str
) -> None:
    def refuse(url: str, **asked: Any) -> httpx.Response:
        assert asked["headers"]["Authorization"] == f"Bearer {held or 'none'}"
        return httpx.Response(status, request=httpx.Request("POST", url))

    monkeypatch.setattr(httpx, "post", refuse)
    if held:
        monkeypatch.setenv("MAISON_VLLM_API_KEY", held)
    monkeypatch.setenv("MAISON_MODEL", f"vllm:m@http://127.0.0.1:{free_port()}/v1")
    said = maison("doctor")
    assert (said.code, told in said.out) == (1, True)


def test_a_provider_is_not_asked_since_that_costs(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
    monkeypatch.setenv("MAISON_MODEL", "openai:gpt-5-mini")
    said = maison("doctor")
    assert (state_of("model openai:gpt-5-mini", said), "not asked" in said.out) == ("good", True)


def test_a_provider_without_its_key_is_bad(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("MAISON_MODEL", "openai:gpt-5-mini")
    said = maison("doctor")
    assert (said.code, state_of("model openai:gpt-5-mini", said), "OPENAI_API_KEY" in said.out) == (1, "bad", True)


def test_a_collector_has_to_listen(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as collector:
        monkeypatch.setenv("MAISON_OTEL_ENDPOINT", f"http://127.0.0.1:{collector.getsockname()[1]}")
        assert state_of("telemetry", maison("doctor")) == "good"
    assert state_of("telemetry", maison("doctor")) == "bad"


def test_an_issuer_has_to_answer(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAISON_AUTH", "oidc")
    monkeypatch.setenv("MAISON_OIDC_ISSUER", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("MAISON_OIDC_AUDIENCE", "maison")
    said = maison("doctor")
    assert (said.code, state_of("issuer", said), state_of("own key", said)) == (1, "bad", "off")


def test_files_are_where_the_setting_says_or_it_is_bad(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAISON_FILES_URL", "memory://maison")
    assert state_of("files", maison("doctor")) == "good"
    for url, missing in (("nonsense://maison", "nonsense"), ("s3://maison", "s3fs")):
        monkeypatch.setenv("MAISON_FILES_URL", url)
        said = maison("doctor")
        assert (said.code, "MAISON_FILES_URL" in said.err, missing in said.err) == (1, True, True), said


def test_a_damaged_database_is_bad(maison: Maison, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "memory.db").write_bytes(b"this is no database at all" * 100)
    assert state_of("memory.db", maison("doctor")) == "bad"


def test_settings_that_cannot_be_read_are_listed_all_the_same(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAISON_MODELS", "{not json")
    said = maison("doctor")
    assert (said.code, "MAISON_MODELS: Input should be valid JSON" in said.err) == (1, True)
    assert "MAISON_DATA_DIR" in said.out


@pytest.mark.parametrize(
    ("spec", "state", "said_too"),
    [
        ("board", "off", "docs/previews.md"),
        ("diffusers-edit:/nowhere", "bad", "model_index.json"),
        ("webui:http://127.0.0.1:9", "bad", "does not answer"),
    ],
)
def test_what_paints_previews_has_to_be_there(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, spec: str, state: str, said_too: str
) -> None:
    monkeypatch.setenv("MAISON_PREVIEW", spec)
    said = maison("doctor")
    assert (state_of("previews", said), said_too in said.out) == (state, True)
    assert ("try-on" in said.out) == (spec != "board")


def test_a_painter_that_is_none_is_told_before_anything_starts(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAISON_PREVIEW", "midjourney")
    said = maison("doctor")
    assert said.code != 0 and "diffusers-edit:DIR" in said.out + said.err


def test_a_model_of_texts_that_is_not_there_is_bad(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert state_of("text embeddings", maison("doctor")) == "good"
    monkeypatch.setenv("MAISON_TEXT_ENCODER", str(tmp_path / "nowhere"))
    assert state_of("text embeddings", maison("doctor")) == "bad"
    said = maison("catalog", "ingest", "demo")
    assert (said.code, "MAISON_TEXT_ENCODER: " in said.err) == (1, True)


def test_a_model_in_process_that_is_not_there_is_bad(
    maison: Maison, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MAISON_MODEL_MERGE", f"hf:{tmp_path}")
    said = maison("doctor")
    assert (said.code, "cannot be loaded" in said.out) == (1, True)
