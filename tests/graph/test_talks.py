"""Conversations of several turns: what was ordered stays in force, and a change of mind finds its way back."""

import pytest

WEDDING = {
    "en": "what do I wear to a wedding in Lyon on 28 November? I'm a woman",
    "fr": "je vais à un mariage à Lyon le 28 novembre, je suis une femme",
    "zh": "11月28日去里昂参加婚礼，我是女生",
}
INTERVIEW = {
    "en": "Job interview on Monday at a law firm in London, I'm a man",
    "fr": "entretien d'embauche mardi chez un notaire à Lille, je suis un homme",
    "zh": "下周一去律所面试，男，上海",
}
SKIING = {
    "en": "skiing week in Chamonix in January, I'm a woman",
    "fr": "semaine au ski à Chamonix en janvier, je suis une femme",
    "zh": "一月去霞慕尼滑雪一周，我是女生",
}
HIGH = {"heels", "block_heels", "evening_sandals"}


def slots(look):
    return {item["slot"]: item for item in look["items"]}


def ids(look, *without):
    return [item["id"] for item in look["items"] if item["slot"] not in without]


def price_of(look, slot):
    return slots(look)[slot]["price"]


@pytest.mark.parametrize(
    ("language", "text", "back"),
    [
        ("en", "cheaper shoes please", "actually no, the first ones were better"),
        ("fr", "des chaussures moins chères", "finalement je préférais la première"),
        ("zh", "便宜点的鞋子", "还是第一套好"),
    ],
)
async def test_cheaper_shoes_are_changed_in_the_look_and_back_again(talk, language, text, back):
    first = (await talk.say(WEDDING[language]))["looks"][0]
    changed = await talk.say(text)
    assert changed["looks"]
    for look in changed["looks"]:
        assert ids(look, "footwear") == ids(first, "footwear")
        assert price_of(look, "footwear") < price_of(first, "footwear")
    again = await talk.say(back)
    assert [look["id"] for look in again["looks"]] == [first["id"]]
    assert again["brief"]["occasion"] == "wedding"


async def test_the_coat_alone_is_warmer(talk):
    first = (await talk.say(WEDDING["en"]))["looks"][0]
    warmer = await talk.say("a warmer coat")
    for look in warmer["looks"]:
        assert ids(look, "outer") == ids(first, "outer")
        assert slots(look)["outer"]["id"] != slots(first)["outer"]["id"]


async def test_after_two_changes_the_first_look_is_still_the_first(talk):
    first = (await talk.say(INTERVIEW["en"]))["looks"][0]
    await talk.say("brown shoes")
    await talk.say("less formal")
    assert (await talk.say("the first one was better"))["looks"][0]["id"] == first["id"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "show me the one before again"), ("fr", "la précédente"), ("zh", "还是刚才那套吧")],
)
async def test_the_one_before_is_the_one_that_was_changed(talk, language, text):
    first = (await talk.say(WEDDING[language]))["looks"][0]
    await talk.say({"en": "a warmer coat", "fr": "un manteau plus chaud", "zh": "外套暖和一点"}[language])
    assert (await talk.say(text))["looks"][0]["id"] == first["id"]


async def test_an_earlier_interview_is_found_by_its_trade(talk):
    first = (await talk.say(INTERVIEW["en"]))["looks"][0]
    creative = await talk.say("what if it's a creative agency instead?")
    assert (creative["brief"]["occasion"], creative["brief"]["trade"]) == ("job_interview", "creative")
    assert (await talk.say("ok back to the law firm one"))["looks"][0]["id"] == first["id"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what do I wear in the evenings at the chalet?"),
        ("fr", "et le soir au chalet ?"),
        ("zh", "晚上在酒店穿什么"),
    ],
)
async def test_the_evenings_of_a_day_outdoors_are_dressed_for_apart(talk, language, text):
    await talk.say(SKIING[language])
    evening = await talk.say(text)
    assert (evening["brief"]["occasion"], evening["brief"]["date"]) == ("dinner", "2028-01")
    assert "snow_trousers" not in {item["category"] for look in evening["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("en", "my boss will be there", "amend"),
        ("fr", "mon patron sera là", "amend"),
        ("zh", "我老板也在", "amend"),
    ],
)
async def test_company_that_counts_leaves_a_suit_as_it_is(talk, language, text, change):
    first = await talk.say(INTERVIEW[language])
    second = await talk.say(text)
    assert second["brief"]["refinement"]["change"] == change
    assert ids(second["looks"][0]) == ids(first["looks"][0])


async def test_company_that_counts_dresses_up_what_is_plain(talk):
    await talk.say("date night on Friday in Manchester, I'm a man, jeans and a T-shirt")
    assert (await talk.say("my boss will be there"))["brief"]["refinement"]["change"] == "dressier"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "flat shoes obviously"), ("fr", "elle veut des chaussures plates"), ("zh", "我想要平底鞋")],
)
async def test_a_plain_wish_for_a_piece_is_about_the_outfit(talk, language, text):
    await talk.say(WEDDING[language])
    flat = await talk.say(text)
    assert {look["kind"] for look in flat["looks"]} == {"outfit"}
    assert not HIGH & {item["category"] for look in flat["looks"] for item in look["items"]}
    assert flat["brief"]["occasion"] == "wedding"


