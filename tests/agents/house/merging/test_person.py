import re
from typing import Any

import pytest

from agents.house.merge import write
from agents.house.phrases import load_phrases
from stores.vocabulary import Change, Language
from tests.agents.house.merge_requests import DRESS, LANGUAGES, rendered, request


def told(key: str, value: Any, action: str = "add") -> Change:
    return Change.model_validate({"target": "profile", "action": action, "key": key, "value": value})


def test_a_dislike_told_as_a_trait_is_acknowledged_once() -> None:
    told = [
        Change(target="profile", action="add", key="avoid_colours", value=["yellow"]),
        Change(target="feedback", action="set", key="family:yellow", value=-1),
    ]
    reply = rendered(request("en", intent="feedback", changes=told))
    assert reply.count("yellow") == 1 and not re.search("steer|less of that|bring that back|another way", reply)


def test_nothing_follows_from_a_garment_that_was_not_found() -> None:
    size = Change(target="profile", action="set", key="sizes", value={"shoes": "42"})
    told = rendered(request("en", intent="wardrobe", changes=[size], text="I'm a 42, delete the red scarf"))
    assert "shoe" in told and re.search("couldn't find|Nothing of that name", told)
    assert "again" not in told


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "you like green and navy, and you'd rather skip orange and pink"),
        ("fr", "vous aimez le vert et le bleu marine, et vous évitez l'orange et le rose"),
        ("zh", "喜欢绿色和藏青色，不要橙色和粉色"),
    ],
)
def test_all_that_was_told_is_said_in_one_sentence(language: Language, sentence: str) -> None:
    likes, dislikes = (("green", "navy"), ("orange", "pink"))
    changes = [*(told("colours", one) for one in likes), *(told("avoid_colours", one) for one in dislikes)]
    assert sentence in rendered(request(language, intent="profile", changes=changes))


@pytest.mark.parametrize(("language", "word"), [("en", "skirts"), ("fr", "les jupes"), ("zh", "半裙")])
def test_a_kind_of_piece_is_called_by_its_name(language: Language, word: str) -> None:
    changes = [told("avoid_categories", one) for one in ("midi_skirt", "mini_skirt", "maxi_skirt")]
    reply = rendered(request(language, intent="profile", changes=changes))
    assert word in reply and "midi" not in reply


@pytest.mark.parametrize("language", LANGUAGES)
def test_clothes_and_shoes_are_told_apart(language: Language) -> None:
    reply = rendered(
        request(language, intent="profile", changes=[told("sizes", {"clothes": "M", "shoes": "42"}, "set")])
    )
    assert reply.index("M") < reply.index("42")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "forgotten that you like grey"), ("fr", "vous aimiez le gris"), ("zh", "喜欢灰色")]
)
def test_what_was_forgotten_is_said(language: Language, words: str) -> None:
    gone = told("colours", "grey", "remove")
    reply = rendered(request(language, intent="profile", changes=[gone]))
    assert words in reply
    asked = request(language, intent="profile")
    asked = asked.model_copy(update={"brief": asked.brief.model_copy(update={"changes": [gone]})})
    assert "".join(write(asked)).strip(" .。") in load_phrases(language)["changed.unknown"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_learned_beside_a_wish_is_confirmed_after_the_answer(language: Language) -> None:
    asked = request(language, [DRESS])
    plain, learned = (
        "".join(write(asked)),
        "".join(write(asked.model_copy(update={"changes": [told("fabrics", "linen")]}))),
    )
    assert learned != plain and learned.split(".")[0] == plain.split(".")[0]
    assert {"en": "linen", "fr": "lin", "zh": "亚麻"}[language] in learned[-40:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_fact_that_is_asked_is_answered_alone(language: Language) -> None:
    facts = {"known.clothes": "M", "known.shoes": "39", "known.place": "Lyon"}
    asked = request(language, intent="profile", refers_to=["profile:sizes.shoes"]).model_copy(update={"facts": facts})
    reply = "".join(write(asked))
    assert "known.shoes" in reply and "known.clothes" not in reply and "known.place" not in reply
    unknown = asked.model_copy(update={"facts": {}})
    assert "[[" not in "".join(write(unknown)) != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_said_to_feel_the_cold_and_the_heat(language: Language) -> None:
    asked = request(language, intent="profile", refers_to=["profile:warmth_offset_c"])
    cold, warm = (
        "".join(write(asked.model_copy(update={"facts": {f"known.{one}": "2.0"}}))) for one in ("warmer", "cooler")
    )
    assert cold != warm
    words = {"en": ("cold", "warm"), "fr": ("froid", "chaud"), "zh": ("冷", "热")}[language]
    assert words[0] in cold and words[1] not in cold and words[1] in warm


@pytest.mark.parametrize("value", ["bought", "worn"])
def test_what_was_done_is_not_taken_for_praise(value: str) -> None:
    done = Change(target="feedback", action="add", key="look-1", value=value)
    reply = rendered(request("en", intent="feedback", changes=[done]))
    assert not re.search("lean that way|more in that|look again", reply)
