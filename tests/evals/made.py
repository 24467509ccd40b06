"""Evaluations made by code: as many cases as one likes, with the scores, the replies and the traces that one names."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from evals.cases import Case
from evals.measures import Evaluation
from evals.results import Header, Result, Score, iterate_results, read_header

START = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def made_header(suite: str = "routing", **changes: Any) -> Header:
    told: dict[str, Any] = {
        "suite": suite,
        "model": "house",
        "prompts": {"merge": "aaaa"},
        "prompt_texts": {"merge": "Write one reply.\nKeep it short."},
        "repeats": 1,
        "seed": 7,
        "started": START.isoformat(),
        "versions": {"langgraph": "1.0"},
        "revision": "abc1234",
        "cases": 1,
    }
    return Header(**(told | changes))


def made_case(name: str, say: str = "A navy dress", **changes: Any) -> Case:
    return Case.model_validate({"id": name, "language": "en", "say": {"text": say}, "checks": {"route": {}}} | changes)


def made_result(name: str, scores: Mapping[str, float | None] | None = None, **changes: Any) -> Result:
    """One play of a case; a `comment` is what every score says, `case` and all else are fields."""
    comment = changes.pop("comment", "as it was asked")
    given = {"route": 1.0} if scores is None else scores
    told: dict[str, Any] = {
        "case": made_case(name),
        "repeat": 0,
        "outputs": made_outputs(),
        "scores": [Score(key=key, score=score, comment=comment) for key, score in given.items()],
        "latency_ms": 100.0,
        "tokens": 50,
    }
    return Result(**(told | changes))


def made_evaluation(results: Sequence[Result], **changes: Any) -> Evaluation:
    cases = len({result.case.id for result in results})
    return Evaluation(made_header(**({"cases": cases} | changes)), list(results))


def made_outputs(reply: str = "I'd wear the navy dress.", **changes: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "messages": [{"type": "human", "content": "A navy dress"}, {"type": "ai", "content": reply}],
        "brief": {"intent": "outfit", "language": "en"},
        "looks": [made_look()],
        "degraded": [],
        "trace": made_trace(),
        "earlier": [],
        "variants": [],
        "articles": {},
    }
    return told | changes


def made_look(**changes: Any) -> dict[str, Any]:
    item = {
        "slot": "one_piece",
        "source": "catalog",
        "id": "dress-1",
        "name": "Navy crepe dress",
        "category": "dress",
        "colour": {"name": "navy", "family": "navy", "hex": "#1f2a44"},
        "price": 89.0,
        "currency": "EUR",
        "size": "38",
    }
    return {
        "id": "look-1",
        "kind": "outfit",
        "title": "Navy dress",
        "items": [item | changes],
        "total": 89.0,
        "currency": "EUR",
        "score": {"total": 80.0, "parts": {}},
        "why": ["keeps to navy"],
    }


def made_trace(name: str = "stylist", **changes: Any) -> dict[str, Any]:
    """A turn of 100 ms: a node that asks the model, then one that calls a tool."""
    model = made_run("HouseModel", 5, 30, run_type="chat_model", inputs={"messages": [[{"content": "Read it."}]]})
    tool = made_run(
        "search_catalog", 45, 40, run_type="tool", inputs={"query": "navy dress"}, outputs={"output": ["a"]}
    )
    nodes = [made_run("understand", 0, 40, children=[model]), made_run("search", 42, 50, children=[tool])]
    return made_run(name, 0, 100, children=nodes) | changes


def made_run(name: str, after: float, lasting: float, **changes: Any) -> dict[str, Any]:
    begun = START + timedelta(milliseconds=after)
    told: dict[str, Any] = {
        "id": f"{name}-{after}",
        "name": name,
        "run_type": "chain",
        "start": begun.isoformat(),
        "end": (begun + timedelta(milliseconds=lasting)).isoformat(),
        "duration_ms": lasting,
        "inputs": None,
        "outputs": None,
        "error": None,
        "tags": [],
        "model": None,
        "metadata": {},
        "children": [],
    }
    return told | changes


def read_results(path: Path) -> tuple[Header, list[Result]]:
    return read_header(path), list(iterate_results(path))


def write_evaluation(path: Path, found: Evaluation) -> Path:
    path.write_text("".join(f"{line.model_dump_json()}\n" for line in [found.header, *found.results]), encoding="utf-8")
    return path
