"""Traces from the command line: of one's own runs with and without a server, of another server, of a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.kept import read_traces
from tests.cli.conftest import Said
from tests.server.processes import serving

Maison = Callable[..., Said]
OFFICE = "a navy outfit for the office"


@pytest.mark.usefixtures("shop")
def test_runs_are_listed_shown_given_out_and_scored(maison: Maison, tmp_path: Path) -> None:
    maison("ask", OFFICE, "--thread", "work")
    maison("ask", "cheaper", "--thread", "work")
    maison("ask", "bonjour", "--thread", "home")
    rows = maison("traces", "list").out.splitlines()
    assert [row.split()[2] for row in rows[1:]] == ["home", "work", "work"]
    assert OFFICE in rows[3] and "bonjour" in rows[1]
    assert OFFICE not in maison("traces", "list", "--thread", "home").out

    run = rows[3].split()[3]
    shown = maison("traces", "show", run).out
    assert OFFICE in shown.splitlines()[0]
    order = [shown.index(name) for name in ("understand by house, prompt", "search_catalog(wishes", "merge by house")]
    assert order == sorted(order)
    assert '"kind":"understand"' not in shown
    assert '"kind":"understand"' in maison("traces", "show", run, "--full").out

    file = tmp_path / "work.jsonl"
    assert "2 traces" in maison("traces", "export", str(file), "work").out
    assert [kept.thread for kept in read_traces(file)] == ["work", "work"]
    assert maison("traces", "export", str(file)).code == 1
    assert OFFICE in maison("traces", "list", str(file)).out

    scored = maison("traces", "score", "work", str(file), "--json")
    lines = [json.loads(line) for line in scored.out.splitlines()]
    assert len(lines) == 4
    found = [{one["key"]: one["score"] for one in line["scores"]} for line in lines]
    assert all(one["grounded"] == one["language"] == one["manners"] == one["latency"] == 1 for one in found)
    table = maison("traces", "score", "--most-ms", "0").out
    assert "latency: " in table and "grounded" in table


@pytest.mark.usefixtures("shop")
def test_a_lie_in_a_trace_is_scored_as_one(maison: Maison, tmp_path: Path) -> None:
    maison("ask", OFFICE)
    file = tmp_path / "trace.jsonl"
    maison("traces", "export", str(file))
    kept = json.loads(file.read_text())
    kept["trace"]["outputs"]["looks"][0]["items"][0]["price"] = 1.0
    file.write_text(json.dumps(kept))
    scored = maison("traces", "score", str(file))
    assert "grounded: " in scored.out and "costs" in scored.out and "another shop" not in scored.out
    strange = maison("traces", "score", str(file), "--seed", "3").out
    assert "another shop: advice, grounded, money" in strange and "--seed" in strange
    assert "intent: " in maison("traces", "score", str(file), "--suite", "routing", "--case", other_case()).out


def other_case() -> str:
    """A case whose intent is none of an outfit."""
    from evals.suites import load_suite

    return next(case.id for case in load_suite("routing") if case.checks.get("intent") == "smalltalk")


@pytest.mark.usefixtures("shop")
def test_a_server_is_asked_for_ones_own_and_another_for_its_threads(maison: Maison, data_dir: Path) -> None:
    with serving(data_dir) as server:
        maison("ask", OFFICE, "--thread", "work")
        assert OFFICE in maison("traces", "list").out
        scored = maison("traces", "score", "--json")
        assert {one["key"]: one["score"] for one in json.loads(scored.out)["scores"]}["grounded"] == 1
        theirs = maison("traces", "show", "work", "--url", server.url)
        assert OFFICE in theirs.out.splitlines()[0] and "look-1" in theirs.out
        assert "Thread garden has no traces" in maison("traces", "list", "--thread", "garden").err
    gone = maison("traces", "list", "--url", server.url)
    assert gone.code == 1 and "did not answer" in gone.err
    assert "localhost is no address" in maison("traces", "list", "--url", "localhost").err


def test_a_list_fits_a_narrow_terminal_in_chinese_too(
    maison: Maison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = {"messages": [{"type": "human", "content": "帮我配一套适合在里昂参加婚礼的衣服，预算三百欧以内"}]}
    run = {"id": "0123456789ab", "name": "stylist", "run_type": "chain", "children": [], "inputs": said}
    run |= {"start": "2026-11-22T14:00:00+00:00", "duration_ms": 1234.0}
    (tmp_path / "t.jsonl").write_text(json.dumps({"thread_id": "home", "run_id": run["id"], "trace": run}))
    head, row = maison("traces", "list", str(tmp_path / "t.jsonl")).out.splitlines()
    assert "degraded" in head and "帮我配" in row and "…" in row


def test_where_there_is_nothing_the_command_says_so(maison: Maison, tmp_path: Path) -> None:
    none = maison("traces", "list")
    assert none.code == 1 and "no traces yet" in none.err
    unknown = maison("traces", "show", "no-such-run")
    assert unknown.code == 1 and "no-such-run" in unknown.err
    (tmp_path / "notes.md").write_text("# notes\n")
    assert maison("traces", "score", str(tmp_path / "notes.md")).code == 1
    assert maison("traces", "score", "--case", "x").code == 2
    (tmp_path / "one.json").write_text('{"id": "r", "name": "stylist", "run_type": "chain", "children": []}')
    assert (
        "no suite is called" in maison("traces", "score", str(tmp_path / "one.json"), "--suite", "a", "--case", "b").err
    )
