"""Every suite can be loaded; datasets of another shape are read as cases that ask for the same."""

import pytest

from evals.scoring import require_checks
from evals.suites import SUITES, BrokenSuite, UnknownSuite, draw_cases, load_suite
from evals.turns import load_turns


@pytest.mark.parametrize("name", SUITES)
def test_a_suite_has_cases_that_can_be_checked(name):
    cases = load_suite(name)
    assert len(cases) > 10
    assert all(case.checks for case in cases)
    require_checks(cases)


def test_a_name_that_no_suite_has_is_refused_with_those_there_are():
    with pytest.raises(UnknownSuite, match="metamorphic"):
        load_suite("routes")


def test_a_file_of_cases_is_a_suite_too(tmp_path):
    own = tmp_path / "own.jsonl"
    own.write_text('{"id": "a", "language": "en", "say": {"text": "a coat"}, "checks": {}}\n\n', encoding="utf-8")
    assert [case.id for case in load_suite(str(own))] == ["a"]
    with pytest.raises(UnknownSuite, match="cannot be read"):
        load_suite(str(tmp_path / "gone.jsonl"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"id": "a", "say": {"text": "x"}, "checks": {}}', "line 1 .*language: Field required"),
        ("budget?", "line 1"),
        ("\n", "holds no case"),
        ('{"id": "a", "language": "en", "say": {"text": "x"}, "checks": {}}\n' * 2, "several cases of the id a"),
    ],
)
def test_a_slip_in_a_file_is_named_by_its_line(tmp_path, text, told):
    own = tmp_path / "own.jsonl"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenSuite, match=told):
        load_suite(str(own))


def test_a_file_that_is_no_text_is_named(tmp_path):
    own = tmp_path / "own.jsonl"
    own.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BrokenSuite, match=r"own\.jsonl .*no UTF-8"):
        load_suite(str(own))


def test_the_turns_are_cases_in_three_languages_with_what_was_said_before():
    turns, cases = load_turns(), {case.id: case for case in load_suite("constraints")}
    assert len(cases) == 3 * len(turns)
    turn = next(one for one in turns if one.before)
    case = cases[f"{turn.id}-fr"]
    assert [said.text for said in case.history] == [turn.before["fr"]]
    assert (case.say.text, case.split) == (turn.say["fr"], turn.split)
    assert set(case.checks["orders"]) <= set(turn.expect.model_dump())


def test_a_relation_is_between_a_sentence_and_its_variants():
    cases = load_suite("metamorphic")
    tags = {tag for case in cases for tag in case.tags}
    assert {"paraphrase", "order", "language", "lower_case", "polite", "budget", "currency", "absent", "city"} <= tags
    budget = next(case for case in cases if case.tags == ["budget"])
    assert (len(budget.variants), budget.checks) == (2, {"relation": {"same": "totals"}})
    assert {case.world.seed for case in cases if case.tags == ["seed_2"]} == {2}


def test_a_seed_draws_the_order_and_what_a_limit_leaves():
    cases = load_suite("scope")
    assert draw_cases(cases, 1, 20) == draw_cases(cases, 1, 20) == draw_cases(cases, 1, None)[:20]
    assert draw_cases(cases, 1, 20) != draw_cases(cases, 2, 20)
    assert {case.id for case in draw_cases(cases, 3, None)} == {case.id for case in cases}
