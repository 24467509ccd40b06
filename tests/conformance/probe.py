"""A small graph on which every part of the protocol can be seen; what a message says decides what happens.

`ask` stops for an answer, `fail` raises, `wait` takes two seconds, anything else is repeated by a streaming model.
"""

import asyncio
from typing import Annotated, Any

from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, AnyMessage
from langgraph.config import get_stream_writer
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from langgraph.runtime import Runtime
from langgraph.types import interrupt
from pydantic import BaseModel
from typing_extensions import TypedDict

WAIT_S = 2.0


class Context(BaseModel):
    """What a run of the probe may set."""

    looks: int = 3


class Input(TypedDict):
    messages: Annotated[list[AnyMessage], add_messages]


class State(Input):
    heard: str
    looks: int


async def listen(state: State, *, runtime: Runtime[Context]) -> dict[str, Any]:
    text = state["messages"][-1].text
    get_stream_writer()({"heard": len(text)})
    if text == "fail":
        raise ValueError("the probe was told to fail")
    if text == "wait":
        await asyncio.sleep(WAIT_S)
    heard = interrupt({"question": "what?"}) if text == "ask" else text
    return {"heard": str(heard), "looks": (runtime.context or Context()).looks}


async def speak(state: State) -> dict[str, Any]:
    model = GenericFakeChatModel(messages=iter([AIMessage(f"you said {state['heard']}")]))
    return {"messages": [await model.ainvoke(state["messages"])]}


def build_probe() -> StateGraph[State, Context, Input, State]:
    """Two nodes and a subgraph of one."""
    inner = StateGraph(State, Context)
    inner.add_node("speak", speak)
    inner.add_edge(START, "speak")
    graph = StateGraph(State, Context, input_schema=Input)
    graph.add_node("listen", listen)
    graph.add_node("reply", inner.compile())
    graph.add_edge(START, "listen")
    graph.add_edge("listen", "reply")
    graph.add_edge("reply", END)
    return graph


graph = build_probe().compile()
