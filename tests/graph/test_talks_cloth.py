"""What a piece is made of is told of that very piece, whenever it was shown; where none was, that there is none."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk

WORK = {"en": "An outfit for the office", "fr": "Une tenue pour le bureau", "zh": "上班穿什么"}
WEDDING = {"en": "and something for a wedding in June", "fr": "et pour un mariage en juin ?", "zh": "六月的婚礼呢"}


@pytest.mark.parametrize(
    ("language", "asked"),
    [("en", "is the sheath dress silk?"), ("fr", "la robe fourreau est en soie ?")],
)
async def test_a_piece_of_an_earlier_turn_is_asked_about(talk: Talk, language: str, asked: str):
    dress = (await talk.say(WORK[language]))["looks"][0]["items"][0]
    later = await talk.say(WEDDING[language])
    assert dress["id"] not in {item["id"] for look in later["looks"] for item in look["items"]}
    told = await talk.say(asked)
    assert dress["id"] in {item["id"] for look in told["looks"] for item in look["items"]}
    assert "visco" in told["messages"][-1].text


@pytest.mark.parametrize(
    ("language", "asked"),
    [("en", "are the boots suede?"), ("fr", "le sac est en cuir ?"), ("zh", "靴子是真皮的吗")],
)
async def test_of_a_piece_that_nobody_showed_it_is_said_that_there_is_none(talk: Talk, language: str, asked: str):
    first = (await talk.say(WORK[language]))["looks"][0]
    told = await talk.say(asked)
    assert told["looks"] == [first]
    starts = [phrase[:10] for phrase in load_phrases(language)["shown.fabric_none"]]
    assert told["messages"][-1].text.startswith(tuple(starts))


@pytest.mark.parametrize(
    ("language", "added", "asked", "noun"),
    [
        ("en", "add a cardigan", "is it wool?", "cardigan"),
        ("fr", "ajoutez un gilet", "c'est de la laine ?", "cardigan"),
        ("zh", "再配件开衫", "是羊毛的吗", "开衫"),
    ],
)
async def test_it_is_the_piece_that_was_added_last(talk: Talk, language: str, added: str, asked: str, noun: str):
    await talk.say(WORK[language])
    brought = await talk.say(added)
    assert {one["slot"] for one in brought["brief"]["wanted"]} == {"mid"}
    assert noun in (await talk.say(asked))["messages"][-1].text
