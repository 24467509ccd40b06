"""What somebody refuses, or wears alone, at work or in summer: dressed so then, and then alone."""

from typing import Any

import pytest

SKIRTS = {"mini_skirt", "midi_skirt", "maxi_skirt"}


def worn(output: dict[str, Any]) -> list[set[str]]:
    return [{item["category"] for item in look["items"]} for look in output["looks"]]


@pytest.mark.parametrize(
    ("told", "office", "said"),
    [
        ("I only wear skirts at work", "what do I wear to the office tomorrow?", "at work you wear only skirts"),
        ("Je ne mets que des jupes au travail", "une tenue pour le bureau demain ?", "rien d'autre que les jupes"),
        ("上班我只穿半身裙", "明天上班穿什么？", "上班只穿半裙"),
    ],
)
async def test_what_alone_is_worn_at_work_is_worn_there(talk: Any, told: str, office: str, said: str) -> None:
    await talk.say(told)
    looks = worn(await talk.say(office))
    assert looks
    assert all(look & SKIRTS for look in looks)
    asked = {"上": "你知道我什么？", "J": "qu'est-ce que tu sais de moi ?"}.get(told[0], "what do you know about me?")
    assert said in (await talk.say(asked))["messages"][-1].text


@pytest.mark.parametrize(
    ("told", "here", "there"),
    [
        ("I never wear black in summer", "an outfit for July in Seville", "an outfit for January in Oslo"),
        ("en été je ne porte jamais de noir", "une tenue pour Séville en juillet", "une tenue pour Oslo en janvier"),
        ("夏天我不穿黑色", "七月去塞维利亚穿什么", "一月去奥斯陆穿什么"),
    ],
)
async def test_what_is_refused_in_summer_is_worn_in_winter(talk: Any, told: str, here: str, there: str) -> None:
    first = await talk.say(told)
    assert not first["looks"]
    hot, cold = await talk.say(here), await talk.say(there)
    assert hot["looks"]
    assert "black" not in {item["colour"]["family"] for look in hot["looks"] for item in look["items"]}
    assert "black" not in cold["brief"]["avoid_colours"]
