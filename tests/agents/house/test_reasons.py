from typing import get_args

import pytest

from agents.house.reasons import reason_text
from stores.vocabulary import Language

KEYS = [
    "colour:mono", "colour:echo", "colour:analogous", "colour:complementary", "colour:split",
    "colour:triad", "colour:tetrad", "colour:led", "colour:neutral", "colour:accent:green",
    "colour:asked:navy", "asked:evening_gown", "code:black_tie", "event:wedding", "warmth:right", "warmth:layers",
    "warmth:light", "rain:covered", "rain:umbrella", "fabric:linen", "texture:contrast", "volume:balance",
    "volume:third",
    "modest:covered", "shoes:walkable", "budget:within", "budget:well_under", "owned:1", "owned:9",
    "like:demo-17", "like:shape_colour", "like:shape", "like:colour", "taste:green",
]  # fmt: skip


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("key", KEYS)
def test_every_reason_has_a_phrase(key: str, language: Language) -> None:
    phrase = reason_text(key, language)
    assert phrase
    assert not set("{}_:0123456789") & set(phrase.replace(" : ", " "))


def test_a_phrase_says_what_it_is_about() -> None:
    assert reason_text("colour:accent:green", "en") == "a single accent of green"
    assert reason_text("owned:2", "fr") == "deux pièces déjà au placard"
    assert reason_text("event:wedding", "zh") == "适合婚礼"


def test_an_unknown_key_has_no_phrase() -> None:
    assert reason_text("moon:full", "en") == ""
