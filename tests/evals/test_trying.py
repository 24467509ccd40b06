"""What a variant can have changed, by what traces say of who read it."""

from pathlib import Path
from typing import Any

import pytest

from evals.cases import Case, Said
from evals.measures import LATENCY
from evals.results import Header, Result, Score
from evals.trying import Reworded, is_heard, weigh
from prompts.differences import Difference
from prompts.loader import Prompt, Voice, load_prompt

ELSEWHERE = "vllm:big@http://127.0.0.1:9/v1"


def differs(role: str, *, words: bool = True, **voice: Any) -> Difference:
    """A role whose words differ, or whose voice does, or both."""
    before = load_prompt(role)  # type: ignore[arg-type]
    after = Prompt(before.role, before.kind, Voice(**voice), before.text + (" More." if words else ""))
    return Difference(before.role, before, after, [], {key: (None, value) for key, value in voice.items()})


def call(role: str, model: str) -> dict[str, Any]:
    about = {"role": role, "model": model, "prompt_version": "0"}
    return {"name": "m", "run_type": "chat_model", "model": model, "metadata": about, "children": []}


def result(name: str, score: float, calls: dict[str, str], reply: str = "", **told: Any) -> Result:
    case = Case(id=name, language="en", say=Said(text=name), checks={"orders": {}})
    trace = {"name": "stylist", "run_type": "chain", "children": [call(role, model) for role, model in calls.items()]}
    outputs = {"trace": trace, "earlier": [], "variants": [], "messages": [{"type": "ai", "content": reply}]}
    scores = [Score(key="orders", score=score)]
    played = {"repeat": 0, "outputs": outputs, "scores": scores, "latency_ms": 1, "tokens": 0} | told
    return Result.model_validate({"case": case, **played})


def written(path: Path, model: str, *results: Result) -> Path:
    header = Header(
        suite="talks", model=model, prompts={}, prompt_texts={}, repeats=1, seed=0, started="2026-11-22T10:00:00",
        versions={}, revision="r", cases=len(results),
    )  # fmt: skip
    path.write_text("\n".join(line.model_dump_json() for line in (header, *results)) + "\n", encoding="utf-8")
    return path


def both(tmp_path: Path, model: str, calls: list[dict[str, str]]) -> tuple[Path, Path]:
    """Cases a, b, ... under both; all of them are better in the second."""
    files = []
    for name, score in (("shipped", 0.0), ("variant", 1.0)):
        rows = [result(chr(97 + at), score, called) for at, called in enumerate(calls)]
        files.append(written(tmp_path / f"{name}.jsonl", model, *rows))
    return files[0], files[1]


@pytest.mark.parametrize(
    ("model", "heard"), [("house", False), ("scripted", False), ("scripted:merge=cut", False), (ELSEWHERE, True)]
)
def test_words_are_for_those_who_read_and_a_voice_is_for_all(model: str, heard: bool) -> None:
    assert is_heard(model, [differs("style")]) == heard
    assert is_heard(model, [differs("style"), differs("merge", sentences=2)])


def test_cases_whose_changed_role_the_house_answered_are_in_no_figure(tmp_path: Path) -> None:
    calls = [{"style": ELSEWHERE}, {"style": "house"}, {"merge": ELSEWHERE}, {"style": "house", "merge": ELSEWHERE}]
    trial = weigh(*both(tmp_path, ELSEWHERE, calls), [differs("style")])
    assert (trial.could, trial.unread, trial.unasked) == (["a"], {"b": ["style"], "d": ["style"]}, ["c"])
    assert trial.moved_anyway == ["b", "c", "d"]
    assert trial.comparison is not None
    assert {metric.key: metric.cases for metric in trial.comparison.metrics}["orders"] == 1


def test_a_voice_reaches_where_the_house_writes(tmp_path: Path) -> None:
    calls = [{"merge": "house", "style": "house"}, {"style": "house"}]
    quiet = differs("merge", words=False, sentences=2)
    trial = weigh(*both(tmp_path, "house", calls), [differs("style"), quiet])
    assert (trial.could, trial.unread, trial.unasked) == (["a"], {"b": ["style"]}, [])
    assert trial.partly == {"a": ["style"]}
    assert weigh(*both(tmp_path, "house", calls), [quiet]).partly == {}
    wordy = differs("merge", sentences=2)
    assert weigh(*both(tmp_path, "house", calls), [wordy]).partly == {"a": ["merge"]}


def test_times_are_not_compared(tmp_path: Path) -> None:
    trial = weigh(*both(tmp_path, ELSEWHERE, [{"style": ELSEWHERE}]), [differs("style")])
    assert trial.comparison is not None
    assert LATENCY not in {metric.key for metric in trial.comparison.metrics}


def test_where_nothing_could_change_there_is_nothing_to_compare(tmp_path: Path) -> None:
    trial = weigh(*both(tmp_path, "scripted", [{"style": ELSEWHERE}]), [differs("style")])
    assert (trial.could, trial.unread, trial.comparison) == ([], {"a": ["style"]}, None)


def test_turns_before_and_beside_count(tmp_path: Path) -> None:
    old = result("a", 0, {"merge": ELSEWHERE})
    new = result("a", 1, {"merge": ELSEWHERE})
    new.outputs["earlier"] = [{"trace": {"children": [call("caption", ELSEWHERE)]}}]
    files = written(tmp_path / "1", ELSEWHERE, old), written(tmp_path / "2", ELSEWHERE, new)
    assert weigh(*files, [differs("caption")]).could == ["a"]


def test_a_turn_that_never_ended_may_have_read_all(tmp_path: Path) -> None:
    rows = [result("a", 1, {}), result("a", 0, {}, error="RuntimeError: x")]
    files = [written(tmp_path / str(at), ELSEWHERE, row) for at, row in enumerate(rows)]
    assert weigh(files[0], files[1], [differs("style")]).could == ["a"]


def test_replies_that_changed_stand_beside_each_other(tmp_path: Path) -> None:
    read, unread = {"style": ELSEWHERE}, {"style": "house"}
    before = [result("b", 1, read, "Wear the coat."), result("a", 1, read, "As ever."), result("c", 1, unread, "Coat.")]
    after = [result("c", 1, unread, "A coat."), result("a", 1, read, "As ever."), result("b", 1, read, "The coat.")]
    files = [written(tmp_path / str(at), ELSEWHERE, *rows) for at, rows in enumerate((before, after))]
    trial = weigh(files[0], files[1], [differs("style")])
    assert trial.reworded == [Reworded("b", "b", "Wear the coat.", "The coat.")]


def test_of_repeats_the_first_that_differs_is_shown_and_a_turn_that_died_says_why(tmp_path: Path) -> None:
    read = {"style": ELSEWHERE}
    before = [result("a", 1, read, text, repeat=at) for at, text in enumerate(("One.", "Two."))]
    after = [result("a", 1, read, "One.", repeat=0), result("a", 0, {}, repeat=1, error="TimeoutError: 600 s")]
    files = [written(tmp_path / str(at), ELSEWHERE, *rows) for at, rows in enumerate((before, after))]
    trial = weigh(files[0], files[1], [differs("style")])
    assert trial.reworded == [Reworded("a", "a", "Two.", "TimeoutError: 600 s")]
