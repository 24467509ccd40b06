"""Counts and times for Prometheus: requests, runs, nodes, model calls. Labels are names of ours, never a person's.

What happened inside a run is read from its trace, so that the graph knows nothing of metrics.
"""

from collections.abc import Iterator
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from server.limits import Admission

Document = dict[str, Any]

CONTENT_TYPE = CONTENT_TYPE_LATEST
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """One registry of one application."""

    def __init__(self, admission: Admission) -> None:
        self._registry = CollectorRegistry()
        self._requests = self._histogram("http_request_seconds", "time of requests", "method", "route", "status")
        self._runs = self._counter("runs", "runs by how they ended", "status")
        self._turns = self._histogram("turn_seconds", "time of the graph, from a message to its end")
        self._nodes = self._histogram("node_seconds", "time of the graph's nodes", "node")
        self._calls = self._histogram("model_call_seconds", "time of model calls", "role", "model", "outcome")
        self._fallbacks = self._counter("fallbacks", "answers that a configured part did not give", "role", "reason")
        self._tokens = self._counter("model_tokens", "tokens that models took and gave", "role", "direction")
        self._cost = self._counter("model_cost", "what they cost, by MAISON_PRICES", "role")
        depth = Gauge("maison_runs_under_way", "runs that wait or are carried out", registry=self._registry)
        depth.set_function(lambda: admission.under_way)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, status).observe(seconds)

    def run(self, status: str) -> None:
        """How a run ended, as its record says."""
        self._runs.labels(status).inc()

    def trace(self, document: Document) -> None:
        """What the trace of a run tells of its nodes and models."""
        self._turns.observe((document["duration_ms"] or 0) / 1000)
        for call in calls(document):
            seconds, node = (call["duration_ms"] or 0) / 1000, call["metadata"].get("langgraph_node")
            if call["model"]:  # the gated writer has none: it passes on what others say
                role, outcome = call["metadata"].get("role", node), "error" if call["error"] else "success"
                self._calls.labels(role, call["model"], outcome).observe(seconds)
            elif call["name"] == node:
                self._nodes.labels(node).observe(seconds)
        for role, spent in document["metadata"].get("usage", {}).items():
            self._tokens.labels(role, "input").inc(spent["input_tokens"])
            self._tokens.labels(role, "output").inc(spent["output_tokens"])
            self._cost.labels(role).inc(spent["cost"] or 0)
        outputs = document["outputs"] if isinstance(document["outputs"], dict) else {}
        for entry in outputs.get("degraded") or []:
            self._fallbacks.labels(entry["role"], entry["reason"].partition(":")[0]).inc()

    def text(self) -> bytes:
        """Everything, in Prometheus's text format."""
        return generate_latest(self._registry)

    def _histogram(self, name: str, meaning: str, *labels: str) -> Histogram:
        return Histogram(f"maison_{name}", meaning, labels, buckets=SECONDS, registry=self._registry)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"maison_{name}", meaning, labels, registry=self._registry)


def calls(document: Document) -> Iterator[Document]:
    """Every call in a trace, each before those within it."""
    yield document
    for child in document["children"]:
        yield from calls(child)
