from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.types import Command, interrupt
from pydantic import BaseModel

from stores.caller import Caller
from stores.checkpoints import begin, copy, open_checkpoints, pending, prune, rewind

Durability = Literal["sync", "exit"]
THREAD: RunnableConfig = {"configurable": {"thread_id": "t", "caller": Caller("ada@example.org")}}


class Secret(BaseModel):
    """A class that a checkpoint must not call into being."""

    word: str = "x"


@pytest.fixture
async def saver(tmp_path: Path) -> AsyncIterator[AsyncSqliteSaver]:
    async with open_checkpoints(tmp_path / "deep" / "checkpoints.db") as opened:
        yield opened


def build(saver: AsyncSqliteSaver) -> Any:
    async def think(state: MessagesState) -> dict[str, Any]:
        return {}

    async def answer(state: MessagesState) -> dict[str, Any]:
        said = str(state["messages"][-1].content)
        if said == "stop":
            said = interrupt("really?")
        if said == "secret":
            return {"messages": [AIMessage("hm", additional_kwargs={"held": Secret()})]}
        return {"messages": [AIMessage(f"to {said}")]}

    builder = StateGraph(MessagesState)
    builder.add_node("think", think)
    builder.add_node("answer", answer)
    builder.add_edge(START, "think")
    builder.add_edge("think", "answer")
    return builder.compile(checkpointer=saver)


async def say(graph: Any, text: str, durability: Durability, config: RunnableConfig = THREAD) -> None:
    await graph.ainvoke({"messages": [("human", text)]}, config, durability=durability)


async def history(graph: Any) -> list[list[str]]:
    """What was said at each checkpoint, newest first."""
    return [
        [message.content for message in state.values.get("messages", [])]
        async for state in graph.aget_state_history(THREAD)
    ]


@pytest.mark.parametrize("durability", ["sync", "exit"])
async def test_one_checkpoint_is_kept_per_turn_and_the_empty_first(
    saver: AsyncSqliteSaver, durability: Durability
) -> None:
    graph = build(saver)
    await begin(saver, "t")
    for text in ("a", "b"):
        await say(graph, text, durability)
        await prune(saver, "t")
    assert await history(graph) == [["a", "to a", "b", "to b"], ["a", "to a"], []]
    assert await prune(saver, "t") == 0
    async with saver.conn.execute("SELECT count(*) FROM writes") as cursor:
        assert await cursor.fetchone() == (0,)


async def test_pruning_late_comes_to_the_same(saver: AsyncSqliteSaver) -> None:
    graph = build(saver)
    await begin(saver, "t")
    for text, durability in (("a", "sync"), ("b", "exit"), ("c", "sync")):
        await say(graph, text, durability)  # type: ignore[arg-type]
    assert await prune(saver, "t") == 6
    assert [len(said) for said in await history(graph)] == [6, 4, 2, 0]


async def test_each_checkpoint_is_the_parent_of_the_next(saver: AsyncSqliteSaver) -> None:
    graph = build(saver)
    await begin(saver, "t")
    for text in ("a", "b"):
        await say(graph, text, "sync")
    await prune(saver, "t")
    states = [state async for state in graph.aget_state_history(THREAD)]
    for state, older in pairwise(states):
        assert state.parent_config["configurable"]["checkpoint_id"] == older.config["configurable"]["checkpoint_id"]


@pytest.mark.parametrize("durability", ["sync", "exit"])
@pytest.mark.parametrize("edited", [0, 1])
async def test_a_message_can_be_edited_and_both_branches_stay(
    saver: AsyncSqliteSaver, durability: Durability, edited: int
) -> None:
    graph = build(saver)
    await begin(saver, "t")
    for text in ("a", "b"):
        await say(graph, text, durability)
        await prune(saver, "t")
    states = [state async for state in graph.aget_state_history(THREAD)][::-1]
    back = states[edited].config["configurable"]["checkpoint_id"]
    await say(graph, "new", durability, {"configurable": {**THREAD["configurable"], "checkpoint_id": back}})
    await prune(saver, "t")
    kept = await history(graph)
    assert kept[0] == [*["a", "to a"][: 2 * edited], "new", "to new"]
    assert len(kept) == 4
    assert ["a", "to a", "b", "to b"] in kept


