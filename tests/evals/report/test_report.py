"""The page as a whole: all of it is there, none of it runs or is asked for elsewhere, and it is of a sensible size."""

import base64
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from evals.measures import Evaluation
from evals.report import build_report
from evals.results import BrokenResults
from tests.evals.made import (
    made_case,
    made_evaluation,
    made_look,
    made_outputs,
    made_result,
    made_run,
    made_trace,
    write_evaluation,
)
from tests.evals.report.reading import Read

HOSTILE = '"></p></script><script>document.title=1</script><img src=//evil.example/x onerror=alert(1)>$body {{x}}'


def page(folder: Path, *evaluations: Evaluation) -> str:
    files = [write_evaluation(folder / f"{number}.jsonl", found) for number, found in enumerate(evaluations)]
    return build_report(files)


@pytest.fixture
def plain(tmp_path: Path) -> str:
    lost = made_result("c2", {"route": 0.0, "rank": None}, comment="no search", case=made_case("c2", language="fr"))
    return page(tmp_path, made_evaluation([made_result("c1"), lost]))


def test_the_head_says_what_was_run_and_when(plain: str) -> None:
    text = Read(plain).text
    assert "2 cases, answered by house, 22 November 2026, 14:00 UTC, revision abc1234." in text
    assert "50\u202f%" in text
    assert "1 of 2" in text


def test_every_case_is_there_with_talk_looks_scores_and_trace(plain: str) -> None:
    read = Read(plain)
    assert [one["data-failed"] for one in read.classed("case")] == ["|", "|route|"]
    assert [one["data-language"] for one in read.classed("case")] == ["en", "fr"]
    for shown in ("I'd wear the navy dress.", "Navy crepe dress", "89 €", "no search", "search_catalog", "querynavy"):
        assert shown in read.text
    assert "--dot:#1f2a44" in plain
    assert "Nothing to judge: rank." in read.text


def test_links_lead_somewhere_on_the_page(plain: str) -> None:
    read = Read(plain)
    names = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
    targets = [one["href"] for one in read.named("a")]
    assert targets
    assert all(target and target[0] == "#" and target[1:] in names for target in targets)


def test_the_page_asks_for_nothing_and_runs_its_own_script_alone(plain: str) -> None:
    script = re.findall(r"<script>(.*?)</script>", plain, re.DOTALL)
    digest = base64.b64encode(sha256(script[0].encode()).digest()).decode()
    policy = next(one["content"] or "" for one in Read(plain).named("meta") if one.get("http-equiv"))
    assert len(script) == 1
    assert policy.startswith("default-src 'none'")
    assert f"script-src 'sha256-{digest}'" in policy
    assert all(source.startswith('"data:font') for source in re.findall(r"url\(([^)]*)", plain))


def hostile(folder: Path) -> str:
    """Everything that somebody else may write is an attack."""
    look = made_look(name=HOSTILE, size=HOSTILE, price=HOSTILE, colour={"hex": HOSTILE}, id=HOSTILE) | {
        "title": HOSTILE, "why": [HOSTILE], "total": HOSTILE, "currency": HOSTILE,
    }  # fmt: skip
    told: dict[str, Any] = {"inputs": {HOSTILE: HOSTILE}, "outputs": {"output": [HOSTILE]}, "error": HOSTILE}
    call = made_run(HOSTILE, 1, 2, run_type="tool", **told)
    outputs = made_outputs(
        HOSTILE, looks=[look], brief={"language": HOSTILE, HOSTILE: HOSTILE}, articles={"x": 1},
        trace=made_trace(children=[call]), degraded=[{"role": HOSTILE}],
        earlier=[made_outputs(HOSTILE)], variants=[made_outputs(HOSTILE)],
    )  # fmt: skip
    said = {"text": HOSTILE, "photos": [HOSTILE], "by": HOSTILE}
    case = made_case(
        HOSTILE, say=HOSTILE, tags=[HOSTILE], history=[said], variants=[said], profile={HOSTILE: HOSTILE},
        checks={HOSTILE: HOSTILE},
    )  # fmt: skip
    found = made_result(HOSTILE, {HOSTILE: 0.0}, comment=HOSTILE, case=case, outputs=outputs)
    other = made_result(HOSTILE, {HOSTILE: 1.0}, comment=HOSTILE, case=case, outputs={}, error=HOSTILE, repeat=1)
    good = made_result(HOSTILE, {HOSTILE: 1.0}, case=case, outputs=outputs)
    header: dict[str, Any] = dict.fromkeys(["suite", "model", "revision", "started"], HOSTILE)
    header["prompts"] = {HOSTILE: HOSTILE}
    first = made_evaluation([good], **header, prompt_texts={HOSTILE: "before"}, versions={HOSTILE: HOSTILE})
    second = made_evaluation([found, other], **header, prompt_texts={HOSTILE: HOSTILE}, versions={HOSTILE: "1"})
    return page(folder, first, second)


