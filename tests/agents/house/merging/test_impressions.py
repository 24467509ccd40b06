"""What clothes are feared to look like is answered by their colours, patterns and kinds."""

import pytest

from agents.contracts import PieceFacts
from agents.house.merging.impressions import impressed


def piece(category="trousers", slot="bottom", colour="black", **said):
    facts = PieceFacts(slot=slot, source="catalog", category=category, colour=colour, formality=3, clo=0.2, **said)
    return category, facts


BLACK, SHIRT = piece(), piece("shirt", "base_top", "white")
GREEN, SEQUINS = piece("jumpsuit", "one_piece", "green"), piece("evening_top", "base_top", "black", pattern="sequin")
MINI = piece("mini_skirt", colour="grey")


@pytest.mark.parametrize(
    ("asked", "worn", "key", "named"),
    [
        ("dull", [BLACK, SHIRT], "dull_yes", []),
        ("dull", [BLACK, GREEN], "dull_no", [GREEN]),
        ("loud", [BLACK, SHIRT], "loud_no", []),
        ("loud", [BLACK, SEQUINS], "loud_yes", [SEQUINS]),
        ("loud", [GREEN, SEQUINS], "loud_several", [GREEN, SEQUINS]),
        ("young", [MINI, SHIRT], "young_yes", [MINI]),
        ("young", [BLACK, SHIRT], "young_no", []),
        ("old", [BLACK, SHIRT], "old_yes", []),
        ("bare", [MINI, SHIRT], "bare_knees", [MINI]),
        ("bare", [BLACK, SHIRT], "bare_no", []),
    ],
)
def test_an_impression_is_told_by_the_pieces_that_make_it(asked, worn, key, named):
    assert impressed(asked, worn) == (key, named)


def test_a_pale_colour_shouts_at_nobody():
    pale = piece("shirt", "base_top", "blue", colour_name="light blue")
    assert impressed("loud", [BLACK, pale])[0] == "loud_no"
