"""What a catalogue search may be narrowed down by, and what it says of values that nothing has."""

from typing import Any

import httpx
import pytest

from tests.photos import red_square


async def found(house: httpx.AsyncClient, query: str) -> dict[str, Any]:
    answer = await house.get(f"/v1/catalog/search?{query}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@pytest.fixture
async def shoes(house: httpx.AsyncClient) -> dict[str, Any]:
    return await found(house, "slot=footwear&price_max=80&limit=100")


async def test_facets_count_what_the_filters_allow(house: httpx.AsyncClient, shoes: dict[str, Any]) -> None:
    facets = shoes["facets"]
    assert shoes["total"] == facets["total"] == sum(facets["categories"].values()) == facets["slots"]["footwear"]
    assert sum(band["count"] for band in facets["prices"]) + facets["unpriced"] == shoes["total"]
    for parameter, field in (("category", "categories"), ("colour", "colours"), ("brand", "brands"), ("size", "sizes")):
        value, count = next(iter(facets[field].items()))
        assert count == max(facets[field].values())
        narrowed = await house.get("/v1/catalog/search", params={"slot": "footwear", "price_max": 80, parameter: value})
        assert narrowed.json()["total"] == count, parameter


async def test_pages_follow_each_other(house: httpx.AsyncClient, shoes: dict[str, Any]) -> None:
    query = "slot=footwear&price_max=80&q=black+leather&limit="
    whole = [hit["article"]["id"] for hit in (await found(house, query + "10"))["results"]]
    pages = [await found(house, f"{query}5&offset={offset}") for offset in (0, 5)]
    assert {hit["article"]["id"] for page in pages for hit in page["results"]} == set(whole)
    assert [page["count"] for page in pages] == [5, 5]
    assert {page["total"] for page in pages} == {shoes["total"]}


@pytest.mark.parametrize("mode", ["hybrid", "dense", "lexical"])
async def test_filters_hold_in_every_mode(house: httpx.AsyncClient, mode: str) -> None:
    query = (
        "q=warm+coat&slot=outer&colour=navy&colour=black&avoid_fabric=wool&season=winter&clo_min=0.5&formality_max=7"
    )
    hits = (await found(house, f"{query}&mode={mode}"))["results"]
    assert hits
    for article in (hit["article"] for hit in hits):
        assert article["slot"] == "outer" and article["clo"] >= 0.5 and article["formality"] <= 7
        assert {colour["family"] for colour in article["colours"]} & {"navy", "black"}
        assert "wool" not in article["fabrics"] and "winter" in (article["seasons"] or ["winter"])


async def test_exclude_and_avoid_leave_out(house: httpx.AsyncClient, shoes: dict[str, Any]) -> None:
    first = shoes["results"][0]["article"]
    rest = await found(house, f"slot=footwear&price_max=80&limit=100&exclude={first['id']}")
    assert rest["total"] == shoes["total"] - 1
    other = await found(house, f"slot=footwear&price_max=80&avoid_category={first['category']}")
    assert first["category"] not in other["facets"]["categories"]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("category=sneaker", "sneakers"), ("avoid_category=tuxedos", "tuxedo"), ("fabric=woool", "wool"),
        ("brand=nobody", "There is"), ("size=52", "There is"), ("colour=mauve", "purple"), ("slot=feet", "footwear"),
        ("season=monsoon", "winter"), ("pattern=tartan", "check"), ("mode=magic", "hybrid"),
        ("price_min=90&price_max=10", "price_min"), ("clo_min=nan", "clo_min"), ("offset=5000", "offset"),
        ("q=" + "x" * 401, "q"), ("color=red", "color"),
    ],
)  # fmt: skip
async def test_a_value_that_nothing_has_is_refused_with_what_there_is(
    house: httpx.AsyncClient, query: str, word: str
) -> None:
    answer = await house.get(f"/v1/catalog/search?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_input")
    assert word in answer.json()["detail"]


async def upload(house: httpx.AsyncClient) -> str:
    return str((await house.post("/v1/photos", files={"file": red_square()})).json()["id"])


async def test_a_photo_is_searched_by_whether_it_is_kept_or_not(house: httpx.AsyncClient) -> None:
    kept = await found(house, f"photo={await upload(house)}&slot=bottom&price_max=80&limit=5")
    assert [hit["ranks"]["likeness"] for hit in kept["results"]] == [1, 2, 3, 4, 5]
    assert {hit["article"]["slot"] for hit in kept["results"]} == {"bottom"}
    assert all(hit["article"]["price"] <= 80 for hit in kept["results"])
    assert kept["results"][0]["article"]["colours"][0]["family"] in {"red", "burgundy", "orange"}
    query = "/v1/catalog/search?slot=bottom&price_max=80&limit=5"
    shown = (await house.post(query, files={"file": red_square()})).json()
    assert shown["results"] == kept["results"]
    assert len((await house.get("/v1/photos")).json()) == 1


async def test_a_photo_that_is_not_there_or_cannot_be_read_is_told(house: httpx.AsyncClient) -> None:
    assert (await house.get("/v1/catalog/search?photo=none")).json()["code"] == "no_photo"
    both = await house.get("/v1/catalog/search?photo=none&like=none")
    assert both.status_code == 422 and "not both" in both.json()["detail"]
    broken = await house.post("/v1/catalog/search", files={"file": b"<svg/>"})
    assert (broken.status_code, broken.json()["code"]) == (422, "photo_unreadable")


async def test_words_in_pictures_need_a_model(house: httpx.AsyncClient) -> None:
    answer = await house.get("/v1/catalog/search?q=red&mode=pictures")
    assert answer.status_code == 422 and "MAISON_IMAGE_ENCODER" in answer.json()["detail"]
