"""What a scraper reads, after real turns."""

import re
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from evals.scripted.server import open_backend
from server.limits import Admission
from server.metrics import Metrics, calls
from stores.caller import Caller
from tests.conftest import Talk
from tests.server.processes import said
from tests.server.test_recovery import running


def sample(text: bytes, name: str, **labels: str) -> float | None:
    """The value of a series whose labels include these."""
    for found in re.finditer(rf"^{name}(?:{{(.*)}})? (\S+)$", text.decode(), re.MULTILINE):
        if all(f'{key}="{value}"' in (found[1] or "") for key, value in labels.items()):
            return float(found[2])
    return None


async def test_requests_are_counted_by_route_and_status(http: httpx.AsyncClient) -> None:
    for path in ("/ok", "/ok", "/v1/photos/my-holiday", "/nothing"):
        await http.get(path)
    answer = await http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    count = "maison_http_request_seconds_count"
    assert sample(answer.content, count, route="/ok", status="200") == 2
    assert sample(answer.content, count, route="/v1/photos/{photo_id}", status="404") == 1
    assert sample(answer.content, count, route="unmatched", status="404") == 1
    assert "holiday" not in answer.text


async def test_a_run_over_http_is_heard_by_its_trace(http: httpx.AsyncClient, app: FastAPI) -> None:
    await http.post("/runs/wait", json={"assistant_id": "stylist", "input": said("hello")})
    text = (await http.get("/metrics")).content
    assert sample(text, "maison_node_seconds_count", node="reply") == 1
    assert sample(text, "maison_turn_seconds_count") == 1
    assert sample(text, "maison_runs_total", status="success") == 1
    assert sample(text, "maison_runs_under_way") == 0
    assert len(app.state.desk.services.observers) == 1


async def test_a_turn_of_the_house_tells_of_its_nodes_and_calls(open_house: Any) -> None:
    metrics = Metrics(Admission(None, 9))
    async with open_house() as services:
        services.observers.append(metrics.trace)
        await Talk(services).say("I need a black blazer for a professional meeting")
    text = metrics.text()
    for node in ("understand", "compose", "merge"):
        assert sample(text, "maison_node_seconds_count", node=node) == 1, node
    assert sample(text, "maison_model_call_seconds_count", role="understand", outcome="success") == 1
    assert b"blazer" not in text


async def test_a_model_that_does_not_answer_is_counted_as_a_fallback(open_house: Any) -> None:
    heard: list[dict[str, Any]] = []
    async with open_house(model="vllm:none@http://127.0.0.1:9/v1", call_seconds=30) as services:
        metrics = Metrics(Admission(None, 9))
        services.observers += [metrics.trace, heard.append]
        await Talk(services).say("hello")
    reasons = {entry["reason"].partition(":")[0] for entry in heard[0]["outputs"]["degraded"]}
    assert reasons
    for reason in reasons:
        assert (sample(metrics.text(), "maison_fallbacks_total", reason=reason) or 0) >= 1
    assert sample(metrics.text(), "maison_model_call_seconds_count", outcome="error") is not None


async def test_over_http_a_turn_whose_model_fails_moves_every_count(open_house: Any) -> None:
    async with (
        open_house(
            model="vllm:none@http://127.0.0.1:9/v1", call_seconds=30, call_retries=0, unread_words=-1
        ) as services,
        running(services.settings, services) as client,
    ):
        output: Any = await client.runs.wait(None, "stylist", input=said("What do I wear to a wedding in Lyon?"))
        text = (await client.http.client.get("/metrics")).content
    assert {"understand", "style", "merge"} <= {entry["role"] for entry in output["degraded"]}
    for role in ("understand", "style", "merge"):
        assert (sample(text, "maison_fallbacks_total", role=role) or 0) >= 1, role
        for model, outcome in (("none", "error"), ("house", "success")):
            labels = {"role": role, "model": model, "outcome": outcome}
            assert sample(text, "maison_model_call_seconds_count", **labels) == 1, labels
    assert b"None" not in text
    assert sample(text, "maison_runs_total", status="success") == 1
    assert sample(text, "maison_turn_seconds_count") == 1
    assert sample(text, "maison_http_request_seconds_count", route="/runs/wait", status="200") == 1


async def test_runs_and_those_under_way() -> None:
    admission = Admission(None, 9)
    metrics = Metrics(admission)
    admission.admit(Caller("ada"))
    for status in ("success", "success", "error"):
        metrics.run(status)
    assert sample(metrics.text(), "maison_runs_under_way") == 1
    assert sample(metrics.text(), "maison_runs_total", status="success") == 2
    assert sample(metrics.text(), "maison_runs_total", status="error") == 1


def test_calls_are_walked_from_the_outside_in() -> None:
    def call(name: str, *children: Any) -> dict[str, Any]:
        return {"name": name, "children": list(children)}

    tree = call("a", call("b", call("c")), call("d"))
    assert [entry["name"] for entry in calls(tree)] == ["a", "b", "c", "d"]


async def test_tokens_and_cost_of_models_are_counted(open_house: Any) -> None:
    async with open_backend() as backend:
        prices = {backend.spec(): {"input": 1.0, "output": 1.0}}
        async with open_house(model=backend.spec(), prices=prices) as services:
            metrics = Metrics(Admission(None, 9))
            services.observers.append(metrics.trace)
            await Talk(services).say("What do I wear to a wedding in Lyon?")
    text = metrics.text()
    taken, given = (
        sample(text, "maison_model_tokens_total", role="merge", direction=way) or 0 for way in ("input", "output")
    )
    assert given == sum(call.tokens for call in backend.calls if call.role == "merge") > 0
    assert sample(text, "maison_model_cost_total", role="merge") == pytest.approx((taken + given) / 1e6)
