"""What an outfit has already is not looked for once more."""

import pytest

WEDDING = {
    "en": "A summer garden wedding in Lyon, under 150 euros, I'm a woman",
    "fr": "Mariage d'été à Lyon, moins de 150 euros, je suis une femme",
    "zh": "夏天去里昂参加婚礼，150欧以内，我是女生",
}


def worn(output, slot):
    return next(item["id"] for item in output["looks"][0]["items"] if item["slot"] == slot)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "and a bag?"),
        ("en", "ok and a bag? nothing black"),
        ("en", "I'd like a bag with it"),
        ("fr", "et un sac ?"),
        ("fr", "avec un sac ?"),
        ("zh", "再来个包？"),
        ("zh", "包呢？不要黑的"),
    ],
)
async def test_an_outfit_that_has_a_bag_is_shown_as_it_is(talk, language, said):
    before = await talk.say(WEDDING[language])
    after = await talk.say(said)
    assert [item["id"] for item in after["looks"][0]["items"]] == [item["id"] for item in before["looks"][0]["items"]]
    assert len(after["looks"]) == 1
    token = {"en": "clutch", "fr": "pochette", "zh": "手拿包"}[language]
    assert token in after["messages"][-1].text


@pytest.mark.parametrize(
    ("language", "said", "slot"),
    [
        ("en", "and a bag, not silver", "bag"),
        ("en", "another bag", "bag"),
        ("en", "and comfortable shoes?", "footwear"),
        ("en", "and shoes I can walk in", "footwear"),
        ("fr", "et un autre sac ?", "bag"),
        ("fr", "et des chaussures confortables ?", "footwear"),
        ("zh", "换个包", "bag"),
        ("zh", "再来双舒服的鞋", "footwear"),
    ],
)
async def test_another_one_or_one_of_some_kind_is_exchanged(talk, language, said, slot):
    before = worn(await talk.say(WEDDING[language]), slot)
    assert worn(await talk.say(said), slot) != before


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "add a belt and a bag"), ("fr", "ajoutez une ceinture et un sac"), ("zh", "加条腰带和包")],
)
async def test_what_is_missing_still_comes(talk, language, said):
    await talk.say(WEDDING[language])
    assert {"accessory", "bag"} <= {item["slot"] for item in (await talk.say(said))["looks"][0]["items"]}
