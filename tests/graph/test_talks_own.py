"""Conversations in which a piece of one's own is tried on with a look that was shown."""

import re

import pytest

FIRST = {
    "en": "what do I wear to a birthday dinner in Lyon on 12 June? I'm a woman",
    "fr": "que mettre pour un dîner d'anniversaire à Lyon le 12 juin ? je suis une femme",
    "zh": "6月12日在里昂的生日晚餐穿什么？我是女的",
}


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "I love the first one! can I wear it with the black heels I own?", 1),
        ("en", "love the second one. would my black heels go with it?", 2),
        ("en", "Great, I like it. I have black heels, will they do?", 1),
        ("fr", "j'adore la première ! je peux la porter avec mes escarpins noirs ?", 1),
        ("fr", "j'adore la deuxième ! est-ce que ça va avec les escarpins noirs que j'ai déjà ?", 2),
        ("zh", "我很喜欢第一套！可以配我自己的黑色高跟鞋吗？", 1),
        ("zh", "第二套好看！我有一双黑色高跟鞋，能配吗？", 2),
    ],
)
async def test_praise_is_kept_and_what_is_asked_with_it_is_tried_on(talk, language, text, number):
    before = (await talk.say(FIRST[language]))["looks"][number - 1]
    after = await talk.say(text)
    praise = [(one["key"], one["value"]) for one in after["brief"]["changes"] if one["target"] == "feedback"]
    assert praise == [(before["id"], 1)]
    worn = {item["slot"]: item for item in after["looks"][0]["items"]}
    assert worn["footwear"]["source"] == "wardrobe"
    kept = {item["id"] for item in before["items"] if item["slot"] != "footwear"}
    assert kept == {item["id"] for item in worn.values() if item["slot"] != "footwear"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what goes with my black heels?"),
        ("fr", "qu'est-ce qui va avec mes escarpins noirs ?"),
        ("zh", "我的黑色高跟鞋配什么好？"),
    ],
)
async def test_what_goes_with_a_piece_of_ones_own_is_dressed_anew(talk, language, text):
    await talk.say(FIRST[language])
    after = await talk.say(text)
    assert after["brief"]["intent"] == "complete" and after["looks"]


OWNED = {
    "en": "I'm a woman. I own white leather sneakers, blue jeans and a grey sweater, remember them",
    "fr": "Je suis une femme. J'ai des baskets blanches en cuir, un jean bleu et un pull gris, retiens-le",
    "zh": "我是女的，我有白色板鞋、蓝色牛仔裤和灰色毛衣，记住",
}


def own(told):
    return [item["id"] for look in told["looks"] for item in look["items"] if item["source"] == "wardrobe"]


@pytest.mark.parametrize(
    ("language", "text", "change", "me"),
    [
        ("en", "an outfit for my husband for a weekend in Paris in October", "in darker colours", "and for me?"),
        ("en", "an outfit for my sister for a weekend in Paris in October", "in darker colours", "and for me?"),
        ("fr", "une tenue pour mon mari, un week-end à Paris en octobre", "plus sombre", "et pour moi ?"),
        ("fr", "une tenue pour ma sœur, un week-end à Paris en octobre", "plus sombre", "et pour moi ?"),
        ("zh", "给我老公搭一套，十月周末去巴黎", "颜色深一点", "那我呢？"),
    ],
)
async def test_nobody_else_is_dressed_in_the_askers_clothes(talk, language, text, change, me):
    await talk.say(OWNED[language])
    for asked in (text, change):
        told = await talk.say(asked)
        assert told["looks"] and told["brief"]["wearer"] == "other"
        assert not own(told)
    again = await talk.say(me)
    assert (again["brief"]["wearer"], again["brief"]["presentation"]) == ("self", "women")


async def test_somebody_is_lent_the_askers_clothes_where_that_is_asked_for(talk):
    await talk.say(OWNED["en"])
    told = await talk.say("an outfit for my sister out of my wardrobe, a weekend in Paris in October")
    assert own(told)


async def test_the_asker_is_dressed_in_their_own_clothes(talk):
    await talk.say(OWNED["en"])
    assert own(await talk.say("an outfit for a weekend in Paris in October"))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("does my navy blazer go with grey chinos?", ("navy blazer", "grey chinos")),
        ("my brown ankle boots, do they go with black jeans?", ("brown ankle boots", "black jeans")),
        ("mes bottines cognac vont avec un jean noir ?", ("bottines cognac", "jean noir")),
        ("我的棕色短靴配黑色牛仔裤行吗", ("棕色短靴", "黑色牛仔裤")),
    ],
)
async def test_whether_ones_own_pieces_go_together_is_said_before_they_are_dressed(talk, text, verdict):
    after = await talk.say(text)
    first = re.split(r"\. |。", after["messages"][-1].text)[0]
    assert after["looks"]
    assert all(name in first for name in verdict)
