"""When named pieces are dressed whole."""

from typing import Any

import pytest

from graph.turn import asks_around
from stores.vocabulary import Brief, Refinement, Wanted

SHIRT, TROUSERS, DRESS, SKIRT, COAT, BOOTS = (
    Wanted(slot="base_top"),
    Wanted(slot="bottom"),
    Wanted(slot="one_piece"),
    Wanted(slot="bottom"),
    Wanted(slot="outer"),
    Wanted(slot="footwear"),
)
BAG = Wanted(slot="bag")


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ({"wanted": [SHIRT], "occasion": "dinner"}, True),
        ({"wanted": [SHIRT]}, False),
        ({"wanted": [TROUSERS], "occasion": "office"}, False),
        ({"wanted": [BOOTS], "occasion": "office", "stated_weather": ["snow"]}, True),
        ({"wanted": [BAG], "occasion": "party"}, False),
        ({"wanted": [DRESS], "occasion": "pool", "reserve": ["swim"]}, False),
        ({"wanted": [BAG, DRESS], "occasion": "party"}, True),
        ({"wanted": [SHIRT, TROUSERS]}, True),
        ({"wanted": [DRESS, BOOTS]}, True),
        ({"wanted": [DRESS, SKIRT]}, False),
        ({"wanted": [COAT, BOOTS]}, False),
        ({"wanted": [SHIRT, TROUSERS], "refinement": Refinement(change="only")}, False),
    ],
)
def test_a_piece_for_an_occasion_and_pieces_worn_together_are_dressed_whole(said: dict[str, Any], whole: bool) -> None:
    assert asks_around(Brief(intent="find", **said)) is whole
