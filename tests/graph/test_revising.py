"""A second round is for who wished badly: where nothing is left to show, code wishes itself."""

from unittest.mock import patch

import pytest

from agents.contracts import StyleRequest
from agents.house.model import ANSWERERS
from agents.house.stylist import style
from stores.vocabulary import Direction

SAID = "an outfit for the office, I'm a woman"


def wrong(request: StyleRequest) -> Direction:
    """Every wish is for what the shop has not in that formality."""
    made = style(request)
    filters = {"formality": (8.5, 9.0), "fabrics": ["latex"]}
    wishes = [one.model_copy(update={"filters": one.filters.model_copy(update=filters)}) for one in made.wishes]
    return made.model_copy(update={"wishes": wishes})


@pytest.mark.parametrize("rounds", [0, 2])
async def test_bad_wishes_are_made_good_in_a_second_round(talk, rounds):
    with patch.dict(ANSWERERS, style=wrong):
        output = await talk.say(SAID, check_rounds=rounds)
    assert bool(output["looks"]) == bool(rounds)
