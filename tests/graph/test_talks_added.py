"""Conversations in which a condition is added that is no piece of clothing: paint, a suitcase, a sky that is asked."""

import pytest

TEACHING = {
    "en": "An outfit for teaching at a nursery school in London in March",
    "fr": "Une tenue pour une journée à l'école maternelle à Paris en mars",
    "zh": "给我搭一套三月在巴黎幼儿园上班穿的",
}
ROME = {
    "en": "An outfit for three days in Rome in November",
    "fr": "Une tenue pour trois jours à Rome en novembre",
    "zh": "给我搭一套十一月去罗马三天的衣服",
}
PACK = {
    "en": "Pack for three days in Dublin in November",
    "fr": "Fais ma valise pour trois jours à Dublin en novembre",
    "zh": "帮我收拾行李，十一月去都柏林三天",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "it has to survive paint"),
        ("fr", "il faut que ça résiste à la peinture"),
        ("zh", "要不怕颜料弄脏"),
    ],
)
async def test_what_nobody_says_of_a_piece_is_no_refusal(talk, language, text):
    await talk.say(TEACHING[language])
    after = await talk.say(text)
    assert after["looks"] and [one["asked"] for one in after["brief"]["unmet"]] == ["stains"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "hand luggage only"), ("fr", "bagage cabine seulement"), ("zh", "只带登机箱")],
)
async def test_days_that_go_into_hand_luggage_are_packed(talk, language, text):
    await talk.say(ROME[language])
    after = (await talk.say(text))["brief"]
    assert after["trip"] == [] and (after["place"], after["days"]) == ("Rome" if language != "zh" else "罗马", 3)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "does it rain there?"), ("fr", "il pleut là-bas ?"), ("zh", "那边下雨吗？")]
)
async def test_a_sky_that_is_asked_is_told_and_not_taken_for_news(talk, language, text):
    await talk.say(PACK[language])
    after = await talk.say(text)
    assert after["brief"]["about"] == ["sky"] and not after["brief"]["stated_weather"]
