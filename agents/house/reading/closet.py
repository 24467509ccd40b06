"""The garments of a wardrobe that a text names, and what it says of them, sentence by sentence.

Reads the words themselves: what somebody wore last week is no wish, yet it is said of a garment. What is to be done
about it is decided elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_meanings
from agents.house.phrase_table import Meaning, Phrase, PhraseTable, spelled_out
from agents.house.phrases import load_table
from agents.house.reading.mentions import COMMAS, GARMENTS, SENTENCE_ENDS, Mention, Reading, scan, scan_all
from agents.house.reading.numbers import numbers
from agents.house.reading.words import split_words
from stores.vocabulary import Change, ColourFamily, Garment, Language

SAID = ("colour", "tone", "fabric", "pattern")
# Between a garment and what describes it.
_LINKS = frozenset({"的", "and", "et", "和", ",", "、", "en", "de", "a"})
_UNOWNED = frozenset({"a", "an", "un", "une", "some", "another", "autre"})
_NEAR = 2
# Cues that may stand within others and mean their own all the same.
_PLAIN = frozenset({
    "it_is", "is_really", "not", "if", "names_it", "hang", "it", "is_a", "both", "every", "neither", "undo",
    "take_back", "how_many", "i_own", "owns", "needs", "things", "stands",
})  # fmt: skip
QUESTION_MARKS = frozenset({"?", "？"})
# Photos and pieces are counted by hand as far as this.
_MOST = 99


@dataclass(frozen=True)
class Named:
    """A garment word with what describes it, from its first word to its last (exclusive)."""

    garment: Mention
    attributes: tuple[Mention, ...]

    @property
    def first(self) -> int:
        return min(one.first for one in (self.garment, *self.attributes))

    @property
    def last(self) -> int:
        return max(one.last for one in (self.garment, *self.attributes))


@dataclass(frozen=True)
class Sentence:
    """The words `first` up to `last` (exclusive), and what is found among them."""

    first: int
    last: int
    asks: bool
    cues: Sequence[Mention]
    named: Sequence[Named]
    values: Sequence[Mention]

    def of(self, *keys: str) -> list[Mention]:
        return [cue for cue in self.cues if cue.key in keys]

    def has(self, *keys: str) -> bool:
        return any(cue.key in keys for cue in self.cues)

    @property
    def supposes(self) -> bool:
        """Whether it only says what would be: "if my boots are in the wash"."""
        return self.has("if")


@dataclass(frozen=True)
class Closet:
    """A text beside the garments that it may speak of."""

    reading: Reading
    garments: Sequence[Garment]

    @cached_property
    def sentences(self) -> list[Sentence]:
        return [self._sentence(first, last) for first, last in self._spans() if first < last]

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Where sentences are; of one that ends in a question each clause by itself: "they are dirty, what now?"."""
        words, first = [word.text for word in self.reading.words], 0
        for end in [i + 1 for i, word in enumerate(words) if word in SENTENCE_ENDS] + [len(words)]:
            asks = bool(words[first:end]) and words[end - 1] in QUESTION_MARKS
            commas = [i + 1 for i in range(first, end) if words[i] in COMMAS] if asks else []
            yield from zip([first, *commas], [*commas, end], strict=True)
            first = end

    def has(self, *keys: str) -> bool:
        return any(sentence.has(*keys) for sentence in self.sentences)

    def wishes(self, *cues: str) -> bool:
        """Whether something is wished for, in words that say nothing of what is owned: not "here are my clothes"."""
        said = [one for key in cues for one in self.reading.cues.get(key, ())]
        return any(not any(own.holds(one) for own in self._cues) for one in said)

    def meant(self, named: Named) -> list[Garment]:
        """The garments that a name fits: of its kind, and of the colours and cloth that are said."""
        mention = named.garment
        categories = load_meanings().categories(mention.kind, mention.key)
        slot = load_meanings().slot(mention.kind, mention.key)
        fits = [one for one in self.garments if (one.category in categories if categories else one.slot == slot)]
        colours = {*families(named.attributes)}
        if colours:
            first = [one for one in fits if one.colours[0].family in colours]
            second = [one for one in fits if colours & {colour.family for colour in one.colours}]
            fits = first or second or [one for one in fits if not one.colours[0].name]
        fabrics = {one.key for one in named.attributes if one.kind == "fabric"}
        patterns = {one.key for one in named.attributes if one.kind == "pattern"}
        told = [one for one in fits if fabrics & {*one.fabrics} or one.pattern in patterns]
        return told or ([] if patterns else fits)

    def is_mine(self, named: Named) -> bool:
        """Whether a garment is not only one of its kind: "the boots", not "some boots"."""
        return self.reading.word(named.first - 1) not in _UNOWNED

    def _sentence(self, first: int, last: int) -> Sentence:
        def within(mentions: Iterable[Mention]) -> list[Mention]:
            return [one for one in mentions if first <= one.first and one.last <= last]

        named = [one for one in self._named if first <= one.first and one.last <= last]
        described = {mention for one in named for mention in (one.garment, *one.attributes)}
        values = [one for one in within(self._mentions) if one.kind in SAID and one not in described]
        return Sentence(first, last, self._asks(last), within(self._cues), named, values)

    def _asks(self, last: int) -> bool:
        ends = {*self.reading.between(last - 2, last)}
        return bool(ends & QUESTION_MARKS) or (self.reading.lexicon.language == "zh" and bool(ends & {"吗", "么"}))

    @cached_property
    def _mentions(self) -> list[Mention]:
        """What is mentioned; the "navy" of "the navy shirt" is no fleet."""
        words, table = self.reading.words, self.reading.lexicon.competing
        found = list(scan(words, table))
        starts = {one.first for one in found if one.kind in GARMENTS}
        for plain in [one for one in found if one.kind == "plain" and one.last in starts]:
            begin = plain.first + 1
            inside = scan(words[begin : plain.last], table)
            found += [replace(one, first=one.first + begin, last=one.last + begin) for one in inside]
        return sorted(found, key=lambda one: one.first)

    @cached_property
    def _cues(self) -> list[Mention]:
        found = list(scan_all(self.reading.words, load_cues(self.reading.lexicon.language)))
        telling = [one for one in found if one.key not in _PLAIN]
        within = (one for one in telling if not any(other.holds(one) and not one.holds(other) for other in telling))
        return [*within, *(one for one in found if one.key in _PLAIN)]

    @cached_property
    def _named(self) -> list[Named]:
        follow = self.reading.lexicon.grammar.attributes_follow
        found = [one for one in self._mentions if one.kind in GARMENTS]
        inside = self.reading.of(*SAID)
        named = []
        for garment in found:
            told = [one for one in inside if garment.holds(one)]
            near = [*self._beside(garment, -1), *(self._beside(garment, 1) if follow else ())]
            named.append(Named(garment, tuple(replace(one, denied=False) for one in (*told, *near))))
        return named

    def _beside(self, garment: Mention, step: int) -> list[Mention]:
        """What describes a garment right before it, or behind it."""
        said = [one for one in self._mentions if one.kind in (*SAID, "fit", "warmth")]
        found, edge = list[Mention](), garment
        for one in reversed(said) if step < 0 else said:
            gap = (one.last, edge.first) if step < 0 else (edge.last, one.first)
            if 0 <= gap[1] - gap[0] <= _NEAR and {*self.reading.between(*gap)} <= _LINKS:
                found, edge = [*found, one], one
        return found


