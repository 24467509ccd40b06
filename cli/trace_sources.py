"""Where traces come from: those kept of one's own runs, the threads of a LangGraph server, files of either.

Maison's own are of whoever asks, as with every command; at another server they are what its key may see.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.failure import Failure, load_settings

if TYPE_CHECKING:
    import httpx
    from langgraph_sdk.client import LangGraphClient

    from evals.kept import Kept

STATES = 1000  # of one thread, at the most
PAGE = 1000


class Asked(NamedTuple):
    """Which traces are wanted: ids and files, none for the newest `limit`; of one thread; of which server."""

    which: Sequence[str] = ()
    thread: str | None = None
    limit: int = 20
    url: str | None = None
    key: str | None = None

    @property
    def files(self) -> list[Path]:
        return [Path(one) for one in self.which if Path(one).is_file()]

    @property
    def ids(self) -> list[str]:
        return [one for one in self.which if not Path(one).is_file()]


async def traces_of(asked: Asked) -> "list[Kept]":
    """The traces that are asked for, the newest first, those of files in their order. Raises `Failure`."""
    found = [kept for file in asked.files for kept in of_file(file)]
    if asked.url and (asked.ids or not asked.files):
        async with open_foreign(asked.url, asked.key) as foreign:
            found += await foreign.traces(asked.ids, asked.thread, asked.limit)
    elif asked.ids or not asked.files:
        async with open_own() as own:
            found += await own.traces(asked.ids, asked.thread, asked.limit)
    if not found and asked.thread:
        raise Failure(f"Thread {asked.thread} has no traces. `maison traces list` shows those of every thread.")
    if not found:
        raise Failure("There are no traces yet. Every run leaves one, unless MAISON_TRACES_KEPT is 0.")
    return found


async def articles_of(ids: Iterable[str]) -> dict[str, Any]:
    """Those of them that one's own shop has. Raises `Failure`."""
    async with open_own() as own:
        return await own.articles(ids)


def of_file(file: Path) -> "list[Kept]":
    from evals.kept import BrokenTraces, read_traces

    try:
        return read_traces(file)
    except BrokenTraces as error:
        raise Failure(str(error)) from error


@asynccontextmanager
async def open_own() -> "AsyncIterator[Own]":
    """Raises `Failure`."""
    from cli.client import open_client, refusals

    async with open_client(load_settings()) as client:
        with refusals():
            yield Own(client.http.client)


@asynccontextmanager
async def open_foreign(url: str, key: str | None) -> "AsyncIterator[Foreign]":
    """Raises `Failure`."""
    import httpx
    from langgraph_sdk import get_client

    async with get_client(url=url, api_key=key) as client:
        try:
            yield Foreign(client)
        except httpx.HTTPStatusError as error:
            raise Failure(f"{url} answered {error.response.status_code} for {error.request.url.path}.") from error
        except httpx.UnsupportedProtocol as error:
            raise Failure(f"{url} is no address of a server; one is like http://127.0.0.1:2024.") from error
        except httpx.HTTPError as error:
            raise Failure(f"{url} did not answer ({type(error).__name__}).") from error


class Own:
    """Traces that Maison kept."""

    def __init__(self, http: "httpx.AsyncClient") -> None:
        self._http = http

    async def traces(self, ids: Sequence[str], thread: str | None, limit: int) -> "list[Kept]":
        """Raises `Failure` for an id that is of nothing."""
        within = {"thread_id": thread} if thread else {}
        names = await self._get("/v1/traces", **within, limit=PAGE if ids else limit)
        pairs = [(row["thread_id"], row["run_id"]) for row in names]
        chosen = picked(pairs, ids, lambda pair: pair) if ids else pairs
        return [await self._read(*pair) for pair in chosen]

    async def articles(self, ids: Iterable[str]) -> dict[str, Any]:
        """Those of them that the shop has."""
        found = {}
        for identity in ids:
            answer = await self._http.get(f"/v1/catalog/{identity}")
            if answer.is_success:
                found[identity] = answer.json()
        return found

    async def _read(self, thread: str, run: str) -> "Kept":
        from evals.kept import Kept

        return Kept(thread, run, await self._get(f"/v1/traces/{thread}/{run}"))

    async def _get(self, path: str, **params: Any) -> Any:
        answer = await self._http.get(path, params=params)
        answer.raise_for_status()
        return answer.json()


class Foreign:
    """Threads of a LangGraph server: `langgraph dev`, LangGraph Platform, or another."""

    def __init__(self, client: "LangGraphClient") -> None:
        self._client = client

    async def traces(self, ids: Sequence[str], thread: str | None, limit: int) -> "list[Kept]":
        """Raises `Failure` for an id that is of nothing."""
        threads = [thread] if thread else await self._threads(limit)
        found = [kept for one in threads for kept in await self._runs(one)]
        return picked(found, ids, lambda kept: (kept.thread, kept.run)) if ids else found[:limit]

    async def _threads(self, limit: int) -> list[str]:
        rows = await self._client.threads.search(limit=limit, sort_by="updated_at", sort_order="desc")
        return [row["thread_id"] for row in rows]

    async def _runs(self, thread: str) -> "list[Kept]":
        """The newest first."""
        from evals.kept import Kept
        from evals.server_traces import from_history

        states: Any = await self._client.threads.get_history(thread, limit=STATES)
        return [Kept(thread, document["id"], document) for document in from_history(states)][::-1]


def picked(found: Sequence[Any], ids: Sequence[str], names: Callable[[Any], tuple[str, str]]) -> list[Any]:
    """What the ids name: a whole thread by its beginning, or a run by either end. Raises `Failure`."""
    chosen = []
    for identity in ids:
        of_it = [one for one in found if is_called(identity, *names(one))]
        if not of_it:
            raise Failure(f"No trace is called {identity}, and no file. `maison traces list` shows what there is.")
        chosen += [one for one in of_it if one not in chosen]
    return chosen


def is_called(identity: str, thread: str, run: str) -> bool:
    return any((thread.startswith(identity), run.startswith(identity), run.endswith(identity)))
