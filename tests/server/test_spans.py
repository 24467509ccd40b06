"""Runs as spans: the tree, its times and its failures, and none of its words."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2_grpc import (
    TraceServiceServicer,
    add_TraceServiceServicer_to_server,
)
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from server.spans import open_spans
from tests.conftest import Talk
from tests.server.processes import said
from tests.server.test_recovery import running

WORDS = "I need a black blazer for a professional meeting"


async def told(document: dict[str, Any]) -> dict[str, ReadableSpan]:
    exporter = InMemorySpanExporter()
    async with open_spans(exporter) as spans:
        spans.trace(document)
    return {span.name: span for span in exporter.get_finished_spans()}


def call(name: str, *children: Any, **changes: Any) -> dict[str, Any]:
    times = {"start": "2027-05-03T09:00:00+00:00", "end": "2027-05-03T09:00:01.500000+00:00"}
    plain = {"run_type": "chain", "inputs": WORDS, "outputs": WORDS, "error": None, "model": None, "metadata": {}}
    return {"name": name, "children": list(children), **times, **plain, **changes}


async def test_a_trace_becomes_a_tree_with_its_own_times() -> None:
    inner = call("ask", run_type="chat_model", model="big", metadata={"role": "style"})
    spans = await told(call("stylist", call("style", inner, error="ValueError: secret"), call("merge", end=None)))
    assert set(spans) == {"stylist", "style", "ask", "merge"}
    ask, style, root = spans["ask"], spans["style"], spans["stylist"]
    assert ask.parent is not None
    assert style.context is not None
    assert ask.parent.span_id == style.context.span_id
    assert root.parent is None
    assert ask.end_time is not None
    assert ask.start_time is not None
    assert ask.end_time - ask.start_time == 1_500_000_000
    assert ask.attributes is not None
    assert ask.attributes["gen_ai.request.model"] == "big"
    assert ask.attributes["maison.role"] == "style"
    assert (style.status.is_ok, root.status.is_ok) == (False, True)
    assert all(WORDS not in span.to_json() and "secret" not in span.to_json() for span in spans.values())


async def test_a_real_turn_is_told_without_its_words(open_house: Any) -> None:
    heard: list[dict[str, Any]] = []
    async with open_house() as services:
        services.observers.append(heard.append)
        await Talk(services).say(WORDS)
    spans = await told(heard[0])
    assert {"stylist", "understand", "search_catalog", "merge"} <= set(spans)
    assert all("blazer" not in span.to_json() for span in spans.values())
    start = spans["stylist"].start_time
    assert start is not None
    assert all((span.start_time or 0) >= start for span in spans.values())


class Collector(TraceServiceServicer):  # type: ignore[misc]  # the generated class is not typed
    """Keeps the spans that it is sent."""

    def __init__(self) -> None:
        self.spans: list[Any] = []

    def Export(self, request: ExportTraceServiceRequest, context: Any) -> ExportTraceServiceResponse:  # noqa: N802
        scopes = [scope for resource in request.resource_spans for scope in resource.scope_spans]
        self.spans += [span for scope in scopes for span in scope.spans]
        return ExportTraceServiceResponse()


@pytest.fixture
def collector() -> Iterator[tuple[Collector, str]]:
    """A collector on this machine, and its address."""
    keeping, server = Collector(), grpc.server(ThreadPoolExecutor(2))
    add_TraceServiceServicer_to_server(keeping, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield keeping, f"http://127.0.0.1:{port}"
    server.stop(None).wait()


async def test_a_collector_hears_of_a_turn_over_http_what_failed_in_it_and_no_words(
    open_house: Any, collector: tuple[Collector, str]
) -> None:
    keeping, address = collector
    changes = {"otel_endpoint": address, "model": "vllm:none@http://127.0.0.1:9/v1", "call_seconds": 30}
    async with open_house(**changes) as services, running(services.settings, services) as client:
        headers = {"X-Request-Id": "the-request"}
        await client.runs.wait(None, "stylist", input=said(WORDS), headers=headers)
    names = {span.name for span in keeping.spans}
    assert {"stylist", "understand", "search_catalog", "merge"} <= names
    told = [{entry.key: entry.value.string_value for entry in span.attributes} for span in keeping.spans]
    assert {attributes["maison.request_id"] for attributes in told} == {"the-request"}
    failed = [
        span
        for span, attributes in zip(keeping.spans, told, strict=True)
        if attributes.get("gen_ai.request.model") == "none"
    ]
    assert failed
    assert all(span.status.code == span.status.STATUS_CODE_ERROR for span in failed)
    assert not any("blazer" in str(span) for span in keeping.spans)
