import csv
from importlib.resources import files

import pytest

from tools.places import (
    Place,
    country_code,
    distance_km,
    exonyms,
    find_place,
    fold,
    home_country,
    is_listed,
    land_of,
    namesakes,
    with_land,
)


def found(text: str, hint_country: str | None = None) -> Place:
    place = find_place(text, hint_country)
    assert place is not None, text
    return place


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Lyon", "Lyon", "FR"),
        ("lyon", "Lyon", "FR"),
        ("Londres", "London", "GB"),
        ("Pékin", "Beijing", "CN"),
        ("Vienne", "Vienna", "AT"),
        ("里昂", "Lyon", "FR"),
        ("巴黎", "Paris", "FR"),
        ("罗马", "Rome", "IT"),
        ("sao paulo", "São Paulo", "BR"),
        ("Tromso", "Tromsø", "NO"),
        ("saint etienne", "Saint-Étienne", "FR"),
        ("Delhi", "Delhi", "IN"),
        ("New York", "New York City", "US"),
    ],
)
def test_a_city_is_found_in_three_languages(text: str, name: str, country: str) -> None:
    place = found(text)
    assert (place.name, place.country, place.city) == (name, country, None)
    assert place.population > 10_000


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Alaska", "Anchorage", "US"),
        ("normandie", "Rouen", "FR"),
        ("Toscane", "Florence", "IT"),
        ("苏格兰", "Edinburgh", "GB"),
        ("Bali", "Denpasar", "ID"),
        ("Peru", "Lima", "PE"),
        ("Zambia", "Lusaka", "ZM"),
    ],
)
def test_a_region_or_a_country_is_stood_for_by_a_city(text: str, city: str, country: str) -> None:
    place = found(text)
    assert (place.city, place.country) == (city, country)
    assert place.name != city


@pytest.mark.parametrize("text", ["", "ab", "Xyzzy", "countrycode", "Europe/Paris", "18960744", "Mordor", "的"])
def test_what_is_no_place_is_not_found(text: str) -> None:
    assert find_place(text) is None


def test_the_largest_place_of_a_name_wins() -> None:
    assert found("Paris").country == "FR"
    assert found("Birmingham").country == "GB"


def test_the_country_that_is_said_decides() -> None:
    assert found("Paris, United States").country == "US"
    assert found("Valencia").country == "ES"
    assert found("Valencia, Venezuela").country == "VE"
    assert found("Paris, États-Unis").country == "US"
    assert find_place("Lyon, Japan") is None


def test_a_hint_moves_only_between_places_of_like_size() -> None:
    assert found("Birmingham", "US").country == "US"
    assert found("Paris", "US").country == "FR"
    assert found("Bali", "FR").country == "ID"


def test_an_airport_counts_in_capitals_only() -> None:
    assert found("LYS").name == "Lyon"
    assert find_place("lys") is None or found("lys").name != "Lyon"


def test_countries_are_known_by_name_and_by_code() -> None:
    assert country_code("fr") == country_code("法国") == country_code("France") == "FR"
    assert country_code("Nowhere") is None


def test_names_are_folded() -> None:
    assert fold("  Besançon ") == "besancon"
    assert fold("Łódź") == "lodz"


def test_distance_is_in_kilometres() -> None:
    assert distance_km(found("Paris"), found("Lyon")) == pytest.approx(392, abs=5)


