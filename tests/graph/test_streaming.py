"""What a client sees while a turn runs."""

from uuid import uuid4

from graph.running import run_config
from stores.caller import Caller
from tests.agents.scripted import Scripted

TEXT = "What do I wear to a wedding in Lyon on 12 June? Under 150 euros, I like green."


async def test_every_token_is_the_mergers_and_together_they_are_the_reply(talk):
    services = talk.services
    config = run_config(talk.caller, talk.thread, str(uuid4()), services)
    tokens, nodes, ids = "", set(), set()
    async for part in services.graph.astream(
        {"messages": [{"role": "user", "content": TEXT}]}, config, stream_mode="messages", version="v2"
    ):
        chunk, metadata = part["data"]
        if chunk.type == "human":
            continue
        tokens += chunk.text
        nodes.add(metadata["langgraph_node"])
        ids.add(chunk.id)
    last = (await services.graph.aget_state(config)).values["messages"][-1]
    assert nodes == {"merge"}
    assert ids == {last.id}
    assert tokens == last.text
    assert len(tokens) > 100


async def test_the_same_turn_is_the_same_answer_for_whoever_is_as_little_known(services):
    from tests.conftest import Talk

    first, second = [await Talk(services, Caller(name)).say(TEXT) for name in ("ada", "bea")]
    for key in ("brief", "conditions", "looks"):
        assert first[key] == second[key]
    assert first["messages"][-1].text == second["messages"][-1].text


async def test_nothing_of_a_thought_that_was_never_opened_is_streamed(open_house):
    thought = "They want a guest who is seen. Sage would be the safe choice here.</think>"
    async with open_house(models={"m": "vllm:m@http://localhost:1/v1"}, model_merge="m") as services:
        services.models._loaded["m"] = Scripted(script=[f"{thought}\nWear [[1.1.name]], and enjoy it."])
        config = run_config(Caller("ada"), "t", str(uuid4()), services)
        streamed = ""
        async for part in services.graph.astream(
            {"messages": [{"role": "user", "content": TEXT}]}, config, stream_mode="messages", version="v2"
        ):
            chunk, _ = part["data"]
            streamed += chunk.text if chunk.type != "human" else ""
        state = (await services.graph.aget_state(config)).values
    assert streamed.startswith("Wear the ") and streamed.endswith(", and enjoy it.")
    assert state["messages"][-1].text == streamed
    assert state["degraded"] == []
