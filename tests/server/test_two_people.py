"""Nobody gets at what is another's, by any route: every operation of the API's description has a case here or fails."""

import io
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import product
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from fastapi import FastAPI

from server.app import create_app
from tests.server.pictures import photo
from tests.server.processes import said, until

Ids = dict[str, str]

OPEN = {"/", "/ok", "/info", "/v1/session"}
FOR_ADMINS = {"/metrics", "/v1/catalog/feeds", "/v1/catalog/feeds/{feed_id}"}
SAME_FOR_ALL = {
    "/v1/capabilities",
    "/v1/catalog",
    "/v1/catalog/{article_id}",
    "/v1/catalog/{article_id}/image",
    "/v1/drawings/{category}",
}
NAMES_A_THING = re.compile(r".*_ids?|ids|checkpoint|before|photo")
NO_THING = {"graph_id", "last_event_id", "langsmith_tracer"}
# What even the owner is refused: to stop a run that has ended, to begin a new thread at a checkpoint of another.
AT_HOME = {"run_ended", "no_run", "no_checkpoint"}
IN_ORDER = ["GET", "POST", "PUT", "PATCH", "DELETE"]


@dataclass(frozen=True)
class Case:
    """A request; `refused` is the status for whoever names what is another's, none where there is nothing to refuse."""

    refused: int | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


def case(refused: int | None = None, **options: Any) -> Case:
    return Case(refused, options)


def run(**keys: Any) -> dict[str, Any]:
    return {"assistant_id": "stylist", "input": said("hello"), **keys}


def with_photo(file_id: str) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": [{"type": "image", "file_id": file_id}]}]}


