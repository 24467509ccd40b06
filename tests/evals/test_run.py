"""A run plays what is left, writes each result as it ends, and goes on with no file but its own."""

from typing import Any

import pytest

from evals import provenance, run
from evals.cases import Case, Said
from evals.play import Played
from evals.players import open_player
from evals.results import BrokenResults
from evals.run import NoCases, OtherRun, Plan, evaluate
from evals.scoring import UnknownCheck
from evals.suites import BrokenSuite, UnknownSuite
from graph.settings import Settings
from prompts.loader import load_prompt, source_of
from tests.evals.made import read_results

PLAN = Plan("few")


@pytest.fixture(autouse=True)
def a_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provenance, "revision", lambda: "r1")


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who is really played."""
    names: list[str] = []
    play = run.play

    async def noted(case: Case, place: Any, context: dict[str, Any], repeat: int) -> Played:
        names.append(f"{case.id}/{repeat}")
        return await play(case, place, context, repeat)

    monkeypatch.setattr(run, "play", noted)
    return names


async def test_a_file_tells_what_was_run_and_what_came_of_it(few_cases, tmp_path):
    told: list[tuple[int, int]] = []
    out = tmp_path / "deep/few.jsonl"
    results = await evaluate(Plan("few", repeats=2), Settings(), out, lambda done, total, _: told.append((done, total)))
    header, written = read_results(out)
    assert (header.suite, header.model, header.repeats, header.cases, header.revision) == ("few", "house", 2, 3, "r1")
    assert header.prompts["merge"] == load_prompt("merge").version
    assert header.prompt_texts["merge"] == source_of(load_prompt("merge"))
    assert header.versions["langgraph"]
    assert {(one.case.id, one.repeat) for one in written} == {
        (name, at) for name in ("blazer", "robe", "trousers") for at in (0, 1)
    }
    assert all(one.passed and one.outputs["trace"]["children"] for one in written)
    assert {score.key for score in written[0].scores} >= {"orders", "language", "grounded"}
    assert [done for done, _ in told] == [*range(7)]
    assert not any(one.outputs for one in results)


async def test_a_run_that_was_stopped_goes_on_where_it_was(few_cases, tmp_path, played):
    out = tmp_path / "few.jsonl"
    await evaluate(PLAN, Settings(), out)
    lines = out.read_text(encoding="utf-8").splitlines(keepends=True)
    cut = lines[2].encode()
    within = next(place for place, byte in enumerate(cut) if byte >= 0x80) + 1  # in the middle of a character
    out.write_bytes("".join(lines[:2]).encode() + cut[:within])
    assert len(read_results(out)[1]) == 1
    played.clear()
    await evaluate(PLAN, Settings(), out)
    assert len(played) == 2
    assert sorted(one.case.id for one in read_results(out)[1]) == ["blazer", "robe", "trousers"]
    played.clear()
    assert len(await evaluate(PLAN, Settings(), out)) == 3
    assert not played


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (Plan("few", model="scripted"), "model house, not scripted"),
        (Plan("few", repeats=2), "repeats 1, not 2"),
        (Plan("few", seed=3), "seed 0, not 3"),
        (Plan("few", limit=1), "cases 3, not 1"),
        (Plan("constraints"), "suite few, not constraints"),
    ],
)
async def test_a_file_of_another_run_is_left_alone(few_cases, tmp_path, other, told):
    out = tmp_path / "few.jsonl"
    await evaluate(PLAN, Settings(), out)
    before = out.read_bytes()
    with pytest.raises(OtherRun, match=told):
        await evaluate(other, Settings(), out)
    assert out.read_bytes() == before


async def test_other_source_and_other_prompts_are_another_run(few_cases, tmp_path, monkeypatch):
    out, folder = tmp_path / "few.jsonl", tmp_path / "own"
    folder.mkdir()
    (folder / "merge.md").write_text(source_of(load_prompt("merge")).replace("warmth = 2", "warmth = 0"), "utf-8")
    await evaluate(PLAN, Settings(), out)
    with pytest.raises(OtherRun, match=r"other prompts \(merge\)"):
        await evaluate(Plan("few", prompts=folder), Settings(), out)
    monkeypatch.setattr(provenance, "revision", lambda: "r2")
    with pytest.raises(OtherRun, match="source r1, not r2"):
        await evaluate(PLAN, Settings(), out)


async def test_a_case_that_asks_for_something_else_now_is_another_run(few_cases, tmp_path):
    out, own = tmp_path / "few.jsonl", Plan("few", cases=("blazer",))
    await evaluate(own, Settings(), out)
    with pytest.raises(OtherRun, match="blazer"):
        await evaluate(Plan("few", cases=("robe",)), Settings(), out)
    few_cases(Case(id="blazer", language="en", say=Said(text="a red blazer"), world={"seed": 1}, checks={}))
    with pytest.raises(OtherRun, match="not as it was"):
        await evaluate(own, Settings(), out)


async def test_a_file_of_something_else_is_left_alone(few_cases, tmp_path):
    out = tmp_path / "notes.jsonl"
    out.write_text("my notes\n", encoding="utf-8")
    with pytest.raises(BrokenResults):
        await evaluate(PLAN, Settings(), out)
    assert out.read_text(encoding="utf-8") == "my notes\n"


async def test_prompts_of_a_folder_are_what_is_played_and_their_hash_is_told(few_cases, tmp_path):
    (tmp_path / "own").mkdir()
    quiet = source_of(load_prompt("merge")).replace("sentences = 6", "sentences = 1")
    (tmp_path / "own/merge.md").write_text(quiet, encoding="utf-8")
    await evaluate(Plan("few", cases=("blazer",)), Settings(), tmp_path / "a.jsonl")
    await evaluate(Plan("few", cases=("blazer",), prompts=tmp_path / "own"), Settings(), tmp_path / "b.jsonl")
    (header, (usual,)), (other, (short,)) = read_results(tmp_path / "a.jsonl"), read_results(tmp_path / "b.jsonl")
    assert {role for role in header.prompts if header.prompts[role] != other.prompts[role]} == {"merge"}
    assert "sentences = 1" in other.prompt_texts["merge"]
    said, shorter = (one.outputs["messages"][-1]["content"] for one in (usual, short))
    assert len(shorter) < len(said)


async def test_a_turn_that_dies_is_a_result_with_its_error(few_cases, tmp_path):
    broken = Case(id="x", language="en", say=Said(text="a coat", context={"looks": 99}), checks={}, world={"seed": 1})
    few_cases(broken)
    (result,) = await evaluate(PLAN, Settings(), tmp_path / "few.jsonl")
    assert not result.passed
    assert "looks" in (result.error or "")


async def test_slips_are_named_before_anything_is_written(few_cases, tmp_path):
    out = tmp_path / "few.jsonl"
    with pytest.raises(UnknownSuite, match="constraints"):
        await evaluate(Plan("routes"), Settings(), out)
    with pytest.raises(NoCases, match="nobody"):
        await evaluate(Plan("few", cases=("nobody",)), Settings(), out)
    few_cases(Case(id="x", language="en", say=Said(text="a coat"), checks={"tast": {}}))
    with pytest.raises(UnknownCheck, match="tast"):
        await evaluate(PLAN, Settings(), out)
    few_cases()
    for model in ("nobody", "scripted:merge=burp"):
        with pytest.raises(ValueError, match=r"nobody|burp"):
            await evaluate(Plan("few", model=model), Settings(), out)
    assert not out.exists()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"say": Said(text="a coat", photos=["purple unicorn"])}, "photo of case x .*purple unicorn"),
        ({"history": [Said(text="a coat", photos=["coat"])]}, "photo of case x"),
        ({"profile": {"sizes": 3}}, "Profile of case x: sizes"),
        ({"wardrobe": [{"category": "coat", "colour": "red"}]}, "Garment of case x"),
    ],
)
async def test_surroundings_that_cannot_be_made_are_named_before_anything_is_played(
    few_cases, tmp_path, played, fields, told
):
    few_cases(Case(**({"id": "x", "language": "en", "say": Said(text="a coat"), "checks": {}} | fields)))
    with pytest.raises(BrokenSuite, match=told):
        await evaluate(PLAN, Settings(), tmp_path / "few.jsonl")
    assert not played


async def test_a_file_in_which_nothing_was_played_yet_is_begun_anew(few_cases, tmp_path):
    out = tmp_path / "few.jsonl"
    await evaluate(Plan("few", cases=("blazer",)), Settings(), out)
    out.write_text(out.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    await evaluate(Plan("few", repeats=2, cases=("robe",)), Settings(), out)
    header, results = read_results(out)
    assert (header.repeats, [one.case.id for one in results]) == (2, ["robe", "robe"])


async def test_traces_of_what_passed_can_be_left_out(few_cases, tmp_path):
    await evaluate(Plan("few", cases=("blazer",), traces="failed"), Settings(), tmp_path / "few.jsonl")
    _, (result,) = read_results(tmp_path / "few.jsonl")
    assert result.outputs["looks"]
    assert not result.outputs["trace"]


@pytest.mark.parametrize(("name", "model"), [("scripted", "good"), ("scripted:merge=cut", "merge=cut")])
async def test_the_scripted_server_is_started_beside_the_run(few_cases, tmp_path, name, model):
    await evaluate(Plan("few", model=name, cases=("blazer",)), Settings(), tmp_path / "few.jsonl")
    header, (result,) = read_results(tmp_path / "few.jsonl")
    assert header.model == name
    assert result.error is None
    assert (result.tokens > 0) == (model == "good")
    assert bool(result.outputs["degraded"]) == (model != "good")


async def test_one_model_answers_every_role():
    settings = Settings(
        models={"big": "vllm:big@http://127.0.0.1:9/v1"}, model_merge="vllm:other@http://127.0.0.1:9/v1"
    )
    async with open_player("big", settings) as chosen:
        assert {*chosen.roles.values()} == {"big"}
