"""What the server does not take, and that it says so as a problem that names the fault."""

import json
from typing import Any

import httpx
import pytest

JSON = {"content-type": "application/json"}
HELLO = {"role": "user", "content": "hello"}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def holding(content: Any) -> dict[str, Any]:
    return {"input": {"messages": [{"role": "user", "content": content}]}}


def image(**keys: Any) -> dict[str, Any]:
    return holding([{"type": "image", **keys}])


REFUSED: list[tuple[str, dict[str, Any], int, str, str]] = [
    ("no input", {}, 422, "bad_input", "input"),
    ("input is a text", {"input": "hello"}, 422, "bad_input", "object"),
    ("looks in the input", {"input": {"messages": [HELLO], "looks": []}}, 422, "bad_input", "looks"),
    ("no message", {"input": {"messages": []}}, 422, "bad_input", "exactly one"),
    ("two messages", {"input": {"messages": [HELLO, HELLO]}}, 422, "bad_input", "exactly one"),
    ("a message pair", {"input": {"messages": [["user", "hello"]]}}, 422, "bad_input", "exactly one"),
    ("system message", {"input": {"messages": [HELLO | {"role": "system"}]}}, 422, "bad_input", "system"),
    ("ai message", {"input": {"messages": [{"type": "ai", "content": "x"}]}}, 422, "bad_input", "ai"),
    ("tool calls", {"input": {"messages": [HELLO | {"tool_calls": []}]}}, 422, "bad_input", "tool_calls"),
    ("no content", {"input": {"messages": [{"role": "user"}]}}, 422, "bad_input", "content"),
    ("empty text", holding(" \n"), 422, "empty_message", "empty"),
    ("no blocks", holding([]), 422, "empty_message", "empty"),
    ("long text", holding("a" * 201), 422, "message_too_long", "200"),
    ("long text in blocks", holding([{"type": "text", "text": "a" * 101}] * 2), 422, "message_too_long", "200"),
    ("half a surrogate pair", holding("\ud83d"), 422, "bad_input", "Unicode"),
    ("audio", holding([{"type": "audio", "base64": ""}]), 422, "bad_input", "audio"),
    ("a file", holding([{"type": "file", "data": ""}]), 422, "bad_input", "file"),
    ("a web picture", image(url="https://example.org/a.jpg"), 422, "bad_input", "web"),
    ("broken base64", image(base64="%%%"), 422, "bad_input", "base64"),
    ("bytes of no picture", image(data="aGVsbG8="), 422, "photo_unreadable", "JPEG"),
    ("a tiny picture", image(data=PIXEL), 422, "photo_too_small", "1 x 1"),
    ("an unknown photo", image(file_id="nothing"), 422, "bad_input", "nothing"),
    ("unknown context key", {**holding("x"), "context": {"colour": 1}}, 422, "bad_context", "context.colour"),
    ("context out of range", {**holding("x"), "context": {"looks": 99}}, 422, "bad_context", "context.looks"),
    ("unregistered model", {**holding("x"), "context": {"model": "vllm:a@http://b"}}, 422, "unknown_model", "house"),
    ("a huge number", {**holding("x"), "metadata": {"n": 2**70}}, 422, "bad_input", "metadata"),
    ("broken metadata", {**holding("x"), "metadata": {"n": "\ud83d"}}, 422, "bad_input", "metadata"),
    ("a caller", {**holding("x"), "config": {"configurable": {"caller": "me"}}}, 422, "bad_input", "configurable"),
    (
        "another thread",
        {**holding("x"), "config": {"configurable": {"thread_id": "t2"}}},
        422,
        "bad_input",
        "thread_id",
    ),
    ("an unknown key", {**holding("x"), "contxt": {}}, 422, "bad_input", "contxt"),
    ("input and a command", {**holding("x"), "command": {"resume": 1}}, 422, "bad_input", "not both"),
    ("a command of another kind", {"command": {"restart": 1}}, 422, "bad_input", "restart"),
    ("a command that says nothing", {"command": {"update": {}}}, 422, "bad_input", "resume"),
    ("a node that is not there", {"command": {"goto": "nowhere"}}, 422, "bad_input", "nowhere"),
    ("a stop that is not there", {**holding("x"), "interrupt_before": ["nowhere"]}, 422, "bad_input", "nowhere"),
    ("nothing to go on with", {"input": None}, 422, "bad_input", "go on"),
    ("another strategy", {**holding("x"), "multitask_strategy": "hurry"}, 422, "bad_input", "multitask_strategy"),
    ("partial messages", {**holding("x"), "stream_mode": ["messages"]}, 501, "not_supported", "messages/partial"),
    ("an unknown mode", {**holding("x"), "stream_mode": ["tools"]}, 501, "not_supported", "tools"),
    ("a web hook", {**holding("x"), "webhook": "https://example.org"}, 501, "not_supported", "webhook"),
    ("a delay", {**holding("x"), "after_seconds": 5}, 501, "not_supported", "after_seconds"),
    ("an unknown checkpoint", {**holding("x"), "checkpoint_id": "none"}, 404, "no_checkpoint", "none"),
    ("an unknown assistant", {**holding("x"), "assistant_id": "cook"}, 404, "no_assistant", "cook"),
]


