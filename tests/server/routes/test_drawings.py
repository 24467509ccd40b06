import io

import httpx
from fastapi import FastAPI
from PIL import Image

from tests.server.routes.conftest import As


async def test_a_garment_without_a_photo_is_drawn_in_its_colour(http: httpx.AsyncClient) -> None:
    hung = (await http.post("/v1/wardrobe/import", json=[{"category": "blazer", "colours": ["red"]}])).json()
    path = f"/v1/wardrobe/{hung['garments'][0]['id']}/drawing"
    red = await http.get(path)
    assert red.headers["content-type"] == "image/png"
    await http.patch(path.removesuffix("/drawing"), json={"colours": ["navy"]})
    assert middle(red.content)[0] > middle((await http.get(path)).content)[0]


async def test_nobody_sees_what_another_owns(http: httpx.AsyncClient, app: FastAPI, ask_as: As) -> None:
    hung = (await http.post("/v1/wardrobe/import", json=[{"category": "blazer", "colours": ["red"]}])).json()
    ask_as("bea")
    answer = await http.get(f"/v1/wardrobe/{hung['garments'][0]['id']}/drawing")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_garment")


async def test_what_is_only_told_of_is_drawn_by_its_kind_and_colour(http: httpx.AsyncClient) -> None:
    asked = {"family": "red", "hex": "#b3202a"}
    red = await http.get("/v1/drawings/blazer", params=asked)
    assert (red.status_code, red.headers["content-type"]) == (200, "image/png")
    navy = await http.get("/v1/drawings/blazer", params={"family": "navy", "hex": "#1c2747"})
    assert middle(red.content)[0] > middle(navy.content)[0]
    for wrong in ({"hex": "red"}, {"family": "reddish"}, {"pattern": "loud"}):
        assert (await http.get("/v1/drawings/blazer", params=asked | wrong)).status_code == 422
    assert (await http.get("/v1/drawings/spaceship", params=asked)).status_code == 422


def middle(png: bytes) -> tuple[int, ...]:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return picture.getpixel((picture.width // 3, picture.height // 2))  # type: ignore[return-value]
