"""A house that is asked for by name, and of which the shop has nothing, is said to be missing once."""

import pytest


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("a Gucci bag", "Gucci"),
        ("nike trainers for a man", "Nike"),
        ("un sac Chanel", "Chanel"),
        ("une tenue de sport Adidas, homme", "Adidas"),
        ("耐克的鞋", "Nike"),
        ("想买一条优衣库的牛仔裤，男", "Uniqlo"),
    ],
)
async def test_a_house_that_the_shop_has_not_is_said_beside_what_it_has(talk, text, brand):
    found = await talk.say(text)
    assert [one["asked"] for one in found["brief"]["unmet"] if one["constraint"] == "brand"] == [brand]
    assert found["looks"] and brand in found["messages"][-1].text


@pytest.mark.parametrize(
    "text",
    [
        "I have a Gucci bag, what goes with it?",
        "a Chanel-style jacket, woman",
        "no Nike please, running shoes for a man",
        "j'ai un sac Chanel, que mettre avec ?",
        "不要耐克，跑鞋，男",
    ],
)
async def test_a_house_that_is_not_asked_for_is_not_missed(talk, text):
    found = await talk.say(text)
    assert not [one for one in found["brief"]["unmet"] if one["constraint"] == "brand"]


async def test_a_house_that_the_shop_has_is_not_missing(talk, monkeypatch):
    catalog = talk.services.catalog
    facets = catalog.facets

    async def some(filters):
        found = await facets(filters.model_copy(update={"brands": []}))
        return found.model_copy(update={"total": 3})

    monkeypatch.setattr(type(catalog), "facets", lambda self, filters: some(filters))
    assert not (await talk.say("a Gucci bag"))["brief"]["unmet"]
