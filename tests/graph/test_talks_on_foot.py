"""Who tells that they walk there is not sent out in thin heels, unless they ask for them."""

import pytest

THIN = {"heels", "evening_sandals"}
ON_FOOT = {
    "en": "I'm a woman, I walk to the office and it's going to rain, what do I wear?",
    "fr": "Je suis une femme, je vais au bureau à pied et il va pleuvoir, je mets quoi ?",
    "zh": "女生，走路上班，外面下雨，穿什么？",
}


def shoes(output):
    return [item["category"] for look in output["looks"] for item in look["items"] if item["slot"] == "footwear"]


@pytest.mark.parametrize("language", ON_FOOT)
async def test_who_walks_to_work_in_the_rain_wears_no_pumps(talk, language):
    told = await talk.say(ON_FOOT[language])
    assert told["brief"]["occasion"] == "office"
    assert shoes(told) and not THIN & {*shoes(told)}


async def test_who_asks_for_heels_gets_them(talk):
    told = await talk.say("I'm a woman, we walk to the restaurant for a birthday dinner, I want to wear heels")
    assert {*shoes(told)} <= {*THIN, "block_heels"} and shoes(told)
