"""The words of a language: what each phrase may mean. Read from `lexicon/{en,fr,zh}.toml` and `lexicon/kinds.toml`.

A lexicon is tables of `kind -> key -> phrases`, keyed alike in every language. Knows nothing of turns.
"""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, cast, get_args

from pydantic import BaseModel, ConfigDict

from agents.house.reading_words import normalise, split_words
from stores.categories import load_categories
from stores.colours import load_colours
from stores.vocabulary import ColourFamily, Language, Range, Slot

Phrase = tuple[str, ...]
Meaning = tuple[str, str]
PhraseTable = dict[str, list[tuple[Phrase, list[Meaning]]]]

# Mentions of these tables compete for words: of two that overlap the longer, earlier one stands.
COMPETING = (
    "plain", "category", "kind", "set", "slot", "colour", "tone", "fabric", "pattern", "fit", "warmth", "style",
    "modest", "sky", "presentation", "reserve", "culture", "occasion", "activity", "season",
)  # fmt: skip
# Mentions of these tables only compete among themselves.
SEPARATE = (
    "month", "weekday", "day", "relative", "unit", "number", "ordinal", "refer", "counted", "currency", "limit",
    "temperature", "size", "size_talk", "negation", "known",
)  # fmt: skip
# What a Chinese sentence may name in English.
BORROWED = ("category", "kind", "set", "colour", "fabric", "pattern", "fit", "style", "occasion")
_COUNTED = ("unit", "currency", "refer", "weekday")


class Grammar(BaseModel):
    """How a language puts its words together."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    function_words: frozenset[str]
    plurals: bool
    attributes_follow: bool
    breaks: frozenset[str]
    joiners: frozenset[str]
    subjects: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    definite_plural: frozenset[str]
    generic: frozenset[str]
    measures: frozenset[str]
    replacers: frozenset[str]
    along: frozenset[str]
    interrogatives: frozenset[str]
    contractions: list[str]
    short_forms: dict[str, str]
    after_ordinal: frozenset[str]
    resumes: frozenset[str]
    real_words: frozenset[str]
    not_colours: frozenset[str]
    # "Rather" and "than": what stands behind the second is refused.
    prefers: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    upholds: frozenset[str] = frozenset()


class PlaceWords(BaseModel):
    """Words around names of places."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    before: frozenset[str]
    before_known: frozenset[str]
    joiners: frozenset[str]
    known: list[str]
    home: list[str]


class Meanings(BaseModel):
    """What words of any language point to: groups, ranges and tables of `kinds.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[str, list[str]]
    sets: dict[str, list[str]]
    colour_groups: dict[str, list[ColourFamily]]
    formality: dict[str, Range]
    occasions: dict[str, frozenset[str]]
    combined: dict[str, str]
    lengths: dict[str, list[list[str]]]
    narrower: dict[str, list[str]]
    bare: dict[str, list[str]]
    activities: dict[str, str]
    sizes: dict[str, dict[str, str | int]]
    vegan: dict[str, list[str]]
    holidays: dict[str, tuple[int, int]]

    def categories(self, kind: str, key: str) -> list[str]:
        """The categories that a garment word allows; none for a slot, which allows all of its own."""
        match kind:
            case "category":
                return [key]
            case "kind":
                return self.kinds[key]
            case "set":
                return self.sets[key]
        return []

    def slot(self, kind: str, key: str) -> Slot:
        """The slot of a garment word; of a set the slot of its first article."""
        return cast(Slot, key) if kind == "slot" else load_categories()[self.categories(kind, key)[0]].slot


@dataclass(frozen=True)
class Lexicon:
    """The phrases of one language, by their first word, longest first."""

    language: Language
    grammar: Grammar
    place: PlaceWords
    competing: PhraseTable
    separate: dict[str, PhraseTable]
    cues: PhraseTable
    facts: PhraseTable

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a phrase that names something of fashion, a date or money."""
        tables = [self.competing, *self.separate.values()]
        return frozenset(word for table in tables for rows in table.values() for phrase, _ in rows for word in phrase)

    @cached_property
    def cue_words(self) -> frozenset[str]:
        return frozenset(word for rows in self.cues.values() for phrase, _ in rows for word in phrase)

    @cached_property
    def known(self) -> frozenset[str]:
        """Words that are no slip of the pen."""
        return self.words | self.cue_words | self.grammar.real_words | self.grammar.function_words

    @cached_property
    def contractions(self) -> dict[str, Phrase]:
        """Words by how they are written without their apostrophe."""
        return {text.replace(" ", ""): tuple(text.split()) for text in self.grammar.contractions}

    @cached_property
    def correctable(self) -> list[str]:
        """Words of six letters or more that a slip of the pen may have changed."""
        named = ("category", "kind", "set", "colour", "fabric", "pattern", "occasion")
        rows = (row for rows in self.competing.values() for row in rows if row[1][0][0] in named)
        return sorted({word for phrase, _ in rows for word in phrase if len(word) >= 6 and word.isascii()})


