"""Runs as OpenTelemetry spans, made from their traces: names, times and outcomes, never what was said."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from server.logs import request_id

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Tracer

Document = dict[str, Any]
CLOSING_MS = 3000


class Spans:
    """Turns the trace of a run into a tree of spans."""

    def __init__(self, tracer: "Tracer") -> None:
        self._tracer = tracer

    def trace(self, document: Document) -> None:
        self._tell(document, None)

    def _tell(self, call: Document, within: "Context | None") -> None:
        from opentelemetry.trace import StatusCode, set_span_in_context

        span = self._tracer.start_span(
            call["name"], within, attributes=attributes(call), start_time=nanos(call["start"])
        )
        if call["error"]:
            span.set_status(StatusCode.ERROR)
        for child in call["children"]:
            self._tell(child, set_span_in_context(span))
        span.end(nanos(call["end"] or call["start"]))


@asynccontextmanager
async def open_spans(exporter: "SpanExporter") -> AsyncIterator[Spans]:
    """Spans of the service `maison`, sent in batches by a thread of their own; the last are sent when this closes."""
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource({"service.name": "maison"}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(exporter))
    try:
        yield Spans(provider.get_tracer("maison"))
    finally:
        await asyncio.to_thread(provider.force_flush, CLOSING_MS)
        await asyncio.to_thread(provider.shutdown)


def collector(endpoint: str) -> "SpanExporter":
    """Sends spans to an OTLP collector over gRPC."""
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter

    return OTLPSpanExporter(endpoint=endpoint, insecure=endpoint.startswith("http://"))


def attributes(call: Document) -> dict[str, str]:
    """What is said of a call: its kind, its node, its role and model, and the request that it served."""
    metadata = call["metadata"]
    found = {
        "maison.kind": call["run_type"],
        "maison.role": metadata.get("role"),
        "maison.node": metadata.get("langgraph_node"),
        "maison.request_id": request_id.get(),
        "gen_ai.request.model": call["model"],
    }
    return {name: value for name, value in found.items() if value}


def nanos(moment: str) -> int:
    """Nanoseconds since 1970 for an ISO 8601 time."""
    return int(datetime.fromisoformat(moment).timestamp() * 1e9)
