from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.photos import red_square
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


COAT = {"category": "overcoat", "colours": ["black"]}


async def test_garments_are_searched_by_words_of_any_language(http: httpx.AsyncClient) -> None:
    rows = [
        {"category": "scarf", "colours": ["red"]},
        {"category": "scarf", "colours": ["navy"], "fabrics": ["wool"]},
        COAT,
    ]
    red, wool, coat = (await hang(http, *rows))["garments"]
    asked: dict[str, list[dict[str, Any]]] = {
        "red scarf": [red], "scarves": [red, wool], "écharpe rouge": [red], "une écharpe en laine": [wool],
        "红围巾": [red], "红色的围巾": [red], "羊毛": [wool], "manteau": [coat], "overcoat": [coat], "hat": [],
        "the": [red, wool, coat],
    }  # fmt: skip
    for words, found in asked.items():
        assert (await http.get("/v1/wardrobe", params={"q": words})).json() == found, words
    by_filter = await http.get("/v1/wardrobe", params={"slot": "accessory", "colour": ["navy", "black"]})
    assert by_filter.json() == [wool]


async def test_what_was_given_away_is_only_listed_where_asked(http: httpx.AsyncClient) -> None:
    coat, skirt = (await hang(http, COAT, SKIRT))["garments"]
    away = (await http.patch(f"/v1/wardrobe/{coat['id']}", json={"state": "given_away"})).json()
    assert (await http.get("/v1/wardrobe")).json() == [skirt]
    assert (await http.get("/v1/wardrobe", params={"state": "given_away"})).json() == [away]
    assert [one["id"] for one in (await http.get("/v1/wardrobe/export")).json()] == [coat["id"], skirt["id"]]


async def test_garments_are_searched_by_picture(http: httpx.AsyncClient) -> None:
    photo_id = (await http.post("/v1/photos", files={"file": red_square()})).json()["id"]
    rows = [{"category": "tee", "colours": ["navy"]}, {"category": "tee", "colours": ["red"]}]
    navy, red = (await hang(http, *rows))["garments"]
    assert (await http.get("/v1/wardrobe", params={"like": photo_id})).json() == [red, navy]
    (hung,) = (await hang(http, {"category": "tee", "colours": ["navy"], "photo": 1}))["garments"]
    assert (await http.get("/v1/wardrobe", params={"like": photo_id})).json()[-1] == red
    assert hung["photo"] == 1
    assert (await http.get("/v1/wardrobe", params={"like": "none"})).json()["code"] == "no_photo"


async def test_a_sum_without_a_currency_is_in_the_shops_or_the_persons(house: httpx.AsyncClient) -> None:
    (coat,) = (await hang(house, COAT))["garments"]
    path = f"/v1/wardrobe/{coat['id']}"
    assert (await house.patch(path, json={"paid": 120})).json()["currency"] == "EUR"
    await house.patch("/v1/profile", json={"currency": "USD"})
    (skirt,) = (await hang(house, SKIRT))["garments"]
    assert (await house.patch(f"/v1/wardrobe/{skirt['id']}", json={"paid": 1})).json()["currency"] == "USD"


async def test_wears_and_a_price_tell_what_a_wear_costs(http: httpx.AsyncClient, app: FastAPI) -> None:
    (coat,) = (await hang(http, COAT))["garments"]
    path = f"/v1/wardrobe/{coat['id']}"
    priced = (await http.patch(path, json={"paid": 120, "currency": "EUR"})).json()
    assert (priced["currency"], priced["cost_per_wear"]) == ("EUR", None)
    today = app.state.desk.services.clock().date().isoformat()
    for day in ({}, {"day": "2020-02-29"}, {"day": today}):
        worn = (await http.post(f"{path}/worn", json=day)).json()
    assert (worn["worn"], worn["last_worn"], worn["cost_per_wear"]) == (["2020-02-29", today], today, 60.0)
    assert (await http.get("/v1/wardrobe")).json() == [worn]
    undone = (await http.patch(path, json={"worn": ["2020-02-29"]})).json()
    assert (undone["last_worn"], undone["cost_per_wear"]) == ("2020-02-29", 120.0)
    assert (await http.post(f"{path}/worn", json={"day": "2999-01-01"})).status_code == 422
    assert (await http.patch(path, json={"cost_per_wear": 1})).status_code == 422


async def test_the_same_garment_on_two_photos_is_proposed_and_merged_on_a_word(http: httpx.AsyncClient) -> None:
    for _ in range(2):
        await http.post("/v1/photos", files={"file": photo()})
    rows = [{**COAT, "photo": 1}, {**COAT, "photo": 2}, SKIRT]
    first, second, skirt = (await hang(http, *rows))["garments"]
    (pair,) = (await http.get("/v1/wardrobe/duplicates")).json()
    assert (pair["first"], pair["second"]) == (first, second) and len((await http.get("/v1/wardrobe")).json()) == 3
    merge = f"/v1/wardrobe/{first['id']}/merge"
    assert (await http.post(merge, json={"other_id": first["id"]})).status_code == 422
    assert (await http.post(merge, json={"other_id": "none"})).json()["code"] == "no_garment"
    kept = (await http.post(merge, json={"other_id": second["id"]})).json()
    assert (kept["id"], kept["photo"], kept["also_on"]) == (first["id"], 1, [2])
    assert (await http.get("/v1/wardrobe")).json() == [kept, skirt]
    assert (await http.get("/v1/wardrobe/duplicates")).json() == []


async def test_photos_are_made_out_once_and_unconfirmed(http: httpx.AsyncClient, ask_as: As) -> None:
    photo_id = (await http.post("/v1/photos", files={"file": red_square()})).json()["id"]
    asked = {"photos": [photo_id]}
    (first, again) = [(await http.post("/v1/wardrobe/caption", json=asked)).json() for _ in range(2)]
    assert first["garments"] == again["garments"] and first["degraded"] == []
    assert not any(one["confirmed"] for one in first["garments"])
    assert (await http.get("/v1/photos")).json()[0]["captioned"] is True
    ask_as("bea")
    for strange in (photo_id, ""):
        refused = await http.post("/v1/wardrobe/caption", json={"photos": [strange]})
        assert (refused.status_code, refused.json()["code"]) == (404, "no_photo")


async def test_a_photo_that_is_deleted_takes_along_what_nobody_confirmed(http: httpx.AsyncClient) -> None:
    photo_id = (await http.post("/v1/photos", files={"file": photo()})).json()["id"]
    unsure = {**COAT, "photo": 1, "origin": "photo", "confirmed": False}
    _, sure = (await hang(http, unsure, {**SKIRT, "photo": 1}))["garments"]
    await http.delete(f"/v1/photos/{photo_id}")
    assert (await http.get("/v1/wardrobe")).json() == [sure | {"photo": None}]


async def test_new_routes_know_no_garment_of_another(http: httpx.AsyncClient, ask_as: As) -> None:
    coat, skirt = (await hang(http, COAT, SKIRT))["garments"]
    ask_as("bea")
    for path, body in (("worn", {}), ("merge", {"other_id": skirt["id"]})):
        answer = await http.post(f"/v1/wardrobe/{coat['id']}/{path}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "no_garment")
    (mine,) = (await hang(http, COAT | {"name": "mine"}))["garments"]
    assert (await http.post(f"/v1/wardrobe/{mine['id']}/merge", json={"other_id": coat["id"]})).status_code == 404
    assert (await http.get("/v1/wardrobe/duplicates")).json() == []
    ask_as("local")
    assert (await http.get("/v1/wardrobe")).json() == [coat, skirt]
