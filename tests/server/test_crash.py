"""The process dies again and again in the middle of everything: nothing said is lost, doubled, or left unanswered."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args
from uuid import uuid4

import httpx
from langgraph_sdk.client import LangGraphClient

from server.live import Place
from tests.server.processes import serving, until

KILLS = 15
LONGEST_S = 0.45  # from the first request of a life to its end; a turn takes a tenth of that once all is warm
TEXTS = ("a navy coat", "cheaper", "only shoes", "should I wear a hat?", "what do I wear to a wedding in Lyon?")

Way = Literal["create", "wait", "stream"]
WAYS: Sequence[Way] = get_args(Way)


@dataclass
class Message:
    """What a person said, how they asked for its answer, and what they have heard of it over all lives of the server.

    A message without a thread is said on one of its own, which has to go with the run.
    """

    thread_id: str | None
    text: str
    way: Way
    id: str = field(default_factory=lambda: str(uuid4()))
    run_id: str | None = None
    heard: list[Any] = field(default_factory=list)

    @property
    def input(self) -> dict[str, Any]:
        return {"messages": [{"role": "user", "content": self.text, "id": self.id}]}

    @property
    def told(self) -> bool:
        """Whether nothing is left to hear."""
        return bool(self.run_id) and (self.way != "stream" or (bool(self.heard) and self.heard[-1].event == "end"))

    def began(self, run: Any) -> None:
        self.run_id = run["run_id"]

    async def pursue(self, client: LangGraphClient) -> None:
        """Says it where the server may not have heard it; hears the rest, from the last event on."""
        if self.run_id is None:
            try:
                await self._say(client)
            except httpx.HTTPStatusError as error:  # it had been heard, and only the answer to that was lost
                assert error.response.status_code == 409
                assert self.thread_id
                runs = await client.runs.list(self.thread_id, limit=1000)
                self.run_id = next(run["run_id"] for run in runs if said_in(run) == self.id)
        if not self.told:
            assert self.thread_id
            assert self.run_id
            last = self.heard[-1].id if self.heard else "-1"
            async for part in client.runs.join_stream(self.thread_id, self.run_id, last_event_id=last):
                self.heard.append(part)

    async def _say(self, client: LangGraphClient) -> None:
        options: Any = {"input": self.input, "if_not_exists": "create", "on_run_created": self.began}
        match self.way:
            case "create":
                await client.runs.create(self.thread_id, "stylist", **options)
            case "wait":
                await client.runs.wait(self.thread_id, "stylist", **options)
            case "stream":
                options |= {"stream_mode": ["values", "messages-tuple"], "stream_resumable": True}
                async for part in client.runs.stream(self.thread_id, "stylist", **options):
                    self.heard.append(part)


def said_in(run: Any) -> str:
    return str(run["kwargs"]["input"]["messages"][0]["id"])


async def test_nothing_is_lost_or_doubled_however_often_the_process_is_killed(data_dir: Path) -> None:
    chance, messages = Random(7), list[Message]()
    threads = [str(uuid4()) for _ in WAYS]
    for life in range(KILLS):
        messages += [Message(thread, chance.choice(TEXTS), WAYS[(life + n) % 3]) for n, thread in enumerate(threads)]
        messages.append(Message(None, chance.choice(TEXTS), "create"))
        with serving(data_dir) as served:
            async with served.client() as client:
                asking = asyncio.gather(*[message.pursue(client) for message in messages if not message.told])
                await asyncio.wait({asking}, timeout=chance.uniform(0, LONGEST_S))
                served.kill()
                asking.cancel()  # or the clients would try for seconds to reach it
                with suppress(asyncio.CancelledError):
                    await asking
    with serving(data_dir) as served:
        async with served.client() as client:
            await asyncio.gather(*[message.pursue(client) for message in messages if message.thread_id])
            await until(lambda: at_rest(client))
            for thread in threads:
                said = [message for message in messages if message.thread_id == thread]
                await check_thread(client, thread, said)
                answer: Any = await client.runs.wait(thread, "stylist", input=Message(thread, TEXTS[0], "wait").input)
                assert answer["looks"]
            left = {found["thread_id"] for found in await client.threads.search(limit=1000)}
            assert left == set(threads)


async def at_rest(client: LangGraphClient) -> bool:
    return not await client.threads.search(status="busy", limit=1)


async def check_thread(client: LangGraphClient, thread_id: str, said: list[Message]) -> None:
    """Each message has one run; answered, it stands once in the thread with its reply; else the run says why."""
    runs = {run["run_id"]: run for run in reversed(await client.runs.list(thread_id, limit=1000))}
    assert sorted(runs) == sorted(message.run_id or "" for message in said)
    assert {run["status"] for run in runs.values()} <= {"success", "error"}
    answered = [said_in(run) for run in runs.values() if run["status"] == "success"]
    state: Any = (await client.threads.get_state(thread_id))["values"]
    assert [message["id"] for message in state["messages"][::2]] == answered
    assert all(message["type"] == "ai" and message["content"] for message in state["messages"][1::2])
    for message in said:
        assert message.run_id
        result: Any = await client.runs.join(thread_id, message.run_id)
        if message.id not in answered:
            assert result["__error__"]["error"] == "RunGivenUp"
        if message.way == "stream":
            check_stream(message.heard, result)


def check_stream(heard: list[Any], result: Any) -> None:
    """Every event came once and in order, over all attempts, and what came last is how it ended."""
    places = [Place.read(part.id) for part in heard]
    assert all(one < next_one for one, next_one in pairwise(places))
    assert [part.event for part in heard].count("end") == 1
    assert heard[-1].event == "end"
    if "__error__" not in result:
        assert [part.data for part in heard if part.event == "values"][-1]["messages"] == result["messages"]
