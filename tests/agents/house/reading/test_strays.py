"""Words of fashion within other words and names."""

import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.mentions import ATTRIBUTES, GARMENTS
from agents.house.reading.text import read
from stores.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("紫外线很强", "zh", []),
        ("看白雪公主音乐剧", "zh", []),
        ("一身黑参加葬礼", "zh", ["black"]),
        ("黑的白的都行", "zh", ["black", "white"]),
        ("façon Jean Seberg", "fr", []),
        ("un jean Diesel", "fr", ["jeans"]),
    ],
)
def test_a_part_of_a_word_or_name_is_nothing_to_wear(text: str, language: Language, named: list[str]) -> None:
    assert [m.key for m in read(text, load_lexicon(language)).of(*GARMENTS, *ATTRIBUTES)] == named
