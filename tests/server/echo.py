"""A graph that repeats what it is told: slowly, after a question, or not at all, if told so."""

import asyncio
from typing import Annotated, Any

from langchain_core.messages import AIMessage, AnyMessage
from langgraph.config import get_stream_writer
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from langgraph.types import interrupt
from typing_extensions import TypedDict

from graph.context import Context

SLOW_S = 0.15


class Told(TypedDict):
    messages: Annotated[list[AnyMessage], add_messages]


class Reply(Told):
    looks: list[dict[str, Any]]


class Everything(Reply):
    secret: str


def text_of(message: AnyMessage) -> str:
    content = message.content
    return content if isinstance(content, str) else " ".join(block.get("text", "[photo]") for block in content)


async def listen(state: Everything) -> dict[str, Any]:
    get_stream_writer()({"stage": "listening"})
    if "slowly" in text_of(state["messages"][-1]):
        await asyncio.sleep(SLOW_S)
    return {"secret": "kept", "looks": []}


async def reply(state: Everything) -> dict[str, Any]:
    said = text_of(state["messages"][-1])
    if "fail" in said:
        raise RuntimeError(f"could not answer {said}")
    if "forever" in said:
        await asyncio.Event().wait()
    if "ask" in said:
        said = interrupt({"question": "Which colour?"})
    return {"messages": [AIMessage(f"you said {said}")], "looks": [{"id": f"L{len(state['messages'])}"}]}


def build_echo() -> StateGraph[Any, Any, Any, Any]:
    graph = StateGraph(Everything, Context, input_schema=Told, output_schema=Reply)
    graph.add_node("listen", listen)
    graph.add_node("reply", reply)
    graph.add_edge(START, "listen")
    graph.add_edge("listen", "reply")
    graph.add_edge("reply", END)
    return graph
