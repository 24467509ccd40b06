"""A doubt about what was shown or laid out gets a verdict on that very word, and changes nothing."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk

WORK = {"en": "An outfit for the office", "fr": "Une tenue pour le bureau", "zh": "上班穿什么"}


def says(reply: str, language: str, key: str) -> bool:
    """Whether a reply has one of a key's phrases, by what stands before the first piece that it names."""
    phrases = [phrase for name, said in load_phrases(language).items() if name.startswith(key) for phrase in said]
    return any(phrase.partition("{")[0].lower()[:12] in reply.lower() for phrase in phrases)


@pytest.mark.parametrize(
    ("language", "doubt", "key"),
    [
        ("en", "too boring?", "shown.seems_dull_yes"), ("en", "too young for me?", "shown.seems_young_no"),
        ("en", "too flashy?", "shown.seems_loud_no"), ("fr", "c'est pas trop fade ?", "shown.seems_dull_yes"),
        ("fr", "c'est trop jeune pour moi ?", "shown.seems_young_no"), ("zh", "会不会太无聊", "shown.seems_dull_yes"),
        ("zh", "会不会太年轻了", "shown.seems_young_no"),
        ("zh", "会不会显黑", "shown.seems_dark"), ("zh", "颜色会不会太深", "shown.seems_dark"),
        ("en", "won't the colours be too dark?", "shown.seems_dark"),
        ("fr", "les couleurs ne sont pas trop sombres ?", "shown.seems_dark"),
        ("zh", "会太花吗", "shown.seems_loud_no"),
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


CITY = {
    "en": "Dinner in Suzhou the day after tomorrow, woman",
    "fr": "Un dîner à Suzhou après-demain, femme",
    "zh": "后天去苏州吃饭，女生",
}


@pytest.mark.parametrize(
    ("language", "fear", "topic"),
    [
        ("zh", "会不会太薄", "warmth"), ("zh", "薄不薄啊", "warmth"), ("zh", "裙子会不会湿", "rain"),
        ("zh", "鞋会不会进水", "rain"), ("zh", "会不会透", "impression"), ("zh", "裙子会不会太长", "impression"),
        ("zh", "会不会太紧", "impression"), ("zh", "红色会不会太扎眼", "impression"),
        ("zh", "红裙子会不会太艳", "impression"), ("en", "won't it be too thin", "warmth"),
        ("en", "won't this be too warm?", "warmth"), ("en", "will it get wet?", "rain"),
        ("en", "isn't it see-through?", "impression"), ("en", "isn't it too tight", "impression"),
        ("en", "wouldn't red be too loud", "impression"), ("en", "aren't the heels too high", "comfort"),
        ("fr", "ce n'est pas trop fin ?", "warmth"), ("fr", "ça va prendre l'eau ?", "rain"),
        ("fr", "ce n'est pas trop serré ?", "impression"), ("fr", "le rouge, c'est pas trop voyant ?", "impression"),
    ],
)  # fmt: skip
async def test_a_fear_is_answered_and_changes_nothing(talk: Talk, language: str, fear: str, topic: str):
    shown = (await talk.say(CITY[language]))["looks"]
    told = await talk.say(fear)
    assert told["brief"]["about"] == [topic]
    assert told["looks"][0] in shown


@pytest.mark.parametrize("judged", ["裙子太长了", "太薄了，换件厚的", "鞋子太高了，换一双"])
async def test_what_is_found_wrong_is_changed_still(talk: Talk, judged: str):
    await talk.say(CITY["zh"])
    assert (await talk.say(judged))["brief"]["about"] == []
