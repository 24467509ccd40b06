"""What goes where something else comes in its place, or is left out: "swap the red for blue", "leave the bag out".

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator
from itertools import dropwhile, pairwise

from agents.house.lexicon import Lexicon
from agents.house.reading.mentions import DENIABLE, GARMENTS, Mention, scan_all
from agents.house.reading.words import Word

_BEHIND = 6  # words, or signs, of « par quelque chose d'autre »


def replaced(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The jacket of "replace the jacket with a coat", the red of "swap the red for blue"."""
    exchanged = [
        pair
        for kinds in (GARMENTS, ("colour",), ("fabric",))
        for pair in pairwise(mention for mention in mentions if mention.kind in kinds)
    ]
    for old, new in exchanged:
        between = "".join(f" {word.text} " for word in words[old.last : new.first]).split()
        led = any(m.kind == "negation" and m.key == "replace" and 0 <= old.first - m.last <= 3 for m in mentions)
        between = [*dropwhile(lexicon.grammar.modals.__contains__, between)]
        turned = between[:1] in (["换"], ["改"])
        if (led or turned) and between and between[0] in lexicon.grammar.replacers:
            yield old
    yield from _given_up(words, mentions, lexicon)


def _given_up(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The jeans of "replace the jeans with something else", 把牛仔裤换成别的."""
    for old in (m for m in mentions if m.kind in GARMENTS):
        behind = words[old.last : old.last + _BEHIND]
        led = len(behind) - len([*dropwhile(lambda word: word.text in lexicon.grammar.replacers, behind)])
        said = scan_all(behind[led:], lexicon.cues)
        if led and any(cue.key == "other" and cue.first == 0 for cue in said):
            yield old


def parted(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The bag of "leave the bag out", the red of "rule red out"."""
    grammar = lexicon.grammar
    for mention in (m for m in mentions if m.kind in DENIABLE and m.last < len(words)):
        led = next((w.text for w in words[mention.first - 1 :: -1] if w.text not in grammar.articles), "")
        if mention.first and led in grammar.parting and words[mention.last].text in grammar.particles:
            yield mention
