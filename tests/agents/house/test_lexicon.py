"""The word tables agree with each other and with the vocabulary."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import agents.house
from agents.house.lexicon import languages, load_meanings
from agents.house.reading.known import KEYS
from stores.categories import load_categories
from stores.vocabulary import COLOUR_FAMILIES, SLOTS, Profile

TABLES: dict[str, dict[str, Any]] = {
    language: tomllib.loads(
        (Path(agents.house.__file__).parent / f"lexicon/{language}.toml").read_text(encoding="utf-8")
    )
    for language in languages()
}


@pytest.mark.parametrize("language", languages())
def test_every_category_can_be_said(language: str) -> None:
    table, meanings = TABLES[language], load_meanings()
    by_group = {category for key in table["kind"] for category in meanings.kinds[key]}
    assert set(table["category"]) <= set(load_categories())
    assert set(load_categories()) <= set(table["category"]) | by_group


@pytest.mark.parametrize("language", languages())
def test_keys_mean_something(language: str) -> None:
    table, meanings = TABLES[language], load_meanings()
    assert set(table["kind"]) == set(meanings.kinds)
    assert set(table["set"]) == set(meanings.sets)
    assert set(table["tone"]) == set(meanings.colour_groups)
    assert set(table["style"]) == set(meanings.formality)
    assert set(table["slot"]) == set(SLOTS)
    assert set(table["colour"]) <= set(COLOUR_FAMILIES)


@pytest.mark.parametrize("language", ["fr", "zh"])
@pytest.mark.parametrize(
    "kind", ["occasion", "fabric", "pattern", "activity", "size", "month", "weekday", "day", "season"]
)
def test_languages_are_keyed_alike(language: str, kind: str) -> None:
    assert set(TABLES[language][kind]) == set(TABLES["en"][kind])


@pytest.mark.parametrize("language", languages())
def test_every_fact_of_a_profile_can_be_asked_back(language: str) -> None:
    spoken = {key for fact in TABLES[language]["fact"] for key in KEYS.get(fact, (fact,))}
    assert {key.partition(".")[0] for key in spoken} == set(Profile.model_fields) - {
        "language",
        "currency",
        "photos_leave",
    }


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_every_cue_of_english_has_its_words(language: str) -> None:
    assert set(TABLES["en"]["cue"]) <= set(TABLES[language]["cue"])


def test_groups_hold_known_categories() -> None:
    meanings = load_meanings()
    groups = [*meanings.kinds.values(), *meanings.sets.values()]
    assert {category for group in groups for category in group} <= set(load_categories())
