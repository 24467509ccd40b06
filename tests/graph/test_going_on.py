"""What a person says of an outfit that was shown, in passing: the talk goes on about the same day, and about it."""

from datetime import date

import pytest

from stores.looks import look_key
from tests.conftest import Talk

WEDDING = {
    "en": "what do I wear to a wedding in Lyon on 28 November, under 150 euros? I'm a woman",
    "fr": "je vais à un mariage à Lyon le 28 novembre, je suis une femme, 150 euros max",
    "zh": "11月28日去里昂参加婚礼，我是女生，预算150欧",
}
HEELS = {"heels", "block_heels", "evening_sandals"}


def ids(output):
    return {item["id"] for look in output["looks"] for item in look["items"]}


def of_slot(output, slot):
    return [item for look in output["looks"] for item in look["items"] if item["slot"] == slot]


def assert_same_day(output):
    brief = output["brief"]
    assert (brief["occasion"], brief["date"][4:], brief["presentation"]) == ("wedding", "-11-28", "women")


@pytest.mark.parametrize(
    ("language", "text", "slot"),
    [
        ("en", "I already have black pumps", "footwear"),
        ("fr", "j'ai déjà un manteau noir", "outer"),
        ("zh", "我有一双黑色高跟鞋", "footwear"),
    ],
)
async def test_a_piece_of_ones_own_takes_its_place_in_the_outfit(talk, language, text, slot):
    first = await talk.say(WEDDING[language])
    second = await talk.say(text)
    assert_same_day(second)
    assert [item["source"] for item in of_slot(second, slot)] == ["wardrobe"]
    rest = {item["id"] for item in first["looks"][0]["items"] if item["slot"] != slot}
    assert rest < ids(second)


async def test_a_suit_of_ones_own_takes_the_place_of_the_dress(talk):
    await talk.say(WEDDING["en"])
    suited = await talk.say("I own a navy suit")
    assert_same_day(suited)
    for look in suited["looks"]:
        assert {item["slot"] for item in look["items"] if item["source"] == "wardrobe"} == {"mid", "bottom"}
    assert suited["looks"]
    assert not of_slot(suited, "one_piece")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "not really my style"), ("en", "next one"), ("fr", "bof, pas vraiment mon style"), ("zh", "不太喜欢")],
)
async def test_what_does_not_please_is_followed_by_something_else(talk, language, text):
    first = await talk.say(WEDDING[language])
    second = await talk.say(text)
    assert_same_day(second)
    core = {item["id"] for item in first["looks"][0]["items"] if item["slot"] in {"one_piece", "footwear"}}
    assert second["looks"]
    assert not core & ids(second)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "the shoes are too high"), ("fr", "les chaussures sont trop hautes"), ("zh", "鞋子太高了")],
)
async def test_shoes_that_are_too_high_give_way_to_flat_ones(talk, language, text):
    first = await talk.say(WEDDING[language])
    assert {item["category"] for item in of_slot(first, "footwear")} <= HEELS
    second = await talk.say(text)
    assert_same_day(second)
    assert of_slot(second, "footwear")
    assert not HEELS & {item["category"] for item in of_slot(second, "footwear")}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "I'd prefer trousers"), ("en", "I don't want a dress"), ("fr", "pas de robe"), ("zh", "不要裙子")],
)
async def test_without_its_dress_the_outfit_is_made_anew(talk, language, text):
    await talk.say(WEDDING[language])
    second = await talk.say(text)
    assert_same_day(second)
    assert second["looks"]
    assert "dress" not in {item["category"].rpartition("_")[2] for item in of_slot(second, "one_piece")}


@pytest.mark.parametrize(
    ("language", "text", "known"),
    [("en", "how cold will it be?", "°C"), ("fr", "quel temps il fera ?", "°C"), ("zh", "那天天气怎么样", "°C")],
)
async def test_the_weather_that_a_look_was_made_for_is_told_again(talk, language, text, known):
    first = await talk.say(WEDDING[language])
    asked = await talk.say(text)
    assert asked["looks"] == first["looks"][:1]
    assert asked["brief"]["about"] == ["sky"]
    assert known in asked["messages"][-1].text


async def test_news_of_rain_is_no_question_about_the_weather(talk):
    await talk.say(WEDDING["fr"])
    told = await talk.say("il va pleuvoir")
    assert (told["brief"]["about"], told["brief"]["stated_weather"]) == ([], ["rain"])


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "is it available in size M?"), ("fr", "ça existe en taille M ?"), ("zh", "这条裙子有M码吗")],
)
async def test_a_size_that_is_asked_after_is_answered_and_remembered(talk, language, text):
    first = await talk.say(WEDDING[language])
    asked = await talk.say(text)
    assert asked["looks"] == first["looks"][:1]
    assert asked["brief"]["about"] == ["size"]
    assert asked["brief"]["sizes"]["clothes"] == "M"


