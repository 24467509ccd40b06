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


@pytest.mark.parametrize(
    ("language", "told", "more"),
    [
        ("zh", "我再加500吧", 500), ("zh", "预算再加200", 200), ("en", "I can add 200", 200),
        ("en", "I'll put in another 50 euros", 50), ("fr", "je rajoute 50 euros", 50),
    ],
)  # fmt: skip
async def test_a_sum_put_on_top_raises_the_budget_by_it(talk: Talk, language: str, told: str, more: int):
    sums = {"en": ", under 150 euros", "fr": ", moins de 200 euros", "zh": "，预算800"}
    before = (await talk.say(DINNER[language] + sums[language]))["brief"]["budget"]
    after = (await talk.say(told))["brief"]["budget"]
    assert (after["currency"], after["max"]) == (before["currency"], before["max"] + more)


async def test_what_is_put_on_top_of_no_budget_is_put_on_the_dearest_look(talk: Talk):
    first = await talk.say(DINNER["en"])
    dearest = max(look["total"] for look in first["looks"])
    assert (await talk.say("I'll add 100"))["brief"]["budget"]["max"] == pytest.approx(dearest + 100)


async def test_pieces_that_are_added_are_no_money(talk: Talk):
    await talk.say(DINNER["zh"])
    assert (await talk.say("再加10条围巾"))["brief"]["budget"] is None


@pytest.mark.parametrize(
    ("language", "told", "most"),
    [("zh", "超过500就算了", 500), ("zh", "高于400就不要了", 400), ("en", "if it's over 500 forget it", 500)],
)
async def test_what_lies_above_a_sum_is_refused(talk: Talk, language: str, told: str, most: int):
    await talk.say(DINNER[language])
    assert (await talk.say(told))["brief"]["budget"]["max"] == most


@pytest.mark.parametrize("told", ["预算600", "预算1200"])
async def test_a_bare_sum_in_china_is_yuan_even_after_looks_that_were_too_dear(talk: Talk, told: str):
    await talk.say(DINNER["zh"])
    await talk.say("太贵了")
    assert (await talk.say(told))["brief"]["budget"]["currency"] == "CNY"


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [("zh", "能租吗", "只卖不租"), ("en", "can I rent it?", "for rent"), ("fr", "je peux louer ?", "à louer")],
)
async def test_who_would_rent_is_told_that_all_is_for_sale(talk: Talk, language: str, asked: str, said: str):
    await talk.say(DINNER[language])
    assert said in (await talk.say(asked))["messages"][-1].text


async def test_a_flat_to_rent_is_none_of_ours(talk: Talk):
    assert (await talk.say("可以租房吗"))["brief"]["intent"] == "off_topic"
