"""The written suites: enough cases in each language, each of them one that can be played and that checks something."""

from collections import Counter
from typing import get_args

import pytest

from evals.cases import Case
from evals.evaluators.answers import feed
from evals.evaluators.retrieval import CRITERIA, grades
from evals.photographs import garment
from evals.scoring import require_checks
from evals.suites import load_suite
from evals.turns import Expectation
from stores.vocabulary import Garment, Intent, Profile

LEAST = {
    "routing": 60, "retrieval": 45, "grounding": 45, "relooking": 24, "talks": 30, "memory": 24, "language": 30,
    "refusals": 30,
}  # fmt: skip


@pytest.fixture(params=LEAST)
def suite(request: pytest.FixtureRequest) -> tuple[str, list[Case]]:
    return request.param, load_suite(request.param)


def test_there_are_enough_cases_in_every_language(suite):
    name, cases = suite
    assert len(cases) >= LEAST[name]
    assert {*Counter(case.language for case in cases)} == {"en", "fr", "zh"}
    assert min(Counter(case.language for case in cases).values()) >= len(cases) / 4


def test_two_in_five_at_least_were_never_tuned_on(suite):
    _, cases = suite
    assert sum(case.split == "test" for case in cases) >= 0.4 * len(cases)


def test_every_case_checks_something_that_an_evaluator_reads(suite):
    _, cases = suite
    require_checks(cases)
    assert all(case.checks and None not in case.checks.values() for case in cases)


def test_no_two_cases_say_the_same(suite):
    _, cases = suite
    said = Counter(str((case.history, case.say)) for case in cases)
    assert said.most_common(1)[0][1] == 1


def test_photos_can_be_drawn_and_people_be_dressed(suite):
    _, cases = suite
    for case in cases:
        for said in [*case.history, case.say, *case.variants]:
            assert all(garment(photo) for photo in said.photos)
        assert all(Garment.model_validate(row).is_sure for row in case.wardrobe)
        Profile.model_validate(case.profile)


def test_orders_are_orders_and_intents_are_intents(suite):
    _, cases = suite
    for case in cases:
        Expectation.model_validate(case.checks.get("orders", {}))
        told = case.checks.get("intent", [])
        assert {*([told] if isinstance(told, str) else told)} <= {*get_args(Intent)}


def test_routing_has_every_intent():
    told = [case.checks.get("intent", []) for case in load_suite("routing")]
    assert {one for names in told for one in ([names] if isinstance(names, str) else names)} == {*get_args(Intent)}


def test_labels_of_retrieval_find_something_in_their_catalogue():
    labelled = [case for case in load_suite("retrieval") if "recall" in case.checks]
    assert len(labelled) >= 45
    for case in labelled:
        assert {*case.checks["recall"]["relevant"]} <= {*CRITERIA}
        assert grades(case.checks["recall"], feed(case.world.seed)), case.id


def test_talks_have_at_least_three_turns():
    assert all(len(case.history) >= 2 for case in load_suite("talks"))