async def test_a_piece_that_is_to_be_found_is_no_part_of_the_outfit(talk):
    await talk.say(WEDDING["en"])
    assert {look["kind"] for look in (await talk.say("find me flat shoes under 80 euros"))["looks"]} == {"article"}


async def test_trousers_take_the_place_of_the_dress_in_the_evening_too(talk):
    await talk.say("周末去看展，女生，连衣裙")
    await talk.say("我想要裤子")
    evening = await talk.say("晚上呢")
    assert evening["brief"]["occasion"] == "dinner"
    assert all("bottom" in slots(look) for look in evening["looks"])


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "what should my husband wear?"), ("fr", "et pour mon mari ?"), ("zh", "我老公穿什么？")],
)
async def test_somebody_else_is_dressed_for_the_same_day_in_no_size_of_hers(talk, language, text):
    await talk.say(f"{WEDDING[language]}, {'穿M码' if language == 'zh' else 'size M'}")
    his = await talk.say(text)
    assert (his["brief"]["occasion"], his["brief"]["presentation"]) == ("wedding", "men")
    assert his["brief"]["sizes"]["clothes"] is None
    assert his["looks"]
    assert "one_piece" not in {slot for look in his["looks"] for slot in slots(look)}


async def test_a_size_beyond_the_scale_is_dressed_in_the_largest_and_told_once(talk):
    first = await talk.say("I'm the mother of the bride, 4XL, wedding in June in Cornwall")
    assert first["looks"]
    assert {item["size"] for item in first["looks"][0]["items"] if item["slot"] in {"one_piece", "mid"}} == {"XXXL"}
    assert "XXXL" in first["messages"][-1].text
    assert "XXXL" not in (await talk.say("not navy"))["messages"][-1].text


async def test_what_is_refused_of_ones_own_is_left_out(talk):
    await talk.say("only from my wardrobe: I own dark jeans, a white shirt, a grey blazer and brown boots. Dinner?")
    without = await talk.say("without the blazer")
    assert without["looks"]
    assert all(item["category"] != "blazer" for look in without["looks"] for item in look["items"])


async def test_what_is_missing_from_an_outfit_of_ones_own_is_a_gap(talk):
    await talk.say("only from my wardrobe: I own dark jeans, a white shirt, a grey blazer and brown boots. Dinner?")
    assert (await talk.say("what am I missing?"))["brief"]["gap"]


@pytest.mark.parametrize(("language", "text"), [("en", "too bright"), ("fr", "trop voyant"), ("zh", "太鲜艳了")])
async def test_what_is_too_bright_is_not_shown_again(talk, language, text):
    await talk.say({"en": "a red coat", "fr": "un manteau rouge", "zh": "红色大衣"}[language])
    calmer = await talk.say(text)
    assert calmer["looks"]
    assert "red" not in {item["colour"]["family"] for look in calmer["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "why a tie?", "interview"),
        ("fr", "pourquoi la cravate ?", "entretien"),
        ("zh", "为什么要打领带？", "面试"),
    ],
)
async def test_why_a_piece_is_there_is_answered_of_that_piece(talk, language, text, word):
    await talk.say(INTERVIEW[language])
    asked = await talk.say(text)
    assert asked["brief"]["about"] == ["why"]
    assert word in asked["messages"][-1].text


@pytest.mark.parametrize(("language", "text"), [("en", "is it ok without a coat?"), ("fr", "et sans manteau ça va ?")])
async def test_without_its_coat_a_look_is_judged_without_it(talk, language, text):
    first = await talk.say(INTERVIEW[language])
    asked = await talk.say(text)
    assert (asked["brief"]["about"], asked["looks"][0]["id"]) == (["warmth"], first["looks"][0]["id"])


@pytest.mark.parametrize(
    ("first", "text", "intent"),
    [
        (WEDDING["fr"], "merci beaucoup, bonne soirée", "smalltalk"),
        (WEDDING["fr"], "je la prends", "feedback"),
        (WEDDING["fr"], "elle n'aime pas le rose", "outfit"),
        ("outfit for my daughter's prom, she's 16", "no heels, she'll trip", "outfit"),
        (WEDDING["zh"], "总价？", "ask_advice"),
        (WEDDING["en"], "what does it all cost?", "ask_advice"),
    ],
)
async def test_what_is_said_in_passing_is_taken_for_what_it_is(talk, first, text, intent):
    before = (await talk.say(first))["brief"]
    brief = (await talk.say(text))["brief"]
    assert brief["intent"] == intent
    assert intent in {"smalltalk", "feedback"} or brief["occasion"] == before["occasion"]


async def test_what_is_asked_to_be_worn_with_a_piece_is_built_around_it(talk):
    await talk.say("a red coat")
    shown = (await talk.say("in navy"))["looks"][0]["items"][0]["id"]
    worn = await talk.say("what would I wear it with?")
    assert worn["looks"]
    assert all(shown in ids(look) for look in worn["looks"])
