"""Conversations in which what was shown is called otherwise: by its whole name, by its day, by what it looks like."""

import pytest

OFFICE = {
    "en": "An outfit for the office in Paris in October, woman, a dress",
    "fr": "Une tenue pour le bureau à Paris en octobre, femme, une robe",
    "zh": "十月在巴黎上班穿，女，要裙子",
}
PARTY = {"en": "something for a cocktail party", "fr": "et pour un cocktail", "zh": "那鸡尾酒会穿什么"}


@pytest.mark.parametrize("verb", ["swap the", "change the", "something else instead of the"])
async def test_the_whole_name_of_a_piece_orders_neither_its_colour_nor_its_cloth(talk, verb):
    shown = (await talk.say("An outfit for the office in Paris in October, man"))["looks"][0]
    shirt = next(item for item in shown["items"] if item["slot"] == "base_top")
    after = await talk.say(f"{verb} {shirt['name']}")
    assert not after["brief"]["fabrics"] and not after["brief"]["colours"]
    worn = {item["slot"]: item["id"] for item in after["looks"][0]["items"]}
    assert worn["base_top"] != shirt["id"]
    assert all(worn[item["slot"]] == item["id"] for item in shown["items"] if item["slot"] in {"bottom", "footwear"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "was the office dress silk?"),
        ("fr", "la robe du bureau, c'était de la soie ?"),
    ],
)
async def test_a_piece_that_is_called_by_its_day_is_told_of(talk, language, text):
    first = (await talk.say(OFFICE[language]))["looks"]
    await talk.say(PARTY[language])
    after = await talk.say(text)
    assert after["brief"]["about"] == ["fabric"]
    assert after["looks"][0]["id"] in {look["id"] for look in first}


@pytest.mark.parametrize("text", ["et les bottines, c'est du cuir ?", "elles sont en quoi les bottines ?"])
async def test_les_points_where_something_is_asked(talk, text):
    before = (await talk.say("Une tenue pour le bureau en novembre à Lyon, avec des bottines"))["looks"][0]
    after = await talk.say(text)
    assert [look["id"] for look in after["looks"]] == [before["id"]] and after["brief"]["about"] == ["fabric"]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("A dinner with friends in Lyon in March, trousers", "it's too office"),
        ("Un dîner entre amis à Lyon en mars, avec un pantalon", "ça fait trop bureau"),
        ("三月在里昂和朋友吃晚饭，穿裤子", "太像上班了"),
    ],
)
async def test_what_looks_like_the_office_is_dressed_down(talk, first, text):
    await talk.say(first)
    after = await talk.say(text)
    assert after["brief"]["refinement"]["change"] == "plainer" and after["brief"]["occasion"] != "office"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("Une tenue pour un mariage à Bordeaux en mai, homme, avec un costume", "et un gilet avec"),
        ("Bonjour", "Un costume avec gilet pour un mariage à Bordeaux en mai, homme"),
    ],
)
async def test_the_gilet_of_a_suit_is_a_waistcoat(talk, first, text):
    await talk.say(first)
    after = await talk.say(text)
    assert "waistcoat" in {item["category"] for item in after["looks"][0]["items"]}


@pytest.mark.parametrize(
    "text", ["Do you know smart casual?", "Tu connais le smart casual ?", "你知道smart casual吗？"]
)
async def test_a_word_that_one_is_asked_to_know_is_explained(talk, text):
    after = await talk.say(text)
    assert after["brief"]["intent"] == "ask_advice" and not after["looks"]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("An interview at a bank in Lille in January, man, a suit", "the jacket in grey instead"),
        ("Un entretien dans une banque à Lille en janvier, homme, un costume", "la veste en gris plutôt"),
    ],
)
async def test_the_jacket_of_a_suit_is_no_coat(talk, first, text):
    before = (await talk.say(first))["looks"][0]["items"]
    after = (await talk.say(text))["looks"][0]["items"]
    coats = [[item["id"] for item in items if item["slot"] == "outer"] for items in (before, after)]
    assert coats[0] == coats[1]
    assert {item["category"] for item in after if item["colour"]["family"] == "grey"} & {"suit_jacket", "blazer"}


async def test_flatter_shoes_are_shoes(talk):
    await talk.say("An outfit for a christening in Bath in May, woman")
    after = await talk.say("flatter shoes")
    assert after["brief"]["intent"] != "ask_advice" and after["brief"]["slots"] == ["footwear"] and after["looks"]
