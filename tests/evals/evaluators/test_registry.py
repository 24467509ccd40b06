"""The evaluators as LangSmith, openevals and agentevals call them."""

import inspect
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import uuid4

import pytest
from agentevals.graph_trajectory.strict import graph_trajectory_strict_match
from langsmith import Client, evaluate
from langsmith.schemas import Example
from openevals import exact_match

from evals.evaluators.answers import feed
from evals.evaluators.registry import ALWAYS, EVALUATORS
from evals.evaluators.trajectory import trajectory
from evals.traces import steps
from tests.evals.evaluators.answered import INPUTS, article, look, node, outputs, trace

DRESS = article(category="cocktail_dress")
WAY = trace(node("understand", 1), node("settle", 2), node("style", 3), node("merge", 4))
ANSWER = outputs("Wear the dress.", [look(DRESS)], trace=WAY, articles={DRESS.id: DRESS.model_dump(mode="json")})
CHECKS = {"intent": "find", "trajectory": {"visits": ["style"]}, "looks": {"count": [1, 3]}}


@pytest.mark.parametrize("name", EVALUATORS)
def test_each_goes_by_its_name_and_takes_what_they_all_take(name):
    evaluator = EVALUATORS[name]
    asked = inspect.signature(evaluator).parameters
    assert [*asked] == ["inputs", "outputs", "reference_outputs", "trace"]
    assert asked["trace"].default is None
    verdict = evaluator(inputs=INPUTS, outputs=ANSWER, reference_outputs=CHECKS)
    assert {*verdict} == {"key", "score", "comment"}
    assert verdict["key"] == name
    assert verdict["score"] is None or 0 <= verdict["score"] <= 1


@pytest.mark.parametrize("name", EVALUATORS)
def test_each_survives_an_answer_that_failed(name):
    verdict = EVALUATORS[name](inputs={}, outputs={}, reference_outputs={})
    assert verdict["key"] == name


def test_what_says_something_of_every_answer_is_among_them():
    assert {*ALWAYS} <= {*EVALUATORS}
    assert {"grounded", "language", "manners"} <= {*ALWAYS}


@pytest.fixture
def endpoint():
    """An address that writes down whoever asks it anything."""
    asked: list[str] = []

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(f"{self.command} {self.path}")
            self.send_error(503)

        do_POST = do_PATCH = do_GET  # noqa: N815

        def log_message(self, *told: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.mark.filterwarnings("ignore:'upload_results' parameter is in beta")
def test_langsmith_runs_them_as_they_stand_and_nothing_is_sent(monkeypatch, endpoint):
    url, asked = endpoint
    monkeypatch.setenv("LANGSMITH_TRACING", "false")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", url)
    client = Client(api_url=url, api_key="none", auto_batch_tracing=False, info={}, tracing_sampling_rate=0.0)
    example = Example(id=uuid4(), inputs=INPUTS, outputs=CHECKS, dataset_id=uuid4())
    chosen = [EVALUATORS[name] for name in ("intent", "trajectory", "looks", "grounded", "language")]
    rows = evaluate(lambda inputs: ANSWER, data=[example], evaluators=chosen, client=client, upload_results=False)
    found = {one.key: one.score for row in rows for one in row["evaluation_results"]["results"]}
    assert found == {"intent": 0, "trajectory": 1, "looks": 1, "grounded": 1, "language": 1}
    assert asked == []


@pytest.mark.parametrize(
    ("evaluator", "right"),
    [(exact_match, ANSWER), (EVALUATORS["intent"], {"intent": "outfit"})],
    ids=["theirs", "ours"],
)
def test_openevals_evaluators_and_ours_are_called_alike_and_answer_alike(evaluator, right):
    verdict = evaluator(inputs=INPUTS, outputs=ANSWER, reference_outputs=CHECKS)
    assert {"key", "score", "comment"} <= {*verdict}
    assert not verdict["score"]
    assert evaluator(inputs=INPUTS, outputs=ANSWER, reference_outputs=right)["score"]


def test_agentevals_reads_the_same_way_through_the_graph():
    ran = {"results": [{}], "inputs": [{}], "steps": [[name for step in steps(WAY) for name in step]]}
    due = {"results": [{}], "inputs": [{}], "steps": [["understand", "settle", "style", "merge"]]}
    assert graph_trajectory_strict_match(outputs=ran, reference_outputs=due)["score"]
    due["steps"][0][2] = "critique"
    assert not graph_trajectory_strict_match(outputs=ran, reference_outputs=due)["score"]
    assert (
        trajectory(inputs=INPUTS, outputs=ANSWER, reference_outputs={"trajectory": {"steps": [["critique"]]}})["score"]
        == 0
    )


def test_verdicts_are_json():
    told = [one(inputs=INPUTS, outputs=ANSWER, reference_outputs=CHECKS) for one in EVALUATORS.values()]
    assert json.loads(json.dumps(told)) == told
    assert len(feed(7)) > 500
