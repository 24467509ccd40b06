"""Single readers: words, numbers, money, dates, language, denials, slips of the pen, pieces."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.reading.dates import date_of, days_of
from agents.house.reading.degrees import temperature_of
from agents.house.reading.described import garment_of, wanted_of
from agents.house.reading.language import language_of
from agents.house.reading.mentions import Reading
from agents.house.reading.money import budget_of
from agents.house.reading.numbers import numbers
from agents.house.reading.pieces import pieces_of
from agents.house.reading.places import place_of
from agents.house.reading.text import read
from agents.house.reading.words import normalise, split_words
from agents.house.understand import understand
from stores.vocabulary import Language

SATURDAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)


def reading(text: str, language: Language = "en") -> Reading:
    return read(text, load_lexicon(language))


@pytest.mark.parametrize("text", ["je prends la 2", "j'prends la 2", "jprends la 2", "J'prends la 2", "j’prends la 2"])
def test_a_swallowed_vowel_changes_no_meaning(text: str) -> None:
    plain = reading("je prends la 2", "fr")
    assert [(m.kind, m.key) for m in reading(text, "fr").mentions] == [(m.kind, m.key) for m in plain.mentions]
    assert {*reading(text, "fr").cues} == {*plain.cues}


def test_a_dash_between_spaces_is_a_pause_and_a_short_line_a_sentence() -> None:
    def texts(text: str) -> list[str]:
        return [word.text for word in split_words(normalise(text))]

    assert (
        texts("no black - navy") == texts("no black – navy") == texts("no black—navy") == ["no", "black", ",", "navy"]
    )
    assert texts("no black\nsomething blue") == ["no", "black", ".", "something", "blue"]
    assert texts("100 - 150 euros, T-shirt") == ["100", "150", "euros", ",", "t", "shirt"]
    wrapped = "a line that only ends because whoever wrote it has an old mail programme that breaks\nit"
    assert "." not in texts(wrapped)


@pytest.mark.parametrize(
    "text", ["裙子不错 留着 换双鞋", "有点贵了 能便宜点不", "第二套好看 但是鞋换掉", "裤子可以 鞋子换一双"]
)
def test_a_space_parts_short_clauses_in_chinese(text: str) -> None:
    assert normalise(text) == text.replace(" ", ",")


@pytest.mark.parametrize("text", ["不要 黑色 连衣裙", "不喜欢 红色", "第二套 鞋子 换成 靴子"])
def test_a_space_between_words_of_one_clause_parts_nothing(text: str) -> None:
    assert "," not in normalise(text)


def test_words_lose_case_accents_and_hyphens() -> None:
    words = split_words(normalise("L'Été: T-shirt à 1 200 €, 黑色"))
    assert [word.text for word in words] == ["l", "ete", ":", "t", "shirt", "a", "1200", "€", ",", "黑", "色"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("a hundred and fifty", "en", 150),
        ("two thousand three hundred", "en", 2300),
        ("twenty-five", "en", 25),
        ("1,250.50", "en", None),
        ("1,250", "en", 1250),
        ("2k", "en", 2000),
        ("quatre-vingt-dix", "fr", 90),
        ("soixante et onze", "fr", 71),
        ("deux cent cinquante", "fr", 250),
        ("一百五十", "zh", 150),
        ("十二", "zh", 12),
        ("两千三百", "zh", 2300),
        ("三万五千", "zh", 35000),
    ],
)
def test_numbers_in_words_and_digits(text: str, language: Language, value: float | None) -> None:
    assert next((number.value for number in numbers(reading(text, language))), None) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under 100", (100, "EUR")),
        ("$200", (200, "USD")),
        ("200usd", (200, "USD")),
        ("between 100 and 150 pounds", (150, "GBP")),
        ("around 20 degrees", None),
        ("in about 10 days", None),
        ("I am 30 years old", None),
        ("less than 5 people and 80 euros", (80, "EUR")),
        (f"under {'9' * 400} euros", None),
    ],
)
def test_budgets(text: str, expected: tuple[float, str] | None) -> None:
    budget = budget_of(reading(text), "EUR")
    assert (budget and (budget.max, budget.currency)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Saturday", "2026-11-28"),
        ("tomorrow", "2026-11-22"),
        ("next month", "2026-12"),
        ("in three months", "2027-02"),
        ("12 June", "2027-06-12"),
        ("June 12th, 2028", "2028-06-12"),
        ("06/25/2027", "2027-06-25"),
        ("25 December", "2026-12-25"),
        ("in october", "2027-10"),
        ("you may be right", None),
        ("31 february", None),
        ("in 99999999999 days", None),
        ("in 99999999 days", None),
    ],
)
def test_dates_from_a_saturday(text: str, expected: str | None) -> None:
    assert date_of(reading(text), SATURDAY) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("next Tuesday", "en", "2026-12-01"),
        ("next Saturday", "en", "2026-11-28"),
        ("this weekend", "en", "2026-11-28"),
        ("samedi prochain", "fr", "2026-11-28"),
        ("下周六", "zh", "2026-12-05"),
        ("两周后", "zh", "2026-12-07"),
        ("大后天", "zh", "2026-11-26"),
        ("下下周五", "zh", "2026-12-11"),
        ("下下周末", "zh", "2026-12-12"),
        ("下下个月", "zh", "2027-01"),
        ("三周后的周六", "zh", "2026-12-19"),
        ("après-après-demain", "fr", "2026-11-26"),
        ("samedi en quinze", "fr", "2026-12-12"),
        ("d'ici quinze jours", "fr", "2026-12-08"),
        ("in a fortnight", "en", "2026-12-07"),
        ("Saturday fortnight", "en", "2026-12-12"),
        ("three weeks from Saturday", "en", "2026-12-19"),
        ("a week from tomorrow", "en", "2026-12-01"),
    ],
)
def test_dates_from_a_monday(text: str, language: Language, expected: str) -> None:
    assert date_of(reading(text, language), MONDAY) == expected


def test_weeks_that_are_counted_from_a_day_are_no_stay() -> None:
    assert days_of(reading("wedding three weeks from Saturday")) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("wedding on 6/12, I'm in Boston", "en", "2027-06-12"),
        ("wedding on 25/12 in Boston", "en", "2026-12-25"),
        ("wedding on 6/12 in London", "en", "2026-12-06"),
        ("wedding on 6/12", "en", "2026-12-06"),
        ("mariage le 6/12 à Boston", "fr", "2026-12-06"),
    ],
)
def test_the_month_comes_first_in_the_united_states(text: str, language: Language, expected: str) -> None:
    assert understand(UnderstandRequest(text=text, today=SATURDAY)).date == expected


@pytest.mark.parametrize(
    ("text", "days", "celsius"),
    [("for a week", 7, None), ("5 days", 5, None), ("in 5 days", None, None), ("41°F", None, 5), ("-5 C", None, -5)],
)
def test_stays_and_temperatures(text: str, days: int | None, celsius: float | None) -> None:
    assert (days_of(reading(text)), temperature_of(reading(text))) == (days, celsius)


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("robe rouge", None, "fr"),
        ("a red dress", "fr", "en"),
        ("jeans", "fr", "fr"),
        ("jeans", None, "en"),
        ("ok", "zh", "zh"),
        ("一件T恤", "en", "zh"),
        ("Je cherche un blazer navy", "en", "fr"),
        ("", "fr", "fr"),
        ("blazer femme, taille M, 1000 yuans max", None, "fr"),
    ],
)
def test_the_language_of_a_text(text: str, before: Language | None, expected: Language) -> None:
    assert language_of(text, before) == expected


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("no red, pink or orange, but green", {"red", "pink", "orange"}),
        ("anything but black", {"black"}),
        ("not sure about the blue", set()),
        ("a red dress without lace", {"lace"}),
    ],
)
def test_a_denial_holds_to_the_end_of_its_list(text: str, denied: set[str]) -> None:
    assert {mention.key for mention in reading(text).mentions if mention.denied} == denied


@pytest.mark.parametrize(
    ("text", "language", "denied"),
    [
        ("I've been told black and white are bad form.", "en", {"black", "white"}),
        ("Orange on my sister is out of the question", "en", {"orange"}),
        ("Shorts, I hear, get you turned away at the door", "en", {"shorts"}),
        ("Leather, honestly, is not for me", "en", {"leather"}),
        ("She detests orange", "en", {"orange"}),
        ("Heels never, please", "en", {"high_heels"}),
        ("A leather bag. Wool is itchy", "en", {"wool"}),
        ("A red dress but nothing itchy", "en", set()),
        ("des baskets, et les noires, j'en veux pas", "fr", {"black"}),
        ("黑色的她不要", "zh", {"black"}),
        ("包和帽子都不用配", "zh", {"bag", "headwear"}),
        ("想要牛仔裤但不要紧身的", "zh", {"fitted"}),
    ],
)
def test_a_judgement_reaches_what_is_judged(text: str, language: Language, denied: set[str]) -> None:
    assert {mention.key for mention in reading(text, language).mentions if mention.denied} == denied


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("burgandy", "burgundy"),
        ("sandalls", "sandals"),
        ("weding", "wedding"),
        ("format", None),
        ("winner", None),
        ("speakers", None),
    ],
)
def test_a_slip_of_the_pen(typed: str, key: str | None) -> None:
    assert next((m.key for m in reading(typed).mentions if m.kind in ("colour", "category", "occasion")), None) == key


def test_each_piece_has_its_own_attributes() -> None:
    found = reading("a black or navy wool coat, a white shirt and something warm")
    coat, shirt = (wanted_of(piece, found)[0] for piece in pieces_of(found)[0])
    assert (coat.colours, coat.fabrics, coat.warm) == (["black", "navy"], ["wool"], None)
    assert (shirt.category, shirt.colours, shirt.text) == (None, ["white"], "white shirt and something warm")


def test_a_stated_garment_keeps_its_id() -> None:
    first, second = (reading(text) for text in ("I have a burgundy skirt", "With a Burgundy skirt?"))
    ids = {garment_of(pieces_of(found)[0][0], found).id for found in (first, second)}
    assert len(ids) == 1


def test_a_colour_is_no_place() -> None:
    assert place_of(reading("une jupe bordeaux", "fr")) is None
    assert place_of(reading("une tenue à Bordeaux", "fr")) == "Bordeaux"


def test_what_is_visited_on_foot_is_a_place() -> None:
    assert place_of(reading("Visite à pied de Cracovie en décembre", "fr")) == "Cracovie"
    assert place_of(reading("visite de Porto en avril", "fr")) == "Porto"


def test_a_slip_is_forgiven_in_what_is_typed_alone() -> None:
    assert reading("it carries the look").of("category")
    assert not read("it carries the look", load_lexicon("en"), typed=False).of("category")


def test_a_boyfriend_is_a_pair_of_jeans_only_where_jeans_are_spoken_of() -> None:
    assert not reading("un dîner chez les parents de mon boyfriend", "fr").of("category")
    assert [one.key for one in reading("un jean boyfriend", "fr").of("category")] == ["jeans"]


def test_the_blue_mosque_is_no_wish_for_blue() -> None:
    for text in ("une journée pour voir la Mosquée bleue", "a visit to the Blue Mosque"):
        assert not reading(text, "fr" if "é" in text else "en").of("colour")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    assert understand(UnderstandRequest(text=text, today=SATURDAY)).text == text


OURS = "no my i have the second item 3 red dress under 100 € size 38 next may 5 to in only like , . sans robe"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*OURS.split(), *"不要红第三件下周"])))
def test_any_mix_of_our_words_is_answered(words: list[str]) -> None:
    brief = understand(UnderstandRequest(text=" ".join(words), today=SATURDAY))
    assert brief.text == " ".join(words)
    assert set(brief.colours) <= {"red"}
    assert brief.budget is None or brief.budget.max >= 0
