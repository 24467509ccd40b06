"""Talks about a look that was liked and has just been worn: others come first for a while."""

import pytest


@pytest.mark.parametrize(
    ("first", "praise", "again"),
    [
        (
            "An outfit for the office tomorrow, woman",
            "The first one is great, I wore it yesterday",
            "Now something for the office today",
        ),
        (
            "Une tenue pour le bureau demain, femme",
            "La première est super, je l'ai portée hier",
            "Maintenant une tenue pour le bureau aujourd'hui",
        ),
        ("明天上班穿什么，女", "第一套很好看，我昨天穿了", "今天上班再给我搭一套"),
    ],
)
async def test_a_look_that_is_praised_and_was_worn_rests(talk, first, praise, again):
    seen = (await talk.say(first))["looks"][0]["items"]
    told = await talk.say(praise)
    assert [change["value"] for change in told["brief"]["changes"]] == ["worn"]
    fresh = (await talk.say(again))["looks"]
    lead = next(item["id"] for item in seen if item["slot"] in {"one_piece", "base_top"})
    assert fresh and lead not in {item["id"] for look in fresh for item in look["items"]}
