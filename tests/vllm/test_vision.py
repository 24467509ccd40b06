"""Real vLLM over a tiny random Llava: it sees a photo, and says of it what the schema lets it say."""

import time
from typing import Any

from langchain_core.language_models import BaseChatModel

from agents.ask import Desk, messages_of
from agents.captions import MOST_GARMENTS
from agents.contracts import CaptionRequest
from agents.models import Models
from agents.roles import Agents
from graph.captions import Captioner, data_uri
from prompts.loader import load_prompt
from stores.vocabulary import ROLES, Brief
from tests.conftest import Talk
from tests.photos import red_square
from tests.vllm.serving import Vllm
from tools.pixels import look

KIND = "vision"
LONG_S = 120.0
TRIES = 4
PIECES = 16  # of a picture of 32 pixels, each 8 wide


def agents(models: Models) -> Agents:
    return Agents(Desk(models, dict.fromkeys(ROLES, "tiny"), time.time() + LONG_S, LONG_S), {})


async def test_a_photo_reaches_the_model(model: BaseChatModel) -> None:
    request, prompt = CaptionRequest(photo=1, measured=[], categories=["coat"]), load_prompt("caption")
    blind, seeing = [
        await model.ainvoke(messages_of(request, prompt, photos), max_tokens=3)
        for photos in ([], [data_uri(red_square())])
    ]
    assert seeing.usage_metadata["input_tokens"] - blind.usage_metadata["input_tokens"] == PIECES


async def test_the_captioner_has_it_describe_what_was_measured(models: Models) -> None:
    captioner = Captioner(agents(models), Brief(intent="wardrobe"), may_see=True)
    captions = [await captioner.caption(1, look(red_square()), red_square()) for _ in range(TRIES)]
    assert {one.reason for one in captioner.failures} <= {"invalid reply"}  # too long, by chance
    assert len(captioner.failures) < TRIES
    assert all(len(caption.garments) <= MOST_GARMENTS for caption in captions)


async def test_a_turn_with_a_photo_ends_complete(server: Vllm, open_house: Any) -> None:
    async with open_house(model_caption=server.spec, call_seconds=LONG_S, turn_seconds=LONG_S) as services:
        talk = Talk(services)
        photo = await services.photos.add(talk.caller, red_square())
        seen = server.counted("request_success_total")
        output = await talk.say(
            [
                {"type": "text", "text": "What goes with this skirt?"},
                {"type": "image", "file_id": photo.id},
            ]
        )
    assert server.counted("request_success_total") > seen
    assert {(row["role"], row["reason"]) for row in output["degraded"]} <= {("caption", "invalid reply")}
    assert output["messages"][-1].text and output["looks"]
