import httpx
import pytest
from fastapi import FastAPI

from tests.photo_files import load_photo_files
from tests.server.pictures import photo
from tests.server.routes.conftest import As


async def upload(http: httpx.AsyncClient, data: bytes | None = None) -> httpx.Response:
    return await http.post("/v1/photos", files={"file": ("skirt.jpg", data or photo())})


async def test_photos_are_listed_by_numbers_that_are_never_given_twice(http: httpx.AsyncClient) -> None:
    first, second = [(await upload(http)).json() for _ in range(2)]
    assert (await http.delete(f"/v1/photos/{second['id']}")).status_code == 204
    third = (await upload(http)).json()
    assert (await http.get("/v1/photos")).json() == [first, third]
    assert (first["number"], third["number"]) == (1, 3)


async def test_as_many_as_are_kept_and_no_more(http: httpx.AsyncClient, app: FastAPI) -> None:
    app.state.desk.services.photos.most = 1
    data = photo()
    kept = await upload(http, data)
    full = await upload(http)
    assert (full.status_code, full.json()["code"]) == (409, "too_many_photos")
    assert "Delete" in full.json()["detail"]
    assert (await upload(http, data)).json() == kept.json()
    await http.delete(f"/v1/photos/{kept.json()['id']}")
    assert (await upload(http)).status_code == 201


async def test_another_persons_photo_is_as_unknown_as_none(http: httpx.AsyncClient, ask_as: As) -> None:
    path = f"/v1/photos/{(await upload(http)).json()['id']}"
    ask_as("bea")
    assert (await http.get("/v1/photos")).json() == []
    for method in ("GET", "DELETE"):
        theirs, unknown = await http.request(method, path), await http.request(method, "/v1/photos/unknown")
        assert theirs.status_code == unknown.status_code == 404
        assert theirs.json()["code"] == unknown.json()["code"] == "no_photo"


@pytest.mark.parametrize(
    "name",
    [
        "a HEIC with its place, held sideways",
        "a JPEG that calls itself a PNG",
        "an animated GIF, of which the first picture counts",
        "half a JPEG",
        "a bomb of 65 million pixels in 8 KB",
        "a ZIP archive that calls itself a JPEG",
        "a JPEG that is a ZIP archive too",
        "an SVG",
        "nothing",
    ],
)
async def test_a_file_is_answered_as_the_table_says(http: httpx.AsyncClient, name: str) -> None:
    [file] = [file for file in load_photo_files() if file.name == name]
    answer = await http.post("/v1/photos", files={"file": (file.called, file.made())})
    if file.answer == "taken":
        stored = await http.get(f"/v1/photos/{answer.json()['id']}")
        assert (answer.status_code, stored.headers["content-type"]) == (201, "image/jpeg")
        assert (answer.json()["width"], answer.json()["height"]) == file.size
    else:
        assert answer.headers["content-type"] == "application/problem+json"
        assert (answer.status_code, answer.json()["code"]) == (422, file.answer)
        assert (await http.get("/v1/photos")).json() == []


async def test_storage_that_is_away_is_said_to_be_and_nothing_is_lost(
    http: httpx.AsyncClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = (await upload(http)).json()

    def down(*args: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as patched:
        for method in ("_put", "_drop"):
            patched.setattr(app.state.desk.services.photos._pictures, method, down)
        for answer in (await upload(http), await http.delete(f"/v1/photos/{kept['id']}")):
            assert (answer.status_code, answer.json()["code"]) == (503, "files_unreachable")
    assert (await http.get("/v1/photos")).json() == [kept]
    assert (await upload(http)).json()["number"] == 2