def test_nothing_that_somebody_wrote_becomes_html(tmp_path: Path) -> None:
    html = hostile(tmp_path)
    read = Read(html)
    assert len(read.named("script")) == 1
    assert not read.named("img")
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    assert not [one for name in ("src", "action", "xlink:href") for _, one in read.elements if name in one]
    styles = [attributes["style"] or "" for _, attributes in read.elements if "style" in attributes]
    assert all(re.fullmatch(r"(--\w+:[#\w.]+;?)+", style) for style in styles)
    assert read.text.count(HOSTILE) > 30


def test_two_runs_are_compared_and_their_prompts_held_beside_each_other(tmp_path: Path) -> None:
    a = [made_result(f"c{n}", comment="searched") for n in range(12)]
    b = [made_result(f"c{n}", {"route": float(n > 5)}, comment="went astray") for n in range(12)]
    changed = made_evaluation(b, model="scripted", prompt_texts={"merge": "Write one reply.\nKeep it long."})
    html = page(tmp_path, made_evaluation(a), changed)
    read = Read(html)
    assert "12 cases are in both: 6 cases got worse and 0 cases better." in read.text
    assert "Asearched" in read.text
    assert "Bwent astray" in read.text
    assert [one.get("data-moved") for one in read.classed("case")] == ["regressed"] * 6 + [None] * 6
    assert "<del>short</del>" in html
    assert "<ins>long</ins>" in html
    assert len(read.classed("play")) == 24


def test_runs_that_cannot_be_compared_say_why(tmp_path: Path) -> None:
    html = page(tmp_path, made_evaluation([made_result("c1")]), made_evaluation([made_result("c2")]))
    assert "No case was played in both" in Read(html).text


def test_suites_stand_one_after_the_other(tmp_path: Path) -> None:
    memory = made_evaluation([made_result("c1")], suite="memory")
    read = Read(page(tmp_path, made_evaluation([made_result("c1")]), memory))
    assert len(read.named("h1")) == 3
    assert "2 suites2 cases, each suite by itself below." in read.text
    assert len({one["id"] for one in read.classed("case")}) == 2


def test_a_price_that_is_not_the_shops_is_said_so(tmp_path: Path) -> None:
    wrong = made_outputs(articles={"dress-1": {"price": 99.0, "currency": "EUR"}})
    right = made_outputs(articles={"dress-1": {"price": 89.0, "currency": "EUR"}})
    unknown = made_outputs(articles={"dress-2": {"price": 89.0, "currency": "EUR"}})
    shown = [page(tmp_path, made_evaluation([made_result("c1", outputs=one)])) for one in (wrong, right, unknown)]
    assert ["the shop says 99 €" in html for html in shown] == [True, False, False]
    assert ["not in the shop" in html for html in shown] == [False, False, True]


def test_repeats_are_told_under_the_one_that_went_worst(tmp_path: Path) -> None:
    worst = made_result("c1", {"route": 0.0}, repeat=1, outputs=made_outputs("Went wrong."))
    runs = [made_result("c1", outputs=made_outputs("Went well.")), worst]
    text = Read(page(tmp_path, made_evaluation(runs, repeats=2))).text
    assert "failed 1 of 2" in text
    assert text.index("Went wrong.") < text.index("1 more repeat") < text.index("Went well.")


@pytest.mark.parametrize("outputs", [{}, {"messages": []}, {"messages": "x", "looks": 3, "trace": [], "earlier": None}])
def test_a_turn_that_left_nothing_is_shown_as_one(tmp_path: Path, outputs: dict[str, Any]) -> None:
    broken = made_result("c1", {}, outputs=outputs, error="TimeoutError: 600 s", latency_ms=0, tokens=0)
    text = Read(page(tmp_path, made_evaluation([broken]))).text
    assert "TimeoutError: 600 s" in text
    assert "No answer." in text
    assert "No turn ended." in text


def test_a_run_without_any_result_is_a_page_beside_another_alone(tmp_path: Path) -> None:
    empty = made_evaluation([], cases=4)
    assert "of 0 cases passed whole" in Read(page(tmp_path, empty, made_evaluation([made_result("c1")]))).text
    with pytest.raises(BrokenResults, match="no case was played yet"):
        page(tmp_path, empty)


def test_six_hundred_cases_make_a_page_that_opens(tmp_path: Path) -> None:
    """Each with a trace of forty calls and 200 kB; a third fail. Traces of what passed are cut first."""
    calls = [made_run(f"node_{n}", n, 1, run_type="tool", inputs={"text": "word " * 1000}) for n in range(40)]
    outputs = made_outputs(trace=made_trace(children=calls))
    results = [made_result(f"c{n}", {"route": float(n % 3 > 0)}, outputs=outputs) for n in range(600)]
    html = page(tmp_path, made_evaluation([*results, *(made_result(f"d{n}") for n in range(200))]))
    assert len(html.encode()) < 12_000_000
    assert html.count("Arguments are in the file of results.") == 620
    assert html.count("Its trace is in the file of results alone.") == 100


def test_a_file_that_is_no_evaluation_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(BrokenResults, match=r"notes\.jsonl"):
        build_report([tmp_path / "notes.jsonl"])
