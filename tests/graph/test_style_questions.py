"""A question of style amid a conversation is answered in words, and what was shown stays to be gone on with."""

import pytest

from tests.graph.test_going_on import WEDDING


@pytest.mark.parametrize(
    ("language", "question", "then", "family"),
    [
        ("en", "can I wear stripes with checks?", "and in navy?", "navy"),
        ("fr", "faut-il assortir la ceinture aux chaussures ?", "et en bleu marine ?", "navy"),
        ("zh", "羊绒衫怎么洗？", "换成藏青色", "navy"),
    ],
)
async def test_it_shows_nothing_and_the_outfit_goes_on(talk, language, question, then, family):
    first = await talk.say(WEDDING[language])
    second = await talk.say(question)
    assert first["looks"] and second["looks"] == []
    assert second["messages"][-1].text
    third = await talk.say(then)
    assert third["brief"]["occasion"] == "wedding"
    assert family in {item["colour"]["family"] for item in third["looks"][0]["items"]}


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("linen in November in London?", "home"),
        ("du lin en novembre à Londres ?", "maison"),
        ("十一月在伦敦穿亚麻行吗？", "不太行"),
        ("can I wear linen trousers in January in Sydney?", ""),
    ],
)
async def test_a_cloth_is_weighed_by_the_weather_of_its_month_and_place(talk, question, refused):
    output = await talk.say(question)
    reply = output["messages"][-1].text
    assert output["looks"] == [] and "°C" in reply
    assert refused in reply if refused else reply.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "season"),
    [("wool in January?", "Winter"), ("linen in November?", "summer"), ("十一月穿亚麻行吗？", "夏天")],
)
async def test_a_month_alone_is_its_season(talk, question, season):
    output = await talk.say(question)
    assert output["looks"] == [] and season in output["messages"][-1].text
