"""Mud that is told of: boots are worn, the rest of an outfit stays, and dirt on clothes is no ground."""

import pytest

from stores.categories import load_categories
from tests.conftest import Talk

BOOTS = {"ankle_boots", "chelsea_boots", "hiking_boots", "winter_boots", "rain_boots"}
TALKS = {
    "en": ("an outfit for a garden party on Saturday, woman", ["it'll be muddy", "there'll be mud everywhere"]),
    "fr": ("une tenue pour une garden-party samedi, femme", ["il y aura de la boue", "le terrain sera boueux"]),
    "zh": ("周六花园派对穿什么，女", ["路上有泥", "那边是泥地"]),
}


def shoes(look: dict) -> set[str]:
    return {one["category"] for one in look["items"] if load_categories()[one["category"]].slot == "footwear"}


@pytest.mark.parametrize(("language", "nth"), [(language, nth) for language in TALKS for nth in (0, 1)])
async def test_boots_are_worn_where_mud_is_told_of(talk: Talk, language: str, nth: int) -> None:
    first, muddy = TALKS[language]
    before = (await talk.say(first))["looks"][0]
    after = await talk.say(muddy[nth])
    assert after["looks"] and all(shoes(look) and shoes(look) <= BOOTS for look in after["looks"])
    assert not shoes(before) & BOOTS
    assert not after["brief"]["questions"]


async def test_shoes_that_are_asked_for_are_worn_in_the_mud(talk: Talk) -> None:
    looks = (await talk.say("white trainers for a muddy festival on Saturday"))["looks"]
    assert looks and all(shoes(look) <= {"sneakers", "leather_sneakers"} for look in looks)
