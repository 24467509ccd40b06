"""A person's whole life with the service, by the official client: lived, given out as one archive, and gone."""

import asyncio
import gzip
import io
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import httpx
import orjson
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

from stores.caller import Caller
from tests.server.pictures import MARKER, kept, photo
from tests.server.processes import Served, said, serving
from tests.server.routes.test_me import ALWAYS

TOLD = ("said", "label", "garment", "note", "item", "assistant", "place")

THREADS = ("thread", "other", "copy", "suggested")


@dataclass
class Life:
    """A person at a server. `words` are theirs alone, one for each kind of thing they tell; `made`, what came of it."""

    name: str
    occasion: str
    token: str
    client: LangGraphClient
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def http(self) -> httpx.AsyncClient:
        return self.client.http.client

    @property
    def caller(self) -> Caller:
        return Caller(f"key:{self.token.split('_')[1]}")

    @property
    def words(self) -> dict[str, str]:
        return {kind: f"{self.name}{kind}ine" for kind in TOLD}

    async def send(self, method: str, path: str, **options: Any) -> Any:
        answer = await self.http.request(method, path, **options)
        assert answer.is_success, answer.text
        is_json = answer.content and answer.headers["content-type"] == "application/json"
        return answer.json() if is_json else answer.content

    async def say(self, thread_id: str, content: Any) -> dict[str, Any]:
        message = {"role": "user", "content": content}
        output = await self.client.runs.wait(thread_id, "stylist", input={"messages": [message]})
        assert "__error__" not in output, output
        return dict(output)

    async def follow(self, thread_id: str, text: str) -> dict[str, Any]:
        """A turn whose events are kept, so that a client can come back to them."""
        stream = self.client.runs.stream(thread_id, "stylist", input=said(text), stream_resumable=True)
        values = [part.data async for part in stream if part.event == "values"]
        return dict(values[-1])

    async def export(self) -> dict[str, bytes]:
        with ZipFile(io.BytesIO(await self.send("GET", "/v1/me/export"))) as archive:
            assert archive.testzip() is None
            return {name: archive.read(name) for name in archive.namelist()}


@asynccontextmanager
async def living(served: Served, name: str, occasion: str) -> AsyncIterator[Life]:
    token = (await served.maison("keys", "create", name)).strip()
    async with get_client(url=served.url, api_key=token) as client:
        yield Life(name, occasion, token, client)


async def live(life: Life) -> None:
    """Says, sends, likes, keeps and makes one of everything that a person can."""
    words, made = life.words, life.made
    upload = await life.send("POST", "/v1/photos", files={"file": ("me.jpg", photo(life.name), "image/jpeg")})
    made["pixels"] = await life.send("GET", f"/v1/photos/{upload['id']}")
    assert MARKER.encode() not in made["pixels"]
    garment = {"category": "midi_skirt", "colours": ["burgundy"], "name": f"{words['garment']} skirt"}
    await life.send("POST", "/v1/wardrobe/import", json=[garment])
    made["thread"] = await new_thread(life, label=words["label"])
    question = [{"type": "text", "text": f"What goes with this skirt for {life.occasion}, {words['said']}?"}]
    output = await life.say(made["thread"], [*question, {"type": "image", "file_id": upload["id"]}])
    await show_taste(life, output)
    look = {"thread_id": made["thread"], "look_id": output["looks"][0]["id"]}
    made["look"] = (await life.send("POST", "/v1/looks", json=look))["id"]
    preview = await life.send("POST", "/v1/previews", json={"look_id": made["look"]})
    made["preview"] = await life.send("GET", preview["url"])
    made["copy"] = (await life.client.threads.copy(made["thread"]))["thread_id"]
    made["suggested"] = (await life.send("GET", "/v1/suggestions"))["thread_id"]
    await life.client.store.put_item(["notes"], "one", {"text": words["item"]})
    assistant = await life.client.assistants.create("stylist", context={"looks": 1}, name=words["assistant"])
    made["assistant"] = assistant["assistant_id"]


