"""Runs are traced to LangSmith where its key is set, without pixels; where none is, nothing is ever asked of it."""

import asyncio
import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from evals.scripted.server import open_backend
from graph import langsmith_door
from graph.langsmith_door import has_key, open_langsmith, without_pixels
from stores.caller import LOCAL
from tests.conftest import Talk
from tests.langsmith_server import LangSmith, langsmith_server, pointed_at
from tests.photos import red_square

KEY = {"LANGSMITH_API_KEY": "lsv2_pt_test"}


@pytest.fixture
def langsmith() -> Iterator[LangSmith]:
    with langsmith_server() as server:
        yield server


def test_a_key_is_one_of_two_variables_that_holds_something() -> None:
    assert has_key(KEY) and has_key({"LANGCHAIN_API_KEY": "x"})
    assert not has_key({}) and not has_key({"LANGSMITH_API_KEY": "  "})


def test_what_is_encoded_is_left_out_wherever_it_stands() -> None:
    pixels = base64.b64encode(bytes(range(256)) * 4).decode()
    told = {"messages": [{"content": [{"image_url": {"url": f"data:image/png;base64,{pixels}"}}]}], "n": 1, "t": None}
    cut = without_pixels(told)
    assert pixels[:60] not in json.dumps(cut) and "characters left out" in json.dumps(cut)
    plain = {"text": "a navy blazer, 89 €" * 40, "list": [1, "two", {"three": 3.0}]}
    assert without_pixels(plain) == plain


@pytest.mark.parametrize(
    ("told", "traced"),
    [
        ({}, False),
        ({"LANGSMITH_TRACING": "true"}, False),
        (KEY, True),
        (KEY | {"LANGSMITH_TRACING": "true"}, True),
        (KEY | {"LANGSMITH_TRACING": "false"}, False),
        (KEY | {"LANGCHAIN_TRACING_V2": "false"}, False),
        (KEY | {"LANGSMITH_TRACING": "true", "LANGSMITH_TRACING_MODE": "otel"}, False),
    ],
)
async def test_a_turn_is_traced_with_a_key_unless_that_is_switched_off(
    told: dict[str, str], traced: bool, langsmith: LangSmith, open_house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "LANGSMITH_TRACING_MODE" in told:  # the spans themselves are another's business
        told = told | {"OTEL_SDK_DISABLED": "true"}
    with pointed_at(langsmith, monkeypatch, **told):
        assert open_langsmith() is traced
        async with open_house() as services:
            await Talk(services).say("hello")
        if traced:
            await asyncio.to_thread(langsmith_door._open[0].flush)
    assert bool(langsmith.asked) is traced
    assert {asked.key for asked in langsmith.asked} <= {"lsv2_pt_test"}
    assert ("stylist" in {run["name"] for run in langsmith.runs.values()}) is traced


async def test_a_photo_that_a_model_is_shown_does_not_reach_it(
    langsmith: LangSmith, open_house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pointed_at(langsmith, monkeypatch, **KEY):
        async with open_backend() as backend, open_house(model_caption=backend.spec("good")) as services:
            photo = await services.photos.add(LOCAL, red_square())
            shown = [{"type": "text", "text": "what goes with this?"}, {"type": "image", "file_id": photo.id}]
            output = await Talk(services).say(shown)
            assert output["degraded"] == []
        await asyncio.to_thread(langsmith_door._open[0].flush)
    asked = [run for run in langsmith.runs.values() if (run["extra"]["metadata"].get("role")) == "caption"]
    assert any("characters left out" in json.dumps(run["inputs"]) for run in asked)
    sent = json.dumps([one.body for one in langsmith.asked])
    assert "base64," not in sent and base64.b64encode(red_square()).decode()[:60] not in sent
