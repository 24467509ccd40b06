"""Every way in which a backend fails, in every role, alone and in pairs: a whole answer in time, naming who failed."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from evals.scripted.script import FAULTS
from evals.scripted.server import open_backend
from graph.running import run_config
from stores.caller import Caller
from tests.conftest import Talk
from tests.photos import red_square

WEDDING = "What do I wear to a wedding in Lyon on 12 June? I'm a woman."
WORN = "I'm wearing a red skirt and an orange blouse to the office, how can I improve?"
GALA = "What do I wear to a gala? I'm a man, under 60 euros."  # for which nothing is found
SHOWN = "What goes with this?"
ALWAYS, WHEN_UNSURE = -1.0, 1.0
# What is said, when the model understands, and the roles that are then asked of a model.
PATHS = {
    "outfit": (WEDDING, ALWAYS, ("understand", "style", "merge")),
    "relook": (WORN, ALWAYS, ("understand", "critique", "advise", "merge")),
    "checked": (GALA, WHEN_UNSURE, ("style", "check", "merge")),
    "photo": (SHOWN, ALWAYS, ("understand", "caption", "critique", "advise", "merge")),
}
# A turn shares its processor with all that run beside it.
CALL_S, TURN_S, HANG_S, BESIDE = 2.0, 30.0, 60.0, 8


def lines(roles: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """So that any two faults of any two roles come together once: of two numbers a and b each role takes a + b times
    its own, by a prime number of faults."""
    prime = len(FAULTS)
    assert all(prime % other for other in range(2, prime)), "there are as many faults as a prime number"
    for a in range(prime):
        for b in range(prime):
            yield {role: FAULTS[(a + b * number) % prime] for number, role in enumerate(roles)}


def alone(roles: tuple[str, ...]) -> Iterator[dict[str, str]]:
    yield from ({role: fault} for role in roles for fault in FAULTS)


def forgiven(role: str, fault: str) -> bool:
    """Whether a reply is understood all the same: thoughts are left out, and a caption has no ids to invent."""
    return fault == "think" or (role, fault) == ("caption", "ids")


class Turns:
    """Turns against a scripted server, many at once; each role has a model of its own, as its fault tells."""

    def __init__(self, services, backend, path: str) -> None:
        self.services, self.backend = services, backend
        self.text, _, self.roles = PATHS[path]
        self.room = asyncio.Semaphore(BESIDE)

    async def all(self, faults: Iterator[dict[str, str]]) -> None:
        async with asyncio.TaskGroup() as group:
            for one in faults:
                group.create_task(self.turn(one))

    async def turn(self, faults: dict[str, str]) -> None:
        async with self.room:
            models = {f"model_{role}": f"{role}={fault}" for role, fault in faults.items()}
            talk = Talk(self.services, Caller(uuid4().hex))
            said = await self.said(talk)
            began = time.monotonic()
            output = await talk.say(said, model="good", **models)
            judge(faults, output, time.monotonic() - began)
            assert bool(output["looks"]) == (self.text != GALA), faults

    async def said(self, talk: Talk):
        if self.text != SHOWN:
            return self.text
        photo = await self.services.photos.add(talk.caller, red_square())
        return [{"type": "text", "text": self.text}, {"type": "image", "file_id": photo.id}]


def judge(faults, output, seconds) -> None:
    """Whoever is named was asked: nobody else is, but for those whose fault nothing comes of."""
    broken = {role for role, fault in faults.items() if not forgiven(role, fault)}
    assert {row["role"] for row in output["degraded"]} == broken, (faults, output["degraded"])
    assert seconds < TURN_S
    reply = output["messages"][-1].text
    assert len(reply) > 60, (faults, reply)
    assert reply.rstrip()[-1] in ".!?", (faults, reply)
    for lie in ("999", "[[", "think", "sorry", "{", "You write", "promise"):
        assert lie not in reply, (faults, reply)


@asynccontextmanager
async def failing(open_house, path):
    """Everything is loaded and was used once, so that no turn waits for it."""
    told = {"call_seconds": CALL_S, "turn_seconds": TURN_S, "call_retries": 1, "breaker_failures": 10**6}
    names = ["good", *(f"{role}={fault}" for role in PATHS[path][2] for fault in FAULTS)]
    async with open_backend(hang=HANG_S) as backend:
        models = {name: backend.spec(name) for name in names}
        async with open_house(models=models, unread_words=PATHS[path][1], **told) as services:
            turns = Turns(services, backend, path)
            for name in names:
                await asyncio.to_thread(services.models.model, name)
            await Talk(services).say(await turns.said(Talk(services)))
            yield turns


@pytest.mark.parametrize("path", PATHS)
async def test_a_fault_of_one_role_costs_nothing_but_its_own_answer(open_house, path):
    async with failing(open_house, path) as turns:
        await turns.turn({})
        assert {call.role for call in turns.backend.calls} == {*turns.roles}
        await turns.all(alone(turns.roles))


@pytest.mark.parametrize("path", ["relook", "checked"])
async def test_any_two_faults_come_together(open_house, path):
    async with failing(open_house, path) as turns:
        await turns.all(lines(turns.roles))


def test_the_pairs_are_all_there():
    roles = PATHS["relook"][2]
    together = {
        frozenset([(one, line[one]), (other, line[other])])
        for line in lines(roles)
        for one in roles
        for other in roles
        if one < other
    }
    assert len(together) == 6 * len(FAULTS) ** 2


async def test_a_price_in_a_stream_that_is_cut_reaches_nobody(open_house):
    async with open_backend() as backend, open_house(models={"m": backend.spec("merge=cut")}) as services:
        await Talk(services).say(WEDDING)
        talk = Talk(services)
        config = run_config(talk.caller, talk.thread, str(uuid4()), services)
        streamed, ids = "", set()
        async for part in services.graph.astream(
            {"messages": [{"role": "user", "content": WEDDING}]},
            config,
            context={"model": "m"},
            stream_mode="messages",
            version="v2",
        ):
            chunk, _ = part["data"]
            if chunk.type != "human":
                streamed += chunk.text
                ids.add(chunk.id)
        state = (await services.graph.aget_state(config)).values
    assert "999" not in streamed
    assert "999" not in str(state["messages"])
    assert streamed == state["messages"][-1].text
    assert len(ids) == 1
    assert [row["role"] for row in state["degraded"]] == ["merge"], state["degraded"]
    assert state["looks"]
    assert not any(call.streamed for call in backend.calls if call.role != "merge")
