"""What the lexicon finds in a text: mentions and cues, and where they stand.

Knows no grammar beyond the lexicon's lists, and nothing of the person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from agents.house.lexicon import Lexicon, Meanings, load_meanings
from agents.house.phrase_table import PhraseTable
from agents.house.reading.words import Word

GARMENTS = ("category", "kind", "set", "slot")
ATTRIBUTES = ("colour", "tone", "fabric", "pattern", "fit", "warmth")
DENIABLE = (*GARMENTS, *ATTRIBUTES)
_WORDS_PER_CHARACTER = 0.6
_PART = 3
# What tells of one's own, by what tells it of somebody else.
_THEIRS = {"own": "they_own", "already": "they_already", "already_had": "they_had"}
# What is mentioned, but neither wished for nor refused; its words are no names either.
TOLD = "told"
SENTENCE_ENDS = frozenset(".!?;。！？；")
COMMAS = frozenset(",，、")
POLITE = frozenset({"please", "stp", "svp", "plait", "s", "te", "il", "vous", "hi", "hello", "bonjour", "请", "吧"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` up to `last` (exclusive) that mean `key`."""

    kind: str
    key: str
    first: int
    last: int
    denied: bool = False

    def holds(self, other: "Mention") -> bool:
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True)
class Reading:
    """A text with everything the lexicon finds in it."""

    text: str
    lexicon: Lexicon
    words: list[Word]
    mentions: list[Mention]
    of_another: bool = False
    # Pieces that are called by their whole names, with their ids.
    titled: dict[Mention, str] = field(default_factory=dict)
    # What readers have worked out of it once, by their names.
    read_once: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def meanings(self) -> Meanings:
        return load_meanings()

    @cached_property
    def cues(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in scan_all(self.words, self.lexicon.cues):
            if mention.key != "elsewhere" or not self._is_part_of_event(mention):
                found.setdefault(mention.key, []).append(mention)
        for own, theirs in _THEIRS.items() if self.of_another else ():
            found.setdefault(own, []).extend(found.get(theirs, []))
        if looks := [look for look in found.get("look_of", ()) if any(g.last == look.first for g in self.garments)]:
            found.setdefault("outfit", []).extend(looks)
        # 里面穿什么 asks for what is worn there, and for no outfit.
        parts = [m for m in self.of("slot") if m.last - m.first > _PART and "outfit" in found]
        if none := [*found.get("no_outfit", []), *parts]:
            kept = [cue for cue in found.pop("outfit", []) if not any(one.holds(cue) for one in none)]
            found |= {"outfit": kept} if kept else {}
        if asks := found.pop("question", None):  # « que les chaussures » asks nothing
            asks = [cue for cue in asks if not any(only.first == cue.first for only in found.get("only", ()))]
            found |= {"question": asks} if asks else {}
        if again := found.pop("again", None):
            kept = [cue for cue in again if not self._asks_on(cue, found.get("other", []))]
            found |= {"again": kept} if kept else {}
        return found

    @property
    def length(self) -> float:
        """How long a text is, in words; Chinese, read by the character, has about three words in five of them."""
        return len(self.words) * (_WORDS_PER_CHARACTER if self.lexicon.language == "zh" else 1)

    @cached_property
    def facts(self) -> list[Mention]:
        """What of a person is spoken of: "my size", "where I live", "what I like"."""
        return list(scan(self.words, self.lexicon.facts))

    def _asks_on(self, again: Mention, others: list[Mention]) -> bool:
        """Whether it is something else that is wanted again, not what was seen: "something else again"."""
        points = self.word(again.last - 1) in self.lexicon.grammar.definite  # "back to the other one"
        return not points and any(again.first <= other.last and other.first <= again.last for other in others)

    def _is_part_of_event(self, mention: Mention) -> bool:
        """The lights of "northern lights" are nobody's lamps."""
        return any(
            event.holds(mention) and event.last - event.first > mention.last - mention.first
            for event in self.mentions
            if event.kind == "occasion"
        )

    @cached_property
    def _beginning(self) -> dict[tuple[str, int], Mention]:
        return {(m.kind, m.first): m for m in reversed(self.mentions)}

    @cached_property
    def _ending(self) -> dict[tuple[str, int], Mention]:
        return {(m.kind, m.last): m for m in reversed(self.mentions)}

    @cached_property
    def _by_kind(self) -> dict[str, list[Mention]]:
        kinds: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            kinds.setdefault(mention.kind, []).append(mention)
        return kinds

    @cached_property
    def garments(self) -> list[Mention]:
        return self.of(*GARMENTS)

    def of(self, *kinds: str) -> list[Mention]:
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        return [mention for mention in self.mentions if mention.kind in kinds]

    def keys(self, kind: str) -> list[str]:
        """The keys of a kind that are not denied, each once."""
        return list(dict.fromkeys(m.key for m in self.mentions if m.kind == kind and not m.denied))

    def has(self, *cues: str) -> bool:
        return any(cue in self.cues for cue in cues)

    def apart(self, cue: str, others: list[Mention]) -> list[Mention]:
        """The mentions of a cue that are no part of longer ones: not the "can I wear" of "what can I wear"."""
        return [
            m
            for m in self.cues.get(cue, ())
            if not any(o.holds(m) and o.last - o.first > m.last - m.first for o in others)
        ]

    def opening(self, cue: str) -> list[Mention]:
        """The places where a cue begins a sentence or a clause."""
        stops = SENTENCE_ENDS | COMMAS
        return [m for m in self.cues.get(cue, ()) if m.first == 0 or self.word(m.first - 1) in stops]

    def is_all(self, cue: str) -> bool:
        """Whether a cue is all that is said, but for signs and a "please"."""
        said = {i for i, word in enumerate(self.words) if word.text.isalpha() and word.text not in POLITE}
        return any(said <= {*range(m.first, m.last)} for m in self.cues.get(cue, ()))

    def word(self, index: int) -> str:
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def between(self, first: int, last: int) -> list[str]:
        return [word.text for word in self.words[max(first, 0) : last]]

    def at(self, kind: str, index: int) -> Mention | None:
        """The mention of a kind that begins at a word."""
        return self._beginning.get((kind, index))

    def before(self, kind: str, index: int) -> Mention | None:
        """The mention of a kind that ends right before a word."""
        return self._ending.get((kind, index))

    def said(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]


def scan(words: list[Word], table: PhraseTable) -> Iterator[Mention]:
    """Mentions that do not overlap: from the left, the longest at each word."""
    texts, index = [word.text for word in words], 0
    while index < len(words):
        found = next(_matches(texts, index, table), [])
        yield from found
        index = found[0].last if found else index + 1


def scan_past(words: list[Word], table: PhraseTable, skipped: frozenset[str]) -> Iterator[Mention]:
    """Mentions as by `scan`, also those that a word which changes nothing stands within: "is really not for me"."""
    kept = [i for i, word in enumerate(words) if word.text not in skipped]
    if len(kept) == len(words):
        yield from scan(words, table)
        return
    whole, thin = [word.text for word in words], [words[i].text for i in kept]
    place, index = {i: at for at, i in enumerate(kept)}, 0
    while index < len(words):
        found = next(_matches(whole, index, table), [])
        if index in place:
            spread = next(_matches(thin, place[index], table), [])
            wide = [replace(m, first=index, last=kept[m.last - 1] + 1) for m in spread]
            found = max(found, wide, key=lambda one: one[0].last if one else 0)
        yield from found
        index = found[0].last if found else index + 1


def scan_all(words: list[Word], table: PhraseTable) -> Iterator[Mention]:
    texts = [word.text for word in words]
    for index in range(len(words)):
        for found in _matches(texts, index, table):
            yield from found


def _matches(texts: list[str], index: int, table: PhraseTable) -> Iterator[list[Mention]]:
    for length, meanings in table.at(texts, index):
        yield [Mention(kind, key, index, index + length) for kind, key in meanings]
