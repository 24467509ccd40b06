"""What a text tells of a time gone by: "last year I was in black, and this time ...". None of it is a wish.

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator, Sequence

from agents.house.reading.mentions import COMMAS, DENIABLE, SENTENCE_ENDS, Mention
from agents.house.reading.words import Word

# Who has never done a thing has no more to tell of it: 以前没打过,白色上衣.
_UNTRIED = frozenset({"没", "过"})
_REFUSING = ("no", "after", "neither", "not")


def formerly(words: list[Word], mentions: list[Mention], asides: Sequence[Mention]) -> set[Mention]:
    """What is mentioned from a word for the past up to one for now, a wish or the end; clauses that refuse apart."""
    spans = [span for then in asides if then.key == "then" for span in _clauses(then, words, asides)]
    refusing = [m.first for m in mentions if m.kind == "negation" and m.key in _REFUSING]
    plain = [(first, last) for first, last in spans if not any(first <= place < last for place in refusing)]
    return {m for m in mentions if m.kind in DENIABLE and any(first <= m.first < last for first, last in plain)}


def _clauses(then: Mention, words: list[Word], asides: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    now = {one.first for one in asides if one.key == "now"}
    first = then.last
    for place in range(then.last, len(words) + 1):
        ends = place == len(words) or words[place].text in SENTENCE_ENDS or place in now
        if ends or words[place].text in COMMAS:
            yield first, place
            ends |= {word.text for word in words[first:place]} >= _UNTRIED
            first = place + 1
        if ends:
            return
