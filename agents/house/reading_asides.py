"""What a text says of others and of things: "the bridesmaids are in green", "my car is red", "Mr White invited us".

None of it is a wish. Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from agents.house.lexicon import Lexicon
from agents.house.reading_mentions import COMMAS, DENIABLE, GARMENTS, SENTENCE_ENDS, Mention, scan_all
from agents.house.reading_words import Word

_REACH = 4
_SELF = frozenset({"i", "me", "je", "j", "moi"})
_AND = frozenset({"and", "or", "et", "ou"})
# Between others and what they wear: "they asked me to wear", "everybody has to wear" it is told to the person.
_TURNS = frozenset({"i", "me", "to", "us"})
_PREDICATES = {"other": "wears", "thing": "is"}


def without_asides(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions but those of what others wear, of what things look like, and of names of people.

    What is always worn is refused where a change is wished for: "I live in jeans, give me something else".
    """
    asides = [*scan_all(words, lexicon.separate["aside"])]
    keys = {one.key for one in asides}
    starts = [] if "matched" in keys else [*_starts(asides, words, changes="change" in keys)]
    told = _within(starts, words, mentions, lexicon)
    told |= {m for one in asides for m in mentions if one.key == "title" and _is_name(m, one, words)}
    told |= {m for m in mentions if m.kind == "colour" and _is_in_name(m, words, mentions, lexicon)}
    habits = ((one.last, one.last) for one in asides if one.key == "habit" and "change" in keys)
    left = _within(habits, words, mentions, lexicon)
    return [replace(m, denied=True) if m in left else m for m in mentions if m not in told]


def _within(
    starts: Iterable[tuple[int, int]], words: list[Word], mentions: list[Mention], lexicon: Lexicon
) -> set[Mention]:
    """What is mentioned from these places to the end of their clauses, unless it is refused right after."""
    judged = {m.first for m in mentions if m.kind == "negation" and m.key == "after"}
    spans = [(first, _end(told, words, mentions, lexicon)) for first, told in starts]
    refusing = [m.first for m in mentions if m.kind == "negation" and m.key == "no"]
    kept = [
        (start, end)
        for start, end in spans
        if not judged & {end, end + 1} and not any(start <= first < end for first in refusing)
    ]
    return {m for m in mentions if m.kind in DENIABLE and any(start <= m.first < end for start, end in kept)}


def _is_name(mention: Mention, title: Mention, words: list[Word]) -> bool:
    return mention.kind in DENIABLE and mention.first == title.last and words[mention.first].capital


def _is_in_name(colour: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> bool:
    """Whether a colour belongs to a name: the black of « Le Chat Noir », of « Au Lion d'Or »."""
    first = colour.first - 1
    while first > 0 and words[first].text in lexicon.place.joiners and not words[first].capital:
        first -= 1
    garments = {i for m in mentions if m.kind in GARMENTS for i in range(m.first, m.last)}
    opens = first <= 0 or words[first - 1].text in SENTENCE_ENDS | COMMAS
    written = words[colour.first].raw.istitle() and first >= 0 and words[first].raw.istitle()
    return written and not opens and first not in garments


def _starts(asides: list[Mention], words: list[Word], changes: bool) -> Iterator[tuple[int, int]]:
    """Where it begins what somebody else wears, or how a thing looks; what was worn, where a change is wished for.

    Of whom or what it is said, and behind the verb.
    """
    for one in asides:
        if one.key == "whole" or (one.key == "past" and changes):
            yield one.last, one.last
        elif one.key in _PREDICATES:
            behind = (a for a in asides if a.key == _PREDICATES[one.key] and 0 <= a.first - one.last <= _REACH)
            yield from ((one.first, said.last) for said in behind if not _parted(words, one.last, said.first))


def _parted(words: list[Word], first: int, last: int) -> bool:
    return any(word.text in SENTENCE_ENDS | COMMAS or word.text in _TURNS for word in words[first:last])


def _end(start: int, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> int:
    """Where the clause ends; a comma ends it but for the one of a list."""
    begins = {mention.first for mention in mentions if mention.kind in DENIABLE}
    for place in range(start, len(words)):
        text = words[place].text
        listed = text in COMMAS and place + 1 in begins and _goes_on(words, place)
        turned = text in lexicon.grammar.turns
        if text in SENTENCE_ENDS or turned or (text in COMMAS and not listed):
            return place
    return len(words)


def _goes_on(words: list[Word], place: int) -> bool:
    """Whether a comma is one of a list that "and" or "or" closes soon."""
    return any(word.text in _AND for word in words[place + 1 : place + 4])
