"""Why a piece stays is true of that piece, and no two are told alike while there is something else to tell."""

from typing import Any

from stores.vocabulary import Conditions
from tools.keeping import merits_of, told_apart


def cold_rain() -> Conditions:
    return Conditions(temp_min_c=4, temp_max_c=8, rain_chance=0.7, source="stated")


def test_the_only_colour_is_the_accent_and_a_neutral_is_quiet(article: Any) -> None:
    shirt, trousers, knit = article("shirt", "white"), article("trousers", "grey"), article("cardigan", "red")
    worn = [shirt, trousers, knit]
    assert "accent" in merits_of(knit, worn, None, None)
    assert merits_of(shirt, worn, None, None)[0] == "quiet"


def test_a_colour_that_two_pieces_share_is_an_echo_and_no_accent(article: Any) -> None:
    knit, skirt = article("cardigan", "red"), article("midi_skirt", "red")
    found = merits_of(knit, [knit, skirt], None, None)
    assert "echo" in found and "accent" not in found


def test_the_level_is_told_only_where_the_occasion_is_known_and_the_piece_within_it(article: Any) -> None:
    shirt, tee = article("shirt", "white", formality=4), article("tee", "white", formality=2)
    assert "level" in merits_of(shirt, [shirt, tee], None, (3.5, 5))
    assert "level" not in merits_of(tee, [shirt, tee], None, (3.5, 5))
    assert "level" not in merits_of(shirt, [shirt, tee], None, None)


def test_the_weather_speaks_for_a_coat_and_for_nothing_else(article: Any) -> None:
    coat, shirt = article("trench_coat", "beige", waterproof=True, clo=0.6), article("shirt", "white")
    assert merits_of(coat, [coat, shirt], cold_rain(), None)[:2] == ["dry", "warm"]
    assert not {"dry", "warm"} & {*merits_of(shirt, [coat, shirt], cold_rain(), None)}
    assert not {"dry", "warm"} & {*merits_of(coat, [coat, shirt], None, None)}


def test_no_two_are_told_alike_while_there_is_something_else_to_tell() -> None:
    assert told_apart([["level", "quiet"], ["level", "peer"], ["level"]]) == ["level", "peer", "level"]
    assert told_apart([[], ["quiet"]]) == [None, "quiet"]
