"""A wardrobe lived with: photos that are asked about, answers, what becomes of garments, questions about them."""

from typing import Any

import pytest

from stores.garments import GarmentRow
from tests.photos import red_square

COAT = {"category": "overcoat", "colours": ["black"]}
OWN = [
    {"category": "shirt", "colours": ["blue"]}, {"category": "jeans", "colours": ["white"]},
    {"category": "ankle_boots", "colours": ["black"]}, {"category": "sweater", "colours": ["navy"]},
]  # fmt: skip


async def hang(talk: Any, *rows: dict[str, Any]) -> list[Any]:
    garments = [GarmentRow.model_validate(row).garment() for row in rows]
    return list(await talk.services.wardrobe.add(talk.caller, garments))


async def hung(talk: Any) -> dict[str, Any]:
    return {one.category: one for one in await talk.services.wardrobe.garments(talk.caller)}


async def send(talk: Any, text: str, *photos: bytes) -> dict[str, Any]:
    blocks: list[dict[str, str]] = [{"type": "text", "text": text}]
    for data in photos:
        photo = await talk.services.photos.add(talk.caller, data)
        blocks.append({"type": "image", "file_id": photo.id})
    output: dict[str, Any] = await talk.say(blocks)
    return output


def reply(output: dict[str, Any]) -> str:
    assert output["degraded"] == [], output["degraded"]
    return str(output["messages"][-1].text)


def pieces(output: dict[str, Any]) -> set[str]:
    return {item["id"] for look in output["looks"] for item in look["items"]}


@pytest.mark.parametrize(
    ("sent", "asks", "answer", "says"),
    [
        ("add this skirt to my wardrobe", "right", "yes, that's right", "midi skirt"),
        ("ajoute cette jupe à ma garde-robe", "juste", "oui tout est juste", "jupe"),
        ("这是我的半身裙，放进衣柜", "对", "对的", "半裙"),
    ],
)
async def test_what_was_seen_is_asked_about_and_confirmed(
    talk: Any, sent: str, asks: str, answer: str, says: str
) -> None:
    output = await send(talk, sent, red_square())
    assert output["brief"]["intent"] == "wardrobe" and asks in reply(output) and says in reply(output)
    ((skirt,),) = [[*(await hung(talk)).values()]]
    assert (skirt.confirmed, skirt.photo, skirt.colours[0].family) == (False, 1, "red")
    output = await talk.say(answer)
    assert says in reply(output)
    assert (await hung(talk))[skirt.category].confirmed


async def test_what_is_wrong_is_put_right_and_the_rest_confirmed(talk: Any) -> None:
    seen = [COAT | {"photo": 1}, {"category": "shirt", "colours": ["black"], "photo": 2}]
    await hang(talk, *(row | {"origin": "photo", "confirmed": False} for row in seen))
    assert "black overcoat" in reply(await talk.say("what is not confirmed yet?"))
    text = reply(await talk.say("yes but the second is navy"))
    assert "navy shirt" in text and "black overcoat" in text
    found = await hung(talk)
    assert found["overcoat"].confirmed and found["shirt"].confirmed
    assert (found["shirt"].name, found["shirt"].colours[0].family) == ("navy shirt", "navy")


async def test_a_yes_to_nothing_confirms_nothing(talk: Any) -> None:
    await hang(talk, COAT | {"photo": 1, "origin": "photo", "confirmed": False})
    await talk.say("yes")
    assert not (await hung(talk))["overcoat"].confirmed


async def test_what_nobody_confirmed_is_not_dressed_with_until_it_was_used(talk: Any) -> None:
    rows = await hang(talk, *(row | {"origin": "photo", "confirmed": False, "photo": 1} for row in OWN))
    output = await talk.say("what should I wear to lunch on a mild day?")
    assert not pieces(output) & {one.id for one in rows}
    shirt = rows[0]
    output = await talk.say("what goes with my blue shirt?")
    assert shirt.id in pieces(output)
    assert (await hung(talk))["shirt"].used and not (await hung(talk))["jeans"].used
    output = await talk.say("an outfit of my own clothes for lunch, 18 degrees")
    assert not pieces(output) & {one.id for one in rows if one.category != "shirt"}


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("my white jeans are in the wash", "my white jeans are clean again"),
        ("mon jean blanc est au lavage", "mon jean blanc est propre"),
        ("我的白色牛仔裤在洗", "白色牛仔裤洗好了"),
    ],
)
async def test_what_is_in_the_wash_is_out_until_it_is_clean(talk: Any, text: str, back: str) -> None:
    rows = await hang(talk, *OWN)
    jeans = rows[1].id
    reply(await talk.say(text))
    assert (await hung(talk))["jeans"].state == "in_wash"
    assert jeans not in pieces(await talk.say("what should I wear to a casual lunch on a mild day?"))
    reply(await talk.say(back))
    assert (await hung(talk))["jeans"].state == "here"


async def test_the_wash_is_told_on_the_way_to_a_wish(talk: Any) -> None:
    rows = await hang(talk, *OWN)
    output = await talk.say("My white jeans are in the wash, what should I wear to lunch tomorrow?")
    assert output["looks"] and rows[1].id not in pieces(output) and "white jeans" in reply(output)
    assert (await hung(talk))["jeans"].state == "in_wash"


