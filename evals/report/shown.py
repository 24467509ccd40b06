"""What is shown of each play, drawn one by one as the files are read again: all outputs at once take gigabytes."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from evals.report.conversation import reply_of, show_conversation
from evals.report.markup import NOTHING, Safe, fold, tag
from evals.report.runs import Run
from evals.report.trace import show_trace
from evals.report.wording import milliseconds
from evals.results import Result, iterate_results

# Of a play: its reply alone, the talk without its trace, with the times of its trace, or with all of that.
Detail = Literal["reply", "talk", "times", "whole"]
Key = tuple[str, int]


class Shown(NamedTuple):
    """What is drawn of a play; the reply is a text."""

    reply: str
    conversation: Safe = NOTHING
    trace: Safe = NOTHING


def draw(run: Run, details: Mapping[Key, Detail]) -> dict[Key, Shown]:
    """Every play of a run by case and repeat, as far as `details` says; those it does not name by their reply."""
    return {_key(result): _shown(result, details.get(_key(result), "reply")) for result in iterate_results(run.path)}


def _key(result: Result) -> Key:
    return result.case.id, result.repeat


def _shown(result: Result, detail: Detail) -> Shown:
    reply = reply_of(result.outputs)
    if detail == "reply":
        return Shown(reply)
    return Shown(reply, show_conversation(result.case, result.outputs), _trace(result, detail))


def _trace(result: Result, detail: Detail) -> Safe:
    trace: Any = result.outputs.get("trace")
    if not isinstance(trace, dict) or not trace.get("name"):
        return tag("p", "No trace was kept.", class_="small soft")
    if detail == "talk":
        return tag("p", "Its trace is in the file of results alone.", class_="small soft")
    told = NOTHING if detail == "whole" else tag("p", "Arguments are in the file of results.", class_="small soft")
    tree = show_trace(trace, arguments=detail == "whole")
    return fold(f"The turn, {milliseconds(result.latency_ms)}", told, tree, class_="turn", open_=not result.passed)
