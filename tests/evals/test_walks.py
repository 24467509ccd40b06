"""Talks put together by chance: the same by the same seed, in every language, and ordering what still stands."""

from itertools import chain
from random import Random

import pytest

from evals.cases import LANGUAGES
from evals.turns import Asked, Expectation
from evals.walks import Move, after, chosen, draw, load_book

DEV, TEST = load_book("dev"), load_book("test")
SAID = {"en": ["so"], "fr": ["alors"], "zh": ["那"]}
DRESSED = Expectation(outfit=True, presentation="women", pieces=[Asked(of=["sheath_dress"])])
TOLD = {"clothes": "M", "shoes": "39", "sum": "250", "colour": "red"}


def then(orders: Expectation, **move: object) -> Expectation:
    return after(orders, Move.model_validate({"say": SAID, **move}), TOLD, "red")


@pytest.mark.parametrize("seed", [f"s{number}" for number in range(40)])
def test_a_seed_draws_one_talk_whose_orders_are_the_same_in_both_wordings(seed):
    mended, unread = draw("dev", seed, 4), draw("test", seed, 4)
    assert mended == draw("dev", seed, 4)
    assert [turn.checks for turn in mended.turns] == [turn.checks for turn in unread.turns]
    assert len(mended.turns) == 5
    for turn in chain(mended.turns, unread.turns):
        assert set(turn.say) == set(LANGUAGES)
        assert not any("{" in text for text in turn.say.values())
        Expectation.model_validate(turn.checks.get("orders", {}))


def test_seeds_draw_different_talks():
    assert len({str(draw("dev", f"s{number}", 4)) for number in range(40)}) == 40


@pytest.mark.parametrize("start", sorted(DEV.starts))
def test_moves_fit_their_start_and_no_two_are_of_one_topic(start):
    for number in range(50):
        names = chosen(DEV.moves, start, 5, Random(number))
        topics = [topic for name in names for topic in DEV.moves[name].topics]
        assert len(names) == 5
        assert len(topics) == len({*topics})
        assert all(start in DEV.moves[name].starts or not DEV.moves[name].starts for name in names)


@pytest.mark.parametrize("name", sorted(DEV.moves))
def test_every_wording_tells_what_its_move_tells(name):
    for book in (DEV, TEST):
        move = book.moves[name]
        assert all(f"{{{one}}}" in text for texts in move.say.values() for text in texts for one in move.tells)


def test_no_wording_is_both_mended_by_and_unread():
    def texts(book):
        rows = chain(book.starts.values(), book.moves.values())
        return {text for row in rows for wordings in row.say.values() for text in wordings}

    assert not texts(DEV) & texts(TEST)


def test_what_is_told_stands_from_there_on():
    assert then(DRESSED, tells=["clothes"]).sizes.clothes == "M"
    assert then(then(DRESSED, tells=["clothes"]), tells=["shoes"]).sizes.model_dump() == {"clothes": "M", "shoes": "39"}
    assert then(then(DRESSED, tells=["sum"]), colours=["green"]).budget.max == 250
    assert then(DRESSED, tells=["colour"]).avoid.colours == ["red"]


def test_a_piece_comes_in_place_of_another_and_shoes_of_ones_own_leave_no_whole_outfit():
    trousers = then(DRESSED, piece=["trousers"], instead_of=["sheath_dress"])
    assert [piece.of for piece in trousers.pieces] == [["trousers"]]
    assert [piece.of for piece in then(trousers, piece=["belt"]).pieces] == [["trousers"], ["belt"]]
    shoeless = then(DRESSED, lacks="footwear")
    assert (shoeless.lacks, shoeless.outfit) == (["footwear"], False)
    assert then(DRESSED, lacks="bag").outfit


def test_a_kind_stands_for_its_categories():
    assert "sheath_dress" in DEV.starts["wedding_dress"].orders.pieces[0].of
    assert {"heels", "block_heels"} <= {*DEV.moves["no_heels"].avoid.categories}


def test_a_step_is_of_its_turn_alone_and_mere_talk_orders_no_looks():
    talks = [draw("dev", f"s{number}", 5) for number in range(60)]
    turns = [turn for talk in talks for turn in talk.turns]
    stepped = [turn for turn in turns if "than" in turn.checks.get("orders", {})]
    assert stepped
    assert all(sum("than" in turn.checks.get("orders", {}) for turn in talk.turns) <= 2 for talk in talks)
    assert any("orders" not in turn.checks for turn in turns)
