"""What the LangGraph API answers with, for the API's description; a client that selects keys gets those alone.

Knows shapes only: the answers themselves are written as they are (`server.protocol.wire`).
"""

from typing import Any

from typing_extensions import TypedDict

from server.protocol.payloads import Strategy
from server.records import RunStatus, ThreadStatus

Object = dict[str, Any]


class AssistantView(TypedDict, total=False):
    assistant_id: str
    graph_id: str
    name: str
    description: str | None
    context: Object
    config: Object
    metadata: Object
    version: int
    created_at: str
    updated_at: str


class ThreadView(TypedDict, total=False):
    """`values` is what its last run put out; `interrupts` are the questions that wait, by task."""

    thread_id: str
    status: ThreadStatus
    metadata: Object
    config: Object
    values: Object
    interrupts: dict[str, list[Object]]
    created_at: str
    updated_at: str


class RunView(TypedDict, total=False):
    """`kwargs` is what the run was asked to do."""

    run_id: str
    thread_id: str
    assistant_id: str
    status: RunStatus
    metadata: Object
    multitask_strategy: Strategy
    kwargs: Object
    created_at: str
    updated_at: str


class CheckpointView(TypedDict):
    """The name of a checkpoint."""

    thread_id: str
    checkpoint_ns: str
    checkpoint_id: str | None
    checkpoint_map: Object | None


class StateView(TypedDict, total=False):
    """A thread at one checkpoint; `next` are the nodes that would go on."""

    values: Object
    next: list[str]
    tasks: list[Object]
    metadata: Object | None
    checkpoint: CheckpointView | None
    parent_checkpoint: CheckpointView | None
    interrupts: list[Object]
    created_at: str | None


class UpdateView(TypedDict):
    """The checkpoint that an update made."""

    checkpoint: CheckpointView
    checkpoint_id: str


class ItemView(TypedDict):
    namespace: list[str]
    key: str
    value: Object
    created_at: str
    updated_at: str


class FoundItem(ItemView):
    """`score` is null: there is no search by meaning."""

    score: float | None


class FoundItems(TypedDict):
    items: list[FoundItem]


class FoundNamespaces(TypedDict):
    namespaces: list[list[str]]


class DrawingView(TypedDict):
    nodes: list[Object]
    edges: list[Object]
