"""The graph under LangGraph's own development server, as Studio uses it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
START_S = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`langgraph dev` on the project's own langgraph.json, working in a directory of its own."""
    folder = tmp_path_factory.mktemp("studio")
    port, log = free_port(), folder / "log.txt"
    command = [str(Path(sys.executable).with_name("langgraph")), "dev", "--no-browser", "--no-reload"]
    environment = os.environ | {"MAISON_DATA_DIR": str(folder / "data"), "LANGSMITH_TRACING": "false"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--config", str(ROOT / "langgraph.json"), "--port", str(port)],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield wait_for(f"http://127.0.0.1:{port}", process, log)
        finally:
            process.terminate()
            process.wait(20)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(START_S * 2):
        assert process.poll() is None, log.read_text()[-3000:]
        try:
            if httpx.get(f"{url}/ok", timeout=1).status_code == 200:
                return url
        except httpx.HTTPError:
            time.sleep(0.5)
    raise AssertionError(log.read_text()[-3000:])


def test_a_turn_runs_through_it(studio: str) -> None:
    message = {"role": "user", "content": "I need a black blazer for a professional meeting"}
    asked = {"assistant_id": "stylist", "input": {"messages": [message]}}
    output: dict[str, Any] = httpx.post(f"{studio}/runs/wait", json=asked, timeout=120).json()
    assert "__error__" not in output, json.dumps(output)[:2000]
    assert output["looks"][0]["items"]
    assert output["degraded"] == []
    assert output["messages"][-1]["content"]


def test_the_prompts_are_editable_on_their_nodes(studio: str) -> None:
    found = httpx.post(f"{studio}/assistants/search", json={}, timeout=30).json()
    schemas = httpx.get(f"{studio}/assistants/{found[0]['assistant_id']}/schemas", timeout=60).json()
    fields = schemas["context_schema"]["properties"]
    for role, node in {
        "understand": "understand",
        "style": "style",
        "merge": "merge",
        "caption": "caption_photos",
    }.items():
        field = fields[f"prompt_{role}"]
        assert (field["langgraph_nodes"], field["langgraph_type"]) == ([node], "prompt")
        assert len(field["default"]) > 300


def test_what_the_run_may_set_is_checked(studio: str) -> None:
    asked = {
        "assistant_id": "stylist",
        "input": {"messages": [{"role": "user", "content": "hi"}]},
        "context": {"looks": 99},
    }
    assert "less than or equal to 6" in httpx.post(f"{studio}/runs/wait", json=asked, timeout=60).text
