"""The questions of one turn, each by itself: "what is business casual and do I need a tie?"."""

import re

from agents.house.lexicon import load_lexicon
from agents.house.reading.text import read
from agents.house.reading.whether import is_put
from stores.vocabulary import Language

_SENTENCES = re.compile(r"(?<=[?？!！。;；])|(?<=\.)\s")
# What may join two questions in one sentence.
_JOINTS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r",? and |, "),
    "fr": re.compile(r",? et |, "),
    "zh": re.compile(r"[,，]"),
}
_OPENS = ("question", "may_one", "whether", "needed", "ask")
_MOST = 3


def questions_of(text: str, language: Language) -> list[str]:
    """What is asked, question by question; nothing where there is only one."""
    found: list[str] = []
    for sentence in filter(str.strip, _SENTENCES.split(text)):
        first, *rest = (part.strip() for part in _JOINTS[language].split(sentence))
        parts = [first]
        for part in rest:
            if _asks(part, language) and _asks(parts[-1], language):
                parts.append(part)
            else:
                parts[-1] = f"{parts[-1]}, {part}"
        found += [part for part in parts if "?" in sentence or "？" in sentence or _asks(part, language)]
    return found if 1 < len(found) <= _MOST else []


def _asks(part: str, language: Language) -> bool:
    """Whether a part of a sentence is a question of its own."""
    reading = read(part, load_lexicon(language))
    return is_put(reading) or any(reading.opening(cue) for cue in _OPENS)
