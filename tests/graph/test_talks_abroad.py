"""Conversations as they are had in French, Chinese and English: what one turn says is understood by the ones before."""

import pytest

WEDDING = {
    "en": "wedding in Bordeaux on 20 June, under 150 euros, woman",
    "fr": "mariage de ma soeur le 20 juin à Bordeaux, 150€ max, femme",
    "zh": "六月二十号去波尔多参加婚礼，150欧以内，女",
}
ADVISED = {
    "en": "I have black wide leg trousers and a white shirt, what shoes for an interview?",
    "fr": "j'ai un pantalon large noir et une chemise blanche, quelles chaussures pour un entretien ?",
    "zh": "我有一条黑色阔腿裤和一件白衬衫，配什么鞋去面试",
}


def ids(look, *left_out):
    return {item["id"] for item in look["items"] if item["slot"] not in left_out}


@pytest.mark.parametrize(
    ("language", "shoes", "text"),
    [
        ("en", "other shoes?", "too expensive"),
        ("fr", "et les chaussures ?", "trop cher, t'as moins cher ?"),
        ("zh", "换双鞋", "太贵了"),
    ],
)
async def test_too_dear_right_after_shoes_is_said_of_the_shoes(talk, language, shoes, text):
    await talk.say(WEDDING[language])
    before = (await talk.say(shoes))["looks"][0]
    after = (await talk.say(text))["looks"][0]
    assert ids(after, "footwear") == ids(before, "footwear")
    assert after["total"] < before["total"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "what bag can I wear with it?"), ("fr", "quel sac je peux mettre avec ?"), ("zh", "可以配什么包")],
)
async def test_which_bag_may_go_with_it_brings_one(talk, language, text):
    before = (await talk.say(WEDDING[language]))["looks"][0]
    asked = await talk.say(text)
    assert "bag" in {item["slot"] for item in asked["looks"][0]["items"]}
    assert ids(asked["looks"][0], "bag") == ids(before, "bag")


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "isn't black too sad?", "black"),
        ("fr", "le noir c'est pas trop triste ?", "noir"),
        ("zh", "黑色会不会太沉闷", "黑"),
    ],
)
async def test_whether_black_is_sad_is_answered_in_words(talk, language, text, word):
    await talk.say(WEDDING[language])
    asked = await talk.say(text)
    assert (asked["brief"]["intent"], asked["looks"]) == ("ask_advice", [])
    assert word in asked["messages"][-1].text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "too formal, it's a tech company"),
        ("fr", "trop formel, c'est une startup"),
        ("zh", "太正式了吧，是互联网公司"),
    ],
)
async def test_what_was_advised_is_gone_on_from_when_it_is_told_where(talk, language, text):
    await talk.say(ADVISED[language])
    dressed = await talk.say(text)
    assert (dressed["brief"]["occasion"], dressed["brief"]["trade"]) == ("job_interview", "technology")
    for look in dressed["looks"]:
        assert {item["category"] for item in look["items"] if item["source"] == "wardrobe"} == {
            "wide_leg_trousers",
            "shirt",
        }


async def test_a_sum_below_which_nothing_was_shown_is_no_sum_in_the_prices_of_what_was(talk):
    await talk.say("兄弟们周六相亲穿啥，男27")
    less = await talk.say("太贵了，一共300以内")
    assert (less["brief"]["budget"]["max"], less["brief"]["budget"]["currency"]) == (300, "CNY")


async def test_rain_on_a_trip_leaves_its_days_and_a_question_of_the_weather_its_suitcase(talk):
    first = await talk.say("十月中旬去北京玩四天，女生，帮我列一下带什么衣服")
    asked = await talk.say("那边早晚温差大吗")
    assert (asked["brief"]["about"], asked["looks"][0]["id"]) == (["sky"], first["looks"][0]["id"])
    assert (await talk.say("那天要是下雨呢"))["brief"]["days"] == 4


async def test_a_girlfriend_is_dressed_and_nothing_is_kept_of_who_asks(talk):
    await talk.say("周末想去爬山，男生M码")
    hers = await talk.say("给我女朋友也来一套")
    assert hers["brief"]["presentation"] == "women"
    assert "presentation" not in {change["key"] for change in hers["brief"]["changes"]}
