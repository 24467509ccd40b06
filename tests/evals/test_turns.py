from collections import Counter

from evals.constraints import CHECKS, ordered
from evals.turns import load_terms, load_turns
from stores.categories import load_categories
from stores.vocabulary import SLOTS


def test_there_are_turns_to_mend_by_and_turns_to_be_measured_on_in_three_languages() -> None:
    turns = load_turns()
    assert Counter(turn.split for turn in turns) == {"dev": 700, "test": 100}
    assert len({turn.id for turn in turns}) == 800
    assert all(set(turn.say) == {"en", "fr", "zh"} for turn in turns)
    assert all(set(turn.before) in (set(), {"en", "fr", "zh"}) for turn in turns)
    assert 0.15 <= sum(bool(turn.before) for turn in turns) / 800 <= 0.25


def test_every_wording_is_another_one() -> None:
    said = Counter((turn.before.get(tongue, ""), text) for turn in load_turns() for tongue, text in turn.say.items())
    assert max(said.values()) == 1


def test_what_is_ordered_is_in_the_vocabulary() -> None:
    names = {*load_categories(), *SLOTS}
    for turn in load_turns():
        asked = {name for piece in turn.expect.pieces for name in piece.of}
        assert asked | {*turn.expect.only, *turn.expect.avoid.categories} <= names, turn.id
        assert turn.expect.code is None or turn.expect.code in load_terms().codes
        assert turn.expect.weather is None or turn.expect.weather in load_terms().weather


def test_the_table_knows_only_our_categories() -> None:
    terms, names = load_terms(), {*load_categories()}
    for code in terms.codes.values():
        assert code.never | {name for groups in code.requires.values() for group in groups for name in group} <= names
    assert {name for sky in terms.weather.values() for name in sky.never} <= names
    assert {name for cover in terms.cover.values() for name in cover.categories} <= names


def test_every_turn_orders_something_and_every_check_has_turns() -> None:
    found = [ordered(turn.expect) for turn in load_turns()]
    assert all(found)
    assert {name for names in found for name in names} == {*CHECKS, "count"}
