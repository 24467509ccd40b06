"""Which words of dress a text asks to have explained: one ("what is a tuxedo?"), or two by what parts them.

Knows the words (`lexicon/glossary.toml`) and how they are asked for (`asking.toml`), not what they mean.
"""

import re
from collections.abc import Iterable
from functools import cache

from agents.house.lexicon import load_lexicon
from agents.house.phrases import load_table
from agents.house.reading.words import normalise, split_words
from stores.vocabulary import Language

_LONGEST = 24
# Of a term of several words none is as short as "my" and "it".
_TELLING = 4
_ASKS = ("before", "behind", "led")


def terms_of(text: str, language: Language) -> list[str]:
    """The terms that a text asks about, in the order in which they are named: one, or two and what parts them."""
    said, asks = folded(text, language), load_table("asking")[language]
    if any(folded(one, language) in said for one in asks["else"]):
        return []
    named = [load_names(language)[found[0].strip()] for found in _any_term(language).finditer(said)]
    apart = list(dict.fromkeys(named))
    if len(apart) == 2 and any(folded(one, language) in said for one in asks["apart"]):
        return apart
    found = next((match for one in _definitions(language) if (match := one.search(said))), None)
    return [load_names(language)[found["term"].strip()]] if found and len(said.split()) <= _LONGEST else []


def asks_unknown(text: str, language: Language) -> bool:
    """Whether it is asked what a word or two mean that no table here has: "what is gorpcore?"."""
    asked = _meaning_of(language).match(folded(text, language))
    if asked is None or terms_of(text, language):
        return False
    if language == "zh":
        return True
    words, known = asked["term"].split(), load_lexicon(language).known
    return words[0] not in known if len(words) == 1 else words[0] != "the" and all(len(w) >= _TELLING for w in words)


@cache
def _meaning_of(language: Language) -> re.Pattern[str]:
    """A short text that opens, or in Chinese closes, with what asks for a meaning."""
    asks = load_table("asking")[language]
    before, behind, led = (_either(folded(one, language).strip() for one in asks[key]) for key in _ASKS)
    led = _either({"a", "an", "a pair of", "called"}) if language == "en" else led  # "the dress code" is one we know
    if language == "zh":
        return re.compile(rf"^(?:(?:{before})(?P<term>.{{2,10}})|.{{2,10}}(?:{behind}))$")
    return re.compile(rf"^ (?:{before}) (?:(?:{led}) )?(?P<term>(?:\w+ ?){{1,3}})$")


def folded(text: str, language: Language) -> str:
    """The words of a text without case, accents and signs; those of a language with spaces stand between spaces."""
    words = [word.text for word in split_words(normalise(text)) if word.text.isalnum()]
    return "".join(words) if language == "zh" else f" {' '.join(words)} "


@cache
def load_names(language: Language) -> dict[str, str]:
    """The terms by each of their names, folded."""
    rows = load_table("glossary").items()
    return {folded(name, language).strip(): key for key, row in rows for name in row[language].split("|")}


@cache
def _any_term(language: Language) -> re.Pattern[str]:
    names = _either(load_names(language))
    return re.compile(names if language == "zh" else rf"(?<= )(?:{names})(?= )")


@cache
def _definitions(language: Language) -> list[re.Pattern[str]]:
    """What asks for one word: an opening before it and nothing of weight behind it, or a question right behind it."""
    asks, gap = load_table("asking")[language], "" if language == "zh" else " "
    parts = {key: _either(folded(one, language).strip() for one in asks[key]) for key in ("before", "behind", "led")}
    term = rf"(?P<term>{_either(load_names(language))})"
    tail = _either(folded(one, language).strip() for one in asks["trail"])
    joined = _either(folded(one, language).strip() for one in asks["joins"])
    end = rf"(?:{gap}(?:{tail}))*(?:{gap})?(?:$|(?:{joined}){gap})"
    before = rf"{gap}(?:{parts['before']}){gap}(?:(?:{parts['led']}){gap})?{term}{end}"
    behind = rf"{gap}{term}{gap}(?:{parts['behind']})(?:{gap})?(?:{tail})?(?:{gap})?$" if asks["behind"] else None
    return [re.compile(one) for one in (before, behind) if one]


def _either(names: Iterable[str]) -> str:
    """A pattern of any of these, the longest first."""
    return "|".join(re.escape(name) for name in sorted({*names} - {""}, key=len, reverse=True))
