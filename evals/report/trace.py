"""A run as a tree: what was called when, as bars over the time of the turn, with arguments folded away."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from evals.report.markup import NOTHING, Safe, join, tag
from evals.report.values import Room, is_empty, show_value
from evals.report.wording import counted, milliseconds

Document = Mapping[str, Any]

KINDS = {"chat_model": "model", "llm": "model", "tool": "tool", "retriever": "tool"}
ROUTE = re.compile(r"\w{1,40}")
DEEPEST = 12
PROMPT_SHOWN = 160


class Clock(NamedTuple):
    """The time that a whole run took, from its start (seconds since the epoch), in seconds."""

    start: float
    lasting: float

    def share(self, seconds: float) -> float:
        return round(min(100.0, max(0.0, 100 * seconds / self.lasting)), 1) if self.lasting > 0 else 0.0


def show_trace(trace: Document, *, arguments: bool) -> Safe:
    """The tree of a run's document; without `arguments` names and times alone. Nothing where there is no document."""
    if not trace.get("name"):
        return NOTHING
    clock = Clock(_start(trace) or 0.0, (_number(trace.get("duration_ms")) or 0) / 1000)
    return tag("ul", _branch(trace, clock, arguments, 0), class_="trace")


def _branch(run: Document, clock: Clock, arguments: bool, depth: int) -> Safe:
    children = [child for child in run.get("children") or [] if isinstance(child, Mapping)]
    routes = [target for child in children for target in route(child)]
    inner = [child for child in children if not route(child)] if depth < DEEPEST else []
    return tag(
        "li",
        _line(run, clock, routes, arguments),
        tag("ul", [_branch(child, clock, arguments, depth + 1) for child in inner]) if inner else NOTHING,
        tag("p", f"{counted(len(children), 'call')} deeper down left out", class_="cut") if children and not inner
        and not routes else NOTHING,
        class_=KINDS.get(str(run.get("run_type"))),
    )  # fmt: skip


def route(run: Document) -> list[str]:
    """Where the graph went on, for a call that did nothing but say so."""
    outputs = run.get("outputs")
    named = outputs.get("output") if isinstance(outputs, Mapping) and len(outputs) == 1 else None
    targets = [named] if isinstance(named, str) else named
    if run.get("children") or run.get("run_type") != "chain" or not str(run.get("name")).startswith("after_"):
        return []
    found = [one for one in targets if isinstance(one, str) and ROUTE.fullmatch(one)] if targets else []
    return found if targets and len(found) == len(targets) else []


def _line(run: Document, clock: Clock, routes: list[str], arguments: bool) -> Safe:
    lasting = _number(run.get("duration_ms"))
    label = tag(
        "span",
        tag("b", str(run.get("name"))),
        _asked_of(run),
        tag("span", f" → {', '.join(routes)}", class_="soft") if routes else NOTHING,
        class_="call",
    )
    time = tag("span", "" if lasting is None else milliseconds(lasting), class_="took")
    line = join(label, _bar(run, clock, lasting or 0), time)
    inside = _inside(run) if arguments else NOTHING
    failed = tag("p", str(run["error"])[:400], class_="wrong") if run.get("error") else NOTHING
    row = tag("details", tag("summary", line), inside) if inside else tag("div", line)
    return join(row, failed)


def _asked_of(run: Document) -> Safe:
    told = run.get("metadata") or {}
    if KINDS.get(str(run.get("run_type"))) != "model" or not isinstance(told, Mapping):
        return NOTHING
    words = [str(word) for word in (told.get("role"), run.get("model"), _tokens(run)) if word]
    return tag("span", f" {' · '.join(words)}", class_="soft") if words else NOTHING


def _tokens(run: Document) -> str:
    used = next((one["usage_metadata"] for one in _messages(run.get("outputs")) if one.get("usage_metadata")), None)
    return f"{used.get('total_tokens', 0):,} tokens" if isinstance(used, Mapping) else ""


def _bar(run: Document, clock: Clock, lasting: float) -> Safe:
    begun = _start(run)
    left = clock.share(begun - clock.start) if begun else 0.0
    width = min(clock.share(lasting / 1000), 100 - left)
    return tag("i", style=f"--l:{left:g};--w:{width:g}", class_="span")


def _inside(run: Document) -> Safe:
    """What was handed over and what came back."""
    rows = [
        join(tag("dt", name), tag("dd", shown))
        for name, shown in [("asked", _handed(run)), ("answered", _answered(run))]
        if shown
    ]
    return tag("dl", rows, class_="inside") if rows else NOTHING


def _handed(run: Document) -> Safe:
    if messages := list(_messages(run.get("inputs"))):
        return tag("ol", [tag("li", _message(one)) for one in messages], class_="messages")
    return NOTHING if is_empty(run.get("inputs")) else show_value(run["inputs"])


def _answered(run: Document) -> Safe:
    if messages := list(_messages(run.get("outputs"))):
        return join(show_value(_text(one)) for one in messages)
    outputs = run.get("outputs")
    value = outputs.get("output", outputs) if isinstance(outputs, Mapping) else outputs
    return NOTHING if is_empty(value) else show_value(value)


def _message(message: Mapping[str, Any]) -> Safe:
    kind, text = str(message.get("type", "")), _text(message)
    shown = show_value(text) if kind != "system" else tag("span", Room(PROMPT_SHOWN).take(text))
    return join(tag("span", kind, class_="soft"), " ", shown)


def _messages(value: Any) -> Iterator[Mapping[str, Any]]:
    """The messages that a model was sent, or the ones that it answered, wherever they lie."""
    if isinstance(value, Mapping):
        if "content" in value:
            yield value
        else:
            for key in ("messages", "generations", "message"):
                yield from _messages(value.get(key))
    elif isinstance(value, list):
        for one in value:
            yield from _messages(one)


def _text(message: Mapping[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, str):
        return content
    blocks = content if isinstance(content, list) else []
    return " ".join(str(block.get("text", "")) for block in blocks if isinstance(block, Mapping))


def _start(run: Document) -> float | None:
    try:
        return datetime.fromisoformat(str(run.get("start"))).timestamp()
    except ValueError:
        return None


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None
