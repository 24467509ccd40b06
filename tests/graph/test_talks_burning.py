"""Talks of people who burn in the sun."""

import pytest

from tools.exposure import shades_arms


@pytest.mark.parametrize(
    "text",
    [
        "I burn easily. What should I wear in Seville in July, 38 degrees?",
        "I always get sunburnt, what to wear for sightseeing in Rome in July?",
        "Je prends vite des coups de soleil. Que porter à Séville en juillet ?",
        "Je crains le soleil, que porter à la plage en août ?",
        "我很容易晒伤，七月去塞维利亚穿什么？",
        "我怕晒，海边穿什么",
    ],
)
async def test_who_burns_is_covered_in_every_look(talk, text):
    told = await talk.say(text)
    assert told["looks"]
    for look in told["looks"]:
        pieces = await talk.services.catalog.articles([item["id"] for item in look["items"]])
        kinds = {piece.category for piece in pieces.values()}
        assert kinds & {"sun_hat", "cap"} and "sunglasses" in kinds
        assert any(shades_arms(piece, long=True) for piece in pieces.values())


async def test_no_winter_burns(talk):
    told = await talk.say("I burn easily, an outfit for the office in London in December")
    assert told["looks"] and not any(item["category"] == "sun_hat" for look in told["looks"] for item in look["items"])
