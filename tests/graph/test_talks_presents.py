"""A talk about a present goes on: she has loads of those, something more original; and one of three looks is picked."""

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
