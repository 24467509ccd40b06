"""A talk about a present: what they like leads it, she has loads of those; and one of three looks is picked."""

import pytest

from tests.conftest import Talk

PRESENT = {
    "en": "a gift for my sister, 50 euros",
    "fr": "un cadeau pour ma mère, 60 euros",
    "zh": "给我姐姐买个礼物，50欧以内",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "she already has loads of those"),
        ("en", "something more original?"),
        ("en", "something less ordinary"),
        ("fr", "elle en a déjà plein"),
        ("fr", "quelque chose de plus original ?"),
        ("fr", "un truc moins banal"),
        ("zh", "她已经有很多了"),
        ("zh", "有没有特别一点的"),
    ],
)
async def test_other_presents_come_for_those_that_are_there_or_too_usual(talk: Talk, language: str, text: str) -> None:
    seen = {item["id"] for look in (await talk.say(PRESENT[language]))["looks"] for item in look["items"]}
    told = await talk.say(text)
    assert told["brief"]["intent"] == "find"
    assert told["looks"]
    assert not seen & {item["id"] for look in told["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("first", "text"),
    [
        ("three looks for a gallery opening", "that one it is"),
        ("three looks for a gallery opening", "that's the one"),
        ("trois tenues pour un vernissage", "ce sera celle-là"),
        ("给我三套去看画展的", "就是它了"),
    ],
)
async def test_a_pick_is_answered_by_no_code(talk: Talk, first: str, text: str) -> None:
    await talk.say(first)
    assert (await talk.say(text))["brief"]["intent"] not in {"ask_advice", "off_topic"}


@pytest.mark.parametrize(
    "text",
    [
        "she likes blue, a gift for my sister under 50",
        "un cadeau pour ma sœur, elle adore le bleu, 50 euros",
        "送女朋友礼物，她喜欢蓝色，50欧以内",
    ],
)
async def test_a_colour_that_they_like_comes_first_and_others_after(talk: Talk, text: str) -> None:
    told = await talk.say(text)
    families = [look["items"][0]["colour"]["family"] for look in told["looks"]]
    assert families[0] in {"blue", "navy"} and {*families} - {"blue", "navy"}
    assert not told["brief"]["unmet"]


async def test_where_nothing_has_the_colour_that_they_like_it_is_said(talk: Talk) -> None:
    told = await talk.say("un cadeau pour ma mère, elle aime le violet, 30 euros")
    assert told["looks"] and [(gap["constraint"], gap["asked"]) for gap in told["brief"]["unmet"]] == [
        ("colour", "violet")
    ]
