"""Pieces in general: "skirts and heels", « les jupes et les talons hauts », 半裙和高跟鞋. Knows no person."""

from collections.abc import Iterable

from agents.house.lexicon import load_meanings
from agents.house.phrases import load_table
from agents.house.prose.names import article, category_word, grammar_of
from stores.vocabulary import Language

_HISSING = ("s", "x", "z", "ch", "sh")


def kind_words(categories: Iterable[str], language: Language) -> list[str]:
    """Nouns for these categories; those that make up a whole kind go by its name, the widest kind first."""
    left, names = dict.fromkeys(categories), load_table(f"names_{language}")["kinds"]
    words = []
    for kind, members in sorted(load_meanings().kinds.items(), key=lambda row: -len(row[1])):
        if kind in names and left.keys() >= {*members}:
            words.append(names[kind])
            left = {one: None for one in left if one not in members}
    return [*words, *(_in_general(one, language) for one in left)]


def _in_general(category: str, language: Language) -> str:
    """ "blazers", « le blazer », 西装外套."""
    if language == "fr":
        return article(category, language)
    noun = category_word(category, language)
    return noun if language == "zh" or grammar_of(category, language) == "p" else plural(noun)


def plural(noun: str) -> str:
    """An English noun in the plural."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    if noun.endswith(("arf", "eaf")):
        return f"{noun[:-1]}ves"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"
