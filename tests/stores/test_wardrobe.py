import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from stores.caller import Caller
from stores.memory import open_memory
from stores.vocabulary import Colour, ColourFamily, Garment
from stores.wardrobe import NEW, Wardrobe, merged

ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture
async def wardrobe(tmp_path: Path) -> AsyncIterator[Wardrobe]:
    async with open_memory(tmp_path / "memory.db") as store:
        yield Wardrobe(store)


def garment(name: str = "red skirt", family: ColourFamily = "red", photo: int | None = None) -> Garment:
    colour = Colour(name=family, family=family, hex="#aa0000")
    return Garment(
        id=NEW, name=name, category="skirt", slot="bottom", colours=[colour], formality=3, clo=0.2, photo=photo
    )


async def test_garments_come_back_in_order_under_ids_that_last(wardrobe: Wardrobe) -> None:
    hung = await wardrobe.add(ADA, [garment(), garment("blue skirt", "blue"), garment("red skirt", photo=7)])
    hung += await wardrobe.add(ADA, [garment("green skirt", "green")])
    assert await wardrobe.garments(ADA) == hung
    assert len({piece.id for piece in hung}) == 4
    assert await wardrobe.garment(ADA, hung[2].id) == hung[2]
    assert hung[2].photo == 7


async def test_more_than_a_page_of_garments_come_back(wardrobe: Wardrobe) -> None:
    hung = await wardrobe.add(ADA, [garment(f"skirt {number}") for number in range(60)])
    assert await wardrobe.garments(ADA) == hung


async def test_telling_of_a_skirt_twice_makes_one_skirt_and_keeps_what_was_corrected(wardrobe: Wardrobe) -> None:
    first = (await wardrobe.add(ADA, [garment(), garment("Red skirt")]))[0]
    await wardrobe.update(ADA, first.id, {"confirmed": True, "clo": 0.3})
    again = await wardrobe.add(ADA, [garment()])
    assert [(piece.id, piece.confirmed, piece.clo) for piece in again] == [(first.id, True, 0.3)]
    assert len(await wardrobe.garments(ADA)) == 1


async def test_a_garment_that_has_an_id_keeps_it(wardrobe: Wardrobe) -> None:
    told = garment().model_copy(update={"id": "own-1"})
    assert await wardrobe.add(ADA, [told, told]) == [told, told]
    assert await wardrobe.garments(ADA) == [told]


async def test_update_corrects_fields_but_neither_id_nor_place(wardrobe: Wardrobe) -> None:
    first, second = await wardrobe.add(ADA, [garment(), garment("blue skirt", "blue")])
    corrected = await wardrobe.update(ADA, first.id, {"name": "wine skirt", "id": "other"})
    assert corrected is not None and (corrected.id, corrected.name) == (first.id, "wine skirt")
    assert await wardrobe.garments(ADA) == [corrected, second]


@pytest.mark.parametrize("fields", [{"clo": 99}, {"colours": []}, {"owner": "bea"}])
async def test_an_update_that_does_not_fit_is_refused(wardrobe: Wardrobe, fields: dict[str, object]) -> None:
    (first,) = await wardrobe.add(ADA, [garment()])
    with pytest.raises(ValidationError):
        await wardrobe.update(ADA, first.id, fields)
    assert await wardrobe.garments(ADA) == [first]


async def test_updates_at_once_are_both_kept(wardrobe: Wardrobe) -> None:
    (first,) = await wardrobe.add(ADA, [garment()])
    await asyncio.gather(
        wardrobe.update(ADA, first.id, {"confirmed": True}), wardrobe.update(ADA, first.id, {"size": "M"})
    )
    assert await wardrobe.garment(ADA, first.id) == first.model_copy(update={"confirmed": True, "size": "M"})


async def test_remove_returns_what_it_was(wardrobe: Wardrobe) -> None:
    (first,) = await wardrobe.add(ADA, [garment()])
    assert await wardrobe.remove(ADA, first.id) == first
    assert await wardrobe.remove(ADA, first.id) is None
    assert await wardrobe.garments(ADA) == []


