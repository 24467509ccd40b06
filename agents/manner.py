"""Whether a sentence is a stylist's at all: none declines as machines do, thinks aloud, or talks of "the user".

Judges how is spoken, never what is claimed.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from agents.thoughts import TAG
from stores.vocabulary import Language

REASONS = {"declines": "a refusal", "machine": "talk of its own orders"}
# Models decline in English whatever they were asked in.
_EVERYWHERE: Language = "en"


def out_of_part(sentence: str, language: Language) -> str | None:
    """Why a sentence may not leave, or None."""
    if TAG.search(sentence):
        return "a thought"
    plain = sentence.replace("’", "'")
    for spoken in dict.fromkeys((language, _EVERYWHERE)):
        for kind, pattern in load_manner(spoken).items():
            if pattern.search(plain):
                return REASONS[kind]
    return None


@cache
def load_manner(language: Language) -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("agents").joinpath("manner.toml").read_text(encoding="utf-8"))[language]
    return {kind: _any_of(listed, language) for kind, listed in table.items()}


def _any_of(listed: list[str], language: Language) -> re.Pattern[str]:
    joined = "|".join(map(re.escape, listed))
    return re.compile(joined if language == "zh" else rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
