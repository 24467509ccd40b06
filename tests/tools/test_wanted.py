import pytest

from stores.vocabulary import Wanted
from tools.wanted import each_once

SHERWANI = Wanted(slot="mid", category="sherwani")
SHOES = Wanted(slot="footwear")


def test_a_piece_that_is_spoken_of_twice_is_one_with_all_that_was_said() -> None:
    told = [SHERWANI.model_copy(update={"avoid_colours": ["red"]}), SHERWANI.model_copy(update={"fabrics": ["silk"]})]
    assert each_once(told) == [SHERWANI.model_copy(update={"avoid_colours": ["red"], "fabrics": ["silk"]})]
    assert each_once([SHOES.model_copy(update={"colours": ["white"]}), SHOES])[0].colours == ["white"]


@pytest.mark.parametrize(
    "other",
    [
        SHERWANI.model_copy(update={"category": "waistcoat"}),
        SHERWANI.model_copy(update={"slot": "outer"}),
        SHERWANI.model_copy(update={"colours": ["navy"]}),
    ],
)
def test_two_pieces_stay_two(other: Wanted) -> None:
    first = SHERWANI.model_copy(update={"colours": ["cream"]})
    assert each_once([first, other]) == [first, other]


def test_two_accessories_that_are_not_named_may_be_two() -> None:
    extra = Wanted(slot="accessory")
    assert each_once([extra, extra]) == [extra, extra]


def test_of_two_dresses_either_will_do() -> None:
    maxi, gown = (Wanted(slot="one_piece", category=name) for name in ("maxi_dress", "evening_gown"))
    assert each_once([maxi, gown], ["maxi_dress", "evening_gown"]) == [Wanted(slot="one_piece")]
    assert each_once([maxi], ["maxi_dress"]) == [maxi]
