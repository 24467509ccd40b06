"""A piece that will not go with all of an outfit takes the place of as little of it as will do, and that is told."""

import pytest

from tests.conftest import Talk


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("A cocktail outfit in Paris in May, woman, with earrings", "white sneakers instead"),
        ("Une tenue de cocktail à Paris en mai, femme, avec des boucles d'oreilles", "plutôt des baskets blanches"),
        ("五月巴黎鸡尾酒会，女，戴耳环", "换成白色运动鞋"),
        ("Outfit for a wedding in June in Lyon, woman", "white sneakers instead"),
    ],
)
async def test_all_stays_but_what_the_new_piece_will_not_go_with(talk: Talk, first: str, text: str):
    before = (await talk.say(first))["looks"][0]["items"]
    told = await talk.say(text)
    now = {item["id"] for item in told["looks"][0]["items"]}
    gone = [item["slot"] for item in before if item["id"] not in now]
    assert sorted(gone) == ["footwear", "one_piece"]
    assert [one["constraint"] for one in told["brief"]["unmet"]] == ["kept"]
