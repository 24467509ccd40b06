"""Who tells that they walk or cycle there is not sent out in heels or on a bicycle in a narrow skirt, unasked."""

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


BY_BICYCLE = {
    "en": "I'm a woman, I cycle to work, I need an office outfit",
    "fr": "Je vais au bureau à vélo, je suis une femme, je mets quoi ?",
    "zh": "骑车上班，女生，穿什么",
}


@pytest.mark.parametrize("language", BY_BICYCLE)
async def test_who_cycles_to_work_is_dressed_for_work_with_feet_and_legs_free(talk, language):
    told = await talk.say(BY_BICYCLE[language])
    assert told["brief"]["occasion"] == "office"
    assert not {*THIN, "block_heels"} & {*shoes(told)}
    legs = {i["category"] for look in told["looks"] for i in look["items"] if i["slot"] in {"bottom", "one_piece"}}
    assert legs and not any(name.endswith(("skirt", "dress", "shorts")) for name in legs)


@pytest.mark.parametrize(
    ("said", "occasion"),
    [
        ("I'm going cycling on Sunday, what do I wear?", "cycling"),
        ("On va au mariage à vélo, une tenue ?", "wedding"),
        ("周末骑车去郊外穿什么", "cycling"),
    ],
)
async def test_a_ride_is_dressed_for_where_nothing_else_is_ridden_to(talk, said, occasion):
    assert (await talk.say(said))["brief"]["occasion"] == occasion
