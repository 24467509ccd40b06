"""Answers about looks that were shown: read from the facts, and frank where a fact is not there."""

import re
from collections.abc import Sequence
from typing import get_args

import pytest

from agents.house.merge import write
from stores.vocabulary import About, Conditions, Language
from tests.agents.house.merge_requests import DRESS, LANGUAGES, SUIT, Pieces, request

SPRING = Conditions(temp_min_c=9, temp_max_c=19, clo=1.0, formality=(3.0, 5.0))


def told(
    about: About, looks: Sequence[Pieces], text: str = "?", sky: Conditions | None = None, language: Language = "en"
) -> str:
    """The reply to a question about these looks."""
    return "".join(write(request(language, looks, text=text, sky=sky, intent="ask_advice", about=[about])))


def test_one_look_is_priced_with_its_parts() -> None:
    assert all(token in told("price", [DRESS]) for token in ("[[1.total]]", "[[1.1]]", "[[1.2]]", "[[1.3]]"))


def test_several_looks_are_priced_by_their_totals() -> None:
    said = told("price", [DRESS, SUIT, DRESS])
    assert all(f"[[{number}.total]]" in said for number in (1, 2, 3))
    assert "[[1.1]]" not in said


@pytest.mark.parametrize(("text", "answer"), [("is it silk?", "Yes"), ("is it cotton?", "No"), ("what cloth?", "The")])
def test_a_cloth_that_is_named_gets_yes_or_no(text: str, answer: str) -> None:
    said = told("fabric", [DRESS[:1]], text)
    assert said.startswith(answer)
    assert "silk" in said


@pytest.mark.parametrize(("clo", "start"), [(3.0, ("For", "I'm afraid")), (0.3, ("You'll be warm", "Not cold"))])
def test_warmth_is_weighed_against_the_day(clo: float, start: tuple[str, ...]) -> None:
    sky = SPRING.model_copy(update={"clo": clo})
    assert told("warmth", [SUIT], sky=sky).startswith(start)


def test_warmth_without_weather_is_asked_about() -> None:
    assert "place" in told("warmth", [SUIT])


def test_rain_names_what_keeps_it_out() -> None:
    assert "[[1.5.name]]" in told("rain", [SUIT])
    assert told("rain", [DRESS]).startswith(("None of it", "Nothing here"))


@pytest.mark.parametrize("about", get_args(About))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_an_answer_in_every_language(about: About, language: Language) -> None:
    assert told(about, [SUIT, DRESS], sky=SPRING, language=language).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_shown_is_said_to_be_so(language: Language) -> None:
    assert told("price", [], language=language).strip()


@pytest.mark.parametrize(
    ("text", "word"), [("which of these is cheapest?", "first"), ("the most expensive?", "second")]
)
def test_which_look_is_cheapest_is_told_by_what_they_come_to(text: str, word: str) -> None:
    asked = request("en", [DRESS, SUIT], text=text, intent="ask_advice", about=["pick"])
    looks = [look.model_copy(update={"dearer_than": place}) for place, look in enumerate(asked.looks)]
    said = "".join(write(asked.model_copy(update={"looks": looks})))
    found, other = ("1", "2") if word == "first" else ("2", "1")
    assert said.index(f"[[{found}.total]]") < said.index(f"[[{other}.total]]")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "why the dress?"), ("fr", "pourquoi la robe ?"), ("zh", "为什么选裙子？")]
)
def test_why_a_piece_is_there_is_told_by_what_it_does(language: Language, text: str) -> None:
    said = told("why", [DRESS], text, SPRING, language)
    assert not re.search("down a notch|descend d'un cran|随意一档|together: name", said)
    assert said
