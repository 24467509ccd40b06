"""Conversations in which another is dressed, who has a piece already: it is worn, and hangs in no wardrobe of ours."""

import pytest

FOR_HIM = {
    "en": "Dress my husband for a wedding in Lyon in June",
    "fr": "Habille mon mari pour un mariage à Lyon en juin",
    "zh": "给我老公搭一套六月在里昂参加婚礼的衣服",
}
HIS_SUIT = [
    ("en", "he already has a navy suit"),
    ("en", "he's got a navy suit"),
    ("en", "he'll wear his navy suit"),
    ("fr", "il a déjà un costume bleu marine"),
    ("fr", "il mettra son costume bleu marine"),
    ("zh", "他已经有藏青色西装了"),
    ("zh", "他有一套藏青色西装"),
]


@pytest.mark.parametrize(("language", "text"), HIS_SUIT)
async def test_what_they_have_is_worn_and_is_not_the_askers(talk, language, text):
    await talk.say(FOR_HIM[language])
    after = await talk.say(text)
    own = {item["slot"] for item in after["looks"][0]["items"] if item["source"] == "wardrobe"}
    assert {"mid", "bottom"} <= own
    cheaper = await talk.say({"en": "cheaper", "fr": "moins cher", "zh": "便宜点"}[language])
    assert not await talk.services.wardrobe.garments(talk.caller)
    assert all(item["source"] == "wardrobe" for item in cheaper["looks"][0]["items"] if item["slot"] == "bottom")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "he already has shoes"), ("fr", "il a déjà des chaussures"), ("zh", "他已经有鞋了")]
)
async def test_what_they_have_of_shoes_is_left_out(talk, language, text):
    await talk.say(FOR_HIM[language])
    after = await talk.say(text)
    assert after["looks"] and all(item["slot"] != "footwear" for item in after["looks"][0]["items"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My boyfriend has a gala in November in London and he has a tuxedo. What do I wear?"),
        ("fr", "Mon copain a un gala à Paris en novembre et il a un smoking. Je mets quoi ?"),
        ("zh", "我男朋友十一月在巴黎有晚宴，他有一套燕尾服，我穿什么？"),
    ],
)
async def test_what_he_has_is_no_clothes_of_hers(talk, language, text):
    after = await talk.say(text)
    assert not any(item["source"] == "wardrobe" for look in after["looks"] for item in look["items"])


async def test_a_colour_that_they_have_is_not_ordered(talk):
    await talk.say("Cadeau pour ma copine, un pull, 50 euros")
    after = await talk.say("elle a déjà du bleu")
    assert "blue" not in after["brief"]["colours"]
