"""What is too dull is made livelier, what is too loud quieter; both against what was shown."""

from typing import Any

import pytest

from tests.conftest import Talk
from tools.liveliness import liveliness

FIRST = {
    "en": "I'm a woman, dinner with friends on Friday",
    "fr": "je suis une femme, dîner entre amis vendredi",
    "zh": "女，周五跟朋友吃饭穿什么",
}


async def drawn(talk: Talk, output: dict[str, Any]) -> list[float]:
    """How lively each look is."""
    ids = [[item["id"] for item in look["items"]] for look in output["looks"]]
    known = await talk.services.catalog.articles([key for row in ids for key in row])
    return [liveliness([known[key] for key in row]) for row in ids]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "a bit boring"),
        ("en", "hmm, could be bolder"),
        ("fr", "un peu triste non ?"),
        ("fr", "c'est un peu sage, plus de peps"),
        ("zh", "太素了"),
        ("zh", "有点单调，活泼一点"),
    ],
)
async def test_what_is_dull_is_made_livelier(talk: Talk, language: str, said: str) -> None:
    before = await drawn(talk, await talk.say(FIRST[language]))
    output = await talk.say(said)
    assert output["brief"]["refinement"]["change"] == "livelier"
    after = await drawn(talk, output)
    assert after and min(after) > before[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "too loud"),
        ("en", "a bit busy"),
        ("fr", "trop criard"),
        ("fr", "c'est trop chargé"),
        ("zh", "太花了"),
    ],
)
async def test_what_is_loud_is_made_quieter(talk: Talk, language: str, said: str) -> None:
    await talk.say(FIRST[language])
    loud = await drawn(talk, await talk.say({"en": "bolder", "fr": "plus gai", "zh": "大胆一点"}[language]))
    output = await talk.say(said)
    assert output["brief"]["refinement"]["change"] == "quieter"
    after = await drawn(talk, output)
    assert after and max(after) < loud[0]
