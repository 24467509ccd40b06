"""Turns from the command line, in this process and through a server."""

import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from stores.vocabulary import RunOutput

Maison = Callable[..., tuple[int, str, str]]


@pytest.mark.usefixtures("shop")
def test_a_turn_prints_the_reply_and_each_look_with_its_total(maison: Maison) -> None:
    code, out, err = maison("ask", "an outfit for the office", "--thread", "t")
    assert code == 0
    assert "total" in out
    assert "--thread t" in err


@pytest.mark.usefixtures("shop")
def test_json_is_the_run_output_and_a_thread_goes_on(maison: Maison) -> None:
    first = json.loads(maison("ask", "a navy coat", "--thread", "t", "--json")[1])
    assert set(first) == {"messages", *RunOutput.model_fields}
    second = json.loads(maison("ask", "cheaper", "--thread", "t", "--json")[1])
    assert [message["type"] for message in second["messages"]] == ["human", "ai"] * 2


@pytest.mark.usefixtures("shop")
def test_a_photo_goes_along(maison: Maison, data_dir: Path, tmp_path: Path) -> None:
    photo = tmp_path / "skirt.png"
    Image.new("RGB", (60, 80), "#7b1e3a").save(photo)
    code, out, _ = maison("ask", "what goes with this?", "--photo", str(photo), "--json")
    assert code == 0
    assert [block["type"] for block in json.loads(out)["messages"][0]["content"]] == ["text", "image"]
    assert len(list(data_dir.rglob("*.jpg"))) == 1


@pytest.mark.usefixtures("shop")
def test_several_photos_go_along_and_what_is_none_is_said(maison: Maison, data_dir: Path, tmp_path: Path) -> None:
    files = []
    for colour in ("#7b1e3a", "#1f2a44"):
        files += ["--photo", str(tmp_path / f"{colour}.png")]
        Image.new("RGB", (60, 80), colour).save(files[-1])
    code, out, _ = maison("ask", "what goes with these?", *files, "--json")
    assert [block["type"] for block in json.loads(out)["messages"][0]["content"]] == ["text", "image", "image"]
    assert len(list(data_dir.rglob("*.jpg"))) == 2
    (tmp_path / "notes.jpg").write_text("no picture")
    code, _, err = maison("ask", "and this?", "--photo", str(tmp_path / "notes.jpg"))
    assert (code, err.startswith("maison: ")) == (1, True)


@pytest.mark.usefixtures("shop")
def test_what_a_turn_refuses_is_said(maison: Maison, tmp_path: Path) -> None:
    code, _, err = maison("ask", "a coat", "--model", "gpt-99")
    assert (code, "gpt-99" in err, "house" in err) == (1, True, True)
    assert maison("ask", "  ")[0] == 1
    assert maison("ask", "a coat", "--thread", "../up")[0] == 1
    assert maison("ask", "a coat", "--photo", str(tmp_path / "none.jpg"))[0] == 2


@pytest.mark.usefixtures("shop")
def test_a_chat_ends_with_an_empty_line(maison: Maison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("hello\nan outfit for the office\n\n"))
    code, out, err = maison("chat", "--thread", "t")
    assert (code, "total" in out, "--thread t" in err) == (0, True, True)


@pytest.fixture
def server(shop: None, data_dir: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from cli.main import main; main()", "serve", "--port", str(port)]
    env = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        try:
            assert process.stdout is not None
            assert f"http://127.0.0.1:{port}" in process.stdout.readline()
            yield f"http://127.0.0.1:{port}"
            process.terminate()
            assert process.wait(20) == 0
        finally:
            process.kill()


def test_a_turn_goes_through_the_server_that_owns_the_directory(maison: Maison, server: str) -> None:
    code, out, _ = maison("ask", "a navy coat", "--thread", "t", "--json")
    assert code == 0
    state = httpx.get(f"{server}/threads/t/state").json()
    assert state["values"]["messages"][-1]["content"] == json.loads(out)["messages"][-1]["content"]
    code, _, err = maison("serve", "--port", "1")
    assert code == 1
    assert "address" in err or "in use" in err
