"""What clients may send to the LangGraph API: every key of the protocol is known here, done or refused by name.

Knows shapes only. A key that would change what a run does, and that is not done here, is answered with 501 rather than
ignored; keys that only hint (durability, tracing) are accepted, since the server decides those.
"""

from typing import Annotated, Any, Literal

import orjson
from langgraph.types import StreamMode
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from server.problems import Problem
from server.records import RunStatus, ThreadColumn


def writable(value: dict[str, Any]) -> dict[str, Any]:
    """Python reads JSON that cannot be written again (half a surrogate pair, huge numbers); it is refused here."""
    try:
        orjson.dumps(value)
    except TypeError as error:
        raise ValueError(f"cannot be kept as JSON: {error}") from error
    return value


ThreadId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
Page = Annotated[int, Field(ge=1, le=1000)]
Offset = Annotated[int, Field(ge=0, le=2**31)]
Metadata = Annotated[dict[str, Any], AfterValidator(writable)]

MODES: dict[str, StreamMode] = {
    "values": "values",
    "updates": "updates",
    "messages-tuple": "messages",
    "custom": "custom",
}
UNDONE = ("command", "interrupt_before", "interrupt_after", "webhook", "after_seconds", "feedback_keys")


class Payload(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Assistants(Payload):
    """A search among assistants, of which there is one."""

    metadata: Metadata | None = None
    graph_id: str | None = None
    name: str | None = None
    limit: Page = 10
    offset: Offset = 0
    sort_by: str | None = None
    sort_order: str | None = None
    select: list[str] | None = None


class NewThread(Payload):
    thread_id: ThreadId | None = None
    metadata: Metadata | None = None
    if_exists: Literal["raise", "do_nothing"] | None = None
    ttl: Any = None
    supersteps: Any = None


class Threads(Payload):
    """A search among the caller's threads; `metadata` by equality."""

    metadata: Metadata | None = None
    status: Literal["idle", "busy", "interrupted", "error"] | None = None
    ids: list[str] | None = None
    values: Metadata | None = None
    limit: Page = 10
    offset: Offset = 0
    sort_by: ThreadColumn = "updated_at"
    sort_order: Literal["asc", "desc"] = "desc"
    select: list[str] | None = None
    extract: Any = None


class Checkpoint(Payload):
    checkpoint_id: str
    thread_id: str | None = None
    checkpoint_ns: Literal[""] = ""
    checkpoint_map: Any = None


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


class RunPayload(Payload):
    """A run to start. `stream_mode` counts for streams alone."""

    assistant_id: str
    input: Any = None
    context: Metadata | None = None
    config: Metadata | None = None
    metadata: Metadata | None = None
    checkpoint: Checkpoint | None = None
    checkpoint_id: str | None = None
    stream_mode: list[str] = ["values"]
    stream_subgraphs: bool | None = None
    multitask_strategy: Literal["reject", "interrupt", "rollback", "enqueue"] = "enqueue"
    if_not_exists: Literal["create", "reject"] = "reject"
    on_completion: Literal["delete", "keep"] = "delete"
    command: Any = None
    interrupt_before: Any = None
    interrupt_after: Any = None
    webhook: Any = None
    after_seconds: Any = None
    feedback_keys: Any = None
    stream_resumable: Any = None
    on_disconnect: Any = None
    durability: Any = None
    checkpoint_during: Any = None
    strict_resume: Any = None
    langsmith_tracer: Any = None

    @field_validator("stream_mode", mode="before")
    @classmethod
    def several(cls, value: Any) -> Any:
        """One mode may be named alone."""
        return [value] if isinstance(value, str) else value or ["values"]

    def refuse_undone(self) -> None:
        """Raises `Problem` (501) naming what is asked for and not done."""
        wanted = [name for name in UNDONE if getattr(self, name)]
        wanted += [f"stream_mode {mode}" for mode in self.stream_mode if mode not in MODES]
        if self.multitask_strategy in {"interrupt", "rollback"}:
            wanted.append(f"multitask_strategy {self.multitask_strategy} (enqueue and reject are)")
        if wanted:
            raise Problem(501, "not_supported", f"Not done by this server: {', '.join(wanted)}. Leave it out.")

    def start(self) -> str | None:
        """The checkpoint to run from, where one is named."""
        return self.checkpoint.checkpoint_id if self.checkpoint else self.checkpoint_id

    def modes(self) -> tuple[StreamMode, ...]:
        """The graph's names of the modes asked for."""
        return tuple(MODES[mode] for mode in self.stream_mode)
