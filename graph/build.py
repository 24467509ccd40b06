"""The picture of a turn, as in the README: which node follows which."""

from langgraph.graph import END, START, StateGraph

from graph import routes
from graph.context import Context
from graph.nodes import Nodes
from graph.services import Services
from graph.state import State, TurnInput, TurnOutput


def build_graph(services: Services) -> StateGraph[State, Context, TurnInput, TurnOutput]:
    """The graph of one turn over these services; compile it with or without a checkpointer."""
    nodes = Nodes(services)
    graph = StateGraph(State, Context, input_schema=TurnInput, output_schema=TurnOutput)

    graph.add_node("recall", nodes.recall)
    graph.add_node("understand", nodes.understand)
    graph.add_node("caption_photos", nodes.caption_photos)
    graph.add_node("read_conditions", nodes.read_conditions)
    graph.add_node("settle", nodes.settle, defer=True)
    graph.add_node("style", nodes.style)
    graph.add_node("critique", nodes.critique)
    graph.add_node("advise", nodes.advise)
    graph.add_node("pack", nodes.pack)
    graph.add_node("find_gaps", nodes.find_gaps)
    graph.add_node("search_catalog", nodes.search_catalog)
    graph.add_node("compose", nodes.compose)
    graph.add_node("check", nodes.check)
    graph.add_node("update_person", nodes.update_person)
    graph.add_node("merge", nodes.merge)
    graph.add_node("preview", nodes.preview)
    graph.add_node("remember", nodes.remember, defer=True)

    reply = ["merge", "preview"]
    graph.add_edge(START, "recall")
    graph.add_edge("recall", "understand")
    graph.add_conditional_edges("understand", routes.after_understand, ["caption_photos", "read_conditions", "settle"])
    graph.add_edge("caption_photos", "settle")
    graph.add_edge("read_conditions", "settle")
    settled = ["style", "critique", "pack", "find_gaps", "search_catalog", "update_person", *reply]
    graph.add_conditional_edges("settle", routes.after_settle, settled)
    graph.add_conditional_edges("style", routes.after_direction, ["search_catalog", *reply])
    graph.add_edge("critique", "advise")
    graph.add_conditional_edges("advise", routes.after_direction, ["search_catalog", *reply])
    graph.add_edge("search_catalog", "compose")
    graph.add_edge("compose", "check")
    graph.add_conditional_edges("check", routes.after_check, ["search_catalog", *reply])
    graph.add_edge("pack", "merge")
    graph.add_edge("find_gaps", "merge")
    graph.add_conditional_edges("update_person", routes.to_reply, reply)
    graph.add_edge("merge", "remember")
    graph.add_edge("preview", "remember")
    graph.add_edge("remember", END)
    return graph
