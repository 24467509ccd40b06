"""A doubt about what was shown or laid out gets a verdict on that very word, and changes nothing."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk

WORK = {"en": "An outfit for the office", "fr": "Une tenue pour le bureau", "zh": "上班穿什么"}


def says(reply: str, language: str, key: str) -> bool:
    """Whether a reply has one of a key's phrases, by what stands before the first piece that it names."""
    return any(phrase.partition("{")[0].lower()[:12] in reply.lower() for phrase in load_phrases(language)[key])


@pytest.mark.parametrize(
    ("language", "doubt", "key"),
    [
        ("en", "too boring?", "shown.seems_dull_yes"), ("en", "too young for me?", "shown.seems_young_no"),
        ("en", "too flashy?", "shown.seems_loud_no"), ("fr", "c'est pas trop fade ?", "shown.seems_dull_yes"),
        ("fr", "c'est trop jeune pour moi ?", "shown.seems_young_no"), ("zh", "会不会太无聊", "shown.seems_dull_yes"),
        ("zh", "会不会太年轻了", "shown.seems_young_no"), ("zh", "会太花吗", "shown.seems_loud_no"),
    ],
)  # fmt: skip
async def test_a_doubt_about_what_was_shown_is_answered(talk: Talk, language: str, doubt: str, key: str):
    first = (await talk.say(WORK[language]))["looks"][0]
    told = await talk.say(doubt)
    assert (told["looks"], told["brief"]["changes"]) == ([first], [])
    assert says(told["messages"][-1].text, language, key)


@pytest.mark.parametrize(
    ("language", "laid_out", "key"),
    [
        ("en", "Grey suit, white shirt and black oxfords for a date, too boring?", "shown.worn_dull_yes"),
        ("en", "navy blazer, beige chinos, brown loafers to a gallery opening. too much?", "shown.worn_much_right"),
        ("fr", "Jean noir, pull noir, bottines noires, trop triste ?", "shown.worn_dull_yes"),
        ("zh", "灰色西装白衬衫黑皮鞋去约会，会不会太无聊？", "shown.worn_dull_yes"),
    ],
)
async def test_a_doubt_behind_an_outfit_of_ones_own_is_answered_first(
    talk: Talk, language: str, laid_out: str, key: str
):
    told = await talk.say(laid_out)
    assert told["brief"]["intent"] == "relook"
    assert says(told["messages"][-1].text[:60], language, key)


@pytest.mark.parametrize(
    ("language", "first", "asked", "key"),
    [
        ("en", "A funeral outfit for a man", "could the tie be dark green?", "suits.right_mourning"),
        ("fr", "Une tenue de bureau", "la ceinture pourrait être verte ?", "suits.right"),
    ],
)
async def test_a_colour_that_is_only_not_in_stock_is_allowed_before_it_is_said_to_be_out(
    talk: Talk, language: str, first: str, asked: str, key: str
):
    await talk.say(first)
    told = await talk.say(asked)
    assert told["looks"] == []
    assert says(told["messages"][-1].text[:40], language, key)


@pytest.mark.parametrize(
    "asked", ["crop top and mini for a mosque visit, ok?", "crop top to the mosque, is that fine?"]
)
async def test_a_list_that_closes_with_ok_is_asked_leave_for(talk: Talk, asked: str):
    told = await talk.say(asked)
    assert told["brief"]["intent"] == "ask_advice"
    assert "knees" in told["messages"][-1].text
