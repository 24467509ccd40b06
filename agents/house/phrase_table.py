"""Phrases by what they mean, found at a word of a text. Knows no language and no meaning.

A phrase may hold alternatives: with `be = ["is", "are"]`, "{be} out" stands for "is out" and "are out".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

Phrase = tuple[str, ...]
Meaning = tuple[str, str]


class PhraseTable:
    """Phrases as tuples of folded words, each with all that it may mean."""

    def __init__(self, meanings: Mapping[Phrase, list[Meaning]]) -> None:
        self._meanings = dict(meanings)
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in self._meanings:
            lengths[phrase[0]].add(len(phrase))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    def at(self, words: Sequence[str], index: int) -> Iterator[tuple[int, list[Meaning]]]:
        """The lengths of the phrases that begin at a word, longest first, with their meanings."""
        for length in self._lengths.get(words[index], ()):
            phrase = tuple(words[index : index + length])  # shorter where the text ends
            if len(phrase) == length and (found := self._meanings.get(phrase)):
                yield length, found

    def items(self) -> Iterable[tuple[Phrase, list[Meaning]]]:
        return self._meanings.items()

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for phrase in self._meanings for word in phrase)


def spelled_out(text: str, alternatives: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A phrase with each of its alternatives in turn, which may hold others. Raises `KeyError` for an unknown name."""
    head, brace, rest = text.partition("{")
    if not brace:
        yield text
        return
    name, _, tail = rest.partition("}")
    for one in alternatives[name]:
        yield from spelled_out(f"{head}{one}{tail}", alternatives)
