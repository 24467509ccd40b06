"""A pen: chooses among the phrases of a key by a hash, and fills their slots with facts that are there.

A phrase whose slots cannot all be filled is not eligible, so prose never speaks of what is not known. The same seed
writes the same words. The pen knows no request and no plan of a reply.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from agents.house.phrases import Forms, Phrases
from stores.vocabulary import Language

SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
LITERAL = re.compile(r"\{[\w.]+\}")
TOKEN = re.compile(r"\[\[(\d+\.\d+)(?:\.name)?\]\]")
FACT = re.compile(r"\[\[([a-z0-9_.]+)\]\]")
ENDS = (".", "?", "!", "。", "？", "！", "…")
HIGH_PUNCTUATION = re.compile(r" ([;?!])")
THIN_SPACES = str.maketrans("\u202f\u00a0", "  ")
# From this length on a piece of text between two slots is somebody's wording, in characters.
TELLING: dict[Language, int] = {"en": 12, "fr": 12, "zh": 4}


@dataclass(frozen=True)
class Thing:
    """One piece or several, as prose may cite them: (token, plain noun) each, and the grammar of the whole."""

    pieces: tuple[tuple[str, str], ...]
    grammar: str

    def cited(self, already: set[str], language: Language) -> str:
        """The full name by its token; the plain noun where that piece was cited before."""
        names = [noun if set(TOKEN.findall(token)) & already else token for token, noun in self.pieces]
        return joined(names, language)


Slots = Mapping[str, str | Thing]
Given = Mapping[str, str | Thing | None]


class Pen:
    """Writes one reply: it remembers what it has cited, to name a piece in full only once, and uses no phrase twice.

    A phrase that an earlier reply (`said`) used comes again only where its key has no other. The pieces in `cited` were
    named in full before.
    """

    def __init__(
        self,
        language: Language,
        phrases: Phrases,
        forms: Forms,
        slots: Slots,
        seed: str,
        *,
        said: Iterable[str] = (),
        cited: Iterable[str] = (),
    ) -> None:
        self.language = language
        self._phrases, self._forms, self._slots, self._seed = phrases, forms, slots, seed
        self._said = "\n".join(said).lower().translate(THIN_SPACES)
        self._cited: set[str] = set(cited)
        self._told: set[str] = set()
        self._used: set[str] = set()

    @property
    def cited(self) -> frozenset[str]:
        """Keys of the pieces that were named so far."""
        return frozenset(self._cited)

    @property
    def told(self) -> frozenset[str]:
        """Keys of the facts that were written so far."""
        return frozenset(self._told)

    def clause(self, *keys: str, avoid: Iterable[str] = (), slots: Given | None = None) -> str | None:
        """A phrase of the first key that has an eligible one; one that begins as `avoid` does only if none is left."""
        known = {**self._slots, **{name: value for name, value in (slots or {}).items() if value is not None}}
        for key in keys:
            written = list(self._eligible(key, known))
            if not written:
                continue
            new = [pair for pair in written if not self._is_said(pair[0])] or written
            fresh = (pair for pair in new if not begins_as(pair[1], avoid, self.language))
            phrase, text = next(fresh, new[0])
            self._used.add(phrase)
            self._cited.update(TOKEN.findall(text))
            self._told.update(FACT.findall(text))
            return text
        return None

    def sentence(self, *keys: str, avoid: Iterable[str] = (), slots: Given | None = None) -> str | None:
        """A clause as a sentence: its capital, its stop, and the space that the language wants behind it."""
        clause = self.clause(*keys, avoid=avoid, slots=slots)
        return self.finish(clause) if clause else None

    def finish(self, clause: str) -> str:
        text = clause[:1].upper() + clause[1:]
        if self.language == "zh":
            return text if text.endswith(ENDS) else f"{text}。"
        if self.language == "fr":
            text = HIGH_PUNCTUATION.sub("\u202f\\1", text).replace(" : ", "\u00a0: ")
        return f"{text} " if text.endswith(ENDS) else f"{text}. "

    def tosses(self, key: str) -> bool:
        """One of two, as this reply's seed decides."""
        return _digest(f"{self._seed}|{key}")[0] % 2 == 0

    def shuffled(self, words: Iterable[str], key: str = "") -> list[str]:
        """The words in the order that this reply's seed gives them."""
        return sorted(dict.fromkeys(words), key=lambda word: _digest(f"{self._seed}|{key}|{word}"))

    def has_said(self, *keys: str) -> bool:
        """Whether an earlier reply has said this, in whatever words."""
        return any(self._is_said(phrase) for key in keys for phrase in self._phrases.get(key, ()))

    def _is_said(self, phrase: str) -> bool:
        """Whether the longest wording of a phrase stands in an earlier reply."""
        wording = max(LITERAL.split(phrase), key=len).strip(" ,:;，：；").lower()
        return len(wording) >= TELLING[self.language] and wording in self._said

    def _eligible(self, key: str, known: Slots) -> Iterator[tuple[str, str]]:
        for phrase in self.shuffled(self._phrases.get(key, ()), key):
            if phrase not in self._used and (text := self._fill(phrase, known)) is not None:
                yield phrase, text

    def _fill(self, phrase: str, known: Slots) -> str | None:
        """The phrase with its slots filled; an empty value takes the space before it along."""
        filled: list[str] = []
        start = 0
        for match in SLOT.finditer(phrase):
            value = self._value(match.group(1), match.group(2), known)
            if value is None:
                return None
            before = phrase[start : match.start()]
            filled += [before if value else before.rstrip(" "), value]
            start = match.end()
        return "".join([*filled, phrase[start:]])

    def _value(self, name: str, form: str | None, known: Slots) -> str | None:
        value = known.get(name)
        if isinstance(value, Thing):
            return self._forms[value.grammar][form] if form else value.cited(self._cited, self.language)
        if value is not None:
            return value
        nested = f"{name}.{form}"
        return next((text for _, text in self._eligible(nested, known)), None) if form else None


def joined(names: list[str], language: Language) -> str:
    """A list as the language speaks it: "A, B and C", « A, B et C », "A、B 和 C"."""
    if len(names) < 2:
        return "".join(names)
    if language == "zh":
        return "、".join(names[:-1]) + "和" + names[-1]
    return ", ".join(names[:-1]) + (" and " if language == "en" else " et ") + names[-1]


def begins_as(text: str, openings: Iterable[str], language: Language) -> bool:
    """Whether a text begins with the first words of one of the openings."""
    width = 2 if language == "zh" else len(text.split(" ", 1)[0])
    start = text[:width].lower()
    return any(opening.lower().startswith(start) for opening in openings)


def _digest(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=8).digest()
