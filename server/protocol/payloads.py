"""What clients may send to the LangGraph API: every key of the protocol is known here, done or refused by name.

Knows shapes only. A key that would change what a run does, and that is not done here, is answered with 501 rather than
ignored; keys that only hint (tracing) are accepted, since the server decides those.
"""

from typing import Annotated, Any, Literal

import orjson
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from server.assistants import AssistantColumn
from server.problems import Problem
from server.records import RunStatus, ThreadColumn, ThreadStatus


def writable(value: Any) -> Any:
    """Python reads JSON that cannot be written again (half a surrogate pair, huge numbers); it is refused here."""
    try:
        orjson.dumps(value)
    except TypeError as error:
        raise ValueError(f"cannot be kept as JSON: {error}") from error
    return value


def several(value: Any) -> Any:
    """One mode may be named alone."""
    return [value] if isinstance(value, str) else value or ["values"]


def tuples(value: Any) -> Any:
    """Updates may come as pairs, for an order that an object has too."""
    return dict(value) if isinstance(value, list) and all(isinstance(pair, list) for pair in value) else value


Identity = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Page = Annotated[int, Field(ge=1, le=1000)]
Offset = Annotated[int, Field(ge=0, le=2**31)]
Writable = Annotated[Any, AfterValidator(writable)]
Metadata = Annotated[dict[str, Any], AfterValidator(writable)]
Modes = Annotated[list[str], BeforeValidator(several)]
Order = Literal["asc", "desc"]
Strategy = Literal["reject", "interrupt", "rollback", "enqueue"]

# For readers of the API's description; `server.ingress` checks what comes.
CONTENT = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "object"}}]}
SAID = {"role": {"const": "user"}, "content": CONTENT}
MESSAGE = {"type": "object", "required": ["role", "content"], "properties": SAID}
MESSAGES = {"type": "array", "items": MESSAGE, "minItems": 1, "maxItems": 1}
TURN = {"type": "object", "required": ["messages"], "properties": {"messages": MESSAGES}}

MODES = {
    "values": "values",
    "updates": "updates",
    "messages-tuple": "messages",
    "custom": "custom",
    "tasks": "tasks",
    "checkpoints": "checkpoints",
    "debug": "debug",
    "events": "events",
}
INSTEAD = {"messages": " (messages/partial; messages-tuple is)"}
UNDONE = ("webhook", "after_seconds", "feedback_keys")


def refuse(wanted: list[str]) -> None:
    """Raises `Problem` (501) naming what is asked for and not done."""
    if wanted:
        raise Problem(501, "not_supported", f"Not done by this server: {', '.join(wanted)}. Leave it out.")


class Payload(BaseModel):
    model_config = ConfigDict(extra="forbid")


class AssistantCount(Payload):
    """Which assistants are meant: the caller's own, and the one of the house."""

    metadata: Metadata | None = None
    graph_id: str | None = None
    name: str | None = None


class AssistantSearch(AssistantCount):
    limit: Page = 10
    offset: Offset = 0
    sort_by: AssistantColumn = "created_at"
    sort_order: Order = "desc"
    select: list[str] | None = None


class AssistantChange(Payload):
    graph_id: str | None = None
    name: Annotated[str, StringConstraints(min_length=1, max_length=256)] | None = None
    description: Annotated[str, AfterValidator(writable)] | None = None
    context: Metadata | None = None
    config: Metadata | None = None
    metadata: Metadata | None = None


class NewAssistant(AssistantChange):
    assistant_id: Identity | None = None
    if_exists: Literal["raise", "do_nothing"] = "raise"


class NewThread(Payload):
    thread_id: Identity | None = None
    metadata: Metadata | None = None
    if_exists: Literal["raise", "do_nothing"] | None = None
    ttl: Any = None
    supersteps: Any = None


class ThreadChange(Payload):
    metadata: Metadata | None = None
    ttl: Any = None


class ThreadCount(Payload):
    """Which of the caller's threads are meant; `metadata` by equality."""

    metadata: Metadata | None = None
    status: ThreadStatus | None = None
    ids: list[str] | None = None
    values: Metadata | None = None

    def conditions(self) -> dict[str, Any]:
        """As records take them. Raises `Problem` (501)."""
        refuse(["search by values"] if self.values else [])
        return {"metadata": self.metadata, "status": self.status, "ids": self.ids}


class ThreadSearch(ThreadCount):
    limit: Page = 10
    offset: Offset = 0
    sort_by: ThreadColumn = "updated_at"
    sort_order: Order = "desc"
    select: list[str] | None = None
    extract: Any = None


