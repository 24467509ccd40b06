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


@pytest.mark.parametrize(
    ("text", "language", "had"),
    [
        ("woman, M, shoes 38. I already have a beige trench", "en", set()),
        ("the scarf I already have. shoes 41", "en", {"accessory"}),
        ("Chaussures ? J'en ai déjà.", "fr", {"footwear"}),
        ("femme, chaussures 38. J'ai déjà un trench beige", "fr", set()),
        ("女，鞋38。我已经有一件米色风衣", "zh", set()),
    ],
)
def test_another_sentence_tells_of_another_piece(text: str, language: Language, had: set[str]) -> None:
    reading = read(text, load_lexicon(language))
    slots = {reading.meanings.slot(one.kind, one.key) for one in had_of(reading, pieces_of(reading)[0])}
    assert slots == had


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("la jupe plissée bordeaux je l'ai déjà", "fr"),
        ("le sac noir j'en ai déjà un, il me faut une robe", "fr"),
        ("酒红色半身裙我有了", "zh"),
        ("the black heels I own, find me a dress", "en"),
    ],
)
def test_a_piece_that_is_told_how_it_looks_is_had(text: str, language: Language) -> None:
    reading = read(text, load_lexicon(language))
    assert [piece.owned for piece in pieces_of(reading)[0]][:1] == [True]
