"""Conversations with a question in the middle: what was settled before it, the sum and the day, holds after it."""

import pytest

CORK = {
    "en": "my sister's wedding in Cork in July, woman, under 200",
    "fr": "mariage de ma soeur à Nice en juillet, femme, moins de 200 €",
    "zh": "七月去大理参加姐姐的婚礼，女，200欧以内",
}


@pytest.mark.parametrize(
    ("language", "asked", "then"),
    [
        ("en", "can I wear red?", "show me green ones then"),
        ("fr", "je peux mettre du rouge ?", "plutôt en vert alors"),
        ("zh", "能穿红色吗", "那换成绿色的"),
    ],
)
async def test_the_sum_holds_after_a_question(talk, language, asked, then):
    await talk.say(CORK[language])
    question = await talk.say(asked)
    assert question["brief"]["budget"]["max"] == 200
    after = await talk.say(then)
    assert after["looks"]
    assert after["brief"]["budget"]["max"] == 200
    assert all(look["total"] <= 200 for look in after["looks"])


@pytest.mark.parametrize("text", ["can I wear red?", "is it ok to wear red?"])
async def test_what_is_advised_against_is_neither_shown_nor_gone_on_with(talk, text):
    await talk.say(CORK["en"])
    question = await talk.say(text)
    assert not question["looks"]
    after = await talk.say("take the jacket away")
    assert after["looks"]
    assert not after["brief"]["colours"]
    for look in after["looks"]:
        assert not {"blazer", "suit_jacket", "leather_jacket"} & {item["category"] for item in look["items"]}


async def test_a_scarf_after_a_question_of_covering_up_is_for_the_same_mosque(talk):
    await talk.say("visiting the Sultan Ahmed mosque in Istanbul in July, woman")
    covered = await talk.say("do I need to cover my hair?")
    assert (covered["brief"]["occasion"], covered["brief"]["place"]) == ("mosque", "Istanbul")
    assert (await talk.say("show me a scarf"))["brief"]["occasion"] == "mosque"


@pytest.mark.parametrize(
    ("first", "text", "yes"),
    [
        ("client lunch in London on Tuesday, man", "would a tie be too much?", "welcome"),
        ("retirement dinner in Surrey on the 5th, man", "would a waistcoat be over the top?", "waistcoat"),
        ("déjeuner client mardi à Paris, homme", "une cravate, c'est trop ?", "cravate"),
    ],
)
async def test_whether_a_piece_is_too_much_is_answered_and_makes_nothing_plainer(talk, first, text, yes):
    await talk.say(first)
    asked = await talk.say(text)
    assert (asked["brief"]["intent"], asked["brief"]["refinement"]) == ("ask_advice", None)
    said = asked["messages"][-1].text
    assert yes in said
    assert not said.startswith(("Yes", "Oui"))


async def test_a_colour_that_is_asked_of_shoes_is_not_refused(talk):
    await talk.say("client lunch in London on Tuesday, man")
    asked = await talk.say("are brown shoes a no?")
    assert (asked["brief"]["intent"], asked["brief"]["avoid_colours"]) == ("ask_advice", [])


@pytest.mark.parametrize("text", ["Thank you, that is most helpful.", "thanks so much, this was really useful"])
async def test_long_thanks_are_thanks(talk, text):
    await talk.say("client lunch in London on Tuesday, man")
    assert (await talk.say(text))["brief"]["intent"] == "smalltalk"


async def test_snow_with_a_wish_for_warmth_makes_it_warmer(talk):
    first = await talk.say("weekend in Oslo in January, woman")
    warmer = await talk.say("it will snow, make it warmer")
    assert warmer["brief"]["refinement"]["change"] == "warmer"
    assert {item["id"] for item in warmer["looks"][0]["items"]} != {item["id"] for item in first["looks"][0]["items"]}


async def test_trainers_at_black_tie_are_not_praised(talk):
    found = await talk.say("black tie dinner in Vienna in March, man, show me white trainers")
    said = found["messages"][-1].text
    assert not any(praise in said for praise in ("dressed enough", "sit right", "at the level"))
    assert any(word in said for word in ("fall short", "too relaxed", "easier days"))


