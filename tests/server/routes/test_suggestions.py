import asyncio
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from stores.caller import LOCAL
from stores.suggestions import Suggestions
from stores.vocabulary import Filters
from tests.conftest import TODAY
from tests.server.routes.conftest import As
from tests.server.routes.test_looks import say

TODAYS = "/v1/suggestions"


def worn(made: dict[str, Any]) -> set[str]:
    return {item["id"] for look in made["looks"] for item in look["items"]}


@pytest.mark.parametrize(("language", "place"), [("en", "Oslo"), ("fr", "Lyon"), ("zh", "Shanghai")])
async def test_three_looks_for_today_in_the_persons_language(
    house: httpx.AsyncClient, language: str, place: str
) -> None:
    profile = {"language": language, "place": place, "presentation": "women", "avoid_colours": ["black"]}
    await house.patch("/v1/profile", json=profile)
    made = (await house.get(TODAYS)).json()
    assert (made["date"], len(made["looks"])) == (TODAY.date().isoformat(), 3)
    assert made["conditions"]["temp_max_c"] is not None
    assert {look["kind"] for look in made["looks"]} == {"outfit"}
    assert "black" not in {item["colour"]["family"] for look in made["looks"] for item in look["items"]}
    state = (await house.get(f"/threads/{made['thread_id']}/state")).json()["values"]
    assert (state["brief"]["language"], state["degraded"]) == (language, [])


async def test_they_stay_for_the_day_and_are_new_the_next(house: httpx.AsyncClient, house_app: FastAPI) -> None:
    first, again = await asyncio.gather(house.get(TODAYS), house.get(TODAYS))
    assert first.json() == again.json()
    await house.patch("/v1/profile", json={"colours": ["green"]})
    assert (await house.get(TODAYS)).json() == first.json()
    house_app.state.desk.services.clock = lambda: TODAY + timedelta(days=1)
    next_day = (await house.get(TODAYS)).json()
    assert next_day["thread_id"] != first.json()["thread_id"]
    assert not worn(next_day) & worn(first.json())


async def test_another_language_makes_them_anew_and_for_the_day(house: httpx.AsyncClient) -> None:
    english = (await house.get(TODAYS)).json()
    french = (await house.get(TODAYS, params={"language": "fr"})).json()
    assert (english["language"], french["language"]) == ("en", "fr")
    assert {look["title"] for look in french["looks"]}.isdisjoint(look["title"] for look in english["looks"])
    assert (await house.get(TODAYS, params={"language": "fr"})).json() == french
    assert (await house.get(TODAYS, params={"language": "tlh"})).status_code == 422


async def test_what_was_worn_comes_again_where_there_is_nothing_else(
    house: httpx.AsyncClient, house_app: FastAPI
) -> None:
    services = house_app.state.desk.services
    made = Suggestions.model_validate((await house.get(TODAYS)).json())
    [shoes] = await services.catalog.cheapest([Filters(slots=["footwear"])], limit=500)
    item = made.looks[0].items[0]
    every_shoe = [item.model_copy(update={"id": shoe}) for shoe in shoes]
    look = made.looks[0].model_copy(update={"items": every_shoe})
    await services.suggestions.keep(LOCAL, made.model_copy(update={"date": date(2000, 1, 1), "looks": [look]}))
    again = (await house.get(TODAYS)).json()
    assert len(again["looks"]) == 3
    assert worn(again) & set(shoes)


async def test_the_thread_goes_on(house: httpx.AsyncClient) -> None:
    made = (await house.get(TODAYS)).json()
    cheaper = await say(house, "cheaper", made["thread_id"])
    assert cheaper["looks"][0]["total"] < made["looks"][0]["total"]


async def test_everybody_has_their_own(house: httpx.AsyncClient, house_as: As) -> None:
    mine = (await house.get(TODAYS)).json()
    house_as("bea")
    theirs = (await house.get(TODAYS)).json()
    assert theirs["thread_id"] != mine["thread_id"]
    assert (await house.get(f"/threads/{mine['thread_id']}")).status_code == 404


async def test_without_a_catalogue_nothing_is_made_up(http: httpx.AsyncClient) -> None:
    assert (await http.get(TODAYS)).json()["code"] == "no_catalog"
    assert (await http.post("/threads/search", json={})).json() == []
