"""The smallest graph that a server can carry: one node, which repeats what was said."""

from typing import Annotated, Any

from langchain_core.messages import AIMessage, AnyMessage
from langgraph.graph import END, START, StateGraph
from langgraph.graph.message import add_messages
from typing_extensions import TypedDict


class State(TypedDict):
    messages: Annotated[list[AnyMessage], add_messages]


async def repeat(state: State) -> dict[str, Any]:
    return {"messages": [AIMessage(f"you said {state['messages'][-1].text}")]}


def build_trivial() -> StateGraph[State, None, State, State]:
    graph = StateGraph(State)
    graph.add_node("repeat", repeat)
    graph.add_edge(START, "repeat")
    graph.add_edge("repeat", END)
    return graph


graph = build_trivial().compile()
