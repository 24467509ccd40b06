"""Suitcases and gaps, from what a person writes to what they read and what an app gets."""

from typing import Any

import pytest

from stores.garments import GarmentRow
from stores.vocabulary import RunOutput
from tools.shape import SWIM

OWN = [
    ("shirt", "white"), ("shirt", "blue"), ("tee", "grey"), ("jeans", "blue"), ("chinos", "navy"), ("sweater", "navy"),
    ("leather_sneakers", "white"), ("loafers", "brown"),
]  # fmt: skip


async def hang(talk: Any, pieces: list[tuple[str, str]], **more: Any) -> None:
    rows = [GarmentRow(category=kind, colours=[colour], **more).garment() for kind, colour in pieces]  # type: ignore[list-item]
    await talk.services.wardrobe.add(talk.caller, rows)


def sources(output: dict[str, Any]) -> set[str]:
    return {item["source"] for item in output["packing"]["pieces"]}


@pytest.mark.parametrize(
    ("text", "days", "word"),
    [
        ("Pack for 5 days in Lisbon in May, one dinner and a hike, carry-on only", 5, "hike"),
        ("ma valise pour 5 jours à Lisbonne en mai, un dîner et une randonnée", 5, "randonnée"),
        ("去里斯本玩五天，五月，行李箱怎么装，有一顿晚餐和一天徒步", 5, "徒步"),
    ],
)
async def test_a_trip_is_packed(talk: Any, text: str, days: int, word: str) -> None:
    output = await talk.say(text)
    RunOutput.model_validate({key: value for key, value in output.items() if key != "messages"})
    packing, looks = output["packing"], {look["id"]: look for look in output["looks"]}
    assert sorted({row["day"] for row in packing["days"]}) == list(range(1, days + 1))
    assert {row["occasion"] for row in packing["days"]} == {"city_trip", "hike", "dinner"}
    assert {row["look"] for row in packing["days"]} == set(looks)
    ids = {item["id"] for look in looks.values() for item in look["items"]}
    assert {item["id"] for item in packing["pieces"]} == ids and len(packing["pieces"]) == len(ids)
    assert packing["total"] == pytest.approx(sum(item["price"] for item in packing["pieces"]))
    assert len(ids) < sum(len(look["items"]) for look in looks.values()) * 0.6
    hike = looks[next(row["look"] for row in packing["days"] if row["occasion"] == "hike")]
    assert {item["category"] for item in hike["items"] if item["slot"] == "footwear"} <= {
        "hiking_boots",
        "running_shoes",
    }
    assert output["degraded"] == []
    assert word in output["messages"][-1].text


@pytest.mark.parametrize(
    ("text", "swims"),
    [
        ("pack for 4 days in Nice in August, I'm a woman, at the beach every day", {"swimsuit", "bikini"}),
        ("pack for 4 days in Nice in August, I'm a man, at the beach every day", {"swim_shorts"}),
        ("pack for 4 days in Oslo in January, I'm a man, with the hotel pool", {"swim_shorts"}),
        ("pack for 4 days in Oslo in January, I'm a man, one day at the beach", set()),
    ],
)
async def test_who_goes_swimming_takes_something_to_swim_in(talk: Any, text: str, swims: set[str]) -> None:
    output = await talk.say(text)
    packed = {item["category"] for item in output["packing"]["pieces"]}
    assert bool(packed & swims) == bool(swims) and not packed & ({*SWIM} - swims)


async def test_the_wardrobe_is_packed_first(talk: Any) -> None:
    await hang(talk, OWN)
    output = await talk.say("Pack for 4 days in Lisbon in May")
    assert sources(output) == {"wardrobe"} and output["packing"]["total"] == 0


async def test_what_a_photo_only_seems_to_show_is_not_packed(talk: Any) -> None:
    await hang(talk, OWN, origin="photo", confirmed=False)
    output = await talk.say("Pack for 3 days in Lisbon in May")
    assert sources(output) == {"catalog"}


async def test_a_suitcase_can_be_changed(talk: Any) -> None:
    first = await talk.say("Pack for 3 days in Oslo in January, I'm a woman")
    cheaper = await talk.say("cheaper")
    assert cheaper["packing"]["total"] < first["packing"]["total"]
    plain = await talk.say("no dresses and no skirts")
    assert plain["packing"] and not {"one_piece"} & {item["slot"] for item in plain["packing"]["pieces"]}
    longer = await talk.say("make it 5 days")
    assert len(longer["packing"]["days"]) == 5
    advice = await talk.say("can I wear sneakers there?")
    assert advice["packing"] is None and advice["brief"]["intent"] == "ask_advice"
    again = await talk.say("show me the second one again")
    assert [look["id"] for look in again["looks"]] == [longer["looks"][1]["id"]] and again["packing"] is None


