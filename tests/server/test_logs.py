"""What is written to the log: enough to find a fault, never a person's words nor a secret."""

import base64
import io
import json
import logging
import traceback
import warnings
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from server.logs import JsonLines, chosen_id, message, write_logs
from tests.server.pictures import MARKER, photo
from tests.server.processes import said, until
from tests.server.test_recovery import running

WORDS = "my secret red scarf"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything logged while the test runs, as the process would write it."""
    root, ours = logging.getLogger(), logging.getLogger("maison")
    before = root.handlers[:], root.level, ours.level
    stream = io.StringIO()
    write_logs(stream)
    yield stream
    logging.captureWarnings(False)
    root.handlers[:], root.level, ours.level = before


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


async def test_each_request_is_one_line_with_its_id_and_no_path(http: httpx.AsyncClient, written: io.StringIO) -> None:
    answer = await http.get("/v1/photos/my-holiday?token=abc", headers={"X-Request-Id": "from-the-app.7"})
    assert answer.headers["x-request-id"] == "from-the-app.7"
    (line,) = [line for line in lines(written) if line["logger"] == "maison.access"]
    assert (line["request_id"], line["method"], line["status"]) == ("from-the-app.7", "GET", 404)
    assert line["route"] == "/v1/photos/{photo_id}"
    assert len(line["caller"]) == 32
    assert line["ms"] > 0
    assert "holiday" not in written.getvalue()
    assert "abc" not in written.getvalue()


async def test_a_turn_that_fails_is_found_by_its_request_and_quotes_nobody(
    http: httpx.AsyncClient, written: io.StringIO
) -> None:
    body = {"assistant_id": "stylist", "input": said(f"fail with {WORDS}")}
    answer = await http.post("/runs/wait", json=body, headers={"X-Request-Id": "r1", "X-Api-Key": "maison_ab_secret"})
    assert "__error__" in answer.json()
    (line,) = [line for line in lines(written) if line["level"] == "error"]
    assert line["request_id"] == "r1"
    assert "RuntimeError" in line["message"]
    assert WORDS not in written.getvalue()
    assert "maison_ab_secret" not in written.getvalue()


async def test_a_run_that_waited_its_turn_is_logged_under_the_request_that_asked_for_it(
    http: httpx.AsyncClient, written: io.StringIO
) -> None:
    thread = (await http.post("/threads", json={})).json()["thread_id"]
    for identity, text in (("first", "slowly"), ("second", f"fail with {WORDS}"), ("third", f"fail with {WORDS}")):
        body = {"assistant_id": "stylist", "input": said(text)}
        await http.post(f"/threads/{thread}/runs", json=body, headers={"X-Request-Id": identity})

    async def idle() -> bool:
        return bool((await http.get(f"/threads/{thread}")).json()["status"] != "busy")

    await until(idle)
    failures = [line["request_id"] for line in lines(written) if line["level"] == "error"]
    assert failures == ["second", "third"]


async def test_a_real_turn_with_a_photo_and_a_failing_model_is_logged_under_its_request_without_its_words(
    open_house: Any, written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoded = base64.b64encode(photo()).decode()
    content = [{"type": "text", "text": WORDS}, {"type": "image", "base64": encoded}]
    changes = {"model": "vllm:none@http://127.0.0.1:9/v1", "call_seconds": 30, "photos_leave": True}
    async with open_house(**changes) as services, running(services.settings, services) as client:

        async def broken(*_: Any, **__: Any) -> None:
            raise RuntimeError(WORDS)

        monkeypatch.setattr(services.photos, "pixels", broken)
        message = {"role": "user", "content": content}
        await client.runs.wait(
            None, "stylist", input={"messages": [message]}, headers={"X-Request-Id": "r1"}, raise_error=False
        )
    told = lines(written)
    assert any(line["logger"].startswith("graph") for line in told)
    assert {line["request_id"] for line in told} == {"r1"}
    for secret in (WORDS, "scarf", MARKER, encoded[400:440]):
        assert secret not in written.getvalue()


async def test_an_unforeseen_error_names_the_route_and_not_the_path(
    http: httpx.AsyncClient, app: FastAPI, written: io.StringIO
) -> None:
    async def broken(name: str) -> None:
        raise RuntimeError(name)

    app.add_api_route("/broken/{name}", broken)
    assert (await http.get("/broken/ada")).status_code == 500
    assert "/broken/{name}" in written.getvalue()
    assert "/broken/ada" not in written.getvalue()


async def test_requests_that_no_route_serves_share_a_name(http: httpx.AsyncClient, written: io.StringIO) -> None:
    await http.get("/wp-login.php")
    assert [line["route"] for line in lines(written)] == ["unmatched"]


def test_of_other_peoples_loggers_only_template_and_place_are_written(written: io.StringIO) -> None:
    stranger = logging.getLogger("chroma.thing")
    stranger.warning("could not embed %s", WORDS)
    stranger.warning(f"could not embed {WORDS}")
    try:
        raise ValueError(WORDS)
    except ValueError:
        stranger.exception("failed on %s", WORDS)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(WORDS, UserWarning, stacklevel=1)
    told = lines(written)
    assert told[0]["message"].endswith("could not embed %s")
    assert told[1]["message"].startswith("test_logs:")
    assert told[2]["error"].startswith("ValueError <")
    assert WORDS not in written.getvalue()


def test_a_traceback_that_comes_as_text_is_told_without_what_it_quotes(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("uvicorn"), "propagate", True)  # a web server started here changes that
    try:
        raise ValueError(f"{WORDS}\nand more: {WORDS}")
    except ValueError:
        logging.getLogger("uvicorn.error").error(traceback.format_exc())
    (line,) = lines(written)
    assert line["message"].startswith("ValueError < test_a_traceback")
    assert WORDS not in written.getvalue()


def test_our_own_lines_are_whole_and_carry_their_fields() -> None:
    record = logging.LogRecord("maison.server", logging.INFO, "a.py", 1, "run %s failed", ("r1",), None)
    record.fields = {"status": 500}
    line = json.loads(JsonLines().format(record))
    assert (line["message"], line["status"], line["level"]) == ("run r1 failed", 500, "info")
    assert "request_id" not in line
    assert message(record) == "run r1 failed"


@pytest.mark.parametrize("asked", ["", "a b", "a\nb", "a" * 65, "é", '"'])
def test_an_id_that_cannot_stand_in_a_log_is_replaced(asked: str) -> None:
    assert chosen_id(asked) != asked
    assert chosen_id(asked) != chosen_id(asked)
