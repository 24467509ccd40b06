"""An outfit of which nothing is told: a first proposal, and the question what it is for."""

from typing import Any

import pytest

from agents.house.phrases import load_table


@pytest.mark.parametrize(
    ("language", "bare", "purpose"),
    [
        ("en", "I need an outfit", "a dinner on Friday"),
        ("fr", "il me faut une tenue", "pour un dîner vendredi"),
        ("zh", "给我搭一套", "周五晚餐"),
    ],
)
async def test_a_bare_wish_is_answered_and_asked_back(talk: Any, language: str, bare: str, purpose: str) -> None:
    question = load_table("questions")[language]["purpose"]
    first = await talk.say(bare)
    assert first["looks"]
    assert first["brief"]["questions"] == [question]
    assert first["messages"][-1].text.endswith(question)
    answered = await talk.say(purpose)
    assert answered["brief"]["occasion"] == "dinner"
    assert answered["looks"] and not answered["brief"]["questions"]


@pytest.mark.parametrize(
    "text",
    [
        "what do I wear tomorrow?", "an outfit for work", "a red outfit", "an outfit under 100 euros",
        "it's 5 degrees, dress me", "what do I wear with my grey jeans?", "une tenue pour le bureau", "今天穿什么",
    ],
)  # fmt: skip
async def test_of_what_is_told_enough_nothing_is_asked(talk: Any, text: str) -> None:
    assert not (await talk.say(text))["brief"]["questions"]


async def test_it_is_asked_once(talk: Any) -> None:
    await talk.say("I need an outfit")
    assert not (await talk.say("show me another outfit"))["brief"]["questions"]
