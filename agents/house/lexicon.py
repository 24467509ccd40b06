"""The words of a language: what each phrase may mean. Read from `lexicon/{en,fr,zh}.toml` and `lexicon/kinds.toml`.

A lexicon is tables of `kind -> key -> phrases`, keyed alike in every language, and of `alternative`s that its phrases
may hold. Knows nothing of turns.
"""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, cast, get_args

from pydantic import BaseModel, ConfigDict

from agents.house.grammar import Grammar, PlaceWords
from agents.house.phrase_table import Meaning, Phrase, PhraseTable, spelled_out
from agents.house.reading.scripts import simplified
from agents.house.reading.words import normalise, split_words
from stores.categories import load_categories
from stores.colours import load_colours
from stores.vocabulary import ColourFamily, Language, Range, Slot

# Mentions of these tables compete for words: of two that overlap the longer, earlier one stands.
COMPETING = (
    "plain", "category", "kind", "set", "slot", "colour", "tone", "fabric", "pattern", "fit", "warmth", "style",
    "modest", "sky", "presentation", "reserve", "culture", "occasion", "activity", "season",
)  # fmt: skip
# Mentions of these tables only compete among themselves.
SEPARATE = (
    "month", "weekday", "day", "relative", "unit", "number", "ordinal", "refer", "counted", "currency", "limit",
    "temperature", "size", "size_talk", "negation", "known", "topic", "aside",
)  # fmt: skip
# What a Chinese sentence may name in English.
BORROWED = (
    "category", "kind", "set", "colour", "fabric", "pattern", "fit", "style", "occasion", "currency", "limit", "day",
)  # fmt: skip
_HAN = re.compile("[一-鿿]+")
# Letters of the shortest month or day that is recognised by most of them.
_NAMED_LEAST = 4
# Letters of an English phrase that stands for itself within a French sentence.
_CLEAR = 6
# What French says in English: « un job interview », « un wedding », "tomorrow".
FRANGLAIS = ("occasion", "day")
# What a person names by a phrase whose head may stand first: « robes de soirée ».
_NAMED = ("category", "kind", "set", "slot", "pattern")
_COUNTED = ("unit", "currency", "refer", "weekday")


