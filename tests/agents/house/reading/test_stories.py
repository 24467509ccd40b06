"""What a long message only tells is no wish; what it refuses, owns or asks for stays."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.mentions import Reading
from agents.house.reading.text import read

STORY = (
    "So my cousin came to the last party in a red velvet dress and everybody stared at her all evening long. "
    "It is on Saturday in a barn, I am a woman, size M, and it will be cold in there they say. "
)


def garments(text: str) -> dict[str, bool]:
    return {mention.key: mention.denied for mention in reading(text).garments}


def reading(text: str) -> Reading:
    return read(text, load_lexicon("en"))


def test_what_others_wore_is_no_wish() -> None:
    assert garments(STORY) == {}
    assert reading(STORY).of("colour", "fabric") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("I would love some dark green tights with it if you have any.", {"tights": False}),
        ("I really cannot bear to wear heels on all that gravel and straw.", {"high_heels": True}),
        ("Woman, M, blue skirt.", {"skirt": False}),
    ],
)
def test_what_is_asked_for_or_refused_stays(said: str, expected: dict[str, bool]) -> None:
    assert garments(STORY + said) == expected


def test_a_short_message_tells_no_story() -> None:
    assert garments("a red velvet dress for a party on Saturday in a barn") == {"dress": False}
