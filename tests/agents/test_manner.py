import pytest

from agents.manner import out_of_part


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("I'm sorry, but I can't help with that.", "en"),
        ("As an AI, I have no taste.", "en"),
        ("I’m unable to assist with this request.", "fr"),
        ("Je ne suis pas en mesure de répondre.", "fr"),
        ("En tant que modèle de langage, je m'abstiens.", "fr"),
        ("抱歉，我无法协助。", "zh"),
        ("作为人工智能，我没有品味。", "zh"),
    ],
)
def test_a_machine_that_declines_is_no_stylist(sentence, language):
    assert out_of_part(sentence, language) == "a refusal"


@pytest.mark.parametrize(
    ("sentence", "language", "reason"),
    [
        ("Okay, the user wants a dress.", "en", "talk of its own orders"),
        ("L'utilisatrice veut une robe.", "fr", "talk of its own orders"),
        ("用户想要一条裙子。", "zh", "talk of its own orders"),
        ("So it is settled.</think>", "en", "a thought"),
    ],
)
def test_thinking_aloud_does_not_leave(sentence, language, reason):
    assert out_of_part(sentence, language) == reason


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("I can't help loving [[1.1]] for this.", "en"),
        ("I could not find a coat within the budget.", "en"),
        ("A scarf would help with the wind.", "en"),
        ("Je n'ai pas trouvé mieux.", "fr"),
        ("没有找到更便宜的。", "zh"),
        ("That is beyond me: I only know clothes.", "en"),
    ],
)
def test_a_stylist_who_finds_nothing_may_say_so(sentence, language):
    assert out_of_part(sentence, language) is None
