"""Photos in messages: stored clean, named by id, and nowhere else."""

import base64
import io
from typing import Any

import httpx
import pytest
from PIL import Image

from graph.settings import Settings
from server.ingress import MOST_PHOTOS
from tests.photo_files import load_photo_files
from tests.server.pictures import MARKER, kept, photo


def blocks(data: bytes) -> list[dict[str, Any]]:
    encoded = base64.b64encode(data).decode()
    return [
        {"type": "image_url", "image_url": {"url": f"data:image/jpeg;base64,{encoded}"}},
        {"type": "image_url", "image_url": f"data:image/jpeg;base64,{encoded}"},
        {"type": "image", "base64": encoded, "mime_type": "image/jpeg"},
        {"type": "image", "source_type": "base64", "data": encoded, "mime_type": "image/jpeg"},
    ]


async def wait(http: httpx.AsyncClient, content: list[Any]) -> httpx.Response:
    message = {"type": "human", "content": content}
    body = {"assistant_id": "stylist", "input": {"messages": [message]}, "if_not_exists": "create"}
    return await http.post("/threads/t/runs/wait", json=body)


@pytest.mark.parametrize("shape", range(4))
async def test_pixels_and_place_of_a_photo_are_nowhere_in_the_data_directory(
    http: httpx.AsyncClient, settings: Settings, shape: int
) -> None:
    data = photo()
    answer = await wait(http, [{"type": "text", "text": "look"}, blocks(data)[shape]])
    content = answer.json()["messages"][0]["content"]
    assert content[0] == {"type": "text", "text": "look"}
    assert set(content[1]) == {"type", "file_id"}
    stored = await http.get(f"/v1/photos/{content[1]['file_id']}")
    assert Image.open(io.BytesIO(stored.content)).size == (96, 64)
    found = kept(settings.data_dir)
    assert len(found) > 3
    for needle in (MARKER.encode(), data[-400:-300], base64.b64encode(data)[400:500]):
        assert [path for path, held in found.items() if needle in held] == []


async def test_a_stored_photo_is_named_by_its_id_and_alone_is_a_message(http: httpx.AsyncClient) -> None:
    uploaded = (await http.post("/v1/photos", files={"file": ("a.jpg", photo(), "image/jpeg")})).json()
    assert uploaded["number"] == 1
    answer = await wait(http, [{"type": "image", "file_id": uploaded["id"]}])
    assert answer.json()["messages"][0]["content"] == [{"type": "image", "file_id": uploaded["id"]}]


async def test_a_refused_message_stores_no_photo(http: httpx.AsyncClient, settings: Settings) -> None:
    answer = await wait(http, [blocks(photo())[2], {"type": "audio", "data": ""}])
    assert answer.status_code == 422
    assert list(settings.data_dir.rglob("*.jpg")) == []


async def test_a_photo_over_its_limit_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post("/v1/photos", files={"file": ("a.jpg", b"x" * 600_000, "image/jpeg")})
    assert (answer.status_code, answer.json()["code"]) == (413, "photo_too_large")


@pytest.mark.parametrize("name", ["half a PNG", "an SVG", "a JPEG that is a PDF too", "one pixel"])
async def test_a_bad_file_in_a_message_is_answered_as_the_table_says(
    http: httpx.AsyncClient, settings: Settings, name: str
) -> None:
    [file] = [file for file in load_photo_files() if file.name == name]
    answer = await wait(http, [{"type": "text", "text": "look"}, blocks(photo())[2], blocks(file.made())[0]])
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["code"]) == (422, file.answer)
    assert (await http.post("/threads/search", json={})).json() == []


async def test_a_heic_in_a_message_is_kept_as_a_jpeg(http: httpx.AsyncClient) -> None:
    [file] = [file for file in load_photo_files() if file.name == "a HEIC"]
    content = (await wait(http, [blocks(file.made())[2]])).json()["messages"][0]["content"]
    stored = await http.get(f"/v1/photos/{content[0]['file_id']}")
    assert Image.open(io.BytesIO(stored.content)).format == "JPEG"


async def test_several_photos_of_a_message_are_numbered_in_their_order(http: httpx.AsyncClient) -> None:
    sent = [photo() for _ in range(4)]
    content = (await wait(http, [blocks(data)[2] for data in [*sent, sent[0]]])).json()["messages"][0]["content"]
    listed = (await http.get("/v1/photos")).json()
    assert [one["number"] for one in listed] == [1, 2, 3, 4]
    assert [block["file_id"] for block in content] == [*(one["id"] for one in listed), listed[0]["id"]]


async def test_more_photos_than_a_message_takes_are_refused_and_none_is_kept(http: httpx.AsyncClient) -> None:
    answer = await wait(http, [blocks(photo())[2]] * (MOST_PHOTOS + 1))
    assert (answer.status_code, answer.json()["code"]) == (422, "message_too_many_photos")
    assert (await http.get("/v1/photos")).json() == []


async def test_a_message_that_is_larger_than_any_may_be_is_refused_before_it_is_read(http: httpx.AsyncClient) -> None:
    answer = await wait(http, [{"type": "image", "base64": "A" * 20_000_000}])
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert answer.headers["content-type"] == "application/problem+json"
