"""What is said of money and moods after looks, in the words that people type: 贵点也行, "half the price", 心情不好."""

import pytest

from tests.conftest import Talk

DINNER = {
    "en": "Dinner in Suzhou the day after tomorrow, woman",
    "fr": "Un dîner à Lyon après-demain, femme",
    "zh": "后天去苏州吃饭，女生",
}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh", "贵点也行"), ("zh", "预算可以再高点"), ("zh", "多花点也行"), ("en", "I can go a bit higher"),
        ("fr", "je peux mettre un peu plus"),
    ],
)  # fmt: skip
async def test_who_can_spend_more_is_shown_what_costs_more(talk: Talk, language: str, told: str):
    first = (await talk.say(DINNER[language]))["looks"][0]
    more = await talk.say(told)
    assert more["brief"]["refinement"]["change"] == "dearer"
    assert more["looks"][0]["total"] > first["total"]


@pytest.mark.parametrize(("language", "told"), [("zh", "便宜一半"), ("zh", "打对折吧"), ("en", "half the price")])
async def test_half_the_price_is_cheaper(talk: Talk, language: str, told: str):
    await talk.say(DINNER[language])
    assert (await talk.say(told))["brief"]["refinement"]["change"] == "cheaper"


@pytest.mark.parametrize("told", ["心情不好", "这个颜色我可以", "可以再高点"])
async def test_a_yes_inside_other_words_is_no_thanks(talk: Talk, told: str):
    await talk.say(DINNER["zh"])
    assert (await talk.say(told))["brief"]["intent"] != "smalltalk"


@pytest.mark.parametrize("told", ["那行吧", "好的，那我再想想", "嗯嗯好", "就照这个买吧"])
async def test_a_yes_alone_asks_for_nothing(talk: Talk, told: str):
    await talk.say(DINNER["zh"])
    assert (await talk.say(told))["looks"] == []


@pytest.mark.parametrize("asked", ["今天股市咋样", "大盘咋样了"])
async def test_the_exchange_is_none_of_ours(talk: Talk, asked: str):
    assert (await talk.say(asked))["brief"]["intent"] == "off_topic"
