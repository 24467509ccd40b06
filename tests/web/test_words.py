"""The page's words: the same keys in every language, the same places to fill, and none that the scripts miss."""

import json
import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "server" / "web"
TEXTS = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(WEB.glob("i18n/*.json"))}
GROWING = re.compile(r"\b(?:t|known)\(\s*`([\w.]+)\$\{")
PLAIN = re.compile(r"\bt\(\s*\"([\w.]+)\"")
COUNTED = ("slot.", "presentation.", "season.")  # values that the shop counts
SCRIPTS = "".join(file.read_text(encoding="utf-8") for file in sorted(WEB.glob("js/*.js")))


def forms(key: str) -> set[str]:
    """A text's key, or those of its plural forms."""
    return {key, f"{key}.one", f"{key}.other"}


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_languages_have_the_same_texts(language: str) -> None:
    one = {key for key in TEXTS["en"] if key.endswith(".one")} if language == "zh" else set()
    assert set(TEXTS[language]) == set(TEXTS["en"]) - (one - set(TEXTS[language]))


@pytest.mark.parametrize("language", ["fr", "zh"])
def test_texts_are_filled_in_alike(language: str) -> None:
    for key, text in TEXTS[language].items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", TEXTS["en"][key])), key


def test_every_text_that_is_asked_for_is_there() -> None:
    asked = set(PLAIN.findall(SCRIPTS))
    assert len(asked) > 100
    assert {key for key in asked if not forms(key) & set(TEXTS["en"])} == set()


def test_no_text_is_never_asked_for() -> None:
    asked = {form for key in re.findall(r"\"([\w.]+)\"", SCRIPTS) for form in forms(key)}
    grown = (*set(GROWING.findall(SCRIPTS)), *COUNTED)
    assert {key for key in TEXTS["en"] if key not in asked and not key.startswith(grown)} == set()
