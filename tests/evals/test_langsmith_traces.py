"""What LangSmith's own tracer sent, and its own client reads back, as our documents."""

import json
import warnings
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from langchain_core.tracers.langchain import LangChainTracer
from langsmith import Client

from evals import traces
from evals.langsmith_traces import from_runs
from graph.running import run_config
from tests.conftest import Talk
from tests.langsmith_server import LangSmith, langsmith_server

WEDDING = "A navy outfit for a wedding in Lisbon in May, under 300 euros"


@pytest.fixture
def langsmith() -> Iterator[LangSmith]:
    with langsmith_server() as server:
        yield server


async def traced(talk: Talk, langsmith: LangSmith, *texts: str) -> list[dict[str, Any]]:
    """Turns of one thread as LangSmith's client gives them back, flat, as JSON."""
    client = Client(api_url=langsmith.url, api_key="lsv2_pt_test")
    try:
        for text in texts:
            config = run_config(talk.caller, talk.thread, str(uuid4()), talk.services)
            config["callbacks"] = [*config["callbacks"], LangChainTracer(client=client)]  # type: ignore[misc]
            message = {"role": "user", "content": text}
            await talk.services.graph.ainvoke({"messages": [message]}, config, durability="exit")
        client.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the call that people know is deprecated, and gives the same
            runs = list(client.list_runs(project_id=uuid4()))
    finally:
        client.close()
    return [json.loads(run.model_dump_json()) for run in runs]


def called(call: traces.ToolCall) -> tuple[Any, ...]:
    """What was called with what; LangChain's tracer writes some values otherwise than we do, a null not at all."""
    plain = {key: value for key, value in call.arguments.items() if isinstance(value, str)}
    return call.tool, call.node, set(call.arguments), plain


async def test_an_export_is_read_as_the_documents_that_we_kept_ourselves(
    talk: Talk, langsmith: LangSmith, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[dict[str, Any]] = []
    monkeypatch.setattr(talk.services, "observers", [kept.append])
    exported = await traced(talk, langsmith, WEDDING, "preview the first one")
    read = from_runs(exported[::-1])
    assert [thread for thread, _ in read] == [talk.thread, talk.thread]
    for ours, (_, theirs) in zip(kept, read, strict=True):
        assert traces.steps(theirs) == traces.steps(ours)
        assert list(map(called, traces.tool_calls(theirs))) == list(map(called, traces.tool_calls(ours)))
        for their, our in zip(traces.model_calls(theirs), traces.model_calls(ours), strict=True):
            assert (their[:4], their.text) == (our[:4], our.text)
            assert [traces.text_of(one) for one in their.messages] == [traces.text_of(one) for one in our.messages]
        assert (traces.said(theirs), traces.reply(theirs)) == (traces.said(ours), traces.reply(ours))
        assert traces.outputs(theirs)["looks"] == traces.outputs(ours)["looks"]
        assert theirs["duration_ms"] == pytest.approx(ours["duration_ms"], abs=50)


async def test_an_export_whose_columns_are_texts_is_read_alike(talk: Talk, langsmith: LangSmith) -> None:
    runs = await traced(talk, langsmith, WEDDING)
    columns = [run | {key: json.dumps(run[key]) for key in ("inputs", "outputs", "extra", "tags")} for run in runs]
    assert from_runs(columns) == from_runs(runs)


async def test_nested_runs_and_part_of_a_trace_are_read(talk: Talk, langsmith: LangSmith) -> None:
    runs = await traced(talk, langsmith, WEDDING)
    (whole,) = from_runs(runs)
    (root,) = [run for run in runs if run["parent_run_id"] is None]
    others = [run for run in runs if run is not root]
    assert from_runs([root | {"child_runs": others}]) == [whole]
    style = [run for run in runs if (run["extra"]["metadata"].get("langgraph_node")) == "style"]
    (part,) = from_runs(style)
    assert [call.role for call in traces.model_calls(part[1])] == ["style"]


async def test_an_app_around_the_graph_is_passed_over(talk: Talk, langsmith: LangSmith) -> None:
    runs = await traced(talk, langsmith, "hello")
    target = {
        "id": str(uuid4()),
        "name": "target",
        "run_type": "chain",
        "start_time": "2020-01-01T00:00:00",
        "extra": {},
    }
    within = [run | {"parent_run_id": run["parent_run_id"] or target["id"]} for run in runs]
    ((_, document),) = from_runs([target, *within])
    assert (document["name"], traces.said(document)) == ("stylist", "hello")
    assert traces.nodes(document)[0] == "recall"


def test_tokens_that_langsmith_counted_are_read_where_the_message_tells_none() -> None:
    model = {"id": "m", "name": "ChatOpenAI", "run_type": "llm", "outputs": {"generations": [[{"text": "hi"}]]}}
    model |= {"prompt_tokens": 11, "completion_tokens": 4, "extra": {"metadata": {"ls_model_name": "qwen"}}}
    ((_, document),) = from_runs([model])
    assert traces.tokens(document) == 15
    assert traces.model_calls(document)[0].model == "qwen"


def test_a_call_that_failed_tells_its_error_without_the_stack() -> None:
    run = {"id": "r", "name": "stylist", "run_type": "chain", "outputs": None}
    run |= {"error": "ValueError('no')Traceback (most recent call last):\n  File x"}
    ((_, document),) = from_runs([run])
    assert (document["error"], document["outputs"]) == ("ValueError('no')", None)
