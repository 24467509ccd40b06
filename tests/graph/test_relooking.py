"""Relooking from a photo: the person's own garments, a critic's reading, and a look for each level of spending."""

from typing import Any

import pytest

from graph.relooking import bought
from stores.garments import GarmentRow
from stores.vocabulary import Look
from tests.photos import red_square

WARDROBE = {
    1: [("jeans", "navy"), ("tee", "white")],
    2: [("midi_skirt", "burgundy")],
    3: [("shirt", "blue"), ("jeans", "black"), ("sneakers", "white")],
}


async def hang(talk: Any, wardrobe: dict[int, list[tuple[str, str]]] = WARDROBE) -> dict[int, list[str]]:
    """Confirmed garments on photos of these numbers; returns their ids by photo."""
    for number in wardrobe:
        photo = await talk.services.photos.add(talk.caller, red_square() + bytes(number))
        assert photo.number == number
    rows = [
        GarmentRow.model_validate({"category": kind, "colours": [colour], "photo": number, "confirmed": True}).garment()
        for number, pieces in wardrobe.items()
        for kind, colour in pieces
    ]
    hung = await talk.services.wardrobe.add(talk.caller, rows)
    return {number: [garment.id for garment in hung if garment.photo == number] for number in wardrobe}


def ids(look: dict[str, Any]) -> set[str]:
    return {item["id"] for item in look["items"]}


def sold(output: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for look in output["looks"] for item in look["items"] if item["source"] == "catalog"]


async def test_what_goes_with_a_whole_outfit_is_something_over_it_and_all_of_it_stays(talk: Any) -> None:
    hung = await hang(talk)
    output = await talk.say("Can you recommend a clothe to match image number 3?")
    assert output["brief"]["intent"] == "complete" and output["brief"]["photos"] == [3]
    assert output["critique"]["strengths"] and {one["id"] for one in output["advice"]["keep"]} == {*hung[3]}
    assert [one["slot"] for one in output["advice"]["add"]] == ["mid"]
    assert len(output["looks"]) > 1
    for look in output["looks"]:
        assert {*hung[3]} < ids(look)
    again = await talk.say("another colour")
    first = {item["colour"]["family"] for item in output["looks"][0]["items"] if item["source"] == "catalog"}
    assert not first & {item["colour"]["family"] for item in sold(again)}
    assert all({*hung[3]} < ids(look) for look in again["looks"])
    preview = await talk.say("show me a preview of this new outfit")
    assert preview["preview"]["look_id"] == again["looks"][0]["id"]


async def test_limits_of_the_same_sentence_are_kept(talk: Any) -> None:
    hung = await hang(talk)
    output = await talk.say("what goes with image number 2, under 60 euros, no black")
    assert output["looks"]
    assert all({*hung[2]} <= ids(look) and look["total"] <= 60 for look in output["looks"])
    assert "black" not in {item["colour"]["family"] for item in sold(output)}


@pytest.mark.parametrize(
    ("goes", "resembles"),
    [
        ("what goes with image 2?", "looks like image 2"),
        ("qu'est-ce qui va avec l'image 2 ?", "trouve-moi quelque chose qui ressemble à l'image 2"),
        ("第2张图配什么？", "找一件和第2张图相似的"),
    ],
)
async def test_what_goes_with_a_garment_is_not_what_resembles_it(talk: Any, goes: str, resembles: str) -> None:
    hung = await hang(talk)
    beside, alike = await talk.say(goes), await talk.say(resembles)
    assert (beside["brief"]["intent"], alike["brief"]["intent"]) == ("complete", "similar")
    assert all({*hung[2]} <= ids(look) for look in beside["looks"])
    assert "bottom" not in {item["slot"] for item in sold(beside)}
    assert {look["kind"] for look in alike["looks"]} == {"article"}
    assert {item["category"] for item in sold(alike)} == {"midi_skirt"}
    assert not {item["id"] for item in sold(beside)} & {item["id"] for item in sold(alike)}


async def test_the_nearest_in_colour_comes_first_of_what_resembles(talk: Any) -> None:
    await hang(talk, {1: [("shirt", "white")]})
    output = await talk.say("looks like image 1")
    assert output["looks"][0]["items"][0]["colour"]["family"] in {"white", "cream"}


async def test_what_resembles_in_another_colour_is_of_that_colour_or_named_as_lacking(talk: Any) -> None:
    await hang(talk, {1: [("shirt", "white")]})
    output = await talk.say("something like image 1 but in navy")
    assert {item["colour"]["family"] for item in sold(output)} == {"navy"}


async def test_a_relooking_has_a_look_for_each_level_of_spending(talk: Any) -> None:
    await hang(talk, WARDROBE | {4: [("blazer", "grey"), ("trousers", "black")]})
    output = await talk.say("What do you think of image 4?")
    levels, looks = output["advice"]["levels"], {look["id"]: look for look in output["looks"]}
    counts = {name: bought(Look.model_validate(looks[key])) for name, key in levels.items()}
    assert counts["free"] == 0 and counts["small"] == 1 and counts["full"] > 1
    assert looks[levels["free"]]["total"] == 0


async def test_a_photo_is_made_dressier_than_what_is_on_it(talk: Any) -> None:
    hung = await hang(talk)
    output = await talk.say("make image 3 dressier")
    assert output["brief"]["refinement"]["change"] == "dressier"
    assert {one["item"] for one in output["critique"]["fixes"]} & {*hung[3]}
    assert output["looks"]