def cases(of: Ids) -> dict[str, list[Case]]:
    """What to send with the operations that take more than a path, naming things that are `of` somebody."""
    label, item = {"label": of["word"]}, {"namespace": ["notes"], "key": "one"}
    named = {"checkpoint_id": of["checkpoint_id"]}
    at = named | {"thread_id": of["thread_id"]}
    alone = [
        case(404, json=run(assistant_id=of["assistant_id"])),
        case(422, json=run(input=with_photo(of["photo_id"]))),
        case(404, json=run(checkpoint=at, **named)),
    ]
    shown = {"thread_id": of["thread_id"], "look_id": "look-1"}
    opinions = [shown, shown | {"item_id": of["item_id"]}, {"thread_id": of["thread_id"], "run_id": of["run_id"]}]
    on_thread = [case(404, json=run()), case(404, json=run(checkpoint=at)), case(404, json=run(**named))]
    return {
        "POST /assistants": [case(409, json={"assistant_id": of["assistant_id"], "if_exists": "do_nothing"})],
        "POST /assistants/search": [case(json={}), case(json={"name": of["word"]}), case(json={"metadata": label})],
        "POST /assistants/count": [case(json={})],
        "PATCH /assistants/{assistant_id}": [case(404, json={"name": "taken"})],
        "POST /threads": [case(409, json={"thread_id": of["thread_id"], "if_exists": "do_nothing"})],
        "POST /threads/search": [case(json={}), case(json={"ids": [of["thread_id"]]}), case(json={"metadata": label})],
        "POST /threads/count": [case(json={}), case(json={"ids": [of["thread_id"]]})],
        "PATCH /threads/{thread_id}": [case(404, json={"metadata": {"label": "taken"}})],
        "GET /threads/{thread_id}/runs": [case(404), case(404, params={"status": "success"})],
        "POST /threads/{thread_id}/state": [
            case(404, json={"values": said("taken"), "checkpoint": at}),
            case(404, json={"values": said("taken"), **named}),
        ],
        "POST /threads/{thread_id}/state/checkpoint": [case(404, json={"checkpoint": at})],
        "POST /threads/{thread_id}/history": [case(404, json={"before": at, "checkpoint": at})],
        "POST /threads/{thread_id}/runs": on_thread,
        "POST /threads/{thread_id}/runs/wait": on_thread,
        "POST /threads/{thread_id}/runs/stream": on_thread,
        "POST /runs": alone,
        "POST /runs/wait": alone,
        "POST /runs/stream": alone,
        "POST /runs/cancel": [case(404, json={"thread_id": of["thread_id"], "run_ids": [of["run_id"]]})],
        "GET /store/items": [case(params={"namespace": "notes", "key": "one"})],
        "PUT /store/items": [case(json=item | {"value": {"text": "taken"}})],
        "DELETE /store/items": [case(json=item)],
        "POST /store/items/search": [case(json={"namespace_prefix": []}), case(json={"namespace_prefix": ["notes"]})],
        "POST /store/namespaces": [case(json={"prefix": []})],
        "GET /v1/catalog/search": [case(params={"q": "coat"}), case(404, params={"photo": of["photo_id"]})],
        "POST /v1/catalog/search": [case(files={"file": photo()})],
        "POST /v1/photos": [case(files={"file": photo()})],
        "POST /v1/wardrobe/import": [case(json=[{"category": "boots", "colours": ["black"], "photo": 1}])],
        "POST /v1/wardrobe/import/file": [case(files={"file": b"category,colours\nboots,black\n"})],
        "POST /v1/wardrobe/caption": [case(404, json={"photos": [of["photo_id"]]})],
        "POST /v1/wardrobe/named": [case(404, json={"photo": of["photo_id"], "kind": "shirt"})],
        "GET /v1/wardrobe": [case(), case(404, params={"like": of["photo_id"]})],
        "PATCH /v1/wardrobe/{garment_id}": [case(404, json={"name": "taken"})],
        "POST /v1/wardrobe/{garment_id}/worn": [case(404, json={})],
        "POST /v1/wardrobe/{garment_id}/apart": [case(404, json={"other_id": of["other_id"]})],
        "POST /v1/wardrobe/{garment_id}/merge": [case(404, json={"other_id": of["other_id"]})],
        "GET /v1/looks": [case(), case(params={"thread_id": of["thread_id"]}), case(params={"saved": True})],
        "POST /v1/looks": [case(404, json=shown)],
        "GET /v1/traces": [case(), case(params={"thread_id": of["thread_id"]})],
        "POST /v1/previews": [case(404, json={"look_id": of["look_id"], "photo": 1})],
        "POST /v1/orders/import": [case(json=[{"article_id": of["item_id"], "date": "2027-01-02"}])],
        "POST /v1/feedback": [case(404, json={"rating": "up", **about}) for about in opinions],
        "PATCH /v1/profile": [case(json={"currency": "USD"})],
        "PUT /v1/me/records": [case(json={"given": False})],
    }


class Api:
    """The operations of an application that are about a person's things."""

    def __init__(self, app: FastAPI) -> None:
        self.document = app.openapi()
        paths: dict[str, dict[str, Any]] = self.document["paths"]
        self.operations = sorted(
            (
                (method.upper(), path, described)
                for path, methods in paths.items()
                for method, described in methods.items()
                if path not in OPEN | FOR_ADMINS | SAME_FOR_ALL
            ),
            key=lambda one: (one[1] == "/v1/me", IN_ORDER.index(one[0]), -one[1].count("/")),
        )

    def requests(self, of: Ids) -> Iterator[tuple[str, str, Case]]:
        """(method, path, case) of every operation, about the things `of` somebody; what deletes comes last."""
        told = cases(of)
        for method, path, _ in self.operations:
            usual = case(404 if "{" in path else None)
            for one in told.get(f"{method} {path}", [usual]):
                yield method, path, one

    def named(self, described: dict[str, Any]) -> set[str]:
        """The ids that an operation takes beside those in its path."""
        body = described.get("requestBody", {}).get("content", {})
        asked = [one["name"] for one in described.get("parameters", []) if one["in"] == "query"]
        found = {name for content in body.values() for name in self.fields(content["schema"])}
        return {name for name in found.union(asked) if NAMES_A_THING.fullmatch(name)} - NO_THING

    def fields(self, schema: Any) -> set[str]:
        """Every field in a schema, those of nested ones too."""
        if isinstance(schema, list):
            return set().union(*(self.fields(one) for one in schema))
        if not isinstance(schema, dict):
            return set()
        if reference := schema.get("$ref"):
            return self.fields(self.document["components"]["schemas"][reference.rpartition("/")[2]])
        deeper = [value for key, value in schema.items() if key != "properties"]
        own = schema.get("properties", {})
        return set(own) | self.fields(deeper) | self.fields(list(own.values()))


