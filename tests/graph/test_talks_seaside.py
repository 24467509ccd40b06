"""By the sea one is dressed for the day: to bathe in the heat, to walk in the cold."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "a walk by the sea in Deauville in November, woman",
        "une promenade au bord de la mer à Deauville en novembre, femme",
        "十一月去青岛海边散步穿什么，女生",
    ],
)
async def test_a_beach_in_november_is_walked_along_in_a_coat(talk, text):
    output = await talk.say(text)
    assert output["brief"]["occasion"] == "weekend"
    for look in output["looks"]:
        assert "outer" in {item["slot"] for item in look["items"]}
        assert not {"sandals", "flip_flops", "espadrilles", "cap"} & {item["category"] for item in look["items"]}


async def test_a_beach_in_july_is_a_beach(talk):
    assert (await talk.say("a day at the beach in Nice in July, woman"))["brief"]["occasion"] == "beach"
