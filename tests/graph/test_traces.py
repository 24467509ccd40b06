"""Each run leaves one JSON document: which node called which agent or tool, under which prompt."""

from typing import Any
from uuid import uuid4

from graph.running import finish, run_config, start
from prompts.loader import PROMPTED, load_prompt
from stores.caller import Caller
from tests.photos import red_square

WEDDING = "What do I wear to a wedding in Lyon on 12 June?"


def walk(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [run, *(inner for child in run["children"] for inner in walk(child))]


async def test_a_trace_shows_every_call_with_its_prompt(talk):
    run_id = str(uuid4())
    config = run_config(talk.caller, talk.thread, run_id, talk.services)
    await talk.services.graph.ainvoke({"messages": [{"role": "user", "content": WEDDING}]}, config)
    document = await talk.services.traces.read(talk.caller, talk.thread, run_id)
    runs = walk(document)
    names = {run["name"] for run in runs}
    assert {"recall", "understand", "settle", "style", "compose", "check", "merge", "remember"} <= names
    tools = {run["name"] for run in runs if run["run_type"] == "tool"}
    assert tools == {"read_weather", "read_event", "search_catalog"}
    asked = [run for run in runs if run["run_type"] == "chat_model" and run["metadata"].get("role") == "style"]
    assert asked[0]["metadata"]["prompt_version"] == load_prompt("style").version
    assert await talk.services.traces.read(Caller("somebody"), talk.thread, run_id) is None


async def test_every_role_is_asked_under_the_hash_of_its_prompt(talk):
    """One thread in which each role is asked; whoever answers, the call says under which prompt."""
    versions = {}
    photo = await talk.services.photos.add(talk.caller, red_square())
    wearing = [
        {"type": "text", "text": "What would you change about this outfit?"},
        {"type": "image", "file_id": photo.id},
    ]
    for said in (WEDDING, wearing):
        run_id = str(uuid4())
        config = run_config(talk.caller, talk.thread, run_id, talk.services)
        await talk.services.graph.ainvoke({"messages": [{"role": "user", "content": said}]}, config)
        document = await talk.services.traces.read(talk.caller, talk.thread, run_id)
        calls = [run["metadata"] for run in walk(document) if run["run_type"] == "chat_model"]
        versions |= {told["role"]: told["prompt_version"] for told in calls}
    assert versions == {role: load_prompt(role).version for role in PROMPTED}


async def test_a_thread_keeps_one_checkpoint_per_turn_and_its_empty_beginning(talk):
    services = talk.services
    await start(services, talk.thread)
    for _ in range(3):
        await talk.say("Recommend me an outfit")
        await finish(services, talk.thread)
    config = {"configurable": {"thread_id": talk.thread}}
    kept = [snapshot async for snapshot in services.graph.aget_state_history(config)]
    assert [len(snapshot.values.get("messages", [])) for snapshot in kept] == [6, 4, 2, 0]


async def test_nothing_of_the_caller_is_in_the_checkpoint_file(open_house, data_dir):
    async with open_house() as services:
        from tests.conftest import Talk

        talk = Talk(services, Caller("ada@example.org"))
        await talk.say("Recommend me an outfit")
    stored = b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file() and path.suffix == ".db")
    assert b"ada@example.org" not in stored
