import re

import pytest

from agents.gate import CURRENCY, DIGIT, load_words
from agents.house.phrases import load_forms, load_names, load_phrases, load_table
from stores.vocabulary import Language

LOOKED_FOR = ("named.", "ask.", "greet.")
FRENCH_GRAMMARS = {"ms", "fs", "mp", "fp"}


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_every_language_can_say_what_english_can(language: Language) -> None:
    assert set(load_phrases("en")) == set(load_phrases(language))
    for group in ("occasions", "codes", "cards"):
        assert set(load_table("names_en")[group]) == set(load_table(f"names_{language}")[group])


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_phrases_have_no_stop_and_use_forms_that_exist(language: Language) -> None:
    known = set.intersection(*(set(forms) for forms in load_forms(language).values()))
    for key, phrases in load_phrases(language).items():
        if key.startswith(LOOKED_FOR):
            continue
        assert len(set(phrases)) == len(phrases), key
        for phrase in phrases:
            assert not phrase.endswith((".", "。")), phrase
            assert set(re.findall(r"\{(?!pair)\w+\.(\w+)\}", phrase)) <= known, phrase


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_no_phrase_holds_a_fact_or_a_blocked_word(language: Language) -> None:
    for key, phrases in load_phrases(language).items():
        for phrase in () if key.startswith(LOOKED_FOR) else phrases:
            assert not (DIGIT.search(phrase) or CURRENCY.search(phrase) or "  " in phrase), phrase
            assert not load_words(language).blocked.search(phrase), phrase


def test_french_elides_in_every_phrase() -> None:
    for phrases in load_phrases("fr").values():
        for phrase in phrases:
            assert not re.search(r"(?<![-\w])(le|la|de|que|ne|se|je) [aeéèêiou](?!nze|ui)", phrase.lower()), phrase


def test_french_never_contracts_before_a_piece() -> None:
    pieces = "anchor|rest|layer|shoes|owned|bought|priced|second|third|finish|umbrella|shell|accent|asked|piece"
    for phrases in load_phrases("fr").values():
        for phrase in phrases:
            assert not re.search(rf"\b(?:de|à|que|du|des) \{{(?:{pieces})\}}", phrase), phrase


def test_french_nouns_have_a_gender() -> None:
    assert {grammar for grammar, _ in load_names("fr").garments.values()} <= FRENCH_GRAMMARS