async def test_what_is_good_is_left_alone(talk: Any) -> None:
    hung = await hang(talk)
    output = await talk.say("What do you think of my outfit in photo 3?")
    assert (output["critique"]["verdict"], output["critique"]["fixes"]) == ("keep", [])
    assert [ids(look) for look in output["looks"]] == [{*hung[3]}]


async def test_what_misses_its_code_altogether_is_changed_altogether(talk: Any) -> None:
    suit = {1: [("suit_jacket", "navy"), ("suit_trousers", "navy"), ("dress_shirt", "white"), ("oxfords", "brown")]}
    await hang(talk, suit)
    output = await talk.say("is image 1 ok for the beach?")
    assert output["critique"]["verdict"] == "rethink"
    assert 0 < len(output["critique"]["fixes"]) <= 3
    assert output["advice"]["keep"] == []
    gone = {swap["out"] for swap in output["advice"]["swap"]}
    assert len(gone) == 4 and not any(gone & ids(look) for look in output["looks"])


@pytest.mark.parametrize("text", ["relook my wardrobe", "relooking de ma garde-robe", "帮我改造一下我的衣橱"])
async def test_without_a_number_it_is_the_wardrobe(talk: Any, text: str) -> None:
    hung = await hang(talk)
    output = await talk.say(text)
    assert output["critique"] is not None
    assert ids(output["looks"][0]) <= {key for keys in hung.values() for key in keys}
    assert output["advice"]["levels"]["free"] == output["looks"][0]["id"]


async def test_a_wardrobe_that_makes_no_outfit_is_told_what_it_lacks(talk: Any) -> None:
    hung = await hang(talk, {1: [("jeans", "navy")]})
    output = await talk.say("relook my wardrobe")
    assert {one["slot"] for one in output["advice"]["add"]} == {"base_top", "footwear"}
    assert all({*hung[1]} <= ids(look) for look in output["looks"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what goes with image 9?", "photos 1 to 3"),
        ("qu'est-ce qui va avec l'image 9 ?", "les photos 1 à 3"),
        ("第9张图配什么？", "照片 1 到 3"),
        ("第12张图呢？", "照片 1 到 3"),
    ],
)
async def test_a_number_that_is_not_there_is_asked_about_and_nothing_is_made_up(
    talk: Any, text: str, said: str
) -> None:
    await hang(talk)
    output = await talk.say(text)
    assert said in output["messages"][-1].text
    assert output["looks"] == [] and output["brief"]["photos"] == []
    assert output["brief"]["unmet"][0]["constraint"] == "photo"


async def test_numbers_stay_when_another_photo_goes(talk: Any) -> None:
    hung = await hang(talk)
    await talk.say("delete image 1")
    assert await talk.services.photos.numbered(talk.caller, 1) is None
    gone, there = await talk.say("what goes with image 1?"), await talk.say("what goes with image 3?")
    assert "photo 2 or photo 3" in gone["messages"][-1].text and gone["looks"] == []
    assert {*hung[3]} <= ids(there["looks"][0])


async def test_a_photo_that_was_only_uploaded_is_looked_at_when_it_is_named(talk: Any) -> None:
    await talk.services.photos.add(talk.caller, red_square())
    output = await talk.say("What goes with my skirt in image 1?")
    [garment] = await talk.services.wardrobe.garments(talk.caller)
    assert (garment.category, garment.colours[0].family, garment.photo) == ("midi_skirt", "red", 1)
    assert garment.id in ids(output["looks"][0])


async def test_a_photo_on_which_nothing_can_be_made_out_is_asked_about(talk: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr("tools.pixels.guess_of", lambda picture: None)
    photo = await talk.services.photos.add(talk.caller, red_square())
    await talk.services.photos.mark_captioned(talk.caller, photo.id)
    for text, said in (("what goes with photo 1?", "photo 1"), ("照片1配什么？", "照片 1")):
        output = await talk.say(text)
        assert said in output["messages"][-1].text and output["looks"] == []


async def test_a_photo_that_goes_while_it_is_looked_at_does_not_break_the_turn(talk: Any, monkeypatch: Any) -> None:
    photos = talk.services.photos
    photo = await photos.add(talk.caller, red_square())
    kept, read = await photos.add(talk.caller, red_square() + b"2"), photos.pixels

    async def pixels(caller: Any, identity: str) -> bytes | None:
        await photos.remove(caller, photo.id)
        return await read(caller, identity)

    monkeypatch.setattr(photos, "pixels", pixels)
    blocks = [{"type": "image", "file_id": one.id} for one in (photo, kept)]
    output = await talk.say([{"type": "text", "text": "what goes with this skirt?"}, *blocks])
    assert output["messages"][-1].text
    assert [one.number for one in await photos.photos(talk.caller)] == [2]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("rate my outfit: navy suit, white shirt, burgundy tie, black oxfords for a bank interview", "keep"),
        ("wearing a black sequin dress and heels to a funeral, ok?", "sequins"),
        ("je porte une robe noire à sequins et des escarpins à un enterrement, ça va ?", "sequins"),
    ],
)
async def test_a_shirt_under_a_suit_is_right_and_sequins_at_a_funeral_are_named(
    talk: Any, text: str, word: str
) -> None:
    output = await talk.say(text)
    found = output["critique"]["verdict"] == "keep" if word == "keep" else word in output["messages"][-1].text.lower()
    assert found