async def test_what_was_given_away_leaves_looks_and_suitcases_and_stays_in_the_history(talk: Any) -> None:
    rows = await hang(talk, *OWN)
    assert "black ankle boots" in reply(await talk.say("I gave the boots away"))
    boots = rows[2].id
    assert boots not in pieces(await talk.say("Pack for 3 days in Lisbon in May"))
    assert "ankle boots" not in reply(await talk.say("show me my wardrobe"))
    assert "ankle boots" in reply(await talk.say("what have I given away?"))
    assert (await hung(talk))["ankle_boots"].state == "given_away"


@pytest.mark.parametrize(
    ("told", "gone", "dress"),
    [
        (
            "I own a red wool coat, a black jumper, a white shirt, blue jeans and brown boots",
            ("I sold the boots", "the coat is at the dry cleaner's"),
            "dress me with my own clothes for lunch in York tomorrow",
        ),
        (
            "J'ai un manteau rouge en laine, un pull noir, une chemise blanche, un jean bleu et des bottines marron",
            ("j'ai donné les bottines", "le manteau est au pressing"),
            "habille-moi avec mes vêtements pour déjeuner à York demain",
        ),
        (
            "我有一件红色羊毛大衣、一件黑色毛衣、一件白衬衫、一条蓝色牛仔裤和一双棕色短靴",
            ("靴子送人了", "大衣送去干洗了"),
            "明天去约克吃午饭，用我自己的衣服搭一套",
        ),
    ],
)
async def test_what_was_told_and_then_left_the_wardrobe_is_not_worn_again(talk, told, gone, dress) -> None:
    await talk.say(told)
    for text in gone:
        await talk.say(text)
    away = {one.id for one in (await hung(talk)).values() if one.state != "here"}
    assert len(away) == len(gone)
    output = await talk.say(dress)
    assert output["looks"] and not pieces(output) & away
    assert {one.id for one in (await hung(talk)).values() if one.state != "here"} == away


async def test_wears_and_prices_are_kept_and_answered(talk: Any) -> None:
    await hang(talk, *OWN)
    assert "yesterday" in reply(await talk.say("I wore the blue shirt yesterday"))
    reply(await talk.say("I wore my blue shirt today"))
    assert "80 €" in reply(await talk.say("I paid 80 euros for my blue shirt"))
    shirt = (await hung(talk))["shirt"]
    assert ([str(day) for day in shirt.worn], shirt.cost_per_wear) == (["2027-05-02", "2027-05-03"], 40.0)
    assert "40 €" in reply(await talk.say("how much has my shirt cost per wear?"))
    assert "today" in reply(await talk.say("when did I last wear my shirt?"))
    unworn = reply(await talk.say("what have I not worn for long?"))
    assert "white jeans" in unworn and "blue shirt" not in unworn


async def test_one_garment_on_two_photos_is_proposed_and_merged_on_a_word(talk: Any) -> None:
    await hang(talk, *(COAT | {"photo": number, "name": f"coat {number}"} for number in (1, 2)))
    assert "photo 2" in reply(await talk.say("are there any duplicates in my wardrobe?"))
    assert len(await talk.services.wardrobe.garments(talk.caller)) == 2
    assert "overcoat" in reply(await talk.say("yes, they're the same"))
    (coat,) = await talk.services.wardrobe.garments(talk.caller)
    assert coat.photos == [1, 2]


async def test_two_that_are_two_stay_two(talk: Any) -> None:
    await hang(talk, *(COAT | {"photo": number, "name": f"coat {number}"} for number in (1, 2)))
    await talk.say("any duplicates?")
    reply(await talk.say("no, they're different"))
    assert len(await talk.services.wardrobe.garments(talk.caller)) == 2


async def test_a_garment_that_could_not_be_made_out_is_named(talk: Any) -> None:
    photo = await talk.services.photos.add(talk.caller, red_square())
    await talk.services.photos.mark_captioned(talk.caller, photo.id)
    reply(await talk.say("it's a midi skirt"))
    skirt = (await hung(talk))["midi_skirt"]
    assert (skirt.photo, skirt.confirmed, skirt.colours[0].family) == (1, True, "red")


async def test_a_photo_that_goes_leaves_the_numbers_of_the_others(talk: Any) -> None:
    for data in (red_square(), red_square() + b" "):
        await talk.services.photos.add(talk.caller, data)
    rows = [COAT | {"photo": 1}, {"category": "shirt", "colours": ["blue"], "photo": 2}]
    await hang(talk, *rows)
    reply(await talk.say("delete photo 1"))
    found = await hung(talk)
    assert (found["overcoat"].photos, found["shirt"].photos) == ([], [2])


async def test_nobody_elses_clothes_are_touched(talk: Any) -> None:
    from tests.conftest import Talk, stranger

    other = Talk(talk.services, stranger())
    await hang(talk, *OWN)
    await other.say("my white jeans are in the wash")
    await other.say("I gave the boots away")
    await other.say("delete the blue shirt")
    assert {one.state for one in (await hung(talk)).values()} == {"here"}
    assert len(await hung(talk)) == len(OWN)
