"""Chat models in process: real ones of transformers, tiny. A random one has nothing to say; one says what it learnt."""

import asyncio
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("transformers", reason="`make local-test` runs these, in an environment with torch")

from langchain_core.messages import HumanMessage, SystemMessage

from agents.ask import Answer, Desk, ask
from agents.contracts import CaptionRequest, UnderstandRequest
from agents.in_process import InProcess
from agents.models import HOUSE, Models, UnknownModel, load_model
from agents.roles import Agents
from graph.captions import data_uri
from prompts.loader import load_prompt
from stores.vocabulary import ROLES, Brief
from tests.conftest import Talk
from tests.local import chats
from tests.photos import red_square

pytestmark = [pytest.mark.local, pytest.mark.filterwarnings("ignore")]

ASKED = [SystemMessage("You are a stylist."), HumanMessage("What do I wear, 外套?")]
WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman, under 300 euros."
REQUEST = UnderstandRequest(text=WEDDING, today=date(2027, 5, 3))
GOOD = ["Sure!\n", '{"intent":', ' "smalltalk"', ', "text":', ' "hello"}']
WRONG = ['{"intent"', ': "dancing"', "} Enjoy!"]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    at = tmp_path_factory.mktemp("chats")
    return {
        "text": chats.random_text(at / "text"),
        "eyes": chats.random_eyes(at / "eyes"),
        "knows": chats.by_heart(at / "knows", GOOD),
        "learns": chats.by_heart(at / "learns", WRONG, GOOD),
        "never": chats.by_heart(at / "never", WRONG, ["I cannot"]),
    }


@pytest.fixture(scope="module")
def load(folders: dict[str, Path]) -> Callable[[str], InProcess]:
    """A model of a folder, loaded once."""
    loaded: dict[str, InProcess] = {}

    def of(name: str) -> InProcess:
        if name not in loaded:
            model = load_model(f"hf:{folders[name]}")
            assert isinstance(model, InProcess)
            model.load()
            loaded[name] = model
        return loaded[name]

    return of


def desk(model: InProcess, seconds: float = 60) -> Desk:
    models = Models({HOUSE: HOUSE, "ours": "hf:ours"}, _loaded={"ours": model})
    return Desk(models, dict.fromkeys(ROLES, "ours"), time.time() + 60, call_seconds=seconds)


async def understood(model: InProcess, seconds: float = 60) -> Answer[Brief]:
    return await ask(REQUEST, Brief, load_prompt("understand"), desk(model, seconds))


async def test_it_says_the_same_at_once_and_piece_by_piece_and_counts(load: Any) -> None:
    model, how = load("text"), {"max_tokens": 60, "do_sample": False}
    whole = await model.ainvoke(ASKED, **how)
    chunks = [chunk async for chunk in model.astream(ASKED, **how)]
    assert whole.text == "".join(chunk.text for chunk in chunks) == model.invoke(ASKED, **how).text
    assert len([chunk for chunk in chunks if chunk.text]) > 5
    assert whole.usage_metadata["output_tokens"] <= 60 < whole.usage_metadata["total_tokens"]
    (spent,) = [chunk.usage_metadata for chunk in chunks if chunk.usage_metadata]
    assert spent == whole.usage_metadata


async def test_the_loop_goes_on_while_it_speaks(load: Any) -> None:
    late, last = 0.0, time.monotonic()
    speaking = asyncio.create_task(load("text").ainvoke(ASKED, max_tokens=300, min_new_tokens=300))
    while not speaking.done():
        await asyncio.sleep(0.005)
        late, last = max(late, time.monotonic() - last), time.monotonic()
    assert speaking.result().usage_metadata["output_tokens"] == 300
    assert late < 0.25


async def test_who_stops_listening_stops_it(load: Any) -> None:
    model = load("text")
    speaking = asyncio.create_task(model.ainvoke(ASKED, max_tokens=12_000, min_new_tokens=12_000))
    waiting = asyncio.create_task(model.ainvoke(ASKED, max_tokens=12_000, min_new_tokens=12_000))
    await asyncio.sleep(0.3)
    assert not speaking.done()
    for task in (speaking, waiting):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with asyncio.timeout(5):
        assert (await model.ainvoke(ASKED, max_tokens=2)).usage_metadata["output_tokens"] == 2


async def test_a_call_past_its_time_is_a_timeout_and_the_next_one_is_heard(load: Any) -> None:
    answer = await understood(load("text"), seconds=0.2)
    assert (answer.model, answer.failure.reason) == (HOUSE, "timeout")
    async with asyncio.timeout(5):
        assert (await load("text").ainvoke(ASKED, max_tokens=2)).usage_metadata["output_tokens"] == 2


