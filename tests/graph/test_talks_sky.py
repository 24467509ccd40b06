"""The weather that is asked about after an answer: of the time that was told, or of another."""

import pytest


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("four days in Madrid in August, woman", "how hot does it get there in august?"),
        ("quatre jours à Madrid en août, femme", "il fait combien là-bas en août ?"),
        ("八月去马德里玩四天，女", "那边八月有多热？"),
    ],
)
async def test_the_sky_of_the_month_that_was_told_is_told(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    assert told["brief"]["about"] == ["sky"]
    assert "°C" in told["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("four days in Madrid in August, woman", "and in December?"),
        ("quatre jours à Madrid en août, femme", "et en décembre ?"),
        ("八月去马德里玩四天，女", "那十二月呢？"),
    ],
)
async def test_another_month_is_dressed_for(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    assert (told["brief"]["date"][5:7], bool(told["looks"])) == ("12", True)