class Meanings(BaseModel):
    """What words of any language point to: groups, ranges and tables of `kinds.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: dict[str, list[str]]
    sets: dict[str, list[str]]
    parts: dict[str, frozenset[str]]
    colour_groups: dict[str, list[ColourFamily]]
    formality: dict[str, Range]
    occasions: dict[str, frozenset[str]]
    combined: dict[str, str]
    dressed_up: dict[str, str]
    lengths: dict[str, list[list[str]]]
    narrower: dict[str, list[str]]
    alike: dict[str, list[str]]
    worn_for: dict[str, dict[str, str]]
    bare: dict[str, list[str]]
    activities: dict[str, str]
    sizes: dict[str, dict[str, str | int]]
    spared: dict[str, list[str]]
    holidays: dict[str, tuple[int, int]]
    moving: dict[str, dict[int, tuple[int, int]]]

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
    """The phrases of one language."""

    language: Language
    grammar: Grammar
    place: PlaceWords
    competing: PhraseTable
    separate: dict[str, PhraseTable]
    cues: PhraseTable
    facts: PhraseTable
    borrowed: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a phrase that names something of fashion, a date or money."""
        return self.competing.words.union(*(table.words for table in self.separate.values()))

    @cached_property
    def ours(self) -> frozenset[str]:
        """Every word of a phrase."""
        return self.words | self.cues.words

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that no place without a capital is called by."""
        return self.grammar.function_words | self.cues.words | self.place.before

    @cached_property
    def named(self) -> frozenset[str]:
        """Words that are more than the judgement of a denial: not the "bulky" of "too bulky"."""
        told = (table.words for kind, table in self.separate.items() if kind not in ("negation", "aside"))
        return self.competing.words.union(self.cues.words, self.grammar.function_words, *told)

    @cached_property
    def known(self) -> frozenset[str]:
        """Words that are no slip of the pen."""
        return self.ours | self.grammar.real_words | self.grammar.function_words

    @cached_property
    def contractions(self) -> dict[str, Phrase]:
        """Words by how they are written without their apostrophe."""
        return {text.replace(" ", ""): tuple(text.split()) for text in self.grammar.contractions}

    @cached_property
    def correctable(self) -> list[str]:
        """Words of six letters or more that a slip of the pen may have changed."""
        named = ("category", "kind", "set", "colour", "fabric", "pattern", "occasion")
        phrases = (phrase for phrase, meanings in self.competing.items() if meanings[0][0] in named)
        words = {word for phrase in phrases for word in phrase if len(word) >= 6 and word.isascii()}
        return sorted(words | self.nearly)

    @cached_property
    def nearly(self) -> frozenset[str]:
        """Names of months and days and other words that are corrected though they are short."""
        dated = {word for kind in ("month", "weekday") for word in self.separate[kind].words}
        return self.grammar.nearly | {word for word in dated if len(word) >= _NAMED_LEAST and word.isascii()}


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
    borrowed = _add_franglais(table, grammar) if language == "fr" else frozenset[str]()
    care = _table(f"care_{language}")
    table["alternative"] |= care["alternative"]
    table["cue"] |= care["cue"]
    place = PlaceWords.model_validate(table["place"])
    table.setdefault("aside", {})
    table["known"] = {"place": place.known, "home": place.home}

    def phrases(*kinds: str, plurals: bool = grammar.plurals) -> PhraseTable:
        named = {kind: table[kind] for kind in kinds}
        return _phrases(named, table["alternative"], plurals, grammar.attributes_follow)

    return Lexicon(
        language=language,
        grammar=grammar,
        place=place,
        competing=phrases(*COMPETING),
        separate={kind: phrases(kind, plurals=grammar.plurals and kind in _COUNTED) for kind in SEPARATE},
        cues=phrases("cue", plurals=False),
        facts=phrases("fact", plurals=False),
        borrowed=borrowed,
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
    table["alternative"] = {**english["alternative"], **table["alternative"]}
    _add_colour_names(english["colour"], Grammar.model_validate(english["grammar"]))
    for kind in BORROWED:
        for key, texts in english[kind].items():
            several = (f"{text}s" for text in texts if kind in _COUNTED and text.isalpha() and text.isascii())
            table[kind].setdefault(key, []).extend([*texts, *several])


def _add_franglais(table: dict[str, dict[str, list[str]]], grammar: Grammar) -> frozenset[str]:
    """What is English beyond doubt: a phrase of which some word is none that French has. Gives these words."""
    english = _table("en")
    french = {
        word
        for kind in (*COMPETING, *SEPARATE, "cue")
        for texts in table.get(kind, {}).values()
        for text in texts
        for word in text.split()
    }
    french |= grammar.function_words | grammar.real_words
    for kind in FRANGLAIS:
        for key, texts in english[kind].items():
            clear = (text for text in texts if "{" not in text and len(text) >= _CLEAR)
            strange = [text for text in clear if not {*text.split()} <= french]
            table[kind].setdefault(key, []).extend(strange)
    return (
        frozenset(w for kind in FRANGLAIS for texts in english[kind].values() for t in texts for w in t.split())
        - french
    )


def _phrases(
    tables: dict[str, dict[str, list[str]]], alternatives: dict[str, list[str]], plurals: bool, head_first: bool = False
) -> PhraseTable:
    meanings: dict[Phrase, list[Meaning]] = defaultdict(list)
    for kind, keys in tables.items():
        for key, texts in keys.items():
            spelled = (one for text in texts for one in spelled_out(text, alternatives))
            heads = plurals and head_first and kind in _NAMED
            for phrase in (form for one in spelled for form in _forms(one, plurals, heads)):
                if (kind, key) not in meanings[phrase]:
                    meanings[phrase].append((kind, key))
    return PhraseTable(meanings)


def _forms(text: str, plurals: bool, heads: bool = False) -> list[Phrase]:
    """A phrase as folded words, and its regular plural; where the head stands first also « robes longues »."""
    phrase = _words(text)
    if not plurals:
        return [phrase]
    several = _plural(phrase[-1])
    forms = [phrase, (*phrase[:-1], several)]
    if heads and len(phrase) > 1:
        forms += [(_plural(phrase[0]), *phrase[1:]), (_plural(phrase[0]), *phrase[1:-1], several)]
    return list(dict.fromkeys(forms))


def _words(text: str) -> Phrase:
    """The words that a text is read as; most phrases are plain, and reading takes longer than taking them apart."""
    if text.isascii() and text.islower() and text.replace(" ", "").isalpha():
        return tuple(text.split())
    if _HAN.fullmatch(text):
        return tuple(simplified(text))
    return tuple(word.text for word in split_words(normalise(text)))


def _plural(word: str) -> str:
    if len(word) < 3 or word.endswith("s") or not word.isalpha():
        return word
    if word.endswith("eau"):
        return word + "x"
    return word + ("es" if word.endswith(("x", "ch", "sh")) else "s")
