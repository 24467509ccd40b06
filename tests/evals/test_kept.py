"""Files of traces, whoever wrote them."""

import json
from pathlib import Path
from typing import Any

import pytest

from evals import traces
from evals.cases import Case, Said
from evals.kept import BrokenTraces, Kept, read_traces, written
from evals.results import Result
from tests.conftest import Talk

STATE = {"values": {"messages": [{"type": "human", "content": "hi"}]}, "next": [], "tasks": []}
STATE |= {"metadata": {"step": 3, "source": "loop", "run_id": "r1"}, "checkpoint": {"thread_id": "t1"}}
RUN = {"id": "r2", "name": "stylist", "run_type": "chain", "trace_id": "r2", "parent_run_id": None, "outputs": None}
RUN |= {"inputs": {"messages": [{"role": "user", "content": "hi"}]}, "extra": {"metadata": {"thread_id": "t2"}}}
EVENTS = [
    {"event": "metadata", "data": {"run_id": "r3"}},
    {"event": "updates", "data": {"recall": {"brief": {"intent": "smalltalk"}}}},
]


def put(folder: Path, *rows: Any) -> Path:
    file = folder / "traces.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


async def kept_of(talk: Talk, text: str) -> Kept:
    await talk.say(text)
    ((thread, run),) = await talk.services.traces.runs(talk.caller, talk.thread)
    document = await talk.services.traces.read(talk.caller, thread, run)
    assert document is not None
    return Kept(thread, run, document)


async def test_what_is_exported_is_read_again(talk: Talk, tmp_path: Path) -> None:
    kept = await kept_of(talk, "une tenue pour le bureau, à moins de 200 €")
    file = put(tmp_path, json.loads(written(kept)))
    assert read_traces(file) == [kept]
    assert "à moins de 200 €" in written(kept)
    file.write_text(json.dumps(kept.document))
    (bare,) = read_traces(file)
    assert (bare.thread, bare.document) == ("traces", kept.document)


async def test_results_of_an_evaluation_come_with_their_cases(talk: Talk, tmp_path: Path) -> None:
    kept = await kept_of(talk, "hello")
    case = Case(id="c1", language="en", say=Said(text="hello"), checks={"intent": "smalltalk"})
    told: dict[str, Any] = {"scores": [], "latency_ms": 1, "tokens": 0}
    results = [
        Result(case=case, repeat=number, outputs={"trace": trace}, **told)
        for number, trace in enumerate((kept.document, {}))
    ]
    header = {"kind": "header", "suite": "routing"}
    (read,) = read_traces(put(tmp_path, header, *[json.loads(one.model_dump_json()) for one in results]))
    assert (read.thread, read.case, read.document) == ("c1/0", case, kept.document)


@pytest.mark.parametrize("rows", [[STATE], [RUN], EVENTS])
@pytest.mark.parametrize("lines", [True, False])
def test_each_foreign_kind_is_told_by_its_rows(rows: list[Any], lines: bool, tmp_path: Path) -> None:
    file = put(tmp_path, *rows) if lines else put(tmp_path, rows)
    (kept,) = read_traces(file)
    named = {"r1": ("t1", "hi"), "r2": ("t2", "hi"), "r3": ("traces", "")}
    assert (kept.thread, traces.said(kept.document)) == named[kept.run]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("# Not JSON\n", "no JSON"),
        ('{"a": 1}\n{"b"', "line 2"),
        ('{"id": 1, "question": "hm"}', "holds no traces, but rows of id, question"),
        ("[1, 2]", "no objects"),
        ("7", "no objects"),
        ('{"trace": 3, "run_id": "r", "thread_id": "t"}', "run r holds no calls"),
        ('{"run_type": "chain", "id": "r", "name": "x", "children": [3]}', "run r holds no calls"),
        ('{"run_type": "chain", "id": "r", "name": "x", "children": [], "start": "yesterday"}', "run r holds no calls"),
        ('{"values": 3, "metadata": 3, "tasks": 3}', "no trace that can be read"),
        ('{"kind": "result", "case": {}, "outputs": {"trace": {"id": 3}}}', "and 1 more"),
        ('{"a": 1}\n7\n', "line 2"),
        ('{"trace": {}, "run_id": "r"}', "KeyError: 'thread_id'"),
        ('{"event": "values", "data": {}}', "no events, debug, tasks or updates"),
    ],
)
def test_a_file_that_holds_none_is_refused_with_what_it_holds(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(text)
    with pytest.raises(BrokenTraces, match=said):
        read_traces(file)
