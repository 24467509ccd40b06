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
