"""A piece that is on a photo is not looked for; where it hangs already, it is that garment."""

import pytest

from stores.garments import GarmentRow
from stores.vocabulary import Garment
from tests.agents.house.asking_photos import asked


def hung(category: str, photo: int) -> Garment:
    row = GarmentRow.model_validate({"category": category, "colours": ["burgundy"], "photo": photo})
    return row.garment().model_copy(update={"id": f"{category}-{photo}"})


WARDROBE = [hung("midi_skirt", 1), hung("midi_skirt", 2), hung("shirt", 2), hung("blazer", 3)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("What can I wear with the skirt in picture 2?", ["midi_skirt-2"]),
        ("I want to wear the blazer from image 3 to a wedding", ["blazer-3"]),
        ("Que porter avec la jupe de la photo 2 ?", ["midi_skirt-2"]),
        ("et le blazer de la photo 3 ?", ["blazer-3"]),
        ("我想穿第2张照片里的裙子去约会，怎么搭？", ["midi_skirt-2"]),
    ],
)
def test_it_is_the_garment_on_that_photo(text: str, meant: list[str]) -> None:
    brief = asked(text, wardrobe=WARDROBE)
    assert (brief.intent, brief.refers_to) == ("complete", meant)
    assert (brief.wanted, brief.owned) == ([], [])


def test_what_nobody_has_made_out_is_told_by_its_name() -> None:
    brief = asked("What can I wear with the skirt in picture 5?", wardrobe=WARDROBE)
    assert (brief.refers_to, [one.slot for one in brief.owned]) == ([], ["bottom"])


@pytest.mark.parametrize(
    "text", ["What do you think of this shirt?", "Que penses-tu de cette chemise ?", "这件衬衫怎么样？"]
)
def test_what_is_judged_on_a_photo_that_is_sent_is_not_looked_for(text: str) -> None:
    brief = asked(text, new_photos=[8])
    assert (brief.intent, brief.wanted) == ("relook", [])
    assert [one.category for one in brief.owned] == ["shirt"]


@pytest.mark.parametrize(
    "text", ["What goes with this skirt for a party?", "Que mettre avec cette jupe ?", "这条半身裙配什么去派对？"]
)
def test_what_is_to_be_dressed_on_a_photo_that_is_sent_is_not_what_hangs_in_the_wardrobe(text: str) -> None:
    brief = asked(text, wardrobe=WARDROBE, new_photos=[8])
    assert (brief.intent, brief.refers_to) == ("complete", [])
    assert [(one.category, one.colours[0].name) for one in brief.owned] == [("midi_skirt", "")]


def test_my_own_piece_beside_a_photo_is_the_one_in_the_wardrobe() -> None:
    assert asked("What goes with my burgundy skirt?", wardrobe=WARDROBE, new_photos=[8]).refers_to == ["midi_skirt-1"]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("a bag for image 2", ["bag"]),
        ("un sac assorti à l'image 2", ["bag"]),
        ("a dress like the one in photo 6", ["one_piece"]),
        ("和第2张照片一样的衬衫", ["base_top"]),
    ],
)
def test_what_goes_with_a_photo_or_resembles_it_is_looked_for(text: str, slots: list[str]) -> None:
    assert asked(text, wardrobe=WARDROBE).slots == slots