def keys_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*(keys_in(one) for one in value))
    return set(value).union(*(keys_in(one) for one in value.values())) if isinstance(value, Mapping) else set()


@dataclass
class Person:
    http: httpx.AsyncClient
    word: str
    ids: Ids = field(default_factory=dict)

    async def send(self, method: str, path: str, **options: Any) -> Any:
        answer = await self.http.request(method, path, **options)
        assert answer.is_success, (method, path, answer.text)
        return answer.json() if answer.content else None

    async def make_one_of_everything(self) -> None:
        """Leaves the ids of what was made in `ids`, named as paths name them."""
        word, ids = self.word, self.ids
        upload = await self.send("POST", "/v1/photos", files={"file": photo(word)})
        thread = await self.send("POST", "/threads", json={"metadata": {"label": word}})
        garment = {"category": "midi_skirt", "colours": ["red"], "name": f"{word} skirt"}
        ids |= {"word": word, "photo_id": upload["id"], "thread_id": thread["thread_id"], "namespace": "none"}
        hung = (await self.send("POST", "/v1/wardrobe/import", json=[garment, garment | {"name": word}]))["garments"]
        ids["garment_id"], ids["other_id"] = hung[0]["id"], hung[1]["id"]
        asked = run(input=said(f"an outfit for the office, {word}"), metadata={"label": word}, stream_resumable=True)
        output = await self.send("POST", f"/threads/{ids['thread_id']}/runs/wait", json=asked)
        ids["run_id"] = (await self.send("GET", f"/threads/{ids['thread_id']}/runs"))[0]["run_id"]
        state = await self.send("GET", f"/threads/{ids['thread_id']}/state")
        ids["checkpoint_id"] = state["checkpoint"]["checkpoint_id"]
        look = {"thread_id": ids["thread_id"], "look_id": output["looks"][0]["id"]}
        ids["look_id"] = (await self.send("POST", "/v1/looks", json=look))["id"]
        ids["item_id"] = output["looks"][0]["items"][0]["id"]
        ids["preview_id"] = (await self.send("POST", "/v1/previews", json={"look_id": ids["look_id"]}))["id"]
        opinion = {"rating": "up", "note": word, **look}
        ids["feedback_id"] = (await self.send("POST", "/v1/feedback", json=opinion))["id"]
        order = {"article_id": ids["item_id"], "price": float(len(word))}
        await self.send("POST", "/v1/orders/import", json=[order])
        await self.send("PATCH", "/v1/profile", json={"place": word})
        ids["fact_id"] = (await self.send("GET", "/v1/profile/facts"))[0]["id"]
        about = {"name": word, "metadata": {"label": word}}
        ids["assistant_id"] = (await self.send("POST", "/assistants", json=about))["assistant_id"]
        await self.send("PUT", "/store/items", json={"namespace": ["notes"], "key": "one", "value": {"text": word}})
        await self.send("GET", "/v1/suggestions")

    def marks(self) -> list[str]:
        """What an answer to somebody else never holds."""
        return [value for name, value in self.ids.items() if name not in {"namespace", "item_id"}]

    async def everything(self, api: Api) -> dict[str, Any]:
        """What this person reads by every route that only reads."""
        read = {}
        for method, path, one in api.requests(self.ids):
            if method == "GET":
                answer = await self.http.get(path.format(**self.ids), **one.options)
                read[f"{path} {one.options}"] = (answer.status_code, unzipped(answer))
        return read


