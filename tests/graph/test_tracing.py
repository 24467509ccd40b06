import base64
import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import HumanMessage
from langchain_core.tools import StructuredTool
from langgraph.graph import START, MessagesState, StateGraph
from pydantic import BaseModel

from graph.tracing import LONGEST_LIST, LONGEST_TEXT, Document, RunTracer, plain
from stores.caller import Caller

PHOTO = base64.b64encode(bytes(range(256)) * 20).decode()


class Shape(BaseModel):
    word: str = "x"


async def trace(text: str, stream: bool = False) -> Document:
    """The document of one run of a graph with a model, a tool and a route in it."""
    model = FakeListChatModel(responses=["hello"])
    documents: list[Document] = []

    async def measure(number: int) -> str:
        return f"measured {number}"

    tool = StructuredTool.from_function(coroutine=measure, name="measure", description="measures")

    async def style(state: MessagesState) -> dict[str, Any]:
        await tool.ainvoke({"number": 7})
        image = {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{PHOTO}"}}
        asked = [HumanMessage([{"type": "text", "text": '{"kind":"style"}'}, image])]
        metadata = {"role": "style", "prompt_version": "abc123", "ls_model_name": "fake-1"}
        return {"messages": [await model.ainvoke(asked, {"metadata": metadata, "tags": ["nostream"]})]}

    async def merge(state: MessagesState) -> dict[str, Any]:
        if text == "fail":
            raise ValueError("no reply")
        return {}

    async def keep(document: Document) -> None:
        documents.append(document)

    builder = StateGraph(MessagesState)
    builder.add_node("style", style)
    builder.add_node("merge", merge)
    builder.add_edge(START, "style")
    builder.add_conditional_edges("style", lambda state: "merge", ["merge"])
    graph = builder.compile()
    config: Any = {"callbacks": [RunTracer(keep)], "configurable": {"caller": Caller("ada@example.org")}}
    given: Any = {"messages": [("human", text)]}
    with suppress(ValueError):
        if stream:
            async for _ in graph.astream(given, config, stream_mode="messages"):
                pass
        else:
            await graph.ainvoke(given, config)
    (document,) = documents
    return document


def walk(document: Document) -> list[Document]:
    return [document, *(found for child in document["children"] for found in walk(child))]


@pytest.mark.parametrize("stream", [False, True])
async def test_the_tree_follows_the_calls(stream: bool) -> None:
    document = await trace("hi", stream)
    assert [child["name"] for child in document["children"]] == ["style", "merge"]
    inner = [(child["name"], child["run_type"]) for child in document["children"][0]["children"]]
    assert inner[:2] == [("measure", "tool"), ("FakeListChatModel", "chat_model")]
    assert all(one["duration_ms"] >= 0 and one["start"] <= one["end"] for one in walk(document))


async def test_a_model_call_tells_role_prompt_model_and_both_sides() -> None:
    (call,) = [one for one in walk(await trace("hi")) if one["run_type"] == "chat_model"]
    assert call["model"] == "fake-1"
    assert call["metadata"]["role"] == "style"
    assert call["metadata"]["prompt_version"] == "abc123"
    assert call["metadata"]["langgraph_node"] == "style"
    assert call["tags"] == ["nostream"]
    assert call["inputs"]["messages"][0][0]["content"][0]["text"] == '{"kind":"style"}'
    assert call["outputs"]["generations"][0][0]["text"] == "hello"


async def test_tools_and_the_run_keep_their_input_and_nodes_do_not() -> None:
    document = await trace("hi")
    assert document["inputs"]["messages"][0][1] == "hi"
    assert document["outputs"]["messages"][-1]["content"] == "hello"
    (tool,) = [one for one in walk(document) if one["run_type"] == "tool"]
    assert (tool["inputs"], tool["outputs"]) == ({"number": 7}, {"output": "measured 7"})
    assert all(child["inputs"] is None for child in document["children"])


async def test_neither_pixels_nor_the_caller_are_in_it_and_it_is_json() -> None:
    text = json.dumps(await trace("hi"))
    assert PHOTO[:60] not in text
    assert "characters left out" in text
    assert "example.org" not in text


async def test_a_run_that_fails_is_kept_with_its_error() -> None:
    document = await trace("fail")
    failed = document["children"][1]
    assert (failed["name"], failed["error"], document["error"]) == (
        "merge",
        "ValueError('no reply')",
        "ValueError('no reply')",
    )


def test_long_deep_and_foreign_values_are_cut() -> None:
    deep: Any = "bottom"
    for _ in range(30):
        deep = {"in": deep}
    assert "bottom" not in json.dumps(plain(deep))
    assert len(plain("word " * LONGEST_TEXT)) < LONGEST_TEXT + 50
    assert len(plain(list(range(1000)))) == LONGEST_LIST
    assert plain({"a": Shape(), 1: {2}, "b": b"\xff", "c": Caller("ada"), "d": date(2027, 5, 3)}) == {
        "a": {"word": "x"},
        "1": [2],
        "b": "<bytes left out>",
        "c": "<Caller left out>",
        "d": "2027-05-03",
    }


def test_of_a_long_threads_messages_the_newest_are_kept() -> None:
    thread = [f"message {number}" for number in range(LONGEST_LIST + 20)]
    kept = plain({"messages": thread, "others": thread})
    assert (kept["messages"][-1], kept["others"][0]) == (thread[-1], thread[0])
    assert len(kept["messages"]) == len(kept["others"]) == LONGEST_LIST


def test_ordinary_text_is_left_as_it_is() -> None:
    text = "A navy blazer, 89 €, https://shop.example/articles/" + "a" * 100 + " 你好" * 300
    assert plain(text) == text
