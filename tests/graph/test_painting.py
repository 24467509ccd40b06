"""Previews that a model paints, through whole turns, by a WebUI that is on this machine or made out to be elsewhere."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest
from langgraph.types import Command

from graph.consent import question
from graph.previewing import draw, is_reserved
from graph.running import run_config
from graph.services import Services, build_tools
from stores.caller import LOCAL
from stores.vocabulary import Look
from tests.agents.scripted import Scripted
from tests.conftest import Talk
from tests.figures import photo
from tests.photos import red_square
from tests.tools.preview.fake_webui import FakeWebUI
from tools.preview.notes import note_of
from tools.preview.scene import build_scene

EYES = {"models": {"eyes": "vllm:eyes@http://127.0.0.1:9/v1"}, "model_caption": "eyes"}
ADULT = {"garments": [], "people": "one", "minors": "none"}
WISH = "A casual look for a man: a sweater, jeans and sneakers, no coat"
ON_ME = [{"type": "text", "text": "Show me a preview of the first one on this photo"}]


def colours_of(look: Look) -> str:
    """The look's colours as the fake server paints them."""
    seen = {zone: piece.hex or "#808080" for zone, piece in build_scene(look, {}).outermost().items()}
    whole = seen.get("whole", "#808080")
    return ",".join([seen.get("upper", whole), seen.get("lower", whole), seen.get("feet", "#5a3a22")])


class Sitting:
    """A person with one look before them and a photo to be dressed on."""

    def __init__(self, services: Services, server: FakeWebUI) -> None:
        self.services, self.server, self.talk = services, server, Talk(services)
        self.look: Look | None = None

    async def begin(self, caption: dict[str, Any] = ADULT) -> None:
        self.eyes = Scripted(script=[json.dumps(caption)] * 6)
        self.services.models._loaded["eyes"] = self.eyes
        output = await self.talk.say(WISH)
        self.look = Look.model_validate(output["looks"][0])
        self.server.answers = [colours_of(self.look)]

    async def on_photo(self, jpeg: bytes) -> dict[str, Any]:
        sent = await self.services.photos.add(LOCAL, jpeg)
        return await self.talk.say([*ON_ME, {"type": "image", "file_id": sent.id}])

    async def answer(self, value: Any) -> dict[str, Any]:
        config = run_config(LOCAL, self.talk.thread, str(uuid4()), self.services)
        output: dict[str, Any] = await self.services.graph.ainvoke(Command(resume=value), config, durability="sync")
        return output


@pytest.fixture
def sitting(open_house: Any) -> Any:
    @asynccontextmanager
    async def opened(*, here: bool = True, **changes: Any) -> AsyncIterator[Sitting]:
        async with FakeWebUI(["500"]).serving() as server:
            settings = {**EYES, "preview": f"webui:{server.url}", "preview_seconds": 20, **changes}
            async with open_house(**settings) as services:
                if services.painter:
                    services.painter.here = here
                yield Sitting(services, server)

    return opened


async def test_a_look_is_tried_on_and_the_same_again_is_the_same_picture(sitting: Any) -> None:
    async with sitting() as one:
        await one.begin()
        output = await one.on_photo(photo())
        preview = output["preview"]
        assert (preview["kind"], preview["ai_generated"], preview["note"]) == ("tryon", True, None)
        assert preview["label"] == "AI-generated image" and output["degraded"] == []
        png = await one.services.previews.read(LOCAL, preview["id"])
        assert png is not None and b"compositeWithTrainedAlgorithmicMedia" in png
        again = await one.talk.say("Show me the preview of the first one on image 1")
        assert again["preview"]["id"] == preview["id"] and len(one.server.orders) == 1
        assert output["messages"][-1].text


async def test_without_a_photo_somebody_is_invented(sitting: Any) -> None:
    async with sitting() as one:
        await one.begin()
        output = await one.talk.say("Show me a preview of the first one")
        assert (output["preview"]["kind"], output["preview"]["ai_generated"]) == ("generated", True)
        assert one.server.paths == ["/sdapi/v1/txt2img"]


async def test_steps_are_streamed_while_it_is_painted(sitting: Any) -> None:
    async with sitting() as one:
        await one.begin()
        config = run_config(LOCAL, one.talk.thread, str(uuid4()), one.services)
        turn = {"messages": [{"role": "user", "content": "Show me a preview of the first one"}]}
        steps = [step async for step in one.services.graph.astream(turn, config, stream_mode="custom")]
        assert steps == [{"kind": "preview", "step": step, "attempt": 1} for step in ("painting", "checking")]


