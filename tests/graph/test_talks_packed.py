"""Talks about a suitcase: how much of a kind it holds, and what is said where a coat is left out in the cold."""

import pytest

from agents.house.phrases import load_phrases

PACKED = {
    "en": "pack for a week in Dublin in January, woman",
    "fr": "fais ma valise pour une semaine à Dublin en janvier, femme",
    "zh": "一月去都柏林一周，帮我收拾行李，女",
}


def coats(output):
    return [{item["id"] for item in look["items"] if item["slot"] == "outer"} for look in output["looks"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "leave out the second coat"), ("fr", "un manteau de moins"), ("zh", "能少带一件外套吗")],
)
async def test_a_second_coat_that_is_not_packed_leaves_the_first(talk, language, text):
    packed = coats(await talk.say(PACKED[language]))
    again = await talk.say(text)
    assert coats(again) == packed
    assert all(packed)


@pytest.mark.parametrize(
    ("language", "first", "text"),
    [
        ("en", "outfit for a walk in Oslo in January, woman", "no coat"),
        ("fr", "tenue pour une promenade à Oslo en janvier, femme", "sans manteau"),
        ("zh", "一月去奥斯陆散步穿什么，女", "不要外套"),
    ],
)
async def test_a_coat_that_is_refused_in_the_cold_is_missed_aloud(talk, language, first, text):
    await talk.say(first)
    reply = (await talk.say(text))["messages"][-1].content
    told = [phrase.split("{low}")[0].split("{in_place}")[0] for phrase in load_phrases(language)["weather.uncoated"]]
    assert any(start and start in reply for start in told)
