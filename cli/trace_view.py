"""How traces look in a terminal: a row of a list, and a run as a tree of steps with their times."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cli.display import console, plain

if TYPE_CHECKING:
    from rich.text import Text

    from evals.kept import Kept
    from evals.traces import Document, ModelCall, ToolCall, Visit

COLUMNS = ("when", "thread", "run", "said", "ms", "models", "degraded")
SHORT = 8  # characters of an id that is long
LONGEST_ID = 12
OTHERS, LEAST = 68, 14  # what the other columns of a list take; what is left for words at the least
ARGUMENT, RESULT = 60, 100
BESIDE = "╎"


def row_of(kept: "Kept") -> tuple[str, ...]:
    """A row of a list; a run is named by the end of its id, since ids of one hour begin alike."""
    from rich.text import Text

    from evals import traces

    document = kept.document
    missing = [row["role"] for row in traces.outputs(document).get("degraded") or []]
    state = "failed" if document.get("error") else ", ".join(dict.fromkeys(missing))
    thread = kept.thread if len(kept.thread) <= LONGEST_ID else kept.thread[:SHORT] + "…"
    said = Text(" ".join(plain(traces.said(document)).split()))
    said.truncate(
        max(LEAST, console().width - OTHERS), overflow="ellipsis"
    )  # by its width: Chinese takes twice as much
    calls = str(len(traces.model_calls(document)) or "")
    return (when(document)[5:-3], thread, kept.run[-LONGEST_ID:], said.plain, ms(document), calls, state)


def print_trace(kept: "Kept", *, full: bool) -> None:
    """A run as a tree; `full` shows what every model was sent and answered."""
    from rich.text import Text

    from evals import traces

    page, document = console(), kept.document
    page.print(Text(plain(traces.said(document)) or "(nothing was said)", "bold"), soft_wrap=True)
    facts = [when(document), f"thread {kept.thread}", f"run {kept.run}"]
    facts += [f"{ms(document)} ms"] if ms(document) else []
    page.print(Text("  ".join(filter(None, facts)), "dim"), soft_wrap=True)
    for line in lines_of(document, full=full):
        page.print(line, soft_wrap=True)
    for line in ending(document):
        page.print(line, soft_wrap=True)


def lines_of(document: "Document", *, full: bool) -> "Iterator[Text]":
    """Step by step, each node over the tools and the models that it called."""
    from evals import traces

    visits, calls = traces.visits(document), list(called_in(document))
    sizes = Counter(visit.step for visit in visits)
    numbers = {step: number for number, step in enumerate(sizes, 1)}
    for visit in visits:
        yield visit_line(visit, numbers[visit.step], beside=sizes[visit.step] > 1)
        for call in (call for *where, call in calls if where == [visit.node, visit.step]):
            yield from call_lines(call, full=full)


def called_in(document: "Document") -> "Iterator[tuple[str, int, ModelCall | ToolCall]]":
    """Every call of a tool or a model, with the node and the step that it belongs to, in the order of calling."""
    from evals import traces

    for call in traces.calls(document):
        told = call.get("metadata") or {}
        where = (str(told.get("langgraph_node") or ""), int(told.get("langgraph_step") or 0))
        if call.get("run_type") == "tool":
            yield *where, traces.tool_call(call)
        elif call.get("run_type") == "chat_model" and call.get("model"):
            yield *where, traces.model_call(call)


def visit_line(visit: "Visit", number: int, *, beside: bool) -> "Text":
    from rich.text import Text

    line = Text(f"{number:>3} {BESIDE if beside else ' '} {visit.node}".ljust(28))
    line.append(f"{visit.duration_ms:>9.1f} ms" if visit.duration_ms is not None else "", "cyan")
    if visit.error:
        line.append(f"  {plain(cut(visit.error, RESULT))}", "red")
    return line


def call_lines(call: "ModelCall | ToolCall", *, full: bool) -> "Iterator[Text]":
    from rich.text import Text

    from evals.traces import ToolCall, text_of

    taken = f"  {call.duration_ms:.1f} ms" if call.duration_ms is not None else ""
    if isinstance(call, ToolCall):
        given = ", ".join(f"{key}={brief(value, ARGUMENT)}" for key, value in call.arguments.items() if value)
        yield Text(plain(f"        {call.tool}({given}){taken}"), "dim")
        yield Text(plain(f"          → {call.error or brief(call.result, RESULT)}"), "dim")
        return
    spent = f"  {call.input_tokens} + {call.output_tokens} tokens" if call.tokens else ""
    version = f", prompt {call.prompt_version}" if call.prompt_version else ""
    yield Text(plain(f"        {call.role} by {call.model}{version}{taken}{spent}"), "dim")
    if call.error:
        yield Text(plain(f"          {cut(call.error, RESULT)}"), "red")
    if full:
        for message in call.messages:
            yield Text(plain(f"          {message.get('type')}: {text_of(message)}"))
        yield Text(plain(f"          → {call.text}"))


def ending(document: "Document") -> "Iterator[Text]":
    """What came of it: the reply, the looks, who did not answer."""
    from rich.text import Text

    from evals import traces

    outputs = traces.outputs(document)
    if reply := traces.reply(document):
        yield Text(f"\n{plain(reply)}")
    for look in outputs.get("looks") or []:
        total = "" if look.get("total") is None else f"  {look['total']:.2f} {look.get('currency') or ''}"
        pieces = ", ".join(item["id"] for item in look["items"])
        yield Text(plain(f"{look['id']}  {look.get('title') or ''}{total}  ({pieces})"), "dim")
    for row in outputs.get("degraded") or []:
        yield Text(plain(f"{row['role']}: {row['model']} did not answer ({row['reason']})"), "yellow")
    if document.get("error"):
        yield Text(plain(str(document["error"])), "red")


def brief(value: Any, longest: int) -> str:
    """A value in few characters: of something long its beginning."""
    if isinstance(value, Mapping):
        value = {key: one for key, one in value.items() if one not in (None, [], {}, "")}
    return cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), longest)


def cut(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def when(document: "Document") -> str:
    """The local time at which a run began; empty where it is not told."""
    begun = document.get("start")
    return datetime.fromisoformat(begun).astimezone().strftime("%Y-%m-%d %H:%M:%S") if begun else ""


def ms(document: "Document") -> str:
    taken = document.get("duration_ms")
    return "" if taken is None else f"{taken:.0f}"
