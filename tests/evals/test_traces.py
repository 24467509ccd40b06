from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from evals import traces
from prompts.loader import load_prompt
from tests.conftest import Talk

WEDDING = "A navy outfit for a wedding in Lisbon in May, under 300 euros"


@pytest.fixture
def documents(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The documents of the runs of this test, as they end."""
    kept: list[dict[str, Any]] = []
    monkeypatch.setattr(talk.services, "observers", [kept.append])
    return kept


async def test_nodes_come_in_order_with_their_steps_and_times(talk: Talk, documents: list[dict[str, Any]]) -> None:
    await talk.say(WEDDING)
    (trace,) = documents
    assert traces.nodes(trace)[:4] == ["recall", "understand", "read_conditions", "settle"]
    assert traces.nodes(trace)[-4:] == ["compose", "check", "merge", "remember"]
    visits = traces.visits(trace)
    assert [visit.step for visit in visits] == sorted(visit.step for visit in visits)
    assert all(a.end and b.start and a.end <= b.start + timedelta(milliseconds=1) for a, b in pairwise(visits))
    assert all(visit.duration_ms is not None and visit.error is None for visit in visits)
    assert "looks" in traces.visits(trace)[-4].outputs


async def test_branches_of_one_step_are_told_apart_from_those_in_turn(
    talk: Talk, documents: list[dict[str, Any]]
) -> None:
    await talk.say(WEDDING)
    await talk.say("preview the first one")
    alone, beside = documents
    assert all(len(step) == 1 for step in traces.steps(alone))
    assert traces.side_by_side(alone) == []
    assert {"merge", "preview"} in map(set, traces.steps(beside))
    assert [set(pair) for pair in traces.side_by_side(beside)] == [{"merge", "preview"}]


async def test_tool_calls_have_arguments_and_results(talk: Talk, documents: list[dict[str, Any]]) -> None:
    await talk.say(WEDDING)
    assert [call.tool for call in traces.tool_calls(documents[0])] == ["read_weather", "read_event", "search_catalog"]
    (weather,) = traces.tool_calls(documents[0], "read_weather")
    assert (weather.node, weather.arguments["place"]) == ("read_conditions", "Lisbon")
    assert weather.arguments["today"] == "2027-05-03"
    assert (weather.result["country"], weather.error) == ("PT", None)
    (search,) = traces.tool_calls(documents[0], "search_catalog")
    assert {hits["wish"]["slot"] for hits in search.result} == {wish["slot"] for wish in search.arguments["wishes"]}


async def test_model_calls_tell_role_prompt_and_both_sides(talk: Talk, documents: list[dict[str, Any]]) -> None:
    await talk.say(WEDDING)
    (trace,) = documents
    assert traces.models(trace) == {role: ["house"] for role in ("understand", "style", "check", "merge")}
    (asked,) = traces.model_calls(trace, "understand")
    assert (asked.node, asked.prompt_version) == ("understand", load_prompt("understand").version)
    assert WEDDING in asked.messages[-1]["content"]
    assert '"place":"Lisbon"' in asked.text
    (wrote,) = traces.model_calls(trace, "merge")
    assert "[[" in wrote.text, "what the model wrote, before its tokens were rendered"


async def test_inputs_and_outputs_are_the_runs(talk: Talk, documents: list[dict[str, Any]]) -> None:
    await talk.say("hello there")
    output = await talk.say(WEDDING)
    trace = documents[1]
    assert traces.said(trace) == WEDDING
    assert traces.reply(trace) == output["messages"][-1].content
    assert traces.outputs(trace)["looks"] == output["looks"]
    assert traces.duration_ms(trace) == trace["duration_ms"] > 0


async def test_a_run_within_another_call_is_found(talk: Talk, documents: list[dict[str, Any]]) -> None:
    await talk.say("hello there")
    wrapped = {"name": "target", "run_type": "chain", "inputs": None, "outputs": None, "children": documents}
    assert traces.nodes(wrapped) == traces.nodes(documents[0])
    assert traces.said(wrapped) == "hello there"


def test_tokens_are_summed_over_the_calls_of_models() -> None:
    def call(role: str, taken: int, given: int) -> dict[str, Any]:
        usage = {"input_tokens": taken, "output_tokens": given}
        generations = [[{"text": "x", "message": {"content": "x", "usage_metadata": usage}}]]
        told = {"role": role, "model": "vllm", "prompt_version": "p"}
        return {
            "run_type": "chat_model",
            "name": "m",
            "model": "q",
            "metadata": told,
            "outputs": {"generations": generations},
        }

    relayed = {"run_type": "chat_model", "name": "write_merge", "model": None, "metadata": {"role": "merge"}}
    trace = {"run_type": "chain", "name": "stylist", "children": [call("style", 100, 20), call("style", 7, 3), relayed]}
    assert traces.tokens(trace) == 130
    assert [one.tokens for one in traces.model_calls(trace, "style")] == [120, 10]
    assert traces.models(trace) == {"style": ["vllm"]}


@pytest.mark.parametrize(
    "message",
    [
        {"role": "user", "content": "a coat"},
        {"type": "human", "content": [{"type": "text", "text": "a coat"}, {"type": "image", "file_id": "p"}]},
        ["human", "a coat"],
        "a coat",
    ],
)
def test_a_message_is_read_in_every_shape_that_a_client_may_send(message: Any) -> None:
    assert traces.said({"name": "stylist", "run_type": "chain", "inputs": {"messages": [message]}}) == "a coat"


def test_a_run_that_told_nothing_is_no_error() -> None:
    empty: dict[str, Any] = {"name": "stylist", "run_type": "chain", "inputs": None, "outputs": None, "children": []}
    assert (traces.nodes(empty), traces.said(empty), traces.reply(empty), traces.tokens(empty)) == ([], "", "", 0)
