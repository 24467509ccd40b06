"""What is said of one piece of an outfit that was shown: its colour, its length, that it alone is to change."""

import pytest

from tests.conftest import Talk

OFFICE = {"en": "an outfit for the office", "fr": "une tenue pour le bureau", "zh": "上班穿什么"}
MIDI = {
    "en": "an office outfit with a midi skirt and a belt",
    "fr": "une tenue pour le bureau avec une jupe midi et une ceinture",
    "zh": "上班穿什么，中长裙配腰带",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the belt, what colour?"),
        ("en", "what color is the belt?"),
        ("fr", "la ceinture, de quelle couleur ?"),
        ("fr", "c'est quelle couleur, la ceinture"),
        ("zh", "腰带是什么颜色的？"),
    ],
)
async def test_the_colour_of_a_piece_is_told(talk: Talk, language: str, text: str) -> None:
    first = (await talk.say(MIDI[language]))["looks"][0]
    told = await talk.say(text)
    assert told["brief"]["about"] == ["colour"]
    assert {item["category"]: item["colour"]["family"] for item in first["items"]}["belt"] == "black"
    said = told["messages"][-1].text
    assert {"en": "black leather belt", "fr": "ceinture noire", "zh": "黑色"}[language] in said


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "what colour should I wear to a wedding?"), ("fr", "quelle couleur me va au teint ?")],
)
async def test_a_colour_that_is_sought_is_advised(talk: Talk, language: str, text: str) -> None:
    await talk.say(MIDI[language])
    assert "colour" not in (await talk.say(text))["brief"]["about"]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "isn't it too short?", "knee"),
        ("fr", "elle est pas trop courte ?", "genou"),
        ("fr", "la jupe est pas trop courte ?", "genou"),
        ("zh", "会不会太短？", "膝"),
    ],
)
async def test_whether_it_is_too_short_is_answered_by_its_length(
    talk: Talk, language: str, text: str, said: str
) -> None:
    await talk.say(MIDI[language])
    assert said in (await talk.say(text))["messages"][-1].text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "just the shoes need changing"),
        ("en", "only change the shoes"),
        ("en", "everything's good, only the shoes need to change"),
        ("fr", "change juste les chaussures"),
        ("fr", "y'a que les chaussures à changer"),
        ("fr", "juste les chaussures à changer"),
        ("zh", "只换鞋子"),
        ("zh", "就鞋子要换"),
    ],
)
async def test_a_piece_that_alone_is_to_change_is_exchanged(talk: Talk, language: str, text: str) -> None:
    first = (await talk.say(OFFICE[language]))["looks"][0]
    told = (await talk.say(text))["looks"][0]
    worn, before = ({item["slot"]: item["id"] for item in look["items"]} for look in (told, first))
    assert told["kind"] == "outfit"
    assert {slot for slot in before if worn.get(slot) != before[slot]} == {"footwear"}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "only shoes please"), ("fr", "que les chaussures"), ("zh", "只要鞋子")]
)
async def test_a_piece_that_alone_is_asked_for_is_shown_alone(talk: Talk, language: str, text: str) -> None:
    await talk.say(OFFICE[language])
    assert {look["kind"] for look in (await talk.say(text))["looks"]} == {"article"}