class Checkpoint(Payload):
    """The name of a checkpoint; without an id, the latest."""

    checkpoint_id: str | None = None
    thread_id: str | None = None
    checkpoint_ns: Literal[""] = ""
    checkpoint_map: Any = None


class StateAt(Payload):
    checkpoint: Checkpoint
    subgraphs: bool = False
    select: list[str] | None = None


class StateChange(Payload):
    """New values of a thread, as if a node had written them; without values the thread only branches off."""

    values: Metadata | None = None
    as_node: str | None = None
    checkpoint: Checkpoint | None = None
    checkpoint_id: str | None = None

    def start(self) -> str | None:
        return self.checkpoint.checkpoint_id if self.checkpoint else self.checkpoint_id


class History(Payload):
    limit: Page = 10
    before: Checkpoint | str | None = None
    metadata: Metadata | None = None
    checkpoint: Checkpoint | None = None
    select: list[str] | None = None


class RunSearch(BaseModel):
    """Which of a thread's runs to list, as query parameters."""

    status: RunStatus | None = None
    limit: Page = 10
    offset: Offset = 0
    select: list[str] | None = None


class StateQuery(BaseModel):
    """What of a state to show, as query parameters."""

    subgraphs: bool = False
    select: list[str] | None = None


class Following(BaseModel):
    """How a run is followed, as query parameters; the modes are those that it was started with."""

    cancel_on_disconnect: bool = False
    stream_mode: list[str] | None = None


class Cancelling(BaseModel):
    """How a run is stopped, as query parameters."""

    wait: bool = False
    action: Literal["interrupt", "rollback"] = "interrupt"


class RunCancel(Payload):
    """Which of the caller's runs to stop."""

    thread_id: str | None = None
    run_ids: list[str] | None = None
    status: Literal["pending", "running", "all"] | None = None


class Goto(Payload):
    """A node to send something to."""

    node: str
    input: Writable = None


class Command(Payload):
    """An answer to what the graph asks, an update of its state, nodes to go on at."""

    resume: Writable = None
    update: Annotated[dict[str, Any], BeforeValidator(tuples), AfterValidator(writable)] | None = None
    goto: str | Goto | list[str | Goto] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Command":
        if self.resume is None and not (self.update or self.goto):
            raise ValueError("say `resume`, `update` or `goto`")
        return self

    def nodes(self) -> list[str]:
        several = self.goto if isinstance(self.goto, list) else [self.goto] if self.goto else []
        return [one if isinstance(one, str) else one.node for one in several]


class RunPayload(Payload):
    """A run to start. `stream_mode` counts for those who follow it."""

    assistant_id: str
    input: Annotated[Any, WithJsonSchema({"anyOf": [TURN, {"type": "null"}]})] = None
    command: Command | None = None
    context: Metadata | None = None
    config: Metadata | None = None
    metadata: Metadata | None = None
    checkpoint: Checkpoint | None = None
    checkpoint_id: str | None = None
    interrupt_before: list[str] | str | None = None
    interrupt_after: list[str] | str | None = None
    stream_mode: Modes = ["values"]
    stream_subgraphs: bool = False
    stream_resumable: bool = False
    multitask_strategy: Strategy = "enqueue"
    if_not_exists: Literal["create", "reject"] = "reject"
    on_disconnect: Literal["cancel", "continue"] = "continue"
    on_completion: Literal["delete", "keep"] = "delete"
    durability: Literal["sync", "async", "exit"] | None = None
    checkpoint_during: bool | None = None
    webhook: Any = None
    after_seconds: Any = None
    feedback_keys: Any = None
    strict_resume: Any = None
    langsmith_tracer: Any = None

    def refuse_undone(self) -> None:
        """Raises `Problem` (501) naming what is asked for and not done."""
        modes = [f"stream_mode {mode}{INSTEAD.get(mode, '')}" for mode in self.stream_mode if mode not in MODES]
        refuse([name for name in UNDONE if getattr(self, name)] + modes)

    def cancels(self) -> bool:
        """Whether the run stops when its client leaves."""
        return self.on_disconnect == "cancel"

    def start(self) -> str | None:
        """The checkpoint to run from, where one is named."""
        return self.checkpoint.checkpoint_id if self.checkpoint else self.checkpoint_id

    def modes(self) -> tuple[str, ...]:
        """The graph's names of the modes asked for."""
        return tuple(MODES[mode] for mode in self.stream_mode)

    def durable(self) -> str | None:
        """When checkpoints are to be written, where the client says so, by the older key too."""
        older = {True: "async", False: "exit", None: None}[self.checkpoint_during]
        return self.durability or older
