"""Every node that may fail does so here once; the person still gets an answer, and `degraded` says what is missing."""

import asyncio
from typing import Any

import pytest
from langchain_core.tools import StructuredTool
from langgraph.errors import GraphInterrupt

from graph.failures import degrades
from tests.conftest import Talk

WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman."


def broken_tool(name: str) -> StructuredTool:
    async def fail(**_: Any) -> None:
        raise ConnectionError("a secret address")

    return StructuredTool.from_function(coroutine=fail, name=name, description="fails", args_schema={"properties": {}})


@pytest.mark.parametrize(
    ("tool", "text", "looks"),
    [
        ("read_weather", WEDDING, True),
        ("read_event", WEDDING, True),
        ("search_catalog", WEDDING, False),
        ("make_preview", "show me a preview of the first one", False),
    ],
)
async def test_a_tool_that_fails_is_named_and_the_turn_goes_on(services, tool, text, looks):
    talk = Talk(services)
    await talk.say("Recommend an outfit for a party")
    services.tools[tool] = broken_tool(tool)
    output = await talk.say(text)
    role = "preview" if tool == "make_preview" else tool
    assert {"role": role, "model": "tool", "reason": "error: ConnectionError"} in output["degraded"]
    assert bool(output["looks"]) == looks
    assert output["messages"][-1].text
    assert "secret" not in str(output)


@pytest.mark.parametrize(
    ("function", "role", "text"),
    [
        ("graph.turn.rules_for", "style", WEDDING),
        (
            "graph.nodes.rubric",
            "critique",
            "I'm wearing a red skirt and an orange blouse to the office, how can I improve?",
        ),
        ("graph.nodes.compose_held", "compose", WEDDING),
        ("graph.nodes.review", "check", WEDDING),
        ("graph.changing._garments_meant", "update_person", "delete the red scarf"),
    ],
)
async def test_a_node_that_fails_is_named_and_the_turn_goes_on(services, monkeypatch, function, role, text):
    def fail(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(function, fail)
    output = await Talk(services).say(text)
    assert role in {row["role"] for row in output["degraded"]}
    assert output["messages"][-1].text


async def test_a_memory_that_cannot_be_written_does_not_cost_the_reply(services, monkeypatch):
    async def fail(*_: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(services.memory, "change_profile", fail)
    output = await Talk(services).say("I'm a woman. What do I wear to a party?")
    assert output["looks"]
    assert "remember" in {row["role"] for row in output["degraded"]}


class Room:
    @degrades("room")
    async def interrupt(self) -> dict[str, Any]:
        raise GraphInterrupt

    @degrades("room")
    async def fail(self) -> dict[str, Any]:
        raise ValueError("the person's words")


async def test_an_interrupt_is_no_failure():
    with pytest.raises(GraphInterrupt):
        await Room().interrupt()


async def test_a_failure_is_noted_by_its_kind_alone():
    assert await Room().fail() == {"degraded": [{"role": "room", "model": "tool", "reason": "error: ValueError"}]}


@pytest.fixture
async def mute_port():
    """A port that accepts and never answers."""
    held = []
    server = await asyncio.start_server(lambda reader, writer: held.append(writer), "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    for writer in held:
        writer.close()
    server.close()


async def test_a_model_that_never_answers_costs_time_but_no_look(open_house, mute_port):
    spec = f"vllm:mute@http://127.0.0.1:{mute_port}/v1"
    async with open_house(model=spec, call_seconds=0.3, turn_seconds=2) as services:
        outputs = await asyncio.gather(*(Talk(services).say(WEDDING) for _ in range(20)))
    for output in outputs:
        assert output["looks"]
        assert {row["role"] for row in output["degraded"]} == {"style", "merge"}
        assert {row["model"] for row in output["degraded"]} == {spec}
        assert output["messages"][-1].text
