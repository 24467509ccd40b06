"""Talks that go on after "cheaper": the price holds while pieces change, and where it cannot, that is told."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk

WEDDING = {
    "en": ("Wedding on Friday, woman, M", "too expensive", "no heels"),
    "fr": ("Un mariage vendredi, femme, taille M", "trop cher", "pas de talons"),
    "zh": ("周五参加婚礼，女，M码", "太贵了", "高跟鞋不要"),
}
DEARER = {"en": "a bit more expensive is fine", "fr": "un peu plus cher, ça va", "zh": "贵点也行"}
COATED = {"en": "add a winter coat", "fr": "ajoute un manteau d'hiver", "zh": "加一件羽绒服"}


@pytest.mark.parametrize("language", WEDDING)
async def test_a_piece_that_is_refused_after_cheaper_costs_no_more(talk: Talk, language: str):
    first, cheaper, refused = WEDDING[language]
    before = (await talk.say(first))["looks"][0]["total"]
    await talk.say(cheaper)
    changed = await talk.say(refused)
    assert changed["looks"] and all(look["total"] < before for look in changed["looks"])
    assert changed["brief"]["budget"] is None


@pytest.mark.parametrize("language", WEDDING)
async def test_who_may_spend_more_again_is_held_to_no_price(talk: Talk, language: str):
    first, cheaper, refused = WEDDING[language]
    before = (await talk.say(first))["looks"][0]["total"]
    await talk.say(cheaper)
    await talk.say(DEARER[language])
    changed = await talk.say(refused)
    assert any(look["total"] > before for look in changed["looks"])


@pytest.mark.parametrize("language", WEDDING)
async def test_what_cannot_be_had_for_so_little_is_said_to_cost_more(talk: Talk, language: str):
    first, cheaper, _ = WEDDING[language]
    before = (await talk.say(first))["looks"][0]["total"]
    await talk.say(cheaper)
    changed = await talk.say(COATED[language])
    assert changed["looks"][0]["total"] > before
    reply = changed["messages"][-1].text
    assert any(phrase[:20] in reply for phrase in load_phrases(language)["unmet.ceiling"])