async def test_one_look_is_compared_with_nothing_and_is_the_pick(talk):
    await talk.say(WEDDING["en"])
    await talk.say("I'll take the first one")
    assert "only one" in (await talk.say("what's the difference between them?"))["messages"][-1].text
    assert (await talk.say("which one would you pick?"))["brief"]["about"] == ["pick"]


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "how do I wash the dress?", "care"),
        ("en", "will it crease in a suitcase?", "crease"),
        ("fr", "ça se froisse ?", "crease"),
        ("fr", "où je peux acheter ça ?", "buy"),
        ("zh", "裙子怎么洗", "care"),
        ("zh", "发型怎么弄", "hair"),
    ],
)
async def test_washing_creasing_and_buying_are_answered_of_the_look_itself(talk, language, text, topic):
    first = await talk.say(WEDDING[language])
    asked = await talk.say(text)
    assert asked["brief"]["about"] == [topic]
    assert asked["looks"] == first["looks"][:1]


async def test_who_feels_the_cold_is_dressed_warmer_at_once(talk):
    await talk.say("I'm a man, dinner with clients in Paris in November, budget 300")
    warmer = await talk.say("I get cold easily")
    assert warmer["brief"]["refinement"]["change"] == "warmer"
    assert warmer["looks"]


async def test_a_look_that_stays_as_it_was_is_said_to_stay(talk):
    first = await talk.say(WEDDING["en"])
    stays = await talk.say("I'm 45")
    assert [item["id"] for item in stays["looks"][0]["items"]] == [item["id"] for item in first["looks"][0]["items"]]
    reply = stays["messages"][-1].text
    assert any(word in reply for word in ("Nothing has to change", "still holds", "suits it as it is"))


async def test_liking_a_look_in_another_colour_is_no_liking_of_the_colour(talk):
    await talk.say(WEDDING["en"])
    grey = await talk.say("I like the dress, but in grey")
    assert {item["colour"]["family"] for item in of_slot(grey, "one_piece")} == {"grey"}
    assert not [change for change in grey["brief"]["changes"] if change["target"] == "profile"]


async def test_another_day_takes_the_place_of_the_one_that_was_wrong(talk):
    await talk.say(WEDDING["en"])
    sunday = await talk.say("it's not Saturday, it's Sunday")
    assert date.fromisoformat(sunday["brief"]["date"]).weekday() == 6


async def test_a_look_is_saved_by_a_sentence(talk):
    first = await talk.say(WEDDING["en"])
    saved = await talk.say("save it")
    assert saved["looks"] == []
    kept = await talk.services.looks.looks(talk.caller, saved=True)
    assert [one.id for one in kept] == [look_key(talk.thread, first["looks"][0]["id"])]


@pytest.mark.parametrize(
    ("language", "text", "occasion"),
    [
        ("en", "the ceremony is on a beach", "beach_wedding"),
        ("en", "I'll be dancing all night", "wedding"),
        ("fr", "la cérémonie est sur la plage", "beach_wedding"),
        ("fr", "on va danser toute la nuit", "wedding"),
        ("zh", "仪式在海边", "beach_wedding"),
    ],
)
async def test_where_it_takes_place_is_news_of_the_same_day(talk, language, text, occasion):
    await talk.say(WEDDING[language])
    brief = (await talk.say(text))["brief"]
    assert (brief["occasion"], brief["date"][4:], brief["refinement"]["change"]) == (occasion, "-11-28", "amend")


async def test_another_occasion_is_no_venue_of_the_last(talk):
    await talk.say(WEDDING["en"])
    assert (await talk.say("now I need something for the beach"))["brief"]["date"] is None


async def test_cheaper_sets_no_ceiling_for_what_comes_after_it(talk):
    await talk.say(WEDDING["zh"])
    await talk.say("再便宜点")
    without = await talk.say("不要裙子")
    assert without["brief"]["budget"]["max"] == 150
    assert without["looks"]


async def test_what_was_said_of_a_look_is_not_said_of_it_again(talk):
    first = await talk.say(WEDDING["en"])
    second = await talk.say("swap the shoes for flats")
    assert "coat" in first["messages"][-1].text
    assert "coat" not in second["messages"][-1].text
    assert not reasons(first, talk) & reasons(second, talk)


def reasons(output, talk: Talk):
    """Clauses of a reply that name no piece and no price."""
    clauses = output["messages"][-1].text.replace(".", ";").split(";")
    return {clause.strip() for clause in clauses if any(word in clause for word in ("colour", "fabric", "cloth"))}
