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
