"""Chinese in traditional characters, or written as it is spoken in Hong Kong, as the lexicon writes it.

Knows no grammar: characters and words are replaced one by one, from the tables of `lexicon/scripts.toml`.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

_HAN = re.compile("[一-鿿]")


class Scripts(BaseModel):
    """Characters and words by what the lexicon has for them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    traditional: str
    simplified: str
    characters: dict[str, str]
    words: dict[str, str]


@cache
def load_scripts() -> Scripts:
    text = files("agents.house").joinpath("lexicon/scripts.toml").read_text(encoding="utf-8")
    return Scripts.model_validate(tomllib.loads(text))


def simplified(text: str) -> str:
    """A text with traditional and Cantonese characters as simplified ones; any other text as it is."""
    if not _HAN.search(text):
        return text
    words, pattern, characters = _tables()
    return pattern.sub(lambda found: words[found[0]], text).translate(characters)


@cache
def _tables() -> tuple[dict[str, str], re.Pattern[str], dict[int, str]]:
    scripts = load_scripts()
    simpler = {ord(old): new for old, new in zip(scripts.traditional, scripts.simplified, strict=True)}
    words = {key: said for word, said in scripts.words.items() for key in (word, word.translate(simpler))}
    longest = sorted(words, key=len, reverse=True)
    # 着 is to wear, but the 着 of 穿着 is none.
    pattern = re.compile(f"(?<!穿)(?:{'|'.join(map(re.escape, longest))})")
    return words, pattern, simpler | {ord(spoken): said for spoken, said in scripts.characters.items()}
