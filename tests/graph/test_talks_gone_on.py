"""Conversations that are gone on from in few words: thanks drawn out, the next day, what is taken, what is kept."""

import pytest


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("office outfit, woman", "thaaanks"),
        ("une tenue de bureau, femme", "merciii"),
        ("une tenue de bureau, femme", "merci t'es top"),
    ],
)
async def test_thanks_in_any_spelling_ask_for_nothing(talk, first, text):
    await talk.say(first)
    thanked = await talk.say(text)
    assert (thanked["brief"]["intent"], thanked["looks"]) == ("smalltalk", [])


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("office outfit, man", "and the next day?"),
        ("une tenue de bureau, homme", "et le deuxième jour ?"),
        ("上班穿什么，男", "第二天呢"),
    ],
)
async def test_the_day_after_is_dressed_otherwise(talk, first, text):
    before = await talk.say(first)
    after = await talk.say(text)
    assert after["looks"]
    assert not {look["id"] for look in before["looks"]} & {look["id"] for look in after["looks"]}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("wedding in June, woman, with a hat", "I'll take the first hat"),
        ("mariage en juin, femme, avec un chapeau", "je prends le premier chapeau"),
        ("想送我妈一条围巾", "那就买第一条"),
    ],
)
async def test_what_is_taken_by_its_number_is_not_looked_for_anew(talk, first, text):
    await talk.say(first)
    assert (await talk.say(text))["brief"]["intent"] == "feedback"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("衣服S码，鞋37码，帮我记一下", {"clothes": "S", "shoes": "37"}),
        ("note que je fais du 39 en chaussures", {"shoes": "39"}),
    ],
)
async def test_sizes_that_are_to_be_noted_are_kept_and_dress_nobody(talk, text, kept):
    told = await talk.say(text)
    assert told["brief"]["intent"] == "profile"
    assert [change["value"] for change in told["brief"]["changes"]] == [kept]


@pytest.mark.parametrize(
    "text", ["I only wear flat shoes", "je ne porte que des chaussures plates", "记住我只穿平底鞋"]
)
async def test_who_wears_flats_alone_is_offered_no_heels(talk, text):
    await talk.say("cocktail party in Paris in June, woman")
    flat = await talk.say(text)
    worn = {item["category"] for look in flat["looks"] for item in look["items"]}
    assert not worn & {"heels", "block_heels", "evening_sandals"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "j'ai une jupe verte"),
        ("zh", "我有一条绿裙子"),
    ],
)
async def test_what_is_to_be_deleted_goes_from_the_wardrobe(talk, language, text):
    await talk.say(text)
    gone = await talk.say({"fr": "tu peux supprimer la jupe verte", "zh": "把绿裙子删掉吧"}[language])
    assert [(change["target"], change["action"]) for change in gone["brief"]["changes"]] == [("wardrobe", "remove")]


async def test_air_conditioning_in_summer_asks_for_a_layer_and_no_coat(talk):
    cool = await talk.say("夏天太热了，办公室空调又冷，怎么穿")
    worn = {item["slot"] for look in cool["looks"] for item in look["items"]}
    assert "mid" in worn
    assert "outer" not in worn
