"""Pieces of one's own, told of one after the other."""

import pytest


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("I have a green blazer, what do I wear with it to the office? woman, M", "I already have black ankle boots"),
        ("j'ai un blazer vert, je mets quoi avec pour le bureau ? femme, M", "j'ai déjà des bottines noires"),
        ("我有一件绿色西装外套，上班怎么搭？女，M码", "我已经有黑色短靴"),
    ],
)
async def test_what_was_told_of_first_stays_beside_what_is_brought(talk, first, text):
    await talk.say(first)
    told = await talk.say(text)
    own = {item["slot"] for look in told["looks"][:1] for item in look["items"] if item["source"] != "catalog"}
    assert own == {"mid", "footwear"}


@pytest.mark.parametrize(
    ("first", "text", "back"),
    [
        ("picnic on Saturday, woman", "trousers instead of the dress", "the dress after all"),
        ("pique-nique samedi, femme", "un pantalon plutôt que la robe", "finalement la robe"),
    ],
)
async def test_a_dress_after_all_is_the_dress_of_before(talk, first, text, back):
    shown = (await talk.say(first))["looks"][0]
    dress = next(item["id"] for item in shown["items"] if item["slot"] == "one_piece")
    await talk.say(text)
    again = await talk.say(back)
    assert all(dress in {item["id"] for item in look["items"]} for look in again["looks"])
    assert again["looks"]
