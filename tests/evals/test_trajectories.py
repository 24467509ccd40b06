"""Our runs and our evaluators beside those of agentevals and openevals, each as the other's harness calls it."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from agentevals.graph_trajectory.strict import graph_trajectory_strict_match
from agentevals.graph_trajectory.utils import extract_langgraph_trajectory_from_snapshots
from agentevals.trajectory.match import create_trajectory_match_evaluator
from langsmith import aevaluate
from openevals.exact import exact_match
from openevals.json import create_json_match_evaluator

from evals import traces
from evals.cases import Case, Said, World
from evals.evaluators.registry import EVALUATORS
from evals.langsmith_suites import Offline, offline_examples, target_in
from evals.scoring import score
from evals.trajectories import graph_trajectory, message_trajectory
from evals.worlds import Place, articles_of
from graph.running import run_config
from graph.services import Services
from stores.caller import LOCAL
from tests.langsmith_server import LangSmith, langsmith_server, pointed_at

WEDDING = "A navy outfit for a wedding in Lisbon in May, under 300 euros"
Documents = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[LangSmith]:
    """All three libraries are LangSmith's: none of them may ask it anything here."""
    with langsmith_server() as server, pointed_at(server, monkeypatch, LANGSMITH_TEST_TRACKING="false"):
        yield server
    assert server.asked == []


@pytest.fixture
async def spoken(services: Services) -> tuple[Documents, Any]:
    """The documents of two turns, and what agentevals reads of the same turns from the graph's own checkpoints."""
    documents: Documents = []
    services.observers.append(documents.append)
    for text, run in ((WEDDING, "r1"), ("preview the first one", "r2")):
        config = run_config(LOCAL, "t", run, services)
        await services.graph.ainvoke({"messages": [{"role": "user", "content": text}]}, config, durability="sync")
    config = {"configurable": {"thread_id": "t"}}
    states = [state async for state in services.graph.aget_state_history(config)]
    return documents, extract_langgraph_trajectory_from_snapshots(states)


async def test_agentevals_finds_the_same_trajectory_in_our_traces_as_in_the_checkpoints(
    spoken: tuple[Documents, Any],
) -> None:
    documents, theirs = spoken
    ours = graph_trajectory(documents)
    assert [sorted(steps) for steps in ours["steps"]] == [sorted(steps) for steps in theirs["outputs"]["steps"]]
    first = {key: value[:1] for key, value in ours.items()}
    reference = {key: value[:1] for key, value in theirs["outputs"].items()}
    assert graph_trajectory_strict_match(outputs=first, reference_outputs=reference)["score"] is True
    assert ours["results"][0]["messages"][0]["content"] == theirs["outputs"]["results"][0]["messages"][0]["content"]
    less = first | {"steps": [first["steps"][0][:-1]]}
    assert graph_trajectory_strict_match(outputs=less, reference_outputs=reference)["score"] is False


async def test_agentevals_judges_our_tool_calls(spoken: tuple[Documents, Any]) -> None:
    ours = message_trajectory(spoken[0][0])

    def judged(mode: Any, arguments: Any, reference: list[dict[str, Any]]) -> bool:
        judge = create_trajectory_match_evaluator(trajectory_match_mode=mode, tool_args_match_mode=arguments)
        return bool(judge(outputs=ours, reference_outputs=reference)["score"])

    weather = next(one for one in ours if "read_weather" in str(one.get("tool_calls")))
    fewer = [one for one in ours if one is not weather]
    assert judged("strict", "exact", ours)
    assert judged("superset", "exact", fewer) and not judged("subset", "exact", fewer)
    elsewhere = str(weather["tool_calls"][0]["function"]["arguments"]).replace("Lisbon", "Oslo")
    moved = weather | {
        "tool_calls": [{**weather["tool_calls"][0], "function": {"name": "read_weather", "arguments": elsewhere}}]
    }
    other = [moved if one is weather else one for one in ours]
    assert not judged("unordered", "exact", other) and judged("unordered", "ignore", other)


def case() -> Case:
    return Case(
        id="c",
        language="en",
        say=Said(text=WEDDING),
        world=World(seed=1),
        checks={"intent": "outfit", "language": "en"},
    )


@pytest.fixture
def target(services: Services) -> Callable[..., Any]:
    async def here(world: World) -> Place:
        return Place(services, articles_of(world.seed))

    return target_in(here)


def same_intent(*, inputs: Any, outputs: Any, reference_outputs: Any, **_: Any) -> Any:
    """An evaluator of openevals on one value of an answer."""
    return exact_match(outputs=outputs["brief"]["intent"], reference_outputs=reference_outputs["intent"])


def same_route(*, inputs: Any, outputs: Any, reference_outputs: Any, **_: Any) -> Any:
    """An evaluator of agentevals on an answer's trace."""
    ours = graph_trajectory([outputs["trace"]])
    return graph_trajectory_strict_match(outputs=ours, reference_outputs=ours)  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore:'upload_results' parameter is in beta")
async def test_their_evaluators_and_ours_stand_in_one_list(target: Callable[..., Any]) -> None:
    ours = [EVALUATORS[name] for name in ("intent", "grounded", "language", "trajectory")]
    found = await aevaluate(
        target,
        data=offline_examples("few", [case()]),
        evaluators=[*ours, same_intent, same_route],  # type: ignore[list-item]
        client=Offline(),
        upload_results=False,
    )
    (row,) = [row async for row in found]
    scores = {one.key: one.score for one in row["evaluation_results"]["results"]}
    assert scores["intent"] == scores["grounded"] == scores["language"] == 1
    assert scores["exact_match"] and scores["graph_trajectory_strict_match"]


async def test_our_own_scoring_takes_theirs(target: Callable[..., Any]) -> None:
    outputs = await target(case().inputs)
    theirs: dict[str, Any] = {"intent": same_intent, "language": same_route}
    found = await asyncio.to_thread(score, case(), outputs, theirs)
    assert {one.key: one.score for one in found} == {"exact_match": 1.0, "graph_trajectory_strict_match": 1.0}


async def test_a_brief_is_compared_key_by_key_by_openevals(spoken: tuple[Documents, Any]) -> None:
    brief = traces.outputs(spoken[0][0])["brief"]
    judge = create_json_match_evaluator(aggregator="average")
    wanted = {key: brief[key] for key in ("intent", "place", "occasion")}
    told = {key: brief[key] for key in wanted}
    assert judge(outputs=told, reference_outputs=wanted)[0]["score"] == 1  # type: ignore[index]
    assert judge(outputs=told | {"place": "Oslo"}, reference_outputs=wanted)[0]["score"] < 1  # type: ignore[index,operator]
