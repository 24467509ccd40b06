"""How a reply speaks of where somebody is."""

import pytest

from agents.house.prose.scene import in_place
from tests.agents.house.merge_requests import request


@pytest.mark.parametrize(
    ("place", "said"),
    [("Lyon", "à "), ("Vatican", "au "), ("Ghana", "au "), ("Québec", "au "), ("Provence", "en ")],
)
def test_a_place_has_the_preposition_that_its_name_takes_in_french(place: str, said: str) -> None:
    assert in_place(request("fr").model_copy(update={"facts": {"place": place}})).partition("[[")[0] == said
