import httpx
from fastapi import FastAPI

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
