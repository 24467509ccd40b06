"""Every way in which a backend fails, in every role, alone and in pairs: a whole answer in time, naming who failed.

Every fourth of the lines that hold the pairs is played, which has every fault in every role; `make faults` plays all.
"""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import asynccontextmanager
from itertools import combinations, islice
from typing import NamedTuple
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
GALA = "What do I wear to a gala? I'm a man, under 60 euros."
HUNG = "Add this to my wardrobe, and dress me for a gala"
COAT = "A wool coat under 5 euros"
ALWAYS, WHEN_UNSURE = -1.0, 1.0


class Turn(NamedTuple):
    """What is said, the roles that a model is then asked for, and whether anything is found for it."""

    text: str
    roles: tuple[str, ...]
    photo: bool = False
    finds: bool = True


OUTFIT = Turn(WEDDING, ("understand", "style", "merge"))
PHOTO = Turn("What goes with this?", ("caption", "critique", "advise", "merge"), photo=True)
NOTHING = Turn(GALA, ("style", "check", "merge"), finds=False)
# When the model understands, and what is said one after the other: every two roles are asked in one turn, or where no
# turn asks both, in one talk.
TALKS: dict[str, tuple[float, tuple[Turn, ...]]] = {
    "outfit, relook": (ALWAYS, (OUTFIT, Turn(WORN, ("understand", "critique", "advise", "merge")))),
    "photo, hard to read": (
        ALWAYS, (Turn(PHOTO.text, ("understand", "caption", "advise", "merge"), photo=True),)
    ),
    "search": (ALWAYS, (Turn(COAT, ("understand", "check", "merge"), finds=False),)),
    "nothing": (WHEN_UNSURE, (NOTHING,)),
    "relook, nothing": (
        WHEN_UNSURE, (Turn(f"{WORN} Under 5 euros.", ("critique", "advise", "check", "merge"), finds=False),)
    ),
    "photo": (WHEN_UNSURE, (PHOTO,)),
    "photo, search": (WHEN_UNSURE, (Turn(COAT, ("caption", "check", "merge"), photo=True, finds=False),)),
    "photo, outfit": (WHEN_UNSURE, (Turn(HUNG, ("caption", "style", "merge"), photo=True),)),
}  # fmt: skip
ONE_BY_ONE = {"understand": (ALWAYS, OUTFIT), "caption": (WHEN_UNSURE, PHOTO), "check": (WHEN_UNSURE, NOTHING)}
# A turn shares its processor with all that run beside it, and one look is as good as three here.
CALL_S, TURN_S, HANG_S, BESIDE = 3.0, 30.0, 60.0, 6
BRIEFLY = {"looks": 1, "check_rounds": 1}
PLAYED = 1 if os.environ.get("FAULT_PAIRS") == "all" else 4


def roles_of(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for turn in turns for role in turn.roles))


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


class People:
    """People who talk to a scripted server, many at once; each role has a model of its own, as its fault tells."""

    def __init__(self, services, backend) -> None:
        self.services, self.backend = services, backend
        self.room = asyncio.Semaphore(BESIDE)

    async def all(self, turns: tuple[Turn, ...], faults: Iterator[dict[str, str]]) -> None:
        async with asyncio.TaskGroup() as group:
            for one in faults:
                group.create_task(self.talk(turns, one))

    async def talk(self, turns: tuple[Turn, ...], faults: dict[str, str]) -> None:
        async with self.room:
            talk = Talk(self.services, Caller(uuid4().hex))
            for turn in turns:
                models = {f"model_{role}": f"{role}={fault}" for role, fault in faults.items() if role in turn.roles}
                said = await self.said(talk, turn)
                began = time.monotonic()
                output = await talk.say(said, model="good", **models, **BRIEFLY)
                judge(turn, faults, output, time.monotonic() - began)

    async def said(self, talk: Talk, turn: Turn):
        if not turn.photo:
            return turn.text
        photo = await self.services.photos.add(talk.caller, red_square())
        return [{"type": "text", "text": turn.text}, {"type": "image", "file_id": photo.id}]


def judge(turn: Turn, faults, output, seconds) -> None:
    """Whoever is named was asked: nobody else is, but for those whose fault nothing comes of."""
    broken = {role for role in turn.roles if role in faults and not forgiven(role, faults[role])}
    assert {row["role"] for row in output["degraded"]} == broken, (faults, output["degraded"])
    assert bool(output["looks"]) == turn.finds, faults
    assert seconds < TURN_S
    reply = output["messages"][-1].text
    assert len(reply) > 60, (faults, reply)
    assert reply.rstrip()[-1] in ".!?", (faults, reply)
    for lie in ("999", "[[", "think", "sorry", "{", "You write", "promise"):
        assert lie not in reply, (faults, reply)


@asynccontextmanager
async def failing(open_house, unread, *turns: Turn):
    """Everything is loaded and was used once, so that no turn waits for it, and asks those who are said to be asked."""
    told = {"call_seconds": CALL_S, "turn_seconds": TURN_S, "call_retries": 1, "breaker_failures": 10**6}
    names = ["good", *(f"{role}={fault}" for role in roles_of(turns) for fault in FAULTS)]
    async with open_backend(hang=HANG_S) as backend:
        models = {name: backend.spec(name) for name in names}
        async with open_house(models=models, unread_words=unread, **told) as services:
            people = People(services, backend)
            for name in names:
                await asyncio.to_thread(services.models.model, name)
            await people.talk(turns, {})
            assert {call.role for call in backend.calls} == {*roles_of(turns)}
            yield people


@pytest.mark.parametrize("role", ONE_BY_ONE)
async def test_a_fault_of_one_role_costs_nothing_but_its_own_answer(open_house, role):
    unread, turn = ONE_BY_ONE[role]
    async with failing(open_house, unread, turn) as people:
        await people.all((turn,), alone(turn.roles))


@pytest.mark.parametrize("talk", TALKS)
async def test_any_two_faults_come_together(open_house, talk):
    unread, turns = TALKS[talk]
    async with failing(open_house, unread, *turns) as people:
        await people.all(turns, islice(lines(roles_of(turns)), None, None, PLAYED))


def test_the_pairs_are_all_there():
    together = {
        frozenset([(one, line[one]), (other, line[other])])
        for _, turns in TALKS.values()
        for line in lines(roles_of(turns))
        for one, other in combinations(line, 2)
    }
    asked = ("understand", "caption", "style", "critique", "advise", "check", "merge")
    assert {role for pair in together for role, _ in pair} == {*asked}
    assert len(together) == len([*combinations(asked, 2)]) * len(FAULTS) ** 2
    assert {role for _, turn in ONE_BY_ONE.values() for role in turn.roles} == {*asked}


@pytest.mark.parametrize("talk", TALKS)
def test_the_lines_that_are_played_have_every_fault_in_every_role(talk):
    played = [*islice(lines(roles_of(TALKS[talk][1])), None, None, PLAYED)]
    assert all({line[role] for line in played} == {*FAULTS} for role in played[0])


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