def unzipped(answer: httpx.Response) -> Any:
    """An archive says when it was written, so that two of them are alike in their files alone."""
    if answer.headers.get("content-type") != "application/zip":
        return answer.content
    with ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
async def app(open_house: Any) -> AsyncIterator[FastAPI]:
    async with open_house(auth="keys") as services:
        application = create_app(services.settings, services)
        async with application.router.lifespan_context(application):
            yield application


@asynccontextmanager
async def coming(app: FastAPI, word: str) -> AsyncIterator[Person]:
    _, token = await app.state.gate.keys.create(word, ["person"])
    transport, headers = httpx.ASGITransport(app), {"X-Api-Key": token}
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", headers=headers) as http:
        yield Person(http, word)


def test_every_id_that_a_route_takes_has_a_case(app: FastAPI) -> None:
    api = Api(app)
    told = cases(defaultdict(str))
    assert told.keys() <= {f"{method} {path}" for method, path, _ in api.operations}
    for method, path, described in api.operations:
        options = [one.options for one in told.get(f"{method} {path}", [])]
        named = keys_in([[one.get("json", {}), one.get("params", {})] for one in options])
        assert api.named(described) <= named, (method, path)
        assert options or "requestBody" not in described, (method, path)


async def test_what_is_anothers_is_as_if_it_were_not_there(app: FastAPI) -> None:
    api = Api(app)
    async with coming(app, "adamantine") as ada, coming(app, "beatific") as bea:
        await ada.make_one_of_everything()
        await bea.make_one_of_everything()
        before = await ada.everything(api)
        for method, path, one in api.requests(ada.ids):
            for address in addresses(path, one, ada, bea):
                answer = await bea.http.request(method, address, **one.options)
                assert fits(answer, one), (method, path, one, answer.status_code, answer.text[:300])
                assert [mark for mark in ada.marks() if mark in told_by(answer)] == [], (method, path)
        assert await ada.everything(api) == before
        for method, path, one in api.requests(ada.ids):
            answer = await ada.http.request(method, path.format(**ada.ids), **one.options)
            assert answer.is_success or answer.json()["code"] in AT_HOME, (method, path, one, answer.text[:300])
            await until(lambda: at_rest(app))


def addresses(path: str, one: Case, theirs: Person, mine: Person) -> list[str]:
    """A path filled in with ids, at least one of them another's, unless what is sent names another's already."""
    names = re.findall(r"{(\w+)}", path)
    filled = {
        path.format(**dict(zip(names, chosen, strict=True)))
        for chosen in product(*((theirs.ids[name], mine.ids[name]) for name in names))
    }
    sent = any(mark in repr(one.options) for mark in theirs.marks())
    return sorted(filled if sent or not names else filled - {path.format(**mine.ids)})


def fits(answer: httpx.Response, one: Case) -> bool:
    """Whether an answer is as it has to be; nothing found says as little as a refusal."""
    return answer.status_code == one.refused or (answer.is_success and one.refused is None) or answer.content == b"[]"


def told_by(answer: httpx.Response) -> str:
    """All that an answer says, but for what a problem repeats of the request."""
    return str(answer.json()["code"]) if answer.is_error else answer.text + str(answer.headers)


async def at_rest(app: FastAPI) -> bool:
    return app.state.admission.under_way == 0


async def test_what_is_for_admins_is_for_nobody_else(app: FastAPI) -> None:
    async with coming(app, "adamantine") as ada:
        for path in FOR_ADMINS:
            for method in app.openapi()["paths"][path]:
                answer = await ada.http.request(method, path.format(feed_id="f"), files={"file": b"{}"})
                assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
