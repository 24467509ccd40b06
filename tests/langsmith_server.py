"""As much of LangSmith as its own library needs for tracing, datasets, experiments and prompts, on loopback.

It keeps every request that reaches it, whatever for, so that a test can count them and look into them.
"""

import json
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from langsmith import run_trees, utils
from langsmith._internal import _context

from graph import langsmith_door

NOW = "2027-05-03T09:00:00+00:00"
TENANT = str(uuid4())
BATCHED = {
    "use_multipart_endpoint": False,
    "size_limit": 100,
    "size_limit_bytes": 20_000_000,
    "scale_up_qsize_trigger": 1000,
    "scale_up_nthreads_limit": 4,
    "scale_down_nempty_trigger": 4,
}


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    query: dict[str, list[str]]
    key: str | None
    body: Any


@dataclass
class LangSmith:
    """What was asked of it, and what it keeps."""

    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    runs: dict[str, dict[str, Any]] = field(default_factory=dict)
    datasets: list[dict[str, Any]] = field(default_factory=list)
    examples: list[dict[str, Any]] = field(default_factory=list)
    sessions: list[dict[str, Any]] = field(default_factory=list)
    feedback: list[dict[str, Any]] = field(default_factory=list)
    prompts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What points LangSmith's library here, but for its key."""
        return {"LANGSMITH_ENDPOINT": self.url}

    def answer(self, asked: Asked) -> Any:
        """None where there is no such thing."""
        self.asked.append(asked)
        for method, pattern, take in ROUTES:
            if asked.method == method and (found := re.fullmatch(pattern, asked.path)):
                return take(self, asked, *found.groups())
        return {}

    def batch(self, asked: Asked) -> Any:
        for run in asked.body.get("post") or []:
            self.runs[run["id"]] = run
        for run in asked.body.get("patch") or []:
            self.runs[run["id"]] = self.runs.get(run["id"], {}) | {k: v for k, v in run.items() if v is not None}
        return {}

    def one_run(self, asked: Asked, identity: str = "") -> Any:
        run = asked.body | ({"id": identity} if identity else {})
        return self.batch(Asked("", "", {}, None, {"post" if not identity else "patch": [run]}))

    def query_runs(self, asked: Asked) -> Any:
        found = [run | {"session_id": TENANT} for run in self.runs.values()]
        if trace := asked.body.get("trace"):
            found = [run for run in found if run["trace_id"] == trace]
        return {"runs": found, "cursors": {"next": None}}

    def new_dataset(self, asked: Asked) -> Any:
        dataset = asked.body | {"id": str(uuid4()), "created_at": NOW, "modified_at": NOW}
        dataset |= {"example_count": 0, "session_count": 0, "last_session_start_time": None}
        self.datasets.append(dataset)
        return dataset

    def find_datasets(self, asked: Asked) -> Any:
        names = asked.query.get("name", [])
        return [one for one in self.datasets if one["name"] in names]

    def dataset(self, asked: Asked, identity: str) -> Any:
        return next((one for one in self.datasets if one["id"] == identity), None)

    def new_examples(self, asked: Asked) -> Any:
        made = [{"created_at": NOW, "modified_at": NOW, "id": str(uuid4())} | one for one in asked.body]
        self.examples += made
        return made

    def change_examples(self, asked: Asked) -> Any:
        told = {one["id"]: {key: value for key, value in one.items() if value is not None} for one in asked.body}
        self.examples = [one | told.get(one["id"], {}) for one in self.examples]
        return {"message": f"{len(told)} changed"}

    def find_examples(self, asked: Asked) -> Any:
        start = int(asked.query.get("offset", ["0"])[0])
        wanted = asked.query.get("dataset", [""])[0]
        return [one for one in self.examples if one["dataset_id"] == wanted][start : start + 100]

    def new_session(self, asked: Asked) -> Any:
        told = {"tenant_id": TENANT, "start_time": NOW, "reference_dataset_id": None}
        session = told | asked.body | {"id": asked.body.get("id") or str(uuid4())}
        self.sessions.append(session)
        return session

    def find_sessions(self, asked: Asked) -> Any:
        return [one for one in self.sessions if one["name"] in asked.query.get("name", [])] or [
            {"id": TENANT, "tenant_id": TENANT, "name": "default", "start_time": NOW, "reference_dataset_id": None}
        ]

    def session(self, asked: Asked, identity: str) -> Any:
        found = next((one for one in self.sessions if one["id"] == identity), None)
        told = {key: value for key, value in (asked.body or {}).items() if value is not None}
        return found.update(told) or found if found else None

    def new_feedback(self, asked: Asked) -> Any:
        self.feedback.append(asked.body)
        return asked.body

    def new_prompt(self, asked: Asked) -> Any:
        self.prompts[asked.body["repo_handle"]] = []
        return self.prompt(asked, asked.body["repo_handle"])

    def prompt(self, asked: Asked, name: str) -> Any:
        if name not in self.prompts:
            return None
        counts = {"num_likes": 0, "num_downloads": 0, "num_views": 0, "num_commits": len(self.prompts[name])}
        told = {"repo_handle": name, "full_name": f"-/{name}", "owner": None, "id": TENANT, "tenant_id": TENANT}
        times = {"created_at": NOW, "updated_at": NOW, "is_public": False, "is_archived": False, "tags": []}
        return {"repo": told | counts | times | {"description": "", "readme": ""}}

    def new_commit(self, asked: Asked, name: str) -> Any:
        commit = {"id": str(uuid4()), "commit_hash": uuid4().hex, "manifest": asked.body["manifest"], "examples": []}
        self.prompts[name].append(commit)
        return {"commit": commit}

    def commit(self, asked: Asked, name: str, which: str = "latest") -> Any:
        return self.prompts[name][-1] if self.prompts.get(name) else None

    def commits(self, asked: Asked, name: str) -> Any:
        found = self.prompts.get(name, [])
        return {"commits": found[::-1][:1] if asked.query.get("offset", ["0"]) == ["0"] else [], "total": len(found)}