async def test_a_night_out_comes_to_the_trip(talk):
    await talk.say("beach holiday in Goa next week, man, 4 days, carry on only")
    packed = await talk.say("one night there's a club")
    assert "clubbing" in [event["occasion"] for event in packed["brief"]["trip"]]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (
            "six days in Dubai next month, business meetings, then a desert safari, man, what do I pack?",
            "drop the safari",
        ),
        ("packing for six days in Dubai, meetings and a desert safari, man", "the safari was cancelled"),
    ],
)
async def test_what_happens_no_more_is_packed_for_no_more(talk, first, text):
    before = await talk.say(first)
    assert "safari" in [event["occasion"] for event in before["brief"]["trip"]]
    after = await talk.say(text)
    assert "safari" not in [event["occasion"] for event in after["brief"]["trip"]]
    assert after["brief"]["place"] == "Dubai"
    assert after["packing"]


async def test_boots_of_ones_own_are_tried_on_with_what_was_shown(talk):
    first = await talk.say("poetry reading in Dublin tonight, woman")
    tried = await talk.say("what if I wear my own brown boots?")
    assert tried["brief"]["occasion"] == first["brief"]["occasion"]
    worn = {item["slot"]: item["source"] for item in tried["looks"][0]["items"]}
    assert worn["footwear"] == "wardrobe"


async def test_too_young_is_a_judgement_and_asks_for_something_else(talk):
    first = await talk.say("work party on Thursday, man")
    other = await talk.say("nah too young")
    assert other["looks"][0]["id"] != first["looks"][0]["id"]


async def test_what_was_bought_is_noted(talk):
    await talk.say("a black winter coat for a man, under 200")
    told = await talk.say("ok got it, bought it")
    assert [(one["target"], one["value"]) for one in told["brief"]["changes"]] == [("feedback", "bought")]


async def test_her_colours_do_not_dress_him_as_her(talk):
    await talk.say("going to the races in June in York with my gf, I'm a guy")
    after = await talk.say("she's in lilac, should I match?")
    assert after["brief"]["presentation"] == "men"


@pytest.mark.parametrize("text", ["ok show me", "go on then"])
async def test_what_was_advised_on_is_shown_when_it_is_asked_for(talk, text):
    await talk.say("is it ok to wear a dark suit to a memorial service? man")
    shown = await talk.say(text)
    assert shown["brief"]["occasion"] == "funeral"
    assert shown["looks"]


@pytest.mark.parametrize("text", ["And for me? I'm a size 14", "now me, size 12", "ok start with me, size 10"])
async def test_after_a_husband_the_speaker_is_dressed_by_her_own_label(talk, text):
    await talk.say("retirement dinner in Surrey on 5 December, an outfit for my husband")
    hers = await talk.say(text)
    assert (hers["brief"]["presentation"], hers["brief"]["occasion"]) == ("women", "dinner")
    assert hers["looks"]


async def test_flat_ones_are_shoes_without_heels(talk):
    await talk.say("a dress for my sister's wedding in June")
    output = await talk.say("what shoes? flat ones please")
    shoes = {item["category"] for look in output["looks"] for item in look["items"] if item["slot"] == "footwear"}
    assert shoes and shoes.isdisjoint({"heels", "block_heels", "evening_sandals"})


@pytest.mark.parametrize(
    "said", ["the second one with flat shoes", "第二套换双平底鞋", "la deuxième avec des chaussures plates"]
)
async def test_flat_shoes_come_to_the_look_that_was_meant_and_to_no_other(talk, said):
    shown = await talk.say("company gala next Friday in Shanghai, I'm a woman")
    meant = {item["id"] for item in shown["looks"][1]["items"] if item["slot"] != "footwear"}
    for look in (await talk.say(said))["looks"]:
        items = {item["id"]: item for item in look["items"]}
        assert meant <= {*items}
        assert "heels" not in {item["category"] for item in items.values()}
