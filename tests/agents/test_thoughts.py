import pytest

from agents.thoughts import Aloud, Habit, spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain", "plain"),
        ('<think>{"a": 1}?</think>\n{"b": 2}', '{"b": 2}'),
        ("the user wants...</think>Wear it.", "Wear it."),
        ("<think>for ever", ""),
        ("<Thinking>a</Thinking>b<think>c</think>d", "d"),
    ],
)
def test_only_what_is_spoken_is_left(text, said):
    assert spoken(text) == said


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_a_stream_is_the_same_in_pieces_of_any_size(size):
    text = "<think>It is 999 € <b>or</b> so.</think>Wear it. a < b, <i>yes<think>hm</think> so."
    aloud = Aloud()
    said = "".join(aloud.heard(text[at : at + size]) for at in range(0, len(text), size)) + aloud.left()
    assert said == "Wear it. a < b, <i>yes so."


def test_a_thought_that_never_ends_says_nothing():
    aloud = Aloud()
    assert aloud.heard("<think>on and on") + aloud.heard(" and on") + aloud.left() == ""


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
def test_a_thought_without_a_beginning_is_dropped_in_pieces_of_any_size(size):
    text, habit = "It is 999 € <b>or</b> so.</think>Wear it.<think>hm</think> So.", Habit()
    aloud = Aloud(habit)
    said = "".join(aloud.heard(text[at : at + size]) for at in range(0, len(text), size)) + aloud.left()
    assert (said, habit.begins_thinking) == ("Wear it. So.", True)


@pytest.mark.parametrize(("text", "begins"), [("Wear it.", False), ("<think>a</think>Wear it.", False)])
def test_a_whole_reply_tells_a_habit(text, begins):
    habit = Habit()
    aloud = Aloud(habit)
    assert aloud.heard(text) + aloud.left() == "Wear it."
    aloud.settle()
    assert habit.begins_thinking is begins


def test_what_was_cut_off_tells_none():
    habit = Habit()
    Aloud(habit).heard("It is 999 € or")
    assert habit.begins_thinking is None
