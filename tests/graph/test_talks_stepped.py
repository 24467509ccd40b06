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


@pytest.mark.parametrize(
    ("first", "amended", "stepped", "text"),
    [
        ("office outfit, woman", "in green", "dressier", "no, back to the first one from just before"),
        ("une tenue de bureau, femme", "en vert", "plus habillé", "non, reviens à la première de juste avant"),
        ("上班穿什么，女", "要绿色的", "再正式一点", "算了，还是要上一次的第一套"),
    ],
)
async def test_a_number_of_the_answer_just_before_is_no_number_of_the_first(talk, first, amended, stepped, text):
    await talk.say(first)
    before = await talk.say(amended)
    await talk.say(stepped)
    told = await talk.say(text)
    assert [look["id"] for look in told["looks"]] == [before["looks"][0]["id"]]