async def show_taste(life: Life, output: dict[str, Any]) -> None:
    """What is disliked on one thread, owned and told shows on another."""
    refused = output["looks"][0]["items"][0]["id"]
    about = {"thread_id": life.made["thread"], "item_id": refused}
    await life.send("POST", "/v1/feedback", json={"rating": "down", "note": life.words["note"], **about})
    await life.say(life.made["thread"], f"I live in Lyon, {life.words['place']}, and I hate yellow")
    life.made["other"] = await new_thread(life)
    again = await life.say(life.made["other"], f"an outfit for {life.occasion}")
    items = [item for look in again["looks"] for item in look["items"]]
    assert items and refused not in {item["id"] for item in items}
    assert "yellow" not in {item["colour"]["family"] for item in items}
    assert again["conditions"]["place"] == "Lyon"
    skirt = await life.follow(life.made["other"], "build an outfit around my burgundy skirt")
    assert "wardrobe" in {item["source"] for look in skirt["looks"] for item in look["items"]}


async def new_thread(life: Life, **metadata: str) -> str:
    return str((await life.client.threads.create(metadata=metadata))["thread_id"])


def check_export(life: Life, files: dict[str, bytes]) -> None:
    """Everything that was made is there, and what was told stands where it belongs."""
    words, made = life.words, life.made
    assert files.keys() >= ALWAYS
    places = {
        "said": f"threads/{made['thread']}.json",
        "label": f"threads/{made['thread']}.json",
        "garment": "wardrobe.json",
        "note": "feedback.json",
        "item": "items.json",
        "assistant": "assistants.json",
        "place": "profile.json",
    }
    assert [kind for kind, name in places.items() if words[kind].encode() not in files.get(name, b"")] == []
    assert {f"threads/{made[thread]}.json" for thread in THREADS} < files.keys()
    assert made["look"] in {look["id"] for look in orjson.loads(files["looks.json"]) if look["saved"]}
    assert files["photos/1.jpg"] == made["pixels"]
    assert made["preview"] in [data for name, data in files.items() if name.startswith("previews/")]
    told = files["README.txt"].decode()
    assert [name for name in files if name.split("/")[0] not in told and name != "README.txt"] == []


def marks(life: Life) -> dict[str, bytes]:
    """Byte strings that are this person's alone: words, ids, their name in the stores, pieces of pictures."""
    ids = {kind: life.made[kind] for kind in (*THREADS, "look", "assistant")}
    names = life.words | ids | {"owner": life.caller.id, "folder": life.caller.key}
    pictures = {kind: middle(life.made[kind]) for kind in ("pixels", "preview")}
    return {kind: name.encode() for kind, name in names.items()} | pictures


def middle(picture: bytes) -> bytes:
    """Enough of a picture to know it by; its ends are the same in many."""
    return picture[len(picture) // 2 :][:100]


def found(directory: Path, marks: dict[str, bytes]) -> set[tuple[str, str]]:
    """(mark, file) of every mark in any file but the operator's list of keys, however the file is packed."""
    folders = {
        (kind, str(path)) for path in directory.rglob("*") for kind, mark in marks.items() if mark in bytes(path)
    }
    return folders | {
        (kind, path)
        for path, data in kept(directory).items()
        if not Path(path).name.startswith("keys.db")
        for layer in unpacked(path, data)
        for kind, mark in marks.items()
        if mark in layer
    }


def unpacked(path: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and those that are packed in it."""
    yield data
    if data.startswith(b"SQLite format 3"):
        yield from rows(path)
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    elif is_zipfile(io.BytesIO(data)):
        with ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def rows(path: str) -> Iterator[bytes]:
    """Every row of every table, as text."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in db.execute(f'SELECT * FROM "{table}"'):
                yield b" ".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)


async def test_a_life_is_lived_given_out_and_forgotten_while_another_goes_on(data_dir: Path) -> None:
    with serving(data_dir, auth="keys") as served:
        async with living(served, "ada", "the office") as ada, living(served, "bea", "a party") as bea:
            await asyncio.gather(live(ada), live(bea))
            hers, theirs = await ada.export(), await bea.export()
            for life, files in ((ada, hers), (bea, theirs)):
                check_export(life, files)
                assert {kind for kind, _ in found(data_dir, marks(life))} == marks(life).keys()
            assert await ada.send("DELETE", "/v1/me") == b""
            assert found(data_dir, marks(ada)) == set()
            assert set(await ada.export()) == ALWAYS
            assert await bea.export() == theirs
        served.kill()
    assert found(data_dir, marks(ada)) == set()
