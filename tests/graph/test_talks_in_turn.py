"""Somebody else is dressed first, and then oneself: what is asked for then is no change of the other's outfit."""

import pytest

from tests.conftest import Talk

HUSBAND = {
    "en": "An outfit for my husband for a wedding in Lyon in June",
    "fr": "Tenue pour mon mari pour un mariage à Lyon en juin",
    "zh": "六月里昂婚礼，给我老公搭一套",
}
WIFE = {
    "en": "An outfit for my wife for a garden party in June",
    "fr": "Tenue pour ma femme pour une garden-party en juin",
    "zh": "给我老婆搭一套六月的花园派对",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "and shoes for me"), ("en", "now shoes for myself"), ("fr", "et des chaussures pour moi"),
        ("zh", "再给我自己配双鞋"), ("zh", "也给我找双鞋"),
    ],
)  # fmt: skip
async def test_shoes_for_oneself_are_shoes_for_the_same_day_alone(talk: Talk, language: str, text: str):
    await talk.say(HUSBAND[language])
    told = await talk.say(text)
    assert {look["kind"] for look in told["looks"]} == {"article"}
    assert {look["items"][0]["slot"] for look in told["looks"]} == {"footwear"}
    assert (told["brief"]["occasion"], told["brief"]["wearer"]) == ("wedding", "self")
    assert told["brief"]["presentation"] != "men"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "and what about me?"), ("en", "now me"), ("fr", "et moi ?"), ("zh", "那我呢")],
)
async def test_nobody_wears_what_was_found_for_somebody_else(talk: Talk, language: str, text: str):
    first = await talk.say(WIFE[language])
    told = await talk.say(text)
    worn = {
        item["id"] for look in first["looks"] for item in look["items"] if item["slot"] in {"one_piece", "base_top"}
    }
    assert told["looks"]
    assert told["brief"]["occasion"] == "garden_party"
    assert not worn & {item["id"] for look in told["looks"] for item in look["items"]}