def info(_: LangSmith, asked: Asked) -> Any:
    return {"version": "0.13.0", "batch_ingest_config": BATCHED, "instance_flags": {}}


def settings(_: LangSmith, asked: Asked) -> Any:
    return {"id": TENANT, "display_name": "test", "created_at": NOW, "tenant_handle": "test"}


ROUTES: list[tuple[str, str, Callable[..., Any]]] = [
    ("GET", "/info", info),
    ("GET", "/settings", settings),
    ("POST", "/runs/batch", LangSmith.batch),
    ("POST", "/runs/query", LangSmith.query_runs),
    ("POST", "/runs", LangSmith.one_run),
    ("PATCH", "/runs/([^/]+)", LangSmith.one_run),
    ("POST", "/datasets", LangSmith.new_dataset),
    ("GET", "/datasets", LangSmith.find_datasets),
    ("GET", "/datasets/([^/]+)", LangSmith.dataset),
    ("POST", "/examples/bulk", LangSmith.new_examples),
    ("PATCH", "/examples/bulk", LangSmith.change_examples),
    ("GET", "/examples", LangSmith.find_examples),
    ("POST", "/sessions", LangSmith.new_session),
    ("GET", "/sessions", LangSmith.find_sessions),
    ("GET", "/sessions/([^/]+)", LangSmith.session),
    ("PATCH", "/sessions/([^/]+)", LangSmith.session),
    ("POST", "/feedback", LangSmith.new_feedback),
    ("POST", "/repos/?", LangSmith.new_prompt),
    ("GET", "/repos/-/([^/]+)", LangSmith.prompt),
    ("POST", "/commits/-/([^/]+)", LangSmith.new_commit),
    ("GET", "/commits/-/([^/]+)/?", LangSmith.commits),
    ("GET", "/commits/-/([^/]+)/([^/]+)", LangSmith.commit),
]


@contextmanager
def langsmith_server() -> Iterator[LangSmith]:
    kept = LangSmith()

    class Handler(BaseHTTPRequestHandler):
        def handle_one(self) -> None:
            there = urlsplit(self.path)
            sent = self.rfile.read(int(self.headers.get("content-length") or 0))
            body = json.loads(sent) if sent.startswith((b"{", b"[")) else sent or None
            key = self.headers.get("x-api-key")
            found = kept.answer(Asked(self.command, there.path, parse_qs(there.query), key, body))
            written = json.dumps({"detail": "not found"} if found is None else found).encode()
            self.send_response(404 if found is None else 200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_one  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def pointed_at(langsmith: LangSmith, patch: pytest.MonkeyPatch, **told: str) -> Iterator[None]:
    """This process's LangSmith library as in a new process whose environment points at the server."""
    for name in [name for name in os.environ if name.startswith(("LANGSMITH_", "LANGCHAIN_"))]:
        patch.delenv(name)
    for name, value in (langsmith.environment | told).items():
        patch.setenv(name, value)
    patch.setattr(run_trees, "_CLIENT", None)
    patch.setattr(_context, "_GLOBAL_TRACING_ENABLED", None)
    patch.setattr(langsmith_door, "_open", [])
    utils.get_env_var.cache_clear()
    try:
        yield
    finally:
        for client in langsmith_door._open:
            client.close()
        utils.get_env_var.cache_clear()
