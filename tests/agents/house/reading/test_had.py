"""Pieces that the person has, as they say it."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.had import had_of
from agents.house.reading.pieces import pieces_of
from agents.house.reading.text import read
from stores.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language", "had"),
    [
        ("Le sac et les chaussures, je les ai déjà.", "fr", {"bag", "footwear"}),
        ("une robe rouge ; les chaussures, c'est bon, j'ai ce qu'il faut", "fr", {"footwear"}),
        ("鞋和包我都有了", "zh", {"footwear", "bag"}),
        ("un sac et des chaussures", "fr", set()),
    ],
)
def test_a_list_is_had_on_either_side(text: str, language: Language, had: set[str]) -> None:
    reading = read(text, load_lexicon(language))
    assert {garment.key for garment in had_of(reading, pieces_of(reading)[0])} == had
