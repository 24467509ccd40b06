import pytest

from evals.evaluators.replies import refusal, reply
from tests.evals.evaluators.answered import article, judged, look, outputs


def test_a_reply_says_one_of_each_group_and_none_of_the_rest():
    asked = {"reply": {"says": [["dress", "gown"], ["€"]], "lacks": ["Lima"]}}
    assert judged(reply, asked, outputs("The gown, 12 €.")) == 1
    assert judged(reply, asked, outputs("The gown from Lima.")) == pytest.approx(1 / 3)
    assert judged(reply, {}, outputs("x")) is None


@pytest.mark.parametrize(
    ("expected", "intent", "said", "score"),
    [
        ({"declines": True}, "off_topic", "That is outside my wardrobe.", 1),
        ({"declines": True}, "outfit", "That is outside my wardrobe.", 0),
        ({"declines": True}, "off_topic", "words " * 80, 0),
        ({"declines": True, "lacks": ["Lima"]}, "off_topic", "It's Lima, but I do clothes.", 0.5),
        ({"declines": False}, "outfit", "Wear a suit.", 1),
        ({"declines": False}, "off_topic", "Not mine.", 0),
        ({"care": True}, "smalltalk", "That matters. Please talk to someone you trust.", 1),
        ({"care": True}, "smalltalk", "Cheer up!", 0),
        ({"care": False}, "outfit", "Please call a helpline.", 0),
    ],
)
def test_what_is_declined_cared_for_or_taken_on(expected, intent, said, score):
    answer = outputs(said, brief={"intent": intent, "language": "en"})
    assert judged(refusal, {"refusal": expected}, answer) == score


def test_a_refusal_with_a_look_is_none():
    shown = outputs("Not mine.", [look(article(category="overcoat"))], brief={"intent": "off_topic"})
    assert judged(refusal, {"refusal": {"declines": True}}, shown) == 0
