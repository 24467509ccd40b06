from collections.abc import Callable
from pathlib import Path

import pytest

from evals.cases import Case, Said, World
from evals.gate import Thresholds, load_thresholds
from evals.rehearsal import Rehearsed, plans, rehearse
from evals.suites import load_suite
from graph.settings import Settings

SHOP = World(seed=1)


@pytest.fixture
def split_cases(few_cases: Callable[..., None]) -> None:
    """Six cases, every second one of the split `test`; the last asks for what nobody can give."""
    checks = {"orders": {"budget": {"max": 150.0, "currency": "EUR", "per": "item"}}}
    few_cases(
        *(
            Case(
                id=f"case-{number}", language="en", split="test" if number % 2 else "dev", world=SHOP,
                say=Said(text="A navy blazer under 150 euros, I'm a man"),
                checks=checks if number < 4 else {"intent": "preview"},
            )
            for number in range(6)
        )
    )  # fmt: skip


def test_what_may_never_fail_is_played_and_others_as_drawn(split_cases: None) -> None:
    asked = {"few": Thresholds(rehearsed=2, never_fails=["case-2"]), "few@scripted": Thresholds(rehearsed=1)}
    house, scripted = plans(asked)
    assert (house.model, house.cases[0], len(house.cases)) == ("house", "case-2", 2)
    assert (scripted.model, len(scripted.cases)) == ("scripted", 1)


def test_what_was_kept_back_is_not_played_at_every_commit(split_cases: None) -> None:
    (plan,) = plans({"few": Thresholds(rehearsed=6)})
    assert set(plan.cases) == {"case-0", "case-2", "case-4"}


def test_a_suite_that_is_only_gated_is_not_played(split_cases: None) -> None:
    assert not list(plans({"few": Thresholds(least={"passed": 1.0})}))


async def test_each_suite_is_played_anew_and_held_against_its_thresholds(split_cases: None, tmp_path: Path) -> None:
    heard: list[Rehearsed] = []
    asked = {"few": Thresholds(rehearsed=3, least={"passed": 0.9})}
    for _ in range(2):
        failed = await rehearse(asked, Settings(data_dir=tmp_path), tmp_path / "out", heard.append)
        assert len(failed) == 1
        assert failed[0].startswith("few: passed is 0.6667, at least 0.9 is asked for (below 1: case-4)")
    assert [len(done.results) for done in heard] == [3, 3]
    assert (tmp_path / "out" / "few-house.jsonl").exists()


@pytest.mark.parametrize("name", [name for name, asked in load_thresholds().items() if asked.rehearsed])
def test_ours_names_suites_and_cases_that_there_are(name: str) -> None:
    asked = load_thresholds()[name]
    ours = {case.id for case in load_suite(name.partition("@")[0]) if case.split == "dev"}
    assert set(asked.never_fails) <= ours
    assert asked.cases <= asked.rehearsed <= len(ours)
