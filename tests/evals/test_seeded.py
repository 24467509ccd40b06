"""Bugs that are put into a copy of the source are caught by the suite that should catch them, some of them here.

`make seeded` shows all of them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.scoring import EVALUATORS
from evals.suites import load_suite
from tests.evals.seeded.bugs import ROOT, StaleBug, failing, load_bugs, play, scratch, spoilt

BUGS = {bug.name: bug for bug in load_bugs()}
SHOWN = ("price_off_by_one", "memory_not_written")


def test_there_are_forty_and_more_and_few_hang_on_a_single_case():
    assert len(BUGS) >= 40
    assert sum(len(bug.cases) == 1 for bug in BUGS.values()) <= 3


@pytest.mark.parametrize("name", BUGS)
def test_a_bug_has_its_place_in_the_source_and_cases_that_are_there(name):
    bug = BUGS[name]
    assert bug.applied(ROOT) != (ROOT / bug.file).read_text(encoding="utf-8")
    compile(bug.applied(ROOT), bug.file, "exec")
    assert bug.cases
    assert {*bug.cases} <= {case.id for case in load_suite(bug.suite)}
    assert bug.catches in EVALUATORS


def test_a_bug_whose_place_is_gone_is_named():
    with pytest.raises(StaleBug, match=r"price_off_by_one: .* 0 places"):
        BUGS["price_off_by_one"].model_copy(update={"old": "no such line"}).applied(ROOT)


@pytest.fixture(scope="module")
def copy() -> Iterator[Path]:
    with scratch() as root:
        yield root


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shops")


@pytest.mark.parametrize("name", SHOWN)
def test_a_seeded_bug_is_caught_by_its_suite_and_only_while_it_is_there(name, copy, shops):
    bug = BUGS[name]
    assert not failing(play(copy, bug.suite, bug.model, bug.cases, shops), bug.catches)
    with spoilt(bug, copy):
        assert failing(play(copy, bug.suite, bug.model, bug.cases, shops), bug.catches)
    assert bug.applied(copy)
