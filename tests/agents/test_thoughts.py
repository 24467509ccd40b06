import pytest

from agents.thoughts import Aloud, spoken


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
