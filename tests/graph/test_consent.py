import json
import time
from typing import Any
from uuid import uuid4

import pytest
from langgraph.errors import is_invalid_resume
from langgraph.types import Command

from graph.consent import question
from graph.running import run_config
from stores.caller import LOCAL
from tests.agents.scripted import Scripted
from tests.conftest import Talk
from tests.photos import red_square

SEEN = {
    "garments": [
        {
            "name": "red coat",
            "category": "overcoat",
            "colours": [{"name": "red", "family": "red", "hex": "#b3202a", "share": 1}],
        }
    ]
}
ELSEWHERE = {"models": {"cloud": "nowhere:cloud"}, "model_caption": "cloud"}


class Sitting:
    """A person who sends one photo to services whose caption model is a script."""

    def __init__(self, services: Any) -> None:
        self.services = services
        self.model = Scripted(script=[json.dumps(SEEN)] * 4)
        services.models._loaded["cloud"] = self.model
        self.talk = Talk(services)

    async def send(self, right: int = 225) -> dict[str, Any]:
        photo = await self.services.photos.add(LOCAL, red_square(right))
        return await self.talk.say(
            [{"type": "text", "text": "What goes with this?"}, {"type": "image", "file_id": photo.id}]
        )

    async def answer(self, value: Any) -> dict[str, Any]:
        config = run_config(LOCAL, self.talk.thread, str(uuid4()), self.services)
        output: dict[str, Any] = await self.services.graph.ainvoke(Command(resume=value), config, durability="sync")
        return output

    @property
    def pictures_sent(self) -> int:
        return sum("data:image/jpeg;base64," in str(call[-1].content) for call in self.model.seen)

    async def garments(self) -> list[str]:
        return [garment.category for garment in await self.services.wardrobe.garments(LOCAL)]


async def test_a_photo_leaves_only_after_its_owner_said_so(open_house):
    async with open_house(**ELSEWHERE, photos_leave=True) as services:
        sitting = Sitting(services)
        stopped = await sitting.send()
        (asked,) = stopped["__interrupt__"]
        assert asked.value == question([1], "cloud", "en")
        assert sitting.model.seen == []
        output = await sitting.answer({"allow": True})
        assert sitting.pictures_sent == 1
        assert await sitting.garments() == ["overcoat"]
        assert output["messages"][-1].text
        assert output["degraded"] == []


async def test_a_photo_that_may_not_leave_is_named_by_the_house_and_the_answer_says_so(open_house):
    async with open_house(**ELSEWHERE, photos_leave=True) as services:
        sitting = Sitting(services)
        await sitting.send()
        output = await sitting.answer({"allow": False})
        assert sitting.model.seen == []
        assert output["degraded"] == [{"role": "caption", "model": "cloud", "reason": "photo kept here"}]
        assert output["messages"][-1].text


@pytest.mark.parametrize("allow", [True, False])
async def test_an_answer_for_good_is_not_asked_for_again(open_house, allow):
    async with open_house(**ELSEWHERE, photos_leave=True) as services:
        sitting = Sitting(services)
        await sitting.send()
        await sitting.answer({"allow": allow, "remember": True})
        again = await sitting.send(right=230)
        assert "__interrupt__" not in again
        assert sitting.pictures_sent == (2 if allow else 0)


async def test_where_the_operator_said_no_nobody_is_asked(open_house):
    async with open_house(**ELSEWHERE) as services:
        sitting = Sitting(services)
        output = await sitting.send()
        assert "__interrupt__" not in output
        assert sitting.model.seen == []
        assert [row["reason"] for row in output["degraded"]] == ["photo kept here"]


async def test_a_model_on_this_machine_sees_the_photo_without_a_question(open_house):
    here = {"models": {"cloud": "vllm:eyes@http://127.0.0.1:9/v1"}, "model_caption": "cloud"}
    async with open_house(**here) as services:
        sitting = Sitting(services)
        output = await sitting.send()
        assert sitting.pictures_sent == 1
        assert output["degraded"] == []


async def test_an_answer_that_is_none_can_be_given_again(open_house):
    async with open_house(**ELSEWHERE, photos_leave=True) as services:
        sitting = Sitting(services)
        await sitting.send()
        with pytest.raises(Exception, match="allow") as failed:
            await sitting.answer({"yes": 1})
        assert is_invalid_resume(failed.value)
        await sitting.answer({"allow": True})
        assert sitting.pictures_sent == 1


async def test_a_person_may_take_their_time(open_house, monkeypatch):
    async with open_house(**ELSEWHERE, photos_leave=True) as services:
        sitting = Sitting(services)
        await sitting.send()
        stopped = time.time
        monkeypatch.setattr(time, "time", lambda: stopped() + 3600)
        output = await sitting.answer({"allow": True})
        assert sitting.pictures_sent == 1
        assert output["degraded"] == []


@pytest.mark.parametrize(
    ("language", "words"), [("en", "photo 1 and photo 4"), ("fr", "la photo 1 et la photo 4"), ("zh", "照片 1和照片 4")]
)
def test_the_question_is_in_the_persons_language(language, words):
    assert words in question([1, 4], "cloud", language)["question"]
