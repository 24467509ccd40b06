"""What goes where something else comes in its place, or is left out: "swap the red for blue", "leave the bag out".

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from agents.house.lexicon import Lexicon, load_meanings
from agents.house.reading.mentions import COMMAS, DENIABLE, GARMENTS, POLITE, SENTENCE_ENDS, Mention, scan_all
from agents.house.reading.words import Word

_BEHIND = 6  # words, or signs, of « par quelque chose d'autre »
_OF_LOOK = 3  # words of "of the second"
_POINTERS = ("ordinal", "refer")
_OF_ONE_KIND = 3  # categories; what means more of them leaves no other kind for its place
# What an outfit needs another piece in the place of.
_EXCHANGED = frozenset({"base_top", "bottom", "footwear"})
_GOES_OUT = (("换", "掉"), ("换", "走"), ("给", "换", "了"), ("给", "换", "掉"), ("out",))


def replaced(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The jacket of "replace the jacket with a coat", the red of "swap the red for blue"."""
    exchanged = [
        pair
        for kinds in (GARMENTS, ("colour",), ("fabric",))
        for pair in pairwise(mention for mention in mentions if mention.kind in kinds)
    ]
    for old, new in exchanged:
        between = "".join(
            f" {word.text} " for word in words[_after_pointer(old, words, mentions, lexicon) : new.first]
        ).split()
        led = any(m.kind == "negation" and m.key == "replace" and 0 <= old.first - m.last <= 3 for m in mentions)
        between = [*dropwhile(lexicon.grammar.modals.__contains__, between)]
        turned = between[:1] in (["换"], ["改"])
        if (led or turned) and between and between[0] in lexicon.grammar.replacers:
            yield old
    yield from _given_up(words, mentions, lexicon)


def _after_pointer(old: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> int:
    """Where the text goes on behind a piece and the look it is of: "the jeans of the second", « du look 2 »."""
    last = old.last
    ends = {m.last for m in mentions if m.kind in _POINTERS} | {i + 1 for i, w in enumerate(words) if w.text.isdigit()}
    for end in sorted(ends):
        if 0 < end - last <= _OF_LOOK and words[last].text not in lexicon.grammar.replacers:
            last = end
    return last


def _given_up(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The jeans of "replace the jeans with something else", 把牛仔裤换掉; for trousers come other trousers."""
    meanings = load_meanings()
    for old in (m for m in mentions if m.kind in GARMENTS and len(meanings.categories(m.kind, m.key)) <= _OF_ONE_KIND):
        told = bool(meanings.categories(old.kind, old.key)) and meanings.slot(old.kind, old.key) in _EXCHANGED
        if told and _goes_out(words, old, lexicon):
            yield old
        first = _after_pointer(old, words, mentions, lexicon)
        behind = words[first : first + _BEHIND]
        led = len(behind) - len([*dropwhile(lambda word: word.text in lexicon.grammar.replacers, behind)])
        said = scan_all(behind[led:], lexicon.cues)
        if led and any(cue.key == "other" and cue.first == 0 for cue in said):
            yield old


def _goes_out(words: list[Word], old: Mention, lexicon: Lexicon) -> bool:
    """Whether a piece is but to go: "swap the jeans out", 牛仔裤换掉吧, and nothing is named for its place."""
    behind = [word.text for word in words[old.last :]]
    gone = next((row for row in _GOES_OUT if behind[: len(row)] == list(row)), None)
    little = POLITE | SENTENCE_ENDS | lexicon.grammar.trailers
    return gone is not None and all(text in little for text in behind[len(gone) :])


def parted(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The bag of "leave the bag out", "leave the bag at home" and of a bare "leave the bag", the red of "rule red out".

    "Leave the bag, change the shoes" leaves the bag as it is.
    """
    grammar = lexicon.grammar
    for mention in (m for m in mentions if m.kind in DENIABLE and m.first):
        led = next((i for i in range(mention.first - 1, -1, -1) if words[i].text not in grammar.articles), 0)
        if words[led].text not in grammar.parting:
            continue
        behind = [word.text for word in words[mention.last : mention.last + 2]]
        bare = not led and words[led].text in grammar.letting and mention.kind in GARMENTS
        apart = {*behind[:1], " ".join(behind)} & grammar.particles
        if apart or (bare and _says_no_more(mention, words)):
            yield mention


def _says_no_more(mention: Mention, words: list[Word]) -> bool:
    """Whether nothing stands behind it but what is said to be polite."""
    return all(word.text in POLITE | SENTENCE_ENDS | COMMAS for word in words[mention.last :])