def test_every_region_resolves_to_its_own_city() -> None:
    with files("tools").joinpath("regions.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        place = found(row["name"])
        assert place.country == row["country"], row
        assert fold(row["city"]) in {fold(place.city or ""), fold(place.name)}, row


def test_what_other_languages_call_a_city_is_found_on_the_map() -> None:
    with files("tools").joinpath("exonyms.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len({row["name"] for row in rows}) == len(rows) > 250
    for row in rows:
        assert found(row["name"]).name == row["name"]
        assert any("\u4e00" <= letter <= "\u9fff" for letter in row["zh"]), row
    called = {(row["name"], row[tongue]) for row in rows for tongue in ("en", "fr", "zh") if row[tongue]}
    astray = {(name, call) for name, call in called if found(call).name != name and found(call).city != name}
    assert astray == {("San Diego", "圣地亚哥")}  # which Chinese calls Santiago as well


def test_a_city_without_another_name_keeps_its_own() -> None:
    assert exonyms("London") == {"en": "London", "fr": "Londres", "zh": "伦敦"}
    assert exonyms("Köln")["en"] == "Cologne" and exonyms("Lyon")["fr"] == "Lyon"
    assert exonyms("Xyzzyville") == {}


@pytest.mark.parametrize(
    ("text", "country"),
    [("Brest", "FR"), ("Vienne", "AT"), ("Londres", "GB"), ("Saint-Denis", "FR"), ("Florence", "IT")],
)
def test_a_french_speaker_means_the_french_place_but_for_the_names_of_great_cities(text: str, country: str) -> None:
    assert found(text, home_country("fr", None)).country == country


def test_home_is_where_one_lives_else_where_the_language_is_spoken() -> None:
    assert home_country("fr", "Montréal") == "CA"
    assert (home_country("zh", None), home_country("en", None)) == ("CN", None)
    assert home_country("fr", "Xyzzy") == "FR"


@pytest.mark.parametrize(
    ("text", "currency", "country"),
    [
        ("Córdoba", "EUR", "ES"), ("Córdoba", None, "AR"), ("Cartagena", "EUR", "ES"), ("Leon", "EUR", "ES"),
        ("Valencia", None, "ES"), ("Lincoln", "GBP", "GB"), ("Bergen", "EUR", "NO"), ("Venice", "USD", "IT"),
        ("San Sebastian", None, "ES"), ("Santiago", "EUR", "CL"),
    ],
)  # fmt: skip
def test_of_places_of_one_name_the_one_where_the_currency_is_paid_with_is_meant(
    text: str, currency: str | None, country: str
) -> None:
    assert found(text, home_country("en", None, currency)).country == country


def test_names_are_listed_in_every_language() -> None:
    assert is_listed("旧金山") and is_listed("toscane")
    assert not is_listed("黄金")


@pytest.mark.parametrize("name", ["Springfield", "Cambridge", "剑桥"])
def test_a_name_that_several_places_of_a_size_bear_has_namesakes(name: str) -> None:
    assert namesakes(name)


@pytest.mark.parametrize(
    "name", ["Paris", "Barcelona", "Lyon", "London", "Springfield, US", "Normandy", "Blorptown", "上海"]
)
def test_a_name_that_one_place_is_known_by_has_none(name: str) -> None:
    assert not namesakes(name)


def test_namesakes_are_told_apart_by_state_in_one_country_else_by_country() -> None:
    assert [land_of(one, "en") for one in namesakes("Springfield")] == ["Missouri", "Massachusetts", "Illinois"]
    assert [land_of(one, "fr") for one in namesakes("Cambridge")][:2] == ["Royaume-Uni", "Canada"]
    assert [land_of(one, "zh") for one in namesakes("剑桥")][:1] == ["英国"]


@pytest.mark.parametrize(
    ("said", "state"), [("Springfield, Illinois", "IL"), ("Springfield, IL", "IL"), ("Portland, Maine", "ME")]
)
def test_a_state_tells_which_place_of_a_name_is_meant(said: str, state: str) -> None:
    found = find_place(said)
    assert found is not None and found.state == state


@pytest.mark.parametrize(
    ("text", "currency", "country"), [("Newcastle", "GBP", "GB"), ("Newcastle", "AUD", "AU"), ("Stoke", None, "GB")]
)
def test_a_town_goes_by_its_name_without_its_river(text: str, currency: str | None, country: str) -> None:
    assert found(text, currency).country == country


def test_who_is_asked_which_of_several_places_may_name_the_smaller_one() -> None:
    assert "GB" in {one.country for one in namesakes("Newcastle")}
    for said in ("the one in the UK", "England", "Royaume-Uni", "英国的"):
        named = with_land("Newcastle", said)
        assert named and found(named).country == "GB"
