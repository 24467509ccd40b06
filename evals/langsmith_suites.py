"""Suites as datasets of LangSmith, and evaluations as its experiments, with our evaluators as they stand.

Everything here asks a client: one of `open_client`, or `Offline`, which asks nobody.
What is big, traces and articles, is seen by the evaluators and stays here.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from langsmith import Client
from langsmith.schemas import Example

from evals.cases import Case, World
from evals.evaluators.registry import ALWAYS, EVALUATORS
from evals.play import play
from evals.players import open_player
from evals.run import NoCases, Plan, choose
from evals.suites import load_suite
from evals.worlds import Place, Worlds, open_worlds
from graph.langsmith_door import build_client, without_pixels
from graph.settings import Settings

PREFIX = "maison"
KEPT_HERE = {"trace", "articles", "earlier", "variants", "person"}
Target = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]


class Pushed(NamedTuple):
    """A dataset after a suite went into it: how many examples were new, and how many there are."""

    name: str
    added: int
    total: int


def push_suite(client: Client, suite: str) -> Pushed:
    """Make a suite's dataset what the suite is now; a case that was pushed before is changed, none is doubled.

    Raises UnknownSuite, and whatever LangSmith refuses.
    """
    cases, name = load_suite(suite), dataset_of(suite)
    if not client.has_dataset(dataset_name=name):
        client.create_dataset(name, description=f"Suite `{suite}` of Maison: {len(cases)} cases.")
    dataset = client.read_dataset(dataset_name=name)
    there = {example.id for example in client.list_examples(dataset_id=dataset.id)}
    examples = list(examples_of(suite, cases))
    new = [as_new(one) for one in examples if one["id"] not in there]
    known = [one for one in examples if one["id"] in there]
    if new:
        client.create_examples(dataset_id=dataset.id, examples=new)
    if known:
        client.update_examples(dataset_id=dataset.id, updates=known)
    return Pushed(name, len(new), len(examples))


def dataset_of(suite: str) -> str:
    return f"{PREFIX}-{suite}"


def examples_of(suite: str, cases: Sequence[Case]) -> Iterator[dict[str, Any]]:
    """Cases as examples: what is said as inputs, what has to hold as reference outputs."""
    for case in cases:
        told = {"case": case.id, "language": case.language, "tags": case.tags}
        yield {
            "id": example_id(suite, case),
            "inputs": case.inputs,
            "outputs": case.checks,
            "metadata": told,
            "split": case.split,
        }


def as_new(example: Mapping[str, Any]) -> dict[str, Any]:
    """The library calls what has to hold otherwise where it makes an example than where it changes one."""
    others = {key: value for key, value in example.items() if key != "outputs"}
    return others | {"reference_outputs": example["outputs"]}


def example_id(suite: str, case: Case) -> UUID:
    """The same for a case wherever it is pushed from."""
    return uuid5(NAMESPACE_URL, f"{PREFIX}/{suite}/{case.id}")


class Experiment(NamedTuple):
    """What an experiment is called, and the mean of every evaluator that had something to judge."""

    name: str
    url: str | None
    scores: dict[str, float]
    played: int


async def evaluate(client: Client, plan: Plan, settings: Settings) -> Experiment:
    """Play the cases of a plan as an experiment over the suite's dataset, which was pushed before.

    Raises UnknownSuite, NoCases, UnknownModel, BadScript, and whatever LangSmith refuses.
    """
    cases = choose(plan)
    async with open_target(plan.model, settings) as target:
        return await run_experiment(client, plan, cases, target)


async def run_experiment(client: Client, plan: Plan, cases: Sequence[Case], target: Target) -> Experiment:
    """An experiment over those examples that were pushed for the cases. Raises NoCases where none were."""
    wanted = {example_id(plan.suite, case) for case in cases}
    name = dataset_of(plan.suite)
    data = [example for example in client.list_examples(dataset_name=name) if example.id in wanted]
    if not data:
        raise NoCases(f"{name} in LangSmith has none of these cases: push the suite first")
    found = await client.aevaluate(
        target,
        data=data,
        evaluators=evaluators_for(cases),
        experiment_prefix=f"{PREFIX}-{plan.suite}-{plan.model.replace(':', '-')}",
        metadata={"model": plan.model, "suite": plan.suite},
        max_concurrency=plan.concurrency,
        num_repetitions=plan.repeats,
    )
    rows = [row async for row in found]
    await asyncio.to_thread(client.flush)
    return Experiment(found.experiment_name, getattr(found, "url", None), means(rows), len(rows))


def evaluators_for(cases: Sequence[Case]) -> list[Callable[..., Any]]:
    """Those that the cases name, and those that every answer gets."""
    named = {name for case in cases for name in case.checks}
    return [one for name, one in EVALUATORS.items() if name in named or name in ALWAYS]


@asynccontextmanager
async def open_target(model: str, settings: Settings) -> AsyncIterator[Target]:
    """A function that plays a case by its inputs, in the world that it asks for. Raises UnknownModel, BadScript."""
    async with open_player(model, settings) as chosen:
        with open_worlds(chosen) as worlds:
            async with open_places(worlds) as place_of:
                yield target_in(place_of)


def target_in(place_of: Callable[[World], Awaitable[Place]]) -> Target:
    """Each time that a case is played its person is another one."""
    played = Counter[str]()

    async def target(inputs: dict[str, Any]) -> dict[str, Any]:
        case = Case.model_validate(inputs | {"checks": {}})
        played[case.id] += 1
        return (await play(case, await place_of(case.world), repeat=played[case.id])).outputs

    return target


@asynccontextmanager
async def open_places(worlds: Worlds) -> AsyncIterator[Callable[[World], Awaitable[Place]]]:
    """Opens each world when it is first asked for; they close together."""
    places: dict[str, Place] = {}
    opening = asyncio.Lock()
    async with AsyncExitStack() as stack:

        async def place_of(world: World) -> Place:
            key = world.model_dump_json()
            async with opening:
                if key not in places:
                    places[key] = await stack.enter_async_context(worlds.open(world))
            return places[key]

        yield place_of


def means(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    found: dict[str, list[float]] = {}
    for row in rows:
        for result in row["evaluation_results"]["results"]:
            if result.score is not None:
                found.setdefault(result.key, []).append(float(result.score))
    return {key: sum(values) / len(values) for key, values in sorted(found.items())}


def open_client() -> Client:
    """A client of LangSmith by the environment's key, through which neither pixels nor what is big goes."""
    client: Client = build_client(lambda value: without_pixels(light(value)))
    return client


def light(value: dict[str, Any]) -> dict[str, Any]:
    """What is posted of an evaluation's outputs, of an evaluator's inputs too: all but what evaluators alone need."""
    if isinstance(value.get("outputs"), dict):
        value = value | {"outputs": light(value["outputs"])}
    return {key: one for key, one in value.items() if key not in KEPT_HERE} if "articles" in value else value


class Offline(Client):
    """A client that asks nobody anything, so that LangSmith's `aevaluate` stays here with `upload_results=False`.

    It would post every run of its target otherwise, key or not, and tracing off or on.
    """

    def __init__(self) -> None:
        super().__init__(api_url="http://127.0.0.1:9", api_key="none", auto_batch_tracing=False, info={})

    def create_run(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is sent."""

    def update_run(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is sent."""


def offline_examples(suite: str, cases: Sequence[Case]) -> list[Example]:
    """Cases as LangSmith's `evaluate` takes them where there is no dataset."""
    dataset = uuid5(NAMESPACE_URL, dataset_of(suite))
    return [Example(dataset_id=dataset, **one) for one in examples_of(suite, cases)]
