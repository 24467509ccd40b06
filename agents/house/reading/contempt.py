"""Whether a text holds a kind of people in contempt, which no stylist helps to put into words or into clothes."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from agents.house.reading.words import fold
from stores.vocabulary import Language

SENTENCE = re.compile(r"[^.!?。！？\n]+")


def is_contempt(text: str, language: Language) -> bool:
    """Whether one sentence names a kind of people, and says of them what is said in contempt."""
    people, contempt = load_contempt(language)
    return any(people.search(one) and contempt.search(one) for one in SENTENCE.findall(fold(text)))


@cache
def load_contempt(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    text = files("agents.house").joinpath("lexicon/contempt.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return _any_of(table["people"][language], language), _any_of(table["contempt"][language], language)


def _any_of(listed: list[str], language: Language) -> re.Pattern[str]:
    joined = "|".join(listed)
    return re.compile(joined if language == "zh" else rf"\b(?:{joined})\b", re.IGNORECASE)
