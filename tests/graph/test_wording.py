import pytest

from graph.wording import date_text, limits_told, photo_text, place_text, price_text, temperature_text
from stores.vocabulary import Brief, Conditions


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        (89, "EUR", "en", "89 €"),
        (39.9, "EUR", "en", "39.90 €"),
        (39.9, "EUR", "fr", "39,90 €"),
        (89, "EUR", "zh", "89 欧"),
        (200, "USD", "en", "$200"),
        (200, "USD", "fr", "200 $"),
        (500, "CNY", "zh", "¥500"),
        (12, "SEK", "en", "12 SEK"),
        (12, "SEK", "zh", "12 瑞典克朗"),
        (12, "XAU", "zh", "12 XAU"),
        (1299.5, "EUR", "en", "1,299.50 €"),
        (1200, "EUR", "fr", "1\u202f200 €"),
        (1200, "CNY", "zh", "¥1200"),
        (15000, "JPY", "en", "15,000 JPY"),
        (15000, "JPY", "zh", "15000 日元"),
    ],
)
def test_a_price_reads_as_in_its_language(amount, currency, language, text):
    assert price_text(amount, currency, language) == text


@pytest.mark.parametrize(
    ("iso", "language", "text"),
    [
        ("2027-06-12", "en", "12 June"),
        ("2027-06-12", "fr", "12 juin"),
        ("2027-05-01", "fr", "1er mai"),
        ("2027-06-12", "zh", "6 月 12 日"),
        ("2027-12", "en", "December"),
        ("2027-12", "zh", "12 月"),
    ],
)
def test_a_date_reads_as_in_its_language(iso, language, text):
    assert date_text(iso, language) == text


def test_what_is_no_date_is_refused():
    with pytest.raises(ValueError):
        date_text("soon", "en")


def test_numbers_of_photos_and_degrees():
    assert photo_text(7, "fr") == "la photo 7"
    assert temperature_text(-3.6) == "-4 °C"


@pytest.mark.parametrize(
    ("said", "found", "language", "text"),
    [
        ("Londres", "London", "fr", "Londres"),
        ("London", "London", "fr", "Londres"),
        (None, "London", "zh", "伦敦"),
        ("里昂", "Lyon", "zh", "里昂"),
        ("里昂", "Lyon", "en", "Lyon"),
        ("Londres", "London", "en", "London"),
        ("london", "London", "en", "London"),
        ("Bretagne", "Brittany", "fr", "Bretagne"),
        ("aix-en-provence", "Aix", "fr", "Aix-en-Provence"),
        ("Bombay", "Mumbai", "en", "Mumbai"),
        ("Cologne", "Köln", "en", "Cologne"),
    ],
)
def test_a_place_is_called_as_its_language_does_else_as_the_person_did(said, found, language, text):
    assert place_text(said, found, language) == text


@pytest.mark.parametrize(("language", "place"), [("zh", "里昂"), ("fr", "Lyon")])
def test_a_place_is_handed_out_as_the_language_calls_it(language, place):
    told = limits_told(Brief(intent="outfit", language=language, place=place), Conditions(place="Lyon"))
    assert told["conditions"]["place"] == place


def test_weather_that_was_told_has_no_place():
    assert limits_told(Brief(intent="outfit", language="zh"), Conditions())["conditions"]["place"] is None
