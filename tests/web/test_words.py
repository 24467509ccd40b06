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
STORES = WEB.parents[1] / "stores"
FILES_OF = [STORES / "photo_files.py", STORES / "wardrobe_files.py", STORES / "photos.py"]
FAULT = re.compile(r"Bad(?:Photo|File)\(\s*\"(\w+)\"")
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


def test_french_signs_never_begin_a_line() -> None:
    for key, text in TEXTS["fr"].items():
        assert not re.search(r"[^\u202f][;!?]|[^\u00a0]»|«[^\u00a0]| :|'", text), key


def test_every_fault_of_a_file_is_told_in_words() -> None:
    codes = {code for file in FILES_OF for code in FAULT.findall(file.read_text(encoding="utf-8"))}
    told_as = dict(re.findall(r"^  (\w+): \"(\w+)\",$", (WEB / "js" / "notice.js").read_text(encoding="utf-8"), re.M))
    assert len(codes) > 10
    assert {code for code in codes if f"trouble.{told_as.get(code, code)}" not in TEXTS["en"]} == set()


def test_every_text_that_is_asked_for_is_there() -> None:
    asked = set(PLAIN.findall(SCRIPTS))
    assert len(asked) > 100
    assert {key for key in asked if not forms(key) & set(TEXTS["en"])} == set()


def test_no_text_is_never_asked_for() -> None:
    asked = {form for key in re.findall(r"\"([\w.]+)\"", SCRIPTS) for form in forms(key)}
    grown = (*set(GROWING.findall(SCRIPTS)), *COUNTED)
    assert {key for key in TEXTS["en"] if key not in asked and not key.startswith(grown)} == set()
