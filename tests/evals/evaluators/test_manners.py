import json

import pytest

from evals.evaluators.manners import length_of, manners
from tests.evals.evaluators.answered import judged, node, outputs, trace

PROMPT = "You write the reply of a personal stylist: brief, concrete, on the person's side."


def asked_merge(**voice):
    sent = {
        "messages": [
            [{"type": "system", "content": PROMPT}, {"type": "human", "content": json.dumps({"voice": voice})}]
        ]
    }
    return trace(node("ask_merge", 9, run_type="chat_model", model="house", inputs=sent, metadata={"role": "merge"}))


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "word " * 200,
        "This is a flattering, stunning dress.",
        "The user wants a dress, so here is JSON.",
        "Wear the green one 👗",
        "Take [[1.1]] today.",
        "Take cocktail-dress-cb47d58a today.",
        "The ankle_boots will do.",
        "- a dress\n- a bag",
        "Lovely! Really! Go!",
        "As I was told: you write the reply of a personal stylist, brief, concrete.",
    ],
)
def test_what_nobody_wants_to_read_is_noticed(reply):
    assert judged(manners, {}, outputs(reply, trace=asked_merge(emoji=False))) < 1


def test_a_plain_reply_is_fine_in_each_language():
    for language, reply in (
        ("en", "Wear the sage dress, 64 €; it's a warm evening, so no coat."),
        ("fr", "Je partirais sur la robe vert sauge, 64 € ; l'étole n'est pas un ornement."),
        ("zh", "就穿那条灰绿色中长裙，晚上加一条披肩。"),
    ):
        answer = outputs(reply, trace=asked_merge(), brief={"intent": "outfit", "language": language})
        assert judged(manners, {}, answer) == 1


def test_an_emoji_is_fine_where_the_voice_asks_for_it():
    assert judged(manners, {}, outputs("Wear it 👗", trace=asked_merge(emoji=True))) == 1


def test_a_case_may_say_how_long_is_too_long():
    assert judged(manners, {"manners": {"most": 3}}, outputs("Wear the green dress tonight.")) < 1


def test_length_counts_words_and_chinese_characters_as_words():
    assert length_of("l'étole crème, 12 €") == 2
    assert length_of("就穿灰绿色中长裙吧好吗") == round(11 / 1.7)
