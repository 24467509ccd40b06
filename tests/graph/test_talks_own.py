"""Conversations in which a piece of one's own is tried on with a look that was shown."""

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