async def test_json_is_found_in_what_it_says(load: Any) -> None:
    answer = await understood(load("knows"))
    assert (answer.model, answer.failure) == ("ours", None)
    assert (answer.reply.intent, answer.reply.text) == ("smalltalk", "hello")
    assert answer.usage["output_tokens"] == len(GOOD) + 1


async def test_a_wrong_reply_is_asked_for_once_more(load: Any) -> None:
    answer = await understood(load("learns"))
    assert (answer.model, answer.failure, answer.reply.intent) == ("ours", None, "smalltalk")


async def test_then_the_house_answers(load: Any) -> None:
    answer = await understood(load("never"))
    assert (answer.model, answer.failure.reason) == (HOUSE, "invalid reply")
    assert answer.reply.occasion == "wedding"


async def test_the_schema_stands_before_the_question(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    model, read = load("knows"), []
    templated = model._model._templated
    monkeypatch.setattr(model._model, "_templated", lambda turns: read.append(turns) or templated(turns))
    await understood(model)
    system, human = read[0]
    assert system["content"].startswith(load_prompt("understand").text) and '"intent"' in system["content"]
    assert json.loads(human["content"])["text"] == WEDDING


async def test_a_template_without_a_system_is_given_its_words_with_the_question(tmp_path: Path) -> None:
    model = load_model(f"hf:{chats.by_heart(tmp_path / 'plain', GOOD, knows_system=False)}")
    assert (await model.ainvoke(ASKED)).text == "".join(GOOD)


async def test_a_photo_reaches_a_model_that_sees(load: Any) -> None:
    agents = Agents(desk(load("eyes")), {})
    request = CaptionRequest(photo=1, measured=[], categories=["coat"])
    shown = [HumanMessage([{"type": "text", "text": "What is it?"}, picture()])]
    blind = [HumanMessage([{"type": "text", "text": "What is it?"}])]
    seen, unseen = [await load("eyes").ainvoke(messages, max_tokens=3) for messages in (shown, blind)]
    assert seen.usage_metadata["input_tokens"] - unseen.usage_metadata["input_tokens"] == 16
    answer = await agents.caption(request, [data_uri(red_square())])
    assert answer.failure.reason in {"invalid reply", "timeout"}


def picture() -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": data_uri(red_square())}}


async def test_a_model_of_text_is_no_captioner(load: Any) -> None:
    request = CaptionRequest(photo=1, measured=[], categories=["coat"])
    answer = await Agents(desk(load("text")), {}).caption(request, [data_uri(red_square())])
    assert (answer.model, answer.failure.reason) == (HOUSE, "error: Sightless")


async def test_a_conversation_that_is_too_long_is_a_reason(load: Any) -> None:
    with pytest.raises(ValueError, match="32768"):
        await load("text").ainvoke([HumanMessage("外套" * 20_000)])


async def test_a_turn_ends_complete_and_says_who_did_not_answer(open_house: Any, folders: dict[str, Path]) -> None:
    spec = f"hf:{folders['text']}"
    async with open_house(model=spec, unread_words=-1, call_seconds=2, turn_seconds=8) as services:
        await services.warm()
        assert services.models.model(spec)._model is not None
        output = await Talk(services).say(WEDDING)
    assert output["messages"][-1].text and output["looks"]
    assert {row["model"] for row in output["degraded"]} == {spec}
    assert {row["role"] for row in output["degraded"]} >= {"understand", "style"}


async def test_photos_do_not_leave_for_a_model_in_this_process(open_house: Any, folders: dict[str, Path]) -> None:
    async with open_house(model_caption=f"hf:{folders['eyes']}", call_seconds=2, turn_seconds=8) as services:
        talk = Talk(services)
        photo = await services.photos.add(talk.caller, red_square())
        text = {"type": "text", "text": "What goes with this skirt?"}
        output = await talk.say([text, {"type": "image", "file_id": photo.id}])
    assert [row["role"] for row in output["degraded"]] == ["caption"]
    assert output["degraded"][0]["reason"] != "photo kept here" and output["looks"]


@pytest.mark.parametrize("fault", ["config", "weights", "code"])
def test_what_is_no_model_says_so_at_once(tmp_path: Path, fault: str) -> None:
    folder = chats.by_heart(tmp_path / "model", ["hi"])
    if fault == "code":
        config = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps(config | {"auto_map": {"AutoModel": "strange.Model"}}))
    else:
        (folder / {"config": "config.json", "weights": "model.safetensors"}[fault]).unlink()
    with pytest.raises(UnknownModel, match=str(folder)):
        load_model(f"hf:{folder}")