@pytest.mark.parametrize(
    ("body", "status", "code", "word"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
async def test_bad_runs_are_refused_and_leave_no_trace(
    http: httpx.AsyncClient, body: dict[str, Any], status: int, code: str, word: str
) -> None:
    await http.post("/threads", json={"thread_id": "t1"})
    answer = await http.post(
        "/threads/t1/runs/wait", content=json.dumps({"assistant_id": "stylist", **body}), headers=JSON
    )
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "detail", "code"}
    assert word in answer.json()["detail"]
    assert (await http.get("/threads/t1/runs")).json() == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/nowhere", None, 404, "not_found"),
        ("PUT", "/threads", {}, 405, "method_not_allowed"),
        ("POST", "/threads", {"thread_id": "../up"}, 422, "bad_input"),
        ("POST", "/threads/search", {"limit": 0}, 422, "bad_input"),
        ("GET", "/threads/unknown/state", None, 404, "no_thread"),
        ("POST", "/threads/unknown/history", {}, 404, "no_thread"),
        ("DELETE", "/threads/unknown", None, 404, "no_thread"),
        ("GET", "/threads/unknown/runs", None, 404, "no_thread"),
    ],
)
async def test_every_error_is_a_problem(
    http: httpx.AsyncClient, method: str, path: str, body: Any, status: int, code: str
) -> None:
    answer = await http.request(method, path, json=body)
    assert (answer.status_code, answer.json()["code"], answer.json()["status"]) == (status, code, status)
    assert len(answer.json()["detail"]) > 25


async def test_broken_json_is_a_problem(http: httpx.AsyncClient) -> None:
    answer = await http.post("/threads", content=b'{"thread', headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")


async def test_a_body_over_the_limit_is_refused_announced_or_not(http: httpx.AsyncClient) -> None:
    async def pieces() -> Any:
        for _ in range(20):
            yield b"x" * 100_000

    for body in (b"x" * 2_000_000, pieces()):
        answer = await http.post("/threads", content=body, headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


async def test_prompts_are_for_those_who_may_edit_them(http: httpx.AsyncClient, app: Any) -> None:
    from server.auth import caller_of
    from stores.caller import Caller

    app.dependency_overrides[caller_of] = lambda: Caller("guest")
    body = {"assistant_id": "stylist", **holding("x"), "context": {"prompt_style": "Sell."}}
    answer = await http.post("/runs/wait", json=body)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


async def test_other_peoples_threads_are_not_there(http: httpx.AsyncClient, app: Any) -> None:
    from server.auth import caller_of
    from stores.caller import Caller

    body = {"assistant_id": "stylist", **holding("hello")}
    await http.post("/threads", json={"thread_id": "mine"})
    run_path = (await http.post("/threads/mine/runs/wait", json=body)).headers["content-location"]
    app.dependency_overrides[caller_of] = lambda: Caller("guest")
    for method, path in [
        ("GET", "/threads/mine"), ("GET", "/threads/mine/state"), ("POST", "/threads/mine/history"),
        ("DELETE", "/threads/mine"), ("GET", "/threads/mine/runs"), ("GET", run_path),
        ("POST", "/threads/mine/runs/wait"), ("POST", "/threads/mine/runs/stream"),
    ]:  # fmt: skip
        answer = await http.request(method, path, json=body if "runs" in path else {})
        assert answer.status_code == 404, (method, path)
    assert (await http.post("/threads/search", json={})).json() == []
    assert (await http.post("/threads", json={"thread_id": "mine", "if_exists": "do_nothing"})).status_code == 409
    create = body | {"if_not_exists": "create"}
    assert (await http.post("/threads/mine/runs/wait", json=create)).status_code == 409
