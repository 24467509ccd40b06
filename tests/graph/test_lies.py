"""A model that lies amid true sentences: the lie does not leave, and the person still gets a whole answer."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from agents.gate import TOKEN
from evals.honesty import ASKED, LANGUAGES, load_lies
from stores.vocabulary import Language
from tests.agents.scripted import Scripted
from tests.conftest import Talk

LIES = load_lies("ours")
TRUE: dict[Language, tuple[str, str]] = {
    "en": ("Wear [[1.1.name]].", "It stays quiet, and that suits a guest."),
    "fr": ("Portez [[1.1.name]].", "C'est calme, et cela va à un invité."),
    "zh": ("穿[[1.1.name]]。", "安静得体，正是宾客的样子。"),
}


@pytest.fixture
async def lying(open_house: Any) -> AsyncIterator[Any]:
    async with open_house(models={"liar": "vllm:liar@http://localhost:1/v1"}, model_merge="liar") as services:
        yield services


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_lie_leaves_and_the_answer_is_whole(lying: Any, language: Language) -> None:
    before, after = TRUE[language]
    gap = "" if language == "zh" else " "
    for kind, said in LIES.items():
        lie = said[language]
        lying.models._loaded["liar"] = Scripted(script=[gap.join((before, lie, after))])
        output = await Talk(lying).say(ASKED[language])
        reply, first = output["messages"][-1].text, output["looks"][0]
        assert max(TOKEN.split(lie), key=len).strip(" .。") not in reply, (kind, reply)
        assert [(row["role"], row["model"]) for row in output["degraded"]] == [("merge", "liar")], kind
        assert f"{first['total']:g}".replace(".", "," if language == "fr" else ".") in reply, (kind, reply)
