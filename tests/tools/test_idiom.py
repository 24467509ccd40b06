from typing import Any

import pytest

from stores.categories import load_categories
from stores.vocabulary import Brief, Conditions
from tools.dress import load_codes
from tools.events import read_event
from tools.idiom import ALSO, OWN, STRANGE, aptness, idiom_of, load_idioms, usual


def test_idioms_speak_of_known_categories_each_once() -> None:
    for idiom in load_idioms().values():
        for cut in ("women", "men"):
            listed = [*idiom.own[cut], *idiom.also[cut]]
            assert set(listed) <= set(load_categories()), idiom.name
            assert len(listed) == len(set(listed)), idiom.name


def test_no_place_has_two_idioms_and_every_code_has_one() -> None:
    places = [place for idiom in load_idioms().values() for place in idiom.places]
    assert len(places) == len(set(places))
    assert set(load_codes()) <= set(places)


@pytest.mark.parametrize("place", [place for idiom in load_idioms().values() for place in sorted(idiom.places)])
def test_what_is_usual_at_an_occasion_its_code_does_not_refuse(place: str) -> None:
    event = read_event(place)
    code = load_codes().get(place) or load_codes()[event.dress_code if event else "casual"]
    brief = Brief(occasion=place)
    for cut in ("women", "men"):
        refused = set(idiom_of(brief, None).own[cut]) & code.avoid
        assert not refused, (place, cut)


def test_the_occasion_counts_before_the_code_and_deep_frost_before_a_plain_day() -> None:
    cocktail = Conditions(dress_code="cocktail")
    assert idiom_of(Brief(), cocktail).name == "cocktail"
    assert idiom_of(Brief(occasion="wedding"), cocktail).name == "wedding"
    assert idiom_of(Brief(), None).name == "everyday"


def test_a_meeting_in_business_formal_is_one_in_suits() -> None:
    meeting, formal = Brief(occasion="business_meeting"), Conditions(dress_code="business_formal")
    assert idiom_of(meeting, Conditions(dress_code="business_casual")).name == "office"
    assert idiom_of(meeting, formal).name == "interview"
    assert "suit_jacket" in idiom_of(meeting, formal).own["men"]
    frost = Conditions(temp_min_c=-20, temp_max_c=-10)
    assert idiom_of(Brief(), frost).name == "snow"
    assert idiom_of(Brief(occasion="gala"), frost.model_copy(update={"dress_code": "formal"})).name == "formal"


def test_a_piece_is_judged_by_who_it_is_cut_for(article: Any) -> None:
    wedding = idiom_of(Brief(occasion="indian_wedding"), None)
    assert aptness(article("lehenga"), wedding) == OWN
    assert aptness(article("kurta", presentation="women"), wedding) == ALSO
    assert aptness(article("kurta", presentation="men"), wedding) == aptness(article("kurta"), wedding) == OWN
    assert aptness(article("shirt"), wedding) == STRANGE
    assert aptness(article("umbrella"), idiom_of(Brief(occasion="hike"), None)) == OWN


def test_the_usual_kinds_of_a_slot() -> None:
    gala = idiom_of(Brief(occasion="gala"), None)
    assert usual("one_piece", gala, "women") == ["evening_gown", "cocktail_dress"]
    assert usual("bag", gala, "men") == []
    assert {"heels", "oxfords"} <= set(usual("footwear", gala, None))


def test_a_dress_is_strange_where_only_trousers_are_spoken_of(article: Any) -> None:
    assert aptness(article("jumpsuit"), idiom_of(Brief(occasion="skiing"), None)) == STRANGE
    assert aptness(article("jumpsuit"), idiom_of(Brief(occasion="party"), None)) == OWN


def test_a_suit_has_the_idiom_of_work_where_nobody_says_more() -> None:
    suit = Brief(categories=["suit_jacket", "suit_trousers"])
    assert idiom_of(suit, None).name == "office"
    assert idiom_of(Brief(categories=["suit_jacket"]), None).name == "everyday"


def test_red_is_welcome_where_the_new_year_is_wished() -> None:
    assert "red" in idiom_of(Brief(intent="outfit", occasion="chinese_new_year"), None).colours
