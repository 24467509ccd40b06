import pytest

from agents.house.lexicon import load_meanings
from agents.house.phrases import load_names
from agents.house.prose.kinds import kind_words, plural
from stores.vocabulary import Language

SKIRTS = ["midi_skirt", "mini_skirt", "maxi_skirt"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["skirts", "blazers"]), ("fr", ["les jupes", "le blazer"]), ("zh", ["半裙", "西装外套"])],
)
def test_a_whole_kind_goes_by_its_name(language: Language, words: list[str]) -> None:
    assert kind_words([*SKIRTS, "blazer"], language) == words


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_every_kind_and_category_can_be_said(language: Language) -> None:
    for kind in load_meanings().kinds.values():
        assert all(kind_words(kind, language))
    assert len(kind_words(load_names(language).garments, language)) > len(load_meanings().kinds)


@pytest.mark.parametrize(
    ("noun", "many"),
    [("scarf", "scarves"), ("dress", "dresses"), ("tote", "totes"), ("ruby", "rubies"), ("tray", "trays")],
)
def test_plurals(noun: str, many: str) -> None:
    assert plural(noun) == many
