"""Suites as LangSmith's datasets and evaluations as its experiments, with its own library and our evaluators."""

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from langsmith import aevaluate

from evals.cases import Case, Said, World
from evals.langsmith_suites import (
    Offline,
    evaluators_for,
    light,
    means,
    offline_examples,
    open_client,
    push_suite,
    run_experiment,
    target_in,
)
from evals.run import NoCases, Plan
from evals.scoring import score
from evals.worlds import Place, articles_of
from graph.services import Services
from tests.langsmith_server import LangSmith, langsmith_server, pointed_at

SAID = {"blazer": "A navy blazer under 150 euros, I'm a man", "hello": "hello"}
KEY = {"LANGSMITH_API_KEY": "lsv2_pt_test"}


def cases(**checks: Any) -> list[Case]:
    return [
        Case(id=name, language="en", tags=["t"], say=Said(text=text), world=World(seed=1), checks=checks)
        for name, text in SAID.items()
    ]


@pytest.fixture
def langsmith(monkeypatch: pytest.MonkeyPatch) -> Iterator[LangSmith]:
    with langsmith_server() as server, pointed_at(server, monkeypatch, **KEY):
        yield server


@pytest.fixture
def target(services: Services) -> Any:
    async def here(world: World) -> Place:
        return Place(services, articles_of(world.seed))

    return target_in(here)


def test_a_suite_is_a_dataset_that_is_brought_up_to_date(langsmith: LangSmith, few_cases: Callable[..., None]) -> None:
    client = open_client()
    few_cases(*cases(intent="find"))
    assert push_suite(client, "few") == ("maison-few", 2, 2)
    few_cases(*cases(intent="smalltalk"))
    assert push_suite(client, "few") == ("maison-few", 0, 2)
    client.close()
    assert [one["name"] for one in langsmith.datasets] == ["maison-few"]
    first, second = langsmith.examples
    assert [first["inputs"]["say"]["text"], second["inputs"]["say"]["text"]] == list(SAID.values())
    assert first["outputs"] == {"intent": "smalltalk"} and first["split"] == "dev"
    assert first["metadata"] == {"case": "blazer", "language": "en", "tags": ["t"]}
    assert Case.model_validate(first["inputs"] | {"checks": first["outputs"]}) == cases(intent="smalltalk")[0]


async def test_an_experiment_gives_what_our_own_run_gives(
    langsmith: LangSmith, few_cases: Callable[..., None], target: Any
) -> None:
    chosen = cases(intent="find")
    few_cases(*chosen)
    client = open_client()
    await asyncio.to_thread(push_suite, client, "few")
    done = await run_experiment(client, Plan("few", repeats=2), chosen, target)
    await asyncio.to_thread(client.close)

    assert done.played == 4 and done.name.startswith("maison-few-house")
    assert done.scores["intent"] == 0.5 and done.scores["grounded"] == 1
    assert [one["name"] for one in langsmith.sessions] == [done.name]
    roots = [run for run in langsmith.runs.values() if run.get("reference_example_id")]
    assert {run["reference_example_id"] for run in roots} == {one["id"] for one in langsmith.examples}
    assert all(run["outputs"]["looks"] or run["outputs"]["messages"] for run in roots)

    ours = {(case.id, one.key): one.score for case in chosen for one in score(case, (await target(case.inputs)))}
    names = {one["id"]: one["metadata"]["case"] for one in langsmith.examples}
    of_run = {run["id"]: names[run["reference_example_id"]] for run in roots}
    theirs = {(of_run[one["run_id"]], one["key"]): one.get("score") for one in langsmith.feedback}
    assert theirs == ours


async def test_what_is_big_stays_here(langsmith: LangSmith, few_cases: Callable[..., None], target: Any) -> None:
    few_cases(*cases())
    client = open_client()
    await asyncio.to_thread(push_suite, client, "few")
    await run_experiment(client, Plan("few"), cases(), target)
    await asyncio.to_thread(client.close)
    for run in langsmith.runs.values():
        for told in (run["inputs"], run.get("outputs") or {}, run["inputs"].get("outputs") or {}):
            assert "articles" not in told and "trace" not in told
    nodes = {run["name"] for run in langsmith.runs.values()}
    assert {"stylist", "understand", "grounded"} <= nodes, "the graph's own runs are in the experiment"


async def test_of_a_suite_that_was_not_pushed_no_experiment_is_made(
    langsmith: LangSmith, few_cases: Callable[..., None], target: Any
) -> None:
    few_cases(*cases())
    client = open_client()
    await asyncio.to_thread(push_suite, client, "few")
    strange = [case.model_copy(update={"id": "other"}) for case in cases()]
    with pytest.raises(NoCases, match="push"):
        await run_experiment(client, Plan("few"), strange, target)
    await asyncio.to_thread(client.close)
    assert langsmith.sessions == []


@pytest.mark.filterwarnings("ignore:'upload_results' parameter is in beta")
async def test_langsmiths_evaluate_takes_our_evaluators_and_stays_here(
    target: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = cases(intent="find")
    with langsmith_server() as server, pointed_at(server, monkeypatch, LANGSMITH_TRACING="true"):
        found = await aevaluate(
            target,
            data=offline_examples("few", chosen),
            evaluators=evaluators_for(chosen),
            client=Offline(),
            upload_results=False,
        )
        scores = means([row async for row in found])
    assert (scores["intent"], scores["grounded"]) == (0.5, 1)
    assert server.asked == []


def test_only_an_evaluations_outputs_are_made_light() -> None:
    outputs = {"looks": [], "trace": {}, "articles": {}, "earlier": [], "person": {}, "variants": []}
    assert light(outputs) == {"looks": []}
    assert light({"inputs": {}, "outputs": outputs}) == {"inputs": {}, "outputs": {"looks": []}}
    of_a_node = {"person": {"profile": {}}, "earlier": []}
    assert light(of_a_node) == of_a_node
    assert json.loads(json.dumps(light(outputs))) == {"looks": []}
