"""`maison eval`: what it prints, what it leaves, and how it refuses."""

import json
from pathlib import Path

import pytest

from evals import judging, provenance, run
from evals.cases import Case, Said
from evals.measures import TOKENS
from tests.evals.conftest import few_cases, quick_worlds  # noqa: F401
from tests.evals.test_judging import Critic, a_run


@pytest.fixture(autouse=True)
def a_suite(few_cases, monkeypatch):  # noqa: F811
    monkeypatch.setattr(provenance, "revision", lambda: "r1")
    return few_cases


def test_the_suites_are_listed_with_their_cases_and_checks(maison):
    said = maison("eval", "list")
    assert said.code == 0
    rows = {line.split()[0]: line for line in said.out.splitlines() if line.strip()}
    assert "3" in rows["few"].split()
    assert "orders" in rows["constraints"]
    assert "2400" in rows["constraints"]


def test_a_run_leaves_a_file_and_tells_every_mean_with_its_number(maison, tmp_path):
    out = tmp_path / "few.jsonl"
    said = maison("eval", "run", "few", "--out", str(out))
    assert (said.code, said.err) == (0, "")
    rows = {row[0]: row[1:] for line in said.out.splitlines() if (row := line.split())}
    assert rows["passed"] == rows["orders"] == ["1.000", "3"]
    assert rows[TOKENS] == ["0", "3"]
    assert str(out) in said.out
    assert [json.loads(line)["kind"] for line in out.read_text("utf-8").splitlines()] == ["header", *["result"] * 3]


def test_what_failed_is_named_and_why(maison, a_suite, tmp_path):
    wrong = Case(
        id="wrong", language="en", say=Said(text="a navy coat"), world={"seed": 1}, checks={"intent": "smalltalk"}
    )
    a_suite(wrong)
    said = maison("eval", "run", "few", "--out", str(tmp_path / "few.jsonl"), "-n", "2")
    assert said.code == 0
    assert "2 of 2 failed" in said.out
    assert "wrong (2)" in said.out
    assert "not smalltalk" in said.out


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("routes",), "no suite is called 'routes'"),
        (("few", "--model", "nobody"), "nobody"),
        (("few", "--model", "scripted:merge=burp"), "'burp' is no fault"),
        (("few", "--case", "x"), "has no case x"),
        (("few", "--model", "nobody:at-all"), "--model is house, scripted"),
        (("few", "--model", "openai:gpt-4o"), "OPENAI_API_KEY"),
    ],
)
def test_a_slip_is_told_in_a_sentence(maison, tmp_path, monkeypatch, asked, told):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    said = maison("eval", "run", *asked, "--out", str(tmp_path / "few.jsonl"))
    assert said.code == 1
    assert told in said.err
    assert "Traceback" not in said.err
    assert said.err.count("\n") == 1