@pytest.mark.parametrize(
    ("caption", "missing"),
    [
        ({"people": "none"}, "no person"),
        ({"people": "several", "minors": "none"}, "several"),
        ({"people": "one", "minors": "some"}, "minor"),
        ({"people": "one"}, "unseen"),
        ({}, "unseen"),
    ],
)
async def test_who_may_not_be_dressed_gets_a_board_and_a_kind_word(sitting: Any, caption: Any, missing: str) -> None:
    async with sitting() as one:
        await one.begin({"garments": [], **caption})
        output = await one.on_photo(photo())
        assert (output["preview"]["kind"], output["preview"]["note"]) == ("board", note_of(missing, "en"))
        assert one.server.orders == [] and output["degraded"] == []


async def test_a_photo_without_a_figure_is_not_painted_on_whatever_the_model_says(sitting: Any) -> None:
    async with sitting() as one:
        await one.begin()
        output = await one.on_photo(red_square())
        assert output["preview"]["note"] == note_of("no person", "en")
        assert one.server.orders == []


async def test_without_eyes_nobody_is_dressed(sitting: Any) -> None:
    async with sitting(model_caption="house") as one:
        await one.begin()
        output = await one.on_photo(photo())
        assert output["preview"]["note"] == note_of("unseen", "en")


async def test_a_painter_that_fails_or_paints_wrongly_is_degraded(sitting: Any) -> None:
    async with sitting() as one:
        await one.begin()
        one.server.answers = ["#00ff00,#00ff00,#00ff00"]
        output = await one.on_photo(photo())
        assert output["preview"]["note"] == note_of("not kept", "en")
        assert output["degraded"] == [{"role": "preview", "model": "webui", "reason": "not kept: colour"}]
        one.server.answers = ["html"]
        output = await one.talk.say("Show me the preview of the first one on image 1")
        assert output["preview"]["kind"] == "board"
        assert output["degraded"][0]["reason"] == "not painted: answer is no JSON"


async def test_a_photo_leaves_only_after_its_owner_said_so(sitting: Any) -> None:
    async with sitting(here=False, photos_leave=True) as one:
        await one.begin()
        stopped = await one.on_photo(photo())
        (asked,) = stopped["__interrupt__"]
        assert asked.value == question([1], "webui", "en", "preview")
        assert one.server.orders == []
        output = await one.answer({"allow": True})
        assert output["preview"]["kind"] == "tryon"


async def test_a_photo_that_may_not_leave_stays(sitting: Any) -> None:
    async with sitting(here=False, photos_leave=True) as one:
        await one.begin()
        await one.on_photo(photo())
        output = await one.answer({"allow": False})
        assert output["preview"]["note"] == note_of("kept here", "en")
        assert one.server.orders == [] and output["degraded"] == []


async def test_where_the_operator_said_no_nobody_is_asked(sitting: Any) -> None:
    async with sitting(here=False) as one:
        await one.begin()
        output = await one.on_photo(photo())
        assert "__interrupt__" not in output and output["preview"]["note"] == note_of("kept here", "en")


async def test_with_boards_alone_a_named_photo_is_answered_with_a_word(sitting: Any) -> None:
    async with sitting(preview="board") as one:
        await one.begin()
        output = await one.on_photo(photo())
        assert (output["preview"]["kind"], output["preview"]["note"]) == ("board", note_of("no painter", "en"))
        assert (await one.talk.say("preview"))["preview"]["note"] is None


async def test_outside_a_turn_nobody_is_asked_and_the_profile_decides(sitting: Any) -> None:
    async with sitting(here=False, photos_leave=True) as one:
        await one.begin()
        await one.services.photos.add(LOCAL, photo())
        assert one.look is not None
        kept = await draw(one.services, LOCAL, one.look, 1)
        assert kept.preview.note == note_of("kept here", "en")
        one.services.painter.here = True
        assert (await draw(one.services, LOCAL, one.look, 1)).preview.kind == "tryon"


async def test_underwear_is_never_painted(sitting: Any) -> None:
    async with sitting() as one:
        await one.begin()
        assert one.look is not None and not is_reserved(one.look, {})
        swim = one.look.items[0].model_copy(update={"category": "swim_shorts"})
        look = one.look.model_copy(update={"items": [swim, *one.look.items[1:]]})
        drawn = await draw(one.services, LOCAL, look)
        assert (drawn.preview.kind, drawn.preview.note) == ("board", note_of("reserved", "en"))
        assert build_tools(one.services)["make_preview"].name == "make_preview"
