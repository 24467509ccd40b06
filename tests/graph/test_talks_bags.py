"""A bag of an outfit that was shown is to be smaller or bigger, and the rest stays."""

import pytest

from tests.conftest import Talk

OFFICE = {
    "en": "an outfit for the office with a bag",
    "fr": "une tenue pour le bureau avec un sac",
    "zh": "上班穿什么，要个包",
}
SMALL = {"clutch", "crossbody", "handbag"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "make the bag smaller"),
        ("en", "a smaller bag please"),
        ("en", "the bag is too big"),
        ("fr", "un sac plus petit"),
        ("fr", "le sac est trop grand"),
        ("zh", "包包小一点"),
        ("zh", "换个小一点的包"),
    ],
)
async def test_a_smaller_bag_comes_for_a_tote(talk: Talk, language: str, text: str) -> None:
    first = {item["slot"]: item for item in (await talk.say(OFFICE[language]))["looks"][0]["items"]}
    told = {item["slot"]: item for item in (await talk.say(text))["looks"][0]["items"]}
    assert first["bag"]["category"] == "tote"
    assert told["bag"]["category"] in SMALL
    assert {slot for slot in first if told[slot]["id"] != first[slot]["id"]} == {"bag"}


@pytest.mark.parametrize(("language", "text"), [("en", "make the bag smaller"), ("fr", "un sac plus petit")])
async def test_a_bigger_one_comes_back_for_it(talk: Talk, language: str, text: str) -> None:
    await talk.say(OFFICE[language])
    await talk.say(text)
    told = await talk.say({"en": "make the bag bigger", "fr": "un sac plus grand"}[language])
    bag = next(item for item in told["looks"][0]["items"] if item["slot"] == "bag")
    assert bag["category"] in {"tote", "backpack", "briefcase"}
