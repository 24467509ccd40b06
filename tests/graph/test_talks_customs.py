"""Talks about what an invitation, a host or a custom asks for, against what is usual on such a day."""

import pytest


def kinds(told):
    return [{item["category"] for item in look["items"]} for look in told["looks"]]


@pytest.mark.parametrize(
    "text",
    [
        "casual wedding in Lyon on 12 June, man",
        "Un mariage à Lyon le 12 juin, le carton dit tenue décontractée. Je suis un homme",
        "六月十二日里昂的休闲婚礼，男",
    ],
)
async def test_a_card_that_is_plainer_than_the_day_is_dressed_for(talk, text):
    told = await talk.say(text)
    assert told["looks"] and told["conditions"]["dress_code"] == "festive"
    assert all(not look & {"suit_jacket", "tie", "tee", "jeans", "shorts", "cap"} for look in kinds(told))