async def test_another_person_sees_and_changes_nothing(wardrobe: Wardrobe) -> None:
    (first,) = await wardrobe.add(ADA, [garment()])
    assert await wardrobe.garments(BEA) == []
    assert await wardrobe.garment(BEA, first.id) is None
    assert await wardrobe.update(BEA, first.id, {"name": "mine"}) is None
    assert await wardrobe.remove(BEA, first.id) is None
    (theirs,) = await wardrobe.add(BEA, [garment("black skirt", "black")])
    assert await wardrobe.garments(ADA) == [first]
    assert await wardrobe.garments(BEA) == [theirs]


async def test_days_on_which_something_was_worn_count_once_and_tell_what_a_wear_costs(wardrobe: Wardrobe) -> None:
    (first,) = await wardrobe.add(ADA, [garment().model_copy(update={"paid": 90.0, "currency": "EUR"})])
    assert (first.last_worn, first.cost_per_wear) == (None, None)
    late, early = date(2026, 11, 20), date(2026, 10, 1)
    for days in ([late], [early, late]):
        worn = await wardrobe.wear(ADA, first.id, days)
    assert worn is not None and worn == await wardrobe.garment(ADA, first.id)
    assert (worn.worn, worn.last_worn, worn.cost_per_wear) == ([early, late], late, 45.0)
    assert await wardrobe.wear(BEA, first.id, [late]) is None


async def test_two_garments_become_one_with_the_photos_and_the_wears_of_both(wardrobe: Wardrobe) -> None:
    one = garment(photo=1).model_copy(update={"worn": [date(2026, 1, 2)], "size": "M"})
    two = garment("rust skirt", photo=4).model_copy(
        update={"also_on": [6], "worn": [date(2026, 1, 1), date(2026, 1, 2)], "confirmed": True, "paid": 20.0}
    )
    first, second = await wardrobe.add(ADA, [one, two])
    assert await wardrobe.merge(BEA, first.id, second.id) is None
    assert await wardrobe.merge(ADA, first.id, "none") is None and await wardrobe.merge(ADA, first.id, first.id) is None
    kept = await wardrobe.merge(ADA, first.id, second.id)
    assert kept is not None and (kept.id, kept.name, kept.size) == (first.id, "red skirt", "M")
    assert (kept.photos, kept.confirmed, kept.paid, len(kept.worn)) == ([1, 4, 6], True, 20.0, 2)
    assert await wardrobe.garments(ADA) == [kept]


def test_a_price_comes_with_its_currency() -> None:
    cheap, dear = (
        garment().model_copy(update={"paid": paid, "currency": code}) for paid, code in ((1, "USD"), (9, "EUR"))
    )
    assert (merged(cheap, dear).paid, merged(cheap, dear).currency) == (1, "USD")
    assert merged(garment(), dear).currency == "EUR"


async def test_what_was_given_away_comes_back_when_it_is_told_of_anew(wardrobe: Wardrobe) -> None:
    (first,) = await wardrobe.add(ADA, [garment()])
    await wardrobe.update(ADA, first.id, {"state": "given_away"})
    assert [one.state for one in await wardrobe.garments(ADA)] == ["given_away"]
    (again,) = await wardrobe.add(ADA, [garment()])
    assert (again.id, again.state) == (first.id, "here")
    assert await wardrobe.garments(ADA) == [again]


async def test_a_photo_that_goes_takes_along_what_nobody_confirmed(wardrobe: Wardrobe) -> None:
    seen = [garment("a", photo=1), garment("b", photo=1), garment("c", photo=1), garment("d", photo=2)]
    _, b, c, _ = await wardrobe.add(ADA, [one.model_copy(update={"origin": "photo"}) for one in seen])
    await wardrobe.update(ADA, b.id, {"confirmed": True})
    await wardrobe.update(ADA, c.id, {"also_on": [3]})
    await wardrobe.leave_photo(ADA, 1)
    left = {one.name: one.photos for one in await wardrobe.garments(ADA)}
    assert left == {"b": [], "c": [3], "d": [2]}
