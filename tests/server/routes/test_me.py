"""A person leaves: with everything that is theirs, and without a byte left behind."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from fastapi import FastAPI

from stores.caller import LOCAL, Caller
from stores.training_records import Reply, Told
from tests.server import echo
from tests.server.pictures import kept, photo
from tests.server.processes import said, until
from tests.server.routes.conftest import As
from tests.server.routes.test_looks import say

MARKS = (b"zanzibarine", b"velocipede")
LISTS = {"wardrobe.json", "looks.json", "feedback.json", "orders.json", "items.json", "assistants.json"}
ALWAYS = {"README.txt", "profile.json", "training_records.json"} | LISTS
REPLY = Reply(
    role="style", model="m", prompt_hash="x", outcome="accepted",
    messages=[Told(role="user", content="zanzibarine")], chosen="zanzibarine",
)  # fmt: skip
GARMENT = {"category": "midi_skirt", "colours": ["burgundy"], "name": "velocipede skirt"}


async def live_a_little(http: httpx.AsyncClient) -> dict[str, Any]:
    """A conversation, a wardrobe, a photo, a preview, a saved look, an opinion, a stored item; what stays of them."""
    upload = (await http.post("/v1/photos", files={"file": photo()})).json()
    await http.post("/v1/wardrobe/import", json=[GARMENT])
    output = await say(http, "an outfit for the office, my zanzibarine dream")
    for number in range(8):
        await say(http, f"zanzibarine {number} " * 40, "long")
    look = {"thread_id": "t", "look_id": output["looks"][0]["id"]}
    saved = (await http.post("/v1/looks", json=look)).json()
    await http.post("/v1/feedback", json={"rating": "up", "note": "zanzibarine!", **look})
    preview = (await http.post("/v1/previews", json={"look_id": saved["id"]})).json()
    await http.put("/store/items", json={"namespace": ["notes"], "key": "one", "value": {"text": "zanzibarine"}})
    await http.patch("/v1/profile", json={"place": "zanzibarine"})
    pixels = (await http.get(f"/v1/photos/{upload['id']}")).content
    board = (await http.get(preview["url"])).content
    return {"photo": pixels, "preview": board, "saved": saved}


async def export(http: httpx.AsyncClient) -> dict[str, bytes]:
    answer = await http.get("/v1/me/export")
    assert answer.headers["content-type"] == "application/zip"
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


async def test_the_export_holds_everything(house: httpx.AsyncClient) -> None:
    mine = await live_a_little(house)
    files = await export(house)
    assert set(files) >= ALWAYS
    assert all(name in files["README.txt"].decode() for name in ("threads/", "photos/", "previews/"))
    assert files["photos/1.jpg"] == mine["photo"]
    assert [data for name, data in files.items() if name.startswith("previews/")] == [mine["preview"]]
    assert json.loads(files["profile.json"])["profile"]["place"] == "zanzibarine"
    assert mine["saved"] in json.loads(files["looks.json"])
    assert json.loads(files["feedback.json"])[0]["said"] == "zanzibarine!"
    thread = json.loads(files["threads/t.json"])
    assert [message["from"] for message in thread["messages"]] == ["human", "ai"]
    assert len(thread["looks"]) >= 3
    assert json.loads(files["items.json"])[0]["value"] == {"text": "zanzibarine"}
    again = await house.post("/v1/wardrobe/import", json=json.loads(files["wardrobe.json"]))
    assert (again.json()["known"], again.json()["added"]) == (1, 0)


async def test_after_the_deletion_not_a_byte_is_left(
    house: httpx.AsyncClient, house_app: FastAPI, house_as: As
) -> None:
    directory: Path = house_app.state.desk.services.settings.data_dir
    house_as("zoroastra")
    mine = await live_a_little(house)
    house_as("bea")
    await say(house, "hello, I am the other one", "theirs")
    before = kept(directory)
    assert all(any(mark in data for data in before.values()) for mark in MARKS)
    assert mine["photo"] in before.values() and mine["preview"] in before.values()
    house_as("zoroastra")
    assert (await house.delete("/v1/me")).status_code == 204
    after = kept(directory)
    for mark in (*MARKS, mine["photo"], mine["preview"], b"zoroastra"):
        assert [path for path, data in after.items() if mark in data and "catalog" not in path] == []
    assert set(await export(house)) == ALWAYS
    for path in ("photos", "wardrobe", "looks", "previews", "feedback", "profile/facts"):
        assert (await house.get(f"/v1/{path}")).json() == []
    assert (await house.delete("/v1/me")).status_code == 204
    house_as("bea")
    assert len((await house.get("/threads/theirs/state")).json()["values"]["messages"]) == 2


async def test_replies_are_kept_by_ones_own_word_and_for_nobody_else(
    house: httpx.AsyncClient, house_app: FastAPI, house_as: As
) -> None:
    kept = house_app.state.desk.services.training_records
    refused = await house.put("/v1/me/records", json={"given": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "no_records")
    kept.limit = 10
    house_as("zoroastra")
    assert (await house.get("/v1/me/records")).json() == {"given": False, "offered": True, "since": None, "kept": 0}
    assert (await house.put("/v1/me/records", json={"given": True})).json()["given"] is True
    await kept.keep(Caller("zoroastra"), "t", "r", REPLY)
    files = await export(house)
    assert json.loads(files["training_records.json"])["records"][0]["chosen"] == "zanzibarine"
    house_as("bea")
    assert (await house.get("/v1/me/records")).json()["given"] is False
    assert json.loads((await export(house))["training_records.json"])["records"] == []
    house_as("zoroastra")
    assert (await house.get("/v1/me/records")).json()["kept"] == 1
    withdrawn = (await house.put("/v1/me/records", json={"given": False})).json()
    assert (withdrawn["given"], withdrawn["kept"]) == (False, 0)
    directory: Path = house_app.state.desk.services.settings.data_dir
    assert [path for path, data in kept_in(directory) if MARKS[0] in data] == []


async def test_whoever_is_erased_has_agreed_to_nothing_any_more(house: httpx.AsyncClient, house_app: FastAPI) -> None:
    kept = house_app.state.desk.services.training_records
    kept.limit = 10
    await house.put("/v1/me/records", json={"given": True})
    await kept.keep(LOCAL, "t", "r", REPLY)
    assert (await house.delete("/v1/me")).status_code == 204
    assert (await house.get("/v1/me/records")).json() == {"given": False, "offered": True, "since": None, "kept": 0}
    directory: Path = house_app.state.desk.services.settings.data_dir
    assert [path for path, data in kept_in(directory) if MARKS[0] in data] == []


def kept_in(directory: Path) -> list[tuple[str, bytes]]:
    return [*kept(directory).items()]


async def test_a_run_under_way_is_stopped_and_gone(
    http: httpx.AsyncClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(echo, "SLOW_S", 300)
    body = {"assistant_id": "stylist", "input": said("slowly, zanzibarine")}
    for thread in ("t1", "t2"):
        await http.post("/threads", json={"thread_id": thread})
    asked = ("t1", "t1", "t2")
    waiting = asyncio.gather(*(http.post(f"/threads/{thread}/runs/wait", json=body) for thread in asked))

    async def all_are_in_line() -> bool:
        return len(app.state.desk.runs.under_way(LOCAL)) == len(asked)

    await until(all_are_in_line)
    assert (await http.delete("/v1/me")).status_code == 204
    await waiting
    assert (await http.post("/threads/search", json={})).json() == []
    directory = app.state.desk.services.settings.data_dir
    assert [path for path, data in kept(directory).items() if MARKS[0] in data] == []