def closet_of(reading: Reading, request: UnderstandRequest) -> Closet:
    """The text beside the person's wardrobe; read once."""
    if "closet" not in reading.read_once:
        reading.read_once["closet"] = Closet(reading, request.wardrobe)
    closet: Closet = reading.read_once["closet"]
    return closet


@cache
def load_cues(language: Language) -> PhraseTable:
    """What is said of clothes that somebody owns."""
    table, meanings = load_table("wardrobe")[language], defaultdict[Phrase, list[Meaning]](list)
    for key, texts in table["cue"].items():
        for text in (one for each in texts for one in spelled_out(each, table["alternative"])):
            phrase = tuple(word.text for word in split_words(text))
            if ("cue", key) not in meanings[phrase]:
                meanings[phrase].append(("cue", key))
    return PhraseTable(meanings)


def families(mentions: Iterable[Mention]) -> list[ColourFamily]:
    """The colour families that are named, groups spelled out."""
    groups = load_meanings().colour_groups
    found: list[ColourFamily] = []
    for one in mentions:
        if one.kind == "tone":
            found += groups[one.key]
        elif one.kind == "colour":
            found.append(one.key)  # type: ignore[arg-type]
    return list(dict.fromkeys(found))


def nearest(cues: Collection[Mention], named: Named) -> Mention:
    """The cue that stands closest to a garment."""
    return min(cues, key=lambda cue: max(cue.first - named.last, named.first - cue.last))


def counted(closet: Closet, sentence: Sentence) -> list[tuple[int, int]]:
    """The places in a list that are named, from 1 (-1 the last), each with the word behind it; numbers as well."""
    inside = [one for one in closet.reading.of("ordinal") if sentence.first <= one.first < sentence.last]
    found = [(int(one.key), one.last) for one in inside if one.key != "0"]
    plain = [one for one in numbers(closet.reading) if sentence.first <= one.first < sentence.last]
    before = closet.reading.word
    found += [
        (int(one.value), one.last)
        for one in plain
        if 1 <= one.value <= _MOST and before(one.first - 1) in {"number", "no", "#", "numero", "la", "le", "n"}
    ]
    return found


def setting(garment: Garment, fields: dict[str, Any]) -> Change:
    """A change of some fields of a garment."""
    return Change(target="wardrobe", action="set", key=garment.id, value=fields, said=garment.name)


def removing(garment: Garment) -> Change:
    return Change(target="wardrobe", action="remove", key=garment.id, value=garment.name, said=garment.name)
