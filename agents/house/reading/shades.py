"""Which shades of a colour a turn asks for by name: a sage dress, « un pull moutarde », 驼色大衣."""

import re
from collections.abc import Collection
from functools import cache

from agents.house.phrases import load_table
from stores.colours import load_colours
from stores.vocabulary import ColourFamily, Language


def shades_asked(text: str, language: Language, families: Collection[ColourFamily]) -> dict[str, str]:
    """The shades that a text names of the families it asks for, by their English name, as the text has them."""
    said = {_shades(language)[m[0].lower()]: m[0].lower() for m in _pattern(language).finditer(text)}
    return {name: word for name, word in said.items() if family_of(name) in families}


def family_of(shade: str) -> ColourFamily:
    return load_colours()[shade].family


@cache
def _shades(language: Language) -> dict[str, str]:
    return {word: name for name, words in load_table("shades").items() for word in words[language]}


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    words = sorted(_shades(language), key=len, reverse=True)
    bound = "" if language == "zh" else r"\b"
    return re.compile("|".join(rf"{bound}{re.escape(word)}{bound}" for word in words), re.IGNORECASE)
