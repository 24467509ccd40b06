"""A piece that was exchanged for one of a colour keeps that colour when it is to be cheaper."""

import pytest

from stores.colours import with_shades


@pytest.mark.parametrize(
    ("first", "swap", "text"),
    [
        ("office outfit, man, size L", "the first one but with brown shoes", "something a bit cheaper?"),
        ("une tenue de bureau, homme, taille L", "la première mais avec des chaussures marron", "moins cher ?"),
        ("上班穿什么，男，L码", "第一套，鞋子换成棕色的", "有更便宜的吗"),
    ],
)
async def test_cheaper_shoes_are_still_brown(talk, first, swap, text):
    await talk.say(first)
    await talk.say(swap)
    told = await talk.say(text)
    worn = {item["colour"]["family"] for look in told["looks"] for item in look["items"] if item["slot"] == "footwear"}
    assert worn
    assert worn <= {*with_shades(["brown"])}
