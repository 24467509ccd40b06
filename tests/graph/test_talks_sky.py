"""The weather that is asked about after an answer: of the time that was told, or of another."""

import re

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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("city trip in Seville in June, the UV index is very high, woman", "sleeves"),
        ("une journée à Séville en juin, indice UV de 9, femme", "manches"),
        ("六月去塞维利亚城市游，紫外线很强，女", "袖"),
    ],
)
async def test_a_strong_sun_is_covered_from_in_every_look_and_told(talk, text, told):
    said = await talk.say(text)
    assert said["looks"]
    for look in said["looks"]:
        worn = {item["category"] for item in look["items"]}
        assert "sunglasses" in worn and worn & {"sun_hat", "cap"}
        assert not worn & {"tank", "tee", "summer_dress"}
    assert told in said["messages"][-1].text


@pytest.mark.parametrize(
    ("text", "told", "again"),
    [
        ("dinner tonight, heavy rain, 12 degrees, woman", "rain boots", "the same in black"),
        ("dîner ce soir, il pleut des cordes, 12 degrés, femme", "bottes de pluie", "la même en noir"),
        ("今晚聚餐，下大雨，12 度，女", "雨靴", "要黑色的"),
    ],
)
async def test_where_no_dry_shoes_suit_the_occasion_it_is_said_once(talk, text, told, again):
    said = await talk.say(text)
    assert said["looks"] and told in said["messages"][-1].text
    again = await talk.say(again)
    assert told not in again["messages"][-1].text


@pytest.mark.parametrize(
    "text",
    [
        "city trip, heavy rain, 15 degrees",
        "une tenue pour une balade en ville, il pleut des cordes, 15 °C",
        "大雨 15 度，去公园散步",
    ],
)
async def test_every_look_for_pouring_rain_keeps_feet_dry(talk, text):
    said = await talk.say(text)
    assert said["looks"] and all(
        {item["category"] for item in look["items"]} & {"rain_boots", "hiking_boots"} for look in said["looks"]
    )


@pytest.mark.parametrize(
    ("first", "pours"),
    [
        ("an outfit for a museum in Paris in April, woman", "what if it's pouring?"),
        ("une tenue pour un musée à Paris en avril, femme", "et s'il pleut des cordes ?"),
        ("四月去巴黎看博物馆，女", "要是下大雨呢？"),
    ],
)
async def test_rain_boots_come_to_an_outfit_of_a_plain_day_where_it_pours_after_all(talk, first, pours):
    await talk.say(first)
    told = await talk.say(pours)
    assert "rain_boots" in {item["category"] for item in told["looks"][0]["items"]}


async def test_nobody_is_sent_to_a_wedding_in_rain_boots(talk):
    await talk.say("wedding guest in Lyon in June, woman")
    told = await talk.say("what if it's pouring?")
    assert all("rain_boots" not in {item["category"] for item in look["items"]} for look in told["looks"])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("a look for the office in Lisbon in July", "is it too warm?"),
        ("a look for the office in Lisbon in July", "isn't that too hot?"),
        ("je mets quoi au bureau à Lisbonne en juillet ?", "c'est pas trop chaud ?"),
        ("je mets quoi au bureau à Lisbonne en juillet ?", "ça ne va pas être trop chaud ?"),
        ("七月去里斯本上班穿什么？", "会不会太热？"),
        ("七月去里斯本上班穿什么？", "是不是太厚？"),
    ],
)
async def test_whether_it_is_too_warm_is_answered_from_the_day_and_changes_nothing(talk, first, text):
    shown = await talk.say(first)
    run = await talk.say(text)
    assert run["brief"]["about"] == ["warmth"]
    assert all(look in shown["looks"] for look in run["looks"])
    assert "28" in run["messages"][-1].text or "neither" in run["messages"][-1].text


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("a look for the office in Oslo in January", "it's too warm"),
        ("je mets quoi au bureau à Oslo en janvier ?", "c'est trop chaud"),
        ("一月去奥斯陆上班穿什么？", "太热了"),
    ],
)
async def test_who_finds_it_too_warm_is_dressed_lighter(talk, first, text):
    await talk.say(first)
    assert (await talk.say(text))["brief"]["refinement"]["change"] == "cooler"


@pytest.mark.parametrize(
    ("first", "text", "place"),
    [
        ("dinner in Leeds, woman", "it's not in Leeds, it's in York", "York"),
        ("dinner in Paris, woman", "sorry, Lyon not Bordeaux", "Lyon"),
        ("un dîner à Nice, femme", "pas à Nice, à Lille", "Lille"),
        ("我周末去三亚，女", "错了，不是三亚是哈尔滨", "哈尔滨"),
    ],
)
async def test_a_place_that_is_put_right_is_dressed_for_and_its_weather_told(talk, first, text, place):
    await talk.say(first)
    told = await talk.say(text)
    assert (told["brief"]["place"], told["brief"]["avoid_colours"], bool(told["looks"])) == (place, [], True)
    assert "°C" in told["messages"][-1].text


@pytest.mark.parametrize(
    "text", ["canicule à Paris, 38 degrés, femme, une tenue", "it'll be 35 and humid in Bangkok, woman"]
)
async def test_degrees_of_ones_own_are_not_said_to_be_averages(talk, text):
    told = await talk.say(text)
    assert not re.search("usual|forecast|moyennes", told["messages"][-1].text)


@pytest.mark.parametrize(
    ("text", "walks"),
    [
        (
            "new office job in Montréal in mid-January, I walk everywhere, man, XL",
            "made for walking|walk for hours|comfortable at the end",
        ),
        ("一月中旬搬去蒙特利尔上班，男，XL，脚45码，在外面走路穿什么？", "走上几个小时|走得了路|穿一天也舒服"),
    ],
)
async def test_shoes_that_are_too_thin_for_the_cold_are_not_praised_for_walking(talk, text, walks):
    told = await talk.say(text)
    assert "insulated" in {one["constraint"] for one in told["brief"]["unmet"]}
    assert not re.search(walks, told["messages"][-1].text)
