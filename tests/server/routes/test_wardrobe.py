from typing import Any

import httpx
import pytest

from tests.server.pictures import photo
from tests.server.routes.conftest import As

SKIRT = {"category": "midi_skirt", "colours": ["burgundy"], "fabrics": ["wool"], "size": "M"}


async def hang(http: httpx.AsyncClient, *rows: Any) -> dict[str, Any]:
    answer = await http.post("/v1/wardrobe/import", json=list(rows))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_a_row_of_few_words_becomes_a_whole_garment(http: httpx.AsyncClient) -> None:
    (skirt,) = (await hang(http, SKIRT))["garments"]
    assert (skirt["name"], skirt["slot"], skirt["confirmed"]) == ("burgundy midi skirt", "bottom", True)
    assert [colour["family"] for colour in skirt["colours"]] == ["burgundy"]
    assert skirt["clo"] > 0
    assert (await http.get(f"/v1/wardrobe/{skirt['id']}")).json() == skirt


async def test_export_and_import_are_each_others_inverse(http: httpx.AsyncClient, ask_as: As) -> None:
    await http.post("/v1/photos", files={"file": photo()})
    rows = [
        SKIRT,
        {**SKIRT, "photo": 1, "confirmed": False},
        {"category": "overcoat", "colours": ["navy", "red"], "clo": 0.9},
    ]
    await hang(http, *rows)
    told = (await http.get("/v1/wardrobe/export")).json()
    assert len(told) == 3
    again = await hang(http, *told)
    assert (again["added"], again["known"], again["garments"]) == (0, 3, told)
    ask_as("bea")
    await http.post("/v1/photos", files={"file": photo()})
    assert (await hang(http, *told))["added"] == 3
    assert (await http.get("/v1/wardrobe/export")).json() == told


async def test_a_photo_that_is_not_there_is_not_pointed_at(http: httpx.AsyncClient) -> None:
    assert (await hang(http, {**SKIRT, "photo": 7}))["garments"][0]["photo"] is None


async def test_faulty_rows_are_named_and_the_rest_goes_in(http: httpx.AsyncClient) -> None:
    faulty: list[tuple[dict[str, Any], str]] = [
        ({"category": "skirtt", "colours": ["red"]}, "midi_skirt"),
        ({**SKIRT, "colours": ["ultraplaid"]}, "burgundy"),
        ({**SKIRT, "colours": []}, "colours"),
        ({"category": "midi_skirt"}, "colours"),
        ({**SKIRT, "slot": "outer"}, "bottom"),
        ({**SKIRT, "fabrics": ["adamantium"]}, "adamantium"),
        ({**SKIRT, "owner": "bea"}, "owner"),
        ({**SKIRT, "image": "/etc/passwd"}, "image"),
        ({**SKIRT, "clo": 99}, "clo"),
    ]
    answer = await hang(http, *(row for row, _ in faulty), SKIRT)
    assert (answer["added"], [one["index"] for one in answer["rejected"]]) == (1, [*range(len(faulty))])
    for (_, word), one in zip(faulty, answer["rejected"], strict=True):
        assert word in one["reason"]


async def test_a_garment_is_confirmed_corrected_and_removed(http: httpx.AsyncClient) -> None:
    (skirt,) = (await hang(http, {**SKIRT, "confirmed": False}))["garments"]
    path = f"/v1/wardrobe/{skirt['id']}"
    assert (await http.patch(path, json={"confirmed": True})).json() == skirt | {"confirmed": True}
    dress = (await http.patch(path, json={"category": "evening_gown", "colours": ["emerald"]})).json()
    assert (dress["id"], dress["slot"], dress["colours"][0]["family"]) == (skirt["id"], "one_piece", "green")
    assert dress["formality"] > skirt["formality"]
    assert (dress["fabrics"], dress["size"]) == (["wool"], "M")
    assert [(await http.delete(path)).status_code for _ in range(2)] == [204, 404]
    assert (await http.get(path)).json()["code"] == "no_garment"


@pytest.mark.parametrize(
    "fields",
    [
        {"category": "toga"}, {"slot": "outer"}, {"id": "other"}, {"clo": -1}, {"colours": []}, {"name": " "},
        {"name": None}, {"pattern": "plaid"}, {"origin": "photo"},
    ],
)  # fmt: skip
async def test_a_correction_that_does_not_fit_is_refused(http: httpx.AsyncClient, fields: dict[str, Any]) -> None:
    (skirt,) = (await hang(http, SKIRT))["garments"]
    answer = await http.patch(f"/v1/wardrobe/{skirt['id']}", json=fields)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
    assert (await http.get("/v1/wardrobe")).json() == [skirt]


async def test_another_persons_garment_is_as_unknown_as_none(http: httpx.AsyncClient, ask_as: As) -> None:
    (skirt,) = (await hang(http, SKIRT))["garments"]
    ask_as("bea")
    for method, body in (("GET", None), ("PATCH", {"confirmed": True}), ("DELETE", None)):
        answer = await http.request(method, f"/v1/wardrobe/{skirt['id']}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "no_garment")
    assert (await http.get("/v1/wardrobe")).json() == []
