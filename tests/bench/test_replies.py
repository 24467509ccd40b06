"""What was drawn is the same for a seed, and is told under what was said, each language in its own part."""

from bench.constraints import LANGUAGES, Answered
from bench.replies import drawn, page
from evals.turns import load_turns


def test_a_seed_draws_the_same_turns_and_each_language_its_own() -> None:
    first, again = drawn(5, 10), drawn(5, 10)
    assert first == again != drawn(6, 10)
    assert [language for _, language in first] == [language for language in LANGUAGES for _ in range(10)]
    ids = {language: {turn.id for turn, of in first if of == language} for language in LANGUAGES}
    assert all(len(found) == 10 for found in ids.values())
    assert ids["en"] != ids["zh"]


def test_a_reply_stands_under_what_was_said() -> None:
    turn = next(turn for turn in load_turns() if turn.before)
    text = page([Answered(turn, "fr", "Une ligne.\nUne autre.", [])], 5)
    assert text.index("## French") < text.index(turn.before["fr"]) < text.index(turn.say["fr"]) < text.index("> Une l")
    assert text.endswith("## Chinese")
    assert "> Une ligne.\n> Une autre." in text
