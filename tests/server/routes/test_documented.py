"""What the API's description promises of Maison's own routes, and that nothing else is ever answered."""

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

Operation = tuple[str, str, dict[str, Any]]

SPITEFUL = [
    "",
    " ",
    "..",
    "x" * 3000,
    "\0",
    "\U0001f457",
    "-1",
    "null",
    "9" * 40,
    "nan",
    "1e400",
    "'; DROP TABLE store",
]
UNWRITABLE = "\ud83d"
FITTING = ["red", "M", "midi_skirt", "EUR", "up", "wool", "outer", "hybrid", "5"]
IN_PATHS = ["..%2f..", "%2e%2e", "%00", "%ff", "%F0%9F%91%97", "a%2fb", "x" * 3000, "-1", "none"]
GARMENT = ("id", "category", "colours", "name", "fabrics", "photo", "size", "clo", "confirmed", "slot", UNWRITABLE)
SLOW = {("DELETE", "/v1/me"), ("GET", "/v1/me/export"), ("POST", "/v1/catalog/feeds")}


def operations(app: FastAPI) -> Iterator[Operation]:
    """(method, path, description) of every operation under /v1 but those of sessions, which are tested beside them."""
    for path, methods in app.openapi()["paths"].items():
        for method, described in methods.items():
            if path.startswith("/v1") and not path.startswith("/v1/session"):
                yield method.upper(), path, described


def spite(chance: random.Random, depth: int = 0) -> Any:
    """A JSON value that nobody should send; some are all right."""
    kind = chance.randrange(6 if depth > 2 else 8)
    if kind > 5:
        several = [spite(chance, depth + 1) for _ in range(chance.randrange(3))]
        names = ("max", "currency", "clothes", "name", "family", "hex", UNWRITABLE)
        return several if kind == 6 else {chance.choice(names): value for value in several}
    words = [*SPITEFUL, UNWRITABLE, *FITTING]
    return [None, True, chance.randint(-3, 2**70), 1e308, chance.choice(words), chance.choice(FITTING)][kind]


def body_of(described: dict[str, Any], app: FastAPI, chance: random.Random) -> Any:
    """A body with some of the fields that the description names, or something else altogether."""
    schema = described["requestBody"]["content"]["application/json"]["schema"]
    named = app.openapi()["components"]["schemas"].get(schema.get("$ref", "").rpartition("/")[2], {})
    fields = tuple(named.get("properties", GARMENT))

    def row() -> dict[str, Any]:
        return {field: spite(chance) for field in fields if chance.random() < 0.5}

    if chance.random() < 0.1:
        return spite(chance)
    return row() if named else [row() for _ in range(3)]


async def test_every_answer_has_a_shape_and_every_fault_a_name(app: FastAPI) -> None:
    found = list(operations(app))
    assert len(found) > 30
    for method, path, described in found:
        answers = described["responses"]
        empty = {"204", "307"}
        for status in (status for status in answers if status[0] in "23" and status not in empty):
            content = answers[status]["content"].values()
            assert content and all(one["schema"] for one in content), (method, path)
        assert "404" in answers or "{" not in path, (method, path)
        if path != "/v1/capabilities":
            assert answers.keys() >= {"401", "403", "413", "422", "429", "503"}, (method, path)
            assert "HTTPValidationError" not in json.dumps(answers), (method, path)


@pytest.mark.parametrize("seed", range(4))
async def test_spiteful_input_is_answered_as_described(house_app: FastAPI, house: httpx.AsyncClient, seed: int) -> None:
    chance = random.Random(seed)
    for method, path, described in operations(house_app):
        if (method, path) in SLOW or path == "/v1/suggestions":
            continue
        for _ in range(5):
            address = re.sub(r"\{.*?\}", lambda _: chance.choice(IN_PATHS), path)
            asked = [one["name"] for one in described.get("parameters", []) if one["in"] == "query"]
            query = {name: chance.choice(SPITEFUL + FITTING) for name in asked if chance.random() < 0.2}
            content = described.get("requestBody", {}).get("content", {})
            body = json.dumps(body_of(described, house_app, chance)) if "application/json" in content else None
            headers = {"content-type": "application/json"}
            answer = await house.request(method, address, params=query, content=body, headers=headers)
            known = {*described["responses"], "404"} - {"500"}
            assert str(answer.status_code) in known, (method, address[:80], query, body, answer.text[:300])
            if answer.status_code >= 400:
                assert answer.headers["content-type"] == "application/problem+json"