@pytest.mark.parametrize("durability", ["sync", "exit"])
async def test_a_turn_that_waits_for_an_answer_can_still_be_resumed(
    saver: AsyncSqliteSaver, durability: Durability
) -> None:
    graph = build(saver)
    await begin(saver, "t")
    await say(graph, "a", durability)
    await say(graph, "stop", durability)
    await prune(saver, "t")
    state = await graph.aget_state(THREAD)
    assert [waiting.value for waiting in state.interrupts] == ["really?"]
    await graph.ainvoke(Command(resume="yes"), THREAD, durability=durability)
    await prune(saver, "t")
    assert (await history(graph))[0][-1] == "to yes"
    assert ["a", "to a"] in await history(graph)


async def test_other_threads_are_not_touched_and_unknown_ones_are_nothing(saver: AsyncSqliteSaver) -> None:
    graph = build(saver)
    other: RunnableConfig = {"configurable": {"thread_id": "u"}}
    await say(graph, "a", "sync", other)
    await say(graph, "a", "sync")
    await prune(saver, "t")
    assert len([state async for state in graph.aget_state_history(other)]) == 4
    assert await prune(saver, "nobody") == 0


async def test_a_class_in_a_checkpoint_is_not_called(saver: AsyncSqliteSaver) -> None:
    graph = build(saver)
    await say(graph, "secret", "sync")
    message = (await graph.aget_state(THREAD)).values["messages"][-1]
    assert message.additional_kwargs["held"] == {"word": "x"}


async def test_the_caller_is_not_written(saver: AsyncSqliteSaver, tmp_path: Path) -> None:
    await say(build(saver), "a", "sync")
    stored = b"".join(path.read_bytes() for path in (tmp_path / "deep").iterdir())
    assert b"example.org" not in stored
    assert Caller("ada@example.org").key.encode() not in stored


async def test_the_file_is_in_wal_mode(saver: AsyncSqliteSaver) -> None:
    async with saver.conn.execute("PRAGMA journal_mode") as cursor:
        assert await cursor.fetchone() == ("wal",)
    async with saver.conn.execute("PRAGMA synchronous") as cursor:
        assert await cursor.fetchone() == (1,)


@pytest.mark.parametrize("durability", ["exit", "sync"])
async def test_a_run_taken_back_leaves_the_question_that_it_answered(
    saver: AsyncSqliteSaver, durability: Durability
) -> None:
    graph = build(saver)
    await say(graph, "stop", durability)
    asked, before = await graph.aget_state(THREAD), await pending(saver, "t")
    assert before.writes
    answering: RunnableConfig = THREAD | {"metadata": {"run_id": "r"}}
    await graph.ainvoke(Command(resume="yes"), answering, durability=durability)
    assert (await graph.aget_state(THREAD)).next == ()
    await rewind(saver, "t", "r", before)
    assert await graph.aget_state(THREAD) == asked
    assert await pending(saver, "t") == await pending(saver, "t", before.checkpoint) == before
    await graph.ainvoke(Command(resume="no"), THREAD, durability=durability)
    assert await history(graph) and (await history(graph))[0] == ["stop", "to no"]


async def test_a_copied_thread_holds_the_same_and_stays_when_the_first_goes(saver: AsyncSqliteSaver) -> None:
    graph = build(saver)
    await say(graph, "a", "exit")
    await say(graph, "stop", "exit")
    await copy(saver, "t", "u")
    await saver.adelete_thread("t")
    there: RunnableConfig = {"configurable": {"thread_id": "u"}}
    assert (await graph.aget_state(there)).interrupts
    await graph.ainvoke(Command(resume="yes"), there)
    assert [m.content for m in (await graph.aget_state(there)).values["messages"]] == ["a", "to a", "stop", "to yes"]
    assert (await pending(saver, "t")).checkpoint is None
