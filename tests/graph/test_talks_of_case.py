"""Talks about a suitcase that was packed: what is asked of it is told in words, and rain makes room for an umbrella."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk

PACKED = {
    "en": "Pack me a suitcase for four days in Lisbon in June, woman, size M",
    "fr": "Fais ma valise pour quatre jours à Lisbonne en juin, femme, taille M",
    "zh": "六月去里斯本玩四天，帮我收拾个行李箱，女，M码",
}


def says(reply: str, language: str, key: str) -> bool:
    """Whether a reply has the words of one of a key's phrases, apart from the pieces it names."""
    told = (phrase.replace("{piece.s}", "{piece}").split("{piece}") for phrase in load_phrases(language)[key])
    return any(all(part.strip().lower()[:12] in reply.lower() for part in parts) for parts in told)


@pytest.mark.parametrize(
    ("language", "asked", "key"),
    [
        ("zh", "要下雨咋办", "shown.case_wet"), ("zh", "万一下雨呢", "shown.case_wet"),
        ("en", "what if it rains?", "shown.case_wet"), ("zh", "鞋带几双", "shown.case_held"),
        ("zh", "要带几件开衫", "shown.case_held"), ("en", "how many pairs of shoes?", "shown.case_held"),
        ("fr", "combien de robes je prends ?", "shown.case_held"), ("zh", "泳衣带几件", "shown.case_none"),
        ("en", "do I need a swimsuit?", "shown.case_none"), ("fr", "combien de maillots ?", "shown.case_none"),
        ("en", "will I need a cardigan?", "shown.case_there"), ("zh", "要带开衫吗", "shown.case_there"),
    ],
)  # fmt: skip
async def test_what_is_asked_of_a_suitcase_is_told_and_packs_nothing_anew(
    talk: Talk, language: str, asked: str, key: str
):
    packed = (await talk.say(PACKED[language]))["looks"]
    told = await talk.say(asked)
    assert told["looks"] == packed
    assert says(told["messages"][-1].text, language, key)


@pytest.mark.parametrize(
    ("language", "news"), [("en", "it's going to rain"), ("fr", "il va pleuvoir"), ("zh", "那几天会下雨")]
)
async def test_a_suitcase_for_the_rain_has_an_umbrella(talk: Talk, language: str, news: str):
    await talk.say(PACKED[language])
    packed = await talk.say(news)
    assert len(packed["looks"]) == 4
    assert all("umbrella" in {item["category"] for item in look["items"]} for look in packed["looks"])


@pytest.mark.parametrize(
    ("language", "added"), [("en", "add a swimsuit"), ("fr", "ajoute un maillot de bain"), ("zh", "再加一件泳衣")]
)
async def test_swimwear_that_is_added_is_worn_to_swim_and_not_by_day(talk: Talk, language: str, added: str):
    await talk.say(PACKED[language])
    looks = (await talk.say(added))["looks"]
    swims = [{"swimsuit", "bikini"} & {item["category"] for item in look["items"]} for look in looks]
    assert sum(map(bool, swims)) == 1
    assert len(looks) > 2
