from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.reading.age import GROWN_UP, is_child, is_of_great_age
from agents.house.understand import understand
from stores.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm 13 and want something for a party", "en"),
        ("a dress for my 12-year-old daughter", "en"),
        ("I’m twelve, dress me", "en"),
        ("my daughter's 14 and needs a coat", "en"),
        ("mon fils a 13 ans, il lui faut une veste", "fr"),
        ("J'ai 13 ans et je vais à une fête", "fr"),
        ("une tenue pour ma fille de douze ans", "fr"),
        ("我13岁，去派对", "zh"),
        ("给我十二岁的女儿", "zh"),
    ],
)
def test_an_age_tells_a_child(text: str, language: Language) -> None:
    assert is_child(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm 31 and want something for a party", "en"),
        ("I'm 14 weeks pregnant", "en"),
        ("my daughter's 17 and needs a coat", "en"),
        ("ma fille a 16 ans", "fr"),
        ("I'm a 12 in dresses", "en"),
        ("I'm 10 minutes away", "en"),
        ("our wedding is in 12 years", "en"),
        ("J'ai 15 ans d'expérience", "fr"),
        ("J'ai 43 ans", "fr"),
        ("我三十二岁", "zh"),
        ("我42岁", "zh"),
    ],
)
def test_other_numbers_tell_none(text: str, language: Language) -> None:
    assert not is_child(text, language)


def test_a_child_is_not_dressed_as_a_grown_up_even_if_they_ask() -> None:
    brief = understand(UnderstandRequest(text="I'm 13, I want heels and a cocktail dress", today=date(2026, 11, 21)))
    assert {*GROWN_UP} <= {*brief.avoid_categories}
    assert not {*GROWN_UP} & {*brief.categories, *(one.category for one in brief.wanted)}


@pytest.mark.parametrize(
    ("text", "language", "old"),
    [
        ("a funeral for my grandmother, she was 92", "en", True),
        ("the funeral of an 88-year-old friend", "en", True),
        ("a funeral, at 80.50 euros at most", "en", False),
        ("a funeral under 90 euros", "en", False),
        ("he was 61", "en", False),
        ("les obsèques de ma grand-mère de 92 ans", "fr", True),
        ("les obsèques d'un ami de 45 ans", "fr", False),
        ("奶奶九十二岁走了", "zh", True),
        ("享年八十八", "zh", True),
        ("他三十八岁", "zh", False),
    ],
)
def test_great_age_is_told_in_years(text, language, old):
    assert is_of_great_age(text, language) is old