async def test_a_budget_is_for_the_whole_suitcase(talk: Any) -> None:
    output = await talk.say("Pack for 3 days in Lisbon in May under 200 euros, I'm a man")
    assert 0 < output["packing"]["total"] <= 200
    none = await talk.say("Pack for 3 days in Lisbon in May under 10 euros, I'm a man")
    assert none["looks"] == [] and none["packing"] is None
    assert [gap["constraint"] for gap in none["brief"]["unmet"]] == ["budget"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("what one piece would do most for my wardrobe?", "new outfit"),
        ("que me manque-t-il ?", "de plus"),
        ("我衣橱里缺什么", "套新搭配"),
    ],
)
async def test_the_piece_that_makes_most_outfits_is_found(talk: Any, text: str, count: str) -> None:
    await hang(talk, [*OWN[:6]])
    output = await talk.say(text)
    RunOutput.model_validate({key: value for key, value in output.items() if key != "messages"})
    assert [gap["id"] for gap in output["gaps"]] == [look["items"][0]["id"] for look in output["looks"]]
    first = output["gaps"][0]
    assert output["looks"][0]["items"][0]["slot"] == "footwear" and first["outfits"] > 1
    assert first["id"] in {item["id"] for item in first["example"]["items"]}
    assert {item["source"] for item in first["example"]["items"] if item["id"] != first["id"]} == {"wardrobe"}
    assert output["degraded"] == [] and count in output["messages"][-1].text


async def test_a_gap_can_be_filled_for_less(talk: Any) -> None:
    await hang(talk, [*OWN[:6]])
    first = await talk.say("what am I missing?")
    cheaper = await talk.say("cheaper")
    assert cheaper["gaps"] and cheaper["looks"][0]["total"] < first["looks"][0]["total"]
    similar = await talk.say("show me more like the first one")
    assert similar["gaps"] == [] and similar["brief"]["intent"] == "similar"


async def test_a_stranger_is_asked_what_they_own(talk: Any) -> None:
    output = await talk.say("what is missing from my wardrobe?")
    assert output["looks"] == output["gaps"] == []
    assert "own" in output["messages"][-1].text or "wardrobe" in output["messages"][-1].text


async def test_a_full_wardrobe_lacks_nothing(talk: Any) -> None:
    kinds = {
        "tee": ["white", "navy", "grey"], "shirt": ["white", "blue", "navy"], "sweater": ["grey", "navy", "cream"],
        "fine_knit": ["black", "burgundy"], "trousers": ["black", "grey", "navy"], "jeans": ["blue", "black"],
        "chinos": ["beige"], "leather_sneakers": ["white"], "ankle_boots": ["black"], "loafers": ["brown"],
        "blazer": ["navy"], "overcoat": ["grey"], "winter_coat": ["black"], "light_jacket": ["beige"],
    }  # fmt: skip
    await hang(talk, [(kind, colour) for kind, colours in kinds.items() for colour in colours])
    output = await talk.say("what one piece would do most for my wardrobe?")
    assert output["looks"] == output["gaps"] == []
    assert output["degraded"] == [] and output["messages"][-1].text


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("help me pack", "How many days will you be away, and where?", "Rome, 4 days in June"),
        ("je dois faire ma valise", "C'est pour combien de jours, et où ?", "Rome, 4 jours en juin"),
        ("帮我收拾行李", "一共去几天，去哪里呢？", "去罗马四天，六月"),
    ],
)
async def test_a_suitcase_for_nobody_knows_where_is_packed_and_asked_about(
    talk: Any, text: str, asked: str, answer: str
) -> None:
    output = await talk.say(text)
    assert output["packing"] and output["messages"][-1].text.endswith(asked)
    told = await talk.say(answer)
    assert max(row["day"] for row in told["packing"]["days"]) == 4
    assert told["conditions"]["place"] in {"Rome", "罗马"} and asked not in told["messages"][-1].text


async def test_an_event_is_packed_for_as_well(talk: Any) -> None:
    await talk.say("Pack for 4 days in Nice in July, I'm a woman")
    output = await talk.say("there's also a wedding")
    assert {row["occasion"] for row in output["packing"]["days"]} == {"city_trip", "wedding"}
    assert "wedding" in output["messages"][-1].text


async def test_what_winter_lacks_is_warm(talk: Any) -> None:
    await hang(talk, OWN)
    output = await talk.say("what am I missing for winter?")
    assert output["looks"][0]["items"][0]["slot"] in {"outer", "mid"}


async def test_who_skis_nobody_knows_where_is_dressed_for_snow(talk: Any) -> None:
    output = await talk.say("Pack for 4 days of skiing, I'm a man")
    slots = [{item["slot"] for item in look["items"]} for look in output["looks"]]
    assert slots and all("outer" in worn and {"headwear", "accessory"} <= worn for worn in slots)
    assert "°C" not in output["messages"][-1].text
