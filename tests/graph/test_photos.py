"""A photo is dressed around in its own colours, by whatever name its sender gives the garment."""

from typing import Any

import pytest

from tests.photos import red_square


async def shown(talk: Any, text: str) -> dict[str, Any]:
    photo = await talk.services.photos.add(talk.caller, red_square())
    return await talk.say([{"type": "text", "text": text}, {"type": "image", "file_id": photo.id}])


@pytest.mark.parametrize(
    ("text", "category", "called"),
    [
        ("What goes with this skirt?", "midi_skirt", "red midi skirt"),
        ("Here is my red coat. What should I wear it with?", "overcoat", "red overcoat"),
        ("Qu'est-ce qui va avec cette jupe ?", "midi_skirt", "jupe midi rouge"),
        ("这条半身裙配什么好？", "midi_skirt", "红色"),
    ],
)
async def test_the_garment_on_a_photo_has_the_photos_colours(talk, text, category, called):
    output = await shown(talk, text)
    [garment] = await talk.services.wardrobe.garments(talk.caller)
    assert (garment.category, garment.colours[0].family, garment.photo) == (category, "red", 1)
    assert called in output["messages"][-1].text
    assert garment.id in {item["id"] for item in output["looks"][0]["items"]}


async def test_what_is_only_spoken_of_is_not_taken_for_what_the_photo_shows(talk):
    await shown(talk, "I have a navy jumper. What goes with this skirt?")
    owned = {one.category: one for one in await talk.services.wardrobe.garments(talk.caller)}
    assert (owned["sweater"].colours[0].family, owned["sweater"].photo) == ("navy", None)
    assert (owned["midi_skirt"].colours[0].family, owned["midi_skirt"].photo) == ("red", 1)
