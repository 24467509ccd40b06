"""Talks about a collar or sleeves: what the shop tells of neither is said to be so, and the same kinds are worn."""

import pytest

from agents.house.phrases import load_phrases
from tests.conftest import Talk

WORK = {"en": "Office on Monday, man, L", "fr": "Bureau lundi, homme, L", "zh": "周一上班穿什么，男，L码"}


@pytest.mark.parametrize(
    ("language", "wish", "key"),
    [
        ("en", "not too tight at the neck please", "collar"), ("en", "the collar shouldn't be too tight", "collar"),
        ("fr", "pas trop serré au cou", "collar"), ("fr", "un col pas trop serré", "collar"),
        ("zh", "领子不要太紧", "collar"), ("zh", "别勒脖子", "collar"),
        ("en", "the sleeves should not be too long", "sleeves"), ("fr", "les manches pas trop longues", "sleeves"),
        ("zh", "袖子别太长", "sleeves"),
    ],
)  # fmt: skip
async def test_what_the_shop_does_not_tell_of_a_collar_is_said(talk: Talk, language: str, wish: str, key: str):
    first = (await talk.say(WORK[language]))["looks"][0]["items"]
    told = await talk.say(wish)
    assert [one["category"] for one in told["looks"][0]["items"]] == [one["category"] for one in first]
    assert any(phrase[:20] in told["messages"][-1].text for phrase in load_phrases(language)[f"unmet.unchecked_{key}"])
