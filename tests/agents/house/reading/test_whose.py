"""A size is the person's own where they say so of themselves, in whichever order."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand


def told(text: str) -> list[object]:
    changes = understand(UnderstandRequest(text=text, today=date(2026, 11, 21))).changes
    return [change.value for change in changes if change.key == "sizes"]


@pytest.mark.parametrize(
    "text",
    [
        "I'm a woman, size M, no leather, an outfit for a brunch",
        "an outfit for a brunch, no leather, size M, I'm a woman",
        "une tenue pour un brunch, pas de cuir, taille M, je suis une femme",
        "我是女生，M码，早午餐穿什么",
        "早午餐穿什么，不要皮的，M码，我是女生",
    ],
)
def test_a_size_beside_who_one_is_is_kept(text: str) -> None:
    assert told(text) == [{"clothes": "M"}]


@pytest.mark.parametrize(
    "text",
    [
        "a dress for my wife, size M, I'm a man",
        "an outfit for a brunch, size M",
        "trouve une robe pour ma sœur, taille M, je suis un homme",
    ],
)
def test_a_size_of_a_piece_or_of_another_is_not(text: str) -> None:
    assert told(text) == []