def test_a_page_goes_where_it_is_told_and_not_of_a_run_in_which_nothing_was_played(maison, tmp_path):
    out, page = tmp_path / "few.jsonl", tmp_path / "pages/few.html"
    assert maison("eval", "run", "few", "--out", str(out)).code == 0
    assert maison("eval", "report", str(out), "--out", str(page)).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    said = maison("eval", "report", str(out), "--out", str(out / "page.html"))
    assert (said.code, "few.jsonl" in said.err, "Errno" in said.err) == (1, True, False)
    out.write_text(out.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    said = maison("eval", "report", str(out), "--out", str(page))
    assert (said.code, "no case was played yet" in said.err) == (1, True)


def test_a_prompt_with_a_slip_is_named(maison, tmp_path):
    (tmp_path / "style.md").write_text("no front matter", encoding="utf-8")
    said = maison("eval", "run", "few", "--prompts", str(tmp_path), "--out", str(tmp_path / "few.jsonl"))
    assert said.code == 1
    assert "style.md" in said.err


def test_another_run_s_file_is_refused_with_what_to_do(maison, tmp_path):
    out = str(tmp_path / "few.jsonl")
    assert maison("eval", "run", "few", "--out", out, "--limit", "1").code == 0
    said = maison("eval", "run", "few", "--out", out, "--limit", "2")
    assert said.code == 1
    assert "cases 1, not 2" in said.err
    assert "--out" in said.err


def test_a_run_that_is_stopped_says_how_it_goes_on_and_does(maison, tmp_path, monkeypatch):
    out, play, begun = tmp_path / "few.jsonl", run.play, []

    async def stopped_at_the_second(*asked):
        begun.append(asked)
        if len(begun) == 2:
            raise KeyboardInterrupt
        return await play(*asked)

    monkeypatch.setattr(run, "play", stopped_at_the_second)
    command = ("eval", "run", "few", "--out", str(out), "--concurrency", "1")
    said = maison(*command)
    assert (said.code, "the same command goes on" in said.err, "Traceback" in said.err) == (130, True, False)
    assert len(out.read_text("utf-8").splitlines()) == 2
    assert maison(*command).code == 0
    assert len(begun) == 4
    assert len(out.read_text("utf-8").splitlines()) == 4


def test_two_runs_are_compared_reported_and_held_against_thresholds(maison, tmp_path):
    first, second, page = (str(tmp_path / name) for name in ("a.jsonl", "b.jsonl", "page.html"))
    assert maison("eval", "run", "few", "--out", first).code == 0
    assert maison("eval", "run", "few", "--out", second, "--model", "scripted:merge=cut").code == 0
    said = maison("eval", "compare", first, second)
    assert said.code == 0
    assert "95 % interval" in said.out
    assert json.loads(maison("eval", "compare", first, second, "--json").out)["b"]["model"] == "scripted:merge=cut"
    assert maison("eval", "report", first, second, "--out", page).code == 0
    assert "<html" in Path(page).read_text("utf-8")
    high, low = tmp_path / "high.toml", tmp_path / "low.toml"
    high.write_text("[few]\ncases = 4\n", encoding="utf-8")
    low.write_text("[few]\ncases = 3\nleast = { passed = 1.0 }\n", encoding="utf-8")
    said = maison("eval", "gate", first, "--thresholds", str(high))
    assert said.code == 1
    assert "3 cases were played" in said.out
    assert maison("eval", "gate", first, "--thresholds", str(low)).code == 0


def test_what_is_no_result_is_refused(maison, tmp_path):
    notes = tmp_path / "notes.jsonl"
    notes.write_text("my notes\n", encoding="utf-8")
    for asked in (("compare", str(notes), str(notes)), ("report", str(notes)), ("gate", str(notes))):
        said = maison("eval", *asked)
        assert (said.code, said.err.count("\n")) == (1, 1)
        assert "maison eval run" in said.err
    notes.write_text('{"id": "a", "language": "en", "say": {"text": "a coat"}, "checks": {}}\n', encoding="utf-8")
    assert "notes.jsonl holds cases" in maison("eval", "gate", str(notes)).err


def test_a_rehearsal_plays_what_the_thresholds_name_and_fails_where_they_are_not_reached(maison, tmp_path):
    out, low, high = tmp_path / "out", tmp_path / "low.toml", tmp_path / "high.toml"
    low.write_text("[few]\nrehearsed = 2\nleast = { passed = 1.0 }\n[routing]\ncases = 3\n", encoding="utf-8")
    high.write_text("[few]\nrehearsed = 1\nmost = { latency_ms = 0 }\n", encoding="utf-8")
    said = maison("eval", "rehearse", "--out", str(out), "--thresholds", str(low))
    assert (said.code, said.out.count("\n")) == (0, 1)
    assert "few with house: 2 of 2 passed" in said.out
    assert [path.name for path in out.iterdir()] == ["few-house.jsonl"]
    said = maison("eval", "rehearse", "--out", str(out), "--thresholds", str(high))
    assert said.code == 1
    assert "few: latency_ms is" in said.out


@pytest.fixture
def a_judge(monkeypatch):
    """A model that likes the words of linen, in the place of one that is configured."""
    monkeypatch.setattr(judging, "open_judge", lambda name, settings: Critic())


def test_a_judge_tells_its_agreement_before_its_scores(maison, a_judge, tmp_path):
    first = a_run(tmp_path / "a.jsonl", {"one": "A linen shirt.", "two": "A wool shirt."})
    said = maison("eval", "judge", str(first), "--model", "any")
    assert (said.code, said.err) == (0, "")
    assert "Agrees with people on" in said.out.splitlines()[0] and "kappa" in said.out
    assert "judge: 0.625" in said.out and "of 2 replies" in said.out
    assert "two" in said.out.splitlines()[-1] and "its word" in said.out


def test_a_judge_prefers_one_run_to_another(maison, a_judge, tmp_path):
    first = a_run(tmp_path / "a.jsonl", {"one": "A wool shirt.", "two": "A wool shirt."})
    second = a_run(tmp_path / "b.jsonl", {"one": "A linen shirt.", "two": "A linen shirt."})
    said = maison("eval", "judge", str(first), str(second), "--model", "any")
    assert "the second preferred to the first: 1.000" in said.out


def test_a_judge_without_anything_to_judge_says_so(maison, a_judge, tmp_path):
    first, second = (a_run(tmp_path / f"{name}.jsonl", {name: "Linen."}) for name in ("a", "b"))
    said = maison("eval", "judge", str(first), str(second), "--model", "any")
    assert said.code == 1 and "no score" in said.err


def test_the_house_is_refused_as_a_judge(maison):
    said = maison("eval", "judge", "--model", "house")
    assert said.code == 1 and "Name a model" in said.err


def test_a_judge_that_cannot_be_reached_is_told(maison):
    said = maison("eval", "judge", "--model", "vllm:any@http://127.0.0.1:9/v1")
    assert said.code == 1 and "could not be asked" in said.err
