"""Whatever is sent, the API answers as its description says: it never fails, and no status and no shape surprises."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import jsonschema_rs
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from server.app import create_app
from tests.server.asking import URL, Asking, Document, Known, Schema
from tests.server.processes import said, until
from tests.server.test_two_people import IN_ORDER, Person, at_rest

EXAMPLES = 15
RUN_EXAMPLES = 20  # a run can go wrong in more ways than anything else
OPEN = {"/", "/ok", "/info"}
FAULTS = {"401", "403", "413", "415", "422", "429", "500", "503"}
DEAR = {"/v1/me", "/v1/me/export", "/v1/suggestions", "/v1/catalog/feeds"}

Send = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
async def app(open_house: Any) -> AsyncIterator[FastAPI]:
    async with open_house() as services:
        application = create_app(services.settings, services)
        async with application.router.lifespan_context(application):
            yield application


def in_order(document: Document) -> list[tuple[str, str, Schema]]:
    """Every operation, those that delete last and the whole person at the very end."""
    every = [
        (method.upper(), path, one) for path, methods in document["paths"].items() for method, one in methods.items()
    ]
    return sorted(every, key=lambda one: (one[1] == "/v1/me", IN_ORDER.index(one[0]), -one[1].count("/")))


def fuzz(document: Document, known: Known, send: Send) -> Counter[str]:
    """Asks everything of every operation; returns how often each was answered well."""
    asking, answered = Asking(document, known), Counter[str]()
    for method, path, described in in_order(document):

        def examine(request: httpx.Request, described: Schema = described) -> bool:
            body, answer = request.read(), send(request)
            note(f"{request.method} {request.url} {body!r}: {answer.status_code} {answer.text[:500]}")
            check(answer, described["responses"], document)
            return answer.is_success

        answered[f"{method} {path}"] = ask(asking.request(method, path, described), examples(path), examine)
    return answered


def examples(path: str) -> int:
    return 2 if path in DEAR else RUN_EXAMPLES if "/runs" in path else EXAMPLES


def ask(requests: st.SearchStrategy[httpx.Request], most: int, examine: Callable[[httpx.Request], bool]) -> int:
    """Examines requests, the same in every run; returns how many of them were answered well."""
    answered = 0

    @settings(
        max_examples=most, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(requests)
    def count(request: httpx.Request) -> None:
        nonlocal answered
        answered += examine(request)

    count()
    return answered


def check(answer: httpx.Response, described: dict[str, Schema], document: Document) -> None:
    """Whether an answer is one of those that the description has for it."""
    assert str(answer.status_code) in described.keys() - {"500"}
    if answer.is_error:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
    content = described[str(answer.status_code)].get("content")
    if not content:
        assert answer.content == b""
        return
    media_type = answer.headers["content-type"].partition(";")[0]
    assert media_type in content
    if media_type.endswith("json"):
        schema = content[media_type]["schema"] | {"components": document["components"]}
        jsonschema_rs.validate(schema, json.loads(answer.content))


def known_of(person: Person) -> Known:
    """What is there to be named in a request, by the names of fields and parameters."""
    known = {name: [value] for name, value in person.ids.items() if name.endswith("_id")}
    known["look_id"].append("look-1")
    several = {"article_id": known["item_id"], "run_ids": [known["run_id"]], "ids": [known["thread_id"]]}
    return known | several | {"input": [said("a navy coat")]}


def test_every_fault_and_every_shape_is_described(app: FastAPI) -> None:
    document = app.openapi()
    assert "HTTPValidationError" not in json.dumps(document["paths"])
    for method, path, described in in_order(document):
        answers = described["responses"]
        assert answers.keys() >= (FAULTS if path not in OPEN else {"500"}), (method, path)
        assert "404" in answers or "{" not in path, (method, path)
        shapes = [one["schema"] for answer in answers.values() for one in answer.get("content", {}).values()]
        assert all(shapes), (method, path)


async def test_every_answer_is_as_described(app: FastAPI) -> None:
    loop = asyncio.get_running_loop()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=URL, timeout=60) as http:
        person = Person(http, "adamantine")
        await person.make_one_of_everything()

        async def complete(request: httpx.Request) -> httpx.Response:
            answer = await http.send(request)
            await until(lambda: at_rest(app))
            return answer

        def send(request: httpx.Request) -> httpx.Response:
            return asyncio.run_coroutine_threadsafe(complete(request), loop).result(60)

        answered = await asyncio.to_thread(fuzz, app.openapi(), known_of(person), send)
    assert len(+answered) > 0.8 * len(list(in_order(app.openapi())))