@cache
def load_meanings() -> Meanings:
    return Meanings.model_validate(_table("kinds"))


@cache
def load_lexicon(language: Language) -> Lexicon:
    table = _table(language)
    grammar = Grammar.model_validate(table["grammar"])
    if language == "en":
        _add_colour_names(table["colour"], grammar)
    if language == "zh":
        _add_english(table)
    place = PlaceWords.model_validate(table["place"])
    table["known"] = {"place": place.known, "home": place.home}
    return Lexicon(
        language=language,
        grammar=grammar,
        place=place,
        competing=_phrases({kind: table[kind] for kind in COMPETING}, grammar.plurals),
        separate={kind: _phrases({kind: table[kind]}, grammar.plurals and kind in _COUNTED) for kind in SEPARATE},
        cues=_phrases({"cue": table["cue"]}, plurals=False),
        facts=_phrases({"fact": table["fact"]}, plurals=False),
    )


def languages() -> tuple[Language, ...]:
    return get_args(Language)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("agents.house").joinpath(f"lexicon/{name}.toml").read_text(encoding="utf-8"))


def _add_colour_names(colours: dict[str, list[str]], grammar: Grammar) -> None:
    """English colour names stand in `stores/colours.toml`; a few of them mean too much else when alone."""
    named = {name for names in colours.values() for name in names}
    for name, colour in load_colours().items():
        if name not in grammar.not_colours and name not in named:
            colours.setdefault(colour.family, []).extend({name, name.replace("grey", "gray")})


def _add_english(table: dict[str, dict[str, list[str]]]) -> None:
    """Chinese borrows English words for clothes as they are written: 想要一件 oversize 的 blazer."""
    english = _table("en")
    for kind in BORROWED:
        for key, texts in english[kind].items():
            table[kind].setdefault(key, []).extend(texts)


def _phrases(tables: dict[str, dict[str, list[str]]], plurals: bool) -> PhraseTable:
    meanings: dict[Phrase, list[Meaning]] = defaultdict(list)
    for kind, keys in tables.items():
        for key, texts in keys.items():
            for text in texts:
                for phrase in _forms(text, plurals):
                    if (kind, key) not in meanings[phrase]:
                        meanings[phrase].append((kind, key))
    table: PhraseTable = defaultdict(list)
    for phrase, found in sorted(meanings.items(), key=lambda row: -len(row[0])):
        table[phrase[0]].append((phrase, found))
    return dict(table)


def _forms(text: str, plurals: bool) -> list[Phrase]:
    """A phrase as folded words, and its regular plural."""
    phrase = tuple(word.text for word in split_words(normalise(text)))
    last = phrase[-1]
    if not plurals or len(last) < 3 or last.endswith("s") or not last.isalpha():
        return [phrase]
    ending = "es" if last.endswith(("x", "ch", "sh")) else "s"
    return [phrase, (*phrase[:-1], last + ending)]
