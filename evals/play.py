"""One case played in process: what was said before it, the turn itself, and its variants, each for a person of theirs.

Nothing of a case is seen by another one: persons and threads are named after the case and the repeat.
"""

import asyncio
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from uuid import NAMESPACE_OID, uuid5

import orjson
from langgraph.types import Command
from pydantic import ValidationError

from evals.cases import Case, Said, faults_in
from evals.photographs import UnknownGarment, garment, photograph
from evals.scripted.prints import printed
from evals.suites import BrokenSuite
from evals.worlds import Place
from graph.context import Context
from graph.running import run_config
from stores.caller import Caller
from stores.vocabulary import Garment, Profile

ID = re.compile(rb"[\w-]+")
SPOKEN = {"type", "id", "content"}

Outputs = dict[str, Any]


@dataclass(frozen=True)
class Played:
    """What a case came to. Latency in milliseconds of its last turn, tokens and cost of that turn's models."""

    outputs: Outputs
    latency_ms: float
    tokens: int
    cost: float | None


@dataclass
class Talk:
    """Somebody who talks in one thread of a world; `context` is what every run of theirs sets.

    Asked whether a model on another machine may see their photos, they answer what `consents` says.
    """

    place: Place
    caller: Caller
    thread: str
    context: dict[str, Any]
    consents: bool = True
    said: int = 0

    async def say(self, said: Said) -> tuple[Outputs, float]:
        """A turn's output with its trace, and its milliseconds."""
        services, self.said = self.place.services, self.said + 1
        thread, run = _uuid(self.thread), _uuid(f"{self.thread}/{self.said}")
        context = Context(**self.context | said.context)
        config, durability = run_config(self.caller, thread, run, services), services.durability(context)
        asked: Any = {"messages": [{"role": "user", "content": await self._content(said)}]}
        started, consents = time.perf_counter(), 0
        output: Outputs = await services.graph.ainvoke(asked, config, context=context, durability=durability)
        while "__interrupt__" in output:
            consents += 1
            config = run_config(self.caller, thread, run, services)
            answer: Any = Command(resume={"allow": self.consents})
            output = await services.graph.ainvoke(answer, config, context=context, durability=durability)
        taken = (time.perf_counter() - started) * 1000
        trace = await services.traces.read(self.caller, thread, run)
        return _plain(output) | {"trace": trace or {}, "asked_consent": consents}, taken

    async def _content(self, said: Said) -> Any:
        """Text and photo ids, the photos stored first, as the server's door does it."""
        if not said.photos:
            return said.text
        taken = await asyncio.to_thread(lambda: list(photographs(said)))
        photos = [await self.place.services.photos.add(self.caller, pixels) for pixels in taken]
        text = [{"type": "text", "text": said.text}] if said.text else []
        return [*text, *({"type": "image", "file_id": photo.id} for photo in photos)]


def photographs(said: Said) -> Iterator[bytes]:
    """The photos of a message (JPEG), with what is printed on them."""
    for one, text in zip_longest(said.photos, said.prints, fillvalue=""):
        yield printed(photograph(one), text) if text else photograph(one)


def require_playable(cases: Sequence[Case]) -> None:
    """Raises BrokenSuite for a case whose photos cannot be drawn, or whose person or garments are none."""
    for case in cases:
        try:
            for said in (case.say, *case.history, *case.variants):
                for photo in said.photos:
                    garment(photo)
            Profile.model_validate(case.profile)
            for row in case.wardrobe:
                Garment.model_validate(row)
        except UnknownGarment as error:
            raise BrokenSuite(f"a photo of case {case.id} cannot be drawn: {error}") from error
        except ValidationError as error:
            raise BrokenSuite(f"{error.title} of case {case.id}: {faults_in(error)}") from error


async def play(case: Case, place: Place, context: dict[str, Any] | None = None, repeat: int = 0) -> Played:
    """Play a case. `context` holds fields of the run's Context, such as prompts."""
    settings = context or {}
    name = f"{case.id}/{repeat}"
    earlier, talk = await _begin(case, place, name, settings)
    output, taken = await talk.say(case.say)
    variants = []
    for number, said in enumerate(case.variants, 1):
        _, twin = await _begin(case, place, f"{name}/twin{number}", settings)
        variants.append((await twin.say(said))[0])
    spent = (output["trace"].get("metadata") or {}).get("usage", {}).values()
    costs = [one["cost"] for one in spent if one["cost"] is not None]
    return Played(
        outputs=await complete(output, talk, earlier, variants),
        latency_ms=round(taken, 2),
        tokens=sum(one["input_tokens"] + one["output_tokens"] for one in spent),
        cost=sum(costs) if costs else None,
    )


async def complete(output: Outputs, talk: Talk, earlier: list[Outputs], variants: Sequence[Outputs] = ()) -> Outputs:
    """A turn's output with what evaluators need beside it: turns before, twins, what is known, what the shop has."""
    person = await talk.place.services.person(talk.caller)
    beside = {"earlier": [*earlier], "variants": [*variants], "person": person.model_dump(mode="json")}
    return output | beside | {"articles": seen(output | beside, talk.place)}


async def _begin(case: Case, place: Place, name: str, context: dict[str, Any]) -> tuple[list[Outputs], Talk]:
    """A person with the case's profile and wardrobe who has said what the case's history has."""
    talk = Talk(place, Caller(name), name, context, case.consents)
    await _settle_in(case, place, talk.caller)
    others: dict[tuple[str, str], Talk] = {("", ""): talk}
    earlier = []
    for said in case.history:
        key, whose = (said.by, said.thread), f"{name}/{said.by}" if said.by else name
        speaks = others.setdefault(key, Talk(place, Caller(whose), f"{whose}#{said.thread}", context, case.consents))
        earlier.append((await speaks.say(said))[0])
    return earlier, talk


async def _settle_in(case: Case, place: Place, caller: Caller) -> None:
    if case.profile:
        await place.services.memory.save_profile(caller, Profile.model_validate(case.profile))
    if case.wardrobe:
        await place.services.wardrobe.add(caller, [Garment.model_validate(row) for row in case.wardrobe])


def seen(outputs: Outputs, place: Place) -> dict[str, Any]:
    """Of the shop's articles those that an output or its trace names, as the feed has them."""
    named = {word.decode() for word in ID.findall(orjson.dumps(outputs))}
    return {key: article.model_dump(mode="json") for key, article in place.articles.items() if key in named}


def _plain(output: Outputs) -> Outputs:
    """The run's output with its messages as plain dicts."""
    messages: Sequence[Any] = output["messages"]
    told = [message.model_dump(mode="json", include=SPOKEN) for message in messages]
    return {**{key: value for key, value in output.items() if not key.startswith("__")}, "messages": told}


def _uuid(name: str) -> str:
    return str(uuid5(NAMESPACE_OID, name))
