"""What a garment word means by the sport or the cloth of the same text; days, sizes and places said in passing."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand

TODAY = date(2026, 11, 22)


def brief_of(text: str):
    return understand(UnderstandRequest(text=text, today=TODAY))


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("trousers for the gym, woman", ["joggers", "leggings"]),
        ("gym trousers, man", ["joggers", "leggings"]),
        ("pantalon pour le ski, homme", ["snow_trousers"]),
        ("健身穿的裤子，男", ["joggers", "leggings"]),
        ("shorts for running, man", ["sport_shorts"]),
        ("cashmere jumper under 100", ["sweater", "fine_knit"]),
        ("un pull en cachemire", ["sweater", "fine_knit"]),
    ],
)
def test_a_piece_is_of_what_is_done_in_it_and_of_its_cloth(text, categories):
    assert brief_of(text).categories == categories


@pytest.mark.parametrize("text", ["trousers for the office, woman", "trousers for work and then the gym, woman"])
def test_trousers_of_another_day_are_any(text):
    assert "suit_trousers" in brief_of(text).categories


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("wedding Saturday week in London, man", "2026-12-05"),
        ("wedding a week on Friday in London, man", "2026-12-04"),
        ("mariage à Lyon samedi en huit, homme", "2026-12-05"),
        ("office christmas party on the 18th, London, man", "2026-12-18"),
    ],
)
def test_a_day_told_by_weeks_or_by_its_number(text, day):
    assert brief_of(text).date == day


@pytest.mark.parametrize(
    ("text", "size"),
    [("I need a suit, 42 chest, man", "XL"), ("a suit for a man, chest 38", "M"), ("he takes a 44 long, man", "XXL")],
)
def test_inches_of_a_chest(text, size):
    assert brief_of(text).sizes.clothes == size


def test_of_two_names_the_place_is_the_one_on_the_map():
    assert brief_of("visiting the Sultan Ahmed mosque in Istanbul, woman").place == "Istanbul"


@pytest.mark.parametrize("text", ["retirement dinner at a golf club in Surrey, man", "dinner at the country club, man"])
def test_a_club_of_members_is_no_night_out(text):
    assert brief_of(text).occasion == "dinner"


def test_who_runs_hot_does_not_run():
    assert brief_of("dinner in Chicago on Saturday, man, I run hot").occasion == "dinner"
