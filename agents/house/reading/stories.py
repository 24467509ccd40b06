"""What a long message tells besides what it asks for: "my aunt came in some fur thing; I need an outfit, size L".

In a message of many sentences a piece or a colour counts as a wish where a wish leads it, where it is what all has to
be, or where its sentence is but a few words. What is refused stays refused wherever it is said.
"""

from collections.abc import Iterator
from dataclasses import replace

from agents.house.reading.mentions import ATTRIBUTES, COMMAS, GARMENTS, SENTENCE_ENDS, TOLD, Mention, Reading

# Words of a message that may tell a story, and of a sentence that is no mere list; a Chinese word is two characters.
_LONG, _SENTENCE, _CLAUSE = 35, 7, 5
_CHARACTERS = 2
# Characters of a Chinese entry that name nothing.
_FREE = 3
_SOON = 8
_LEADS = ("find", "to_wear", "outfit", "soft", "adds", "musts", "wished", "something")
_HOLDS = ("complete", "keep", "given", "prescribed")
_VAGUE = frozenset({"any"})
_TOLD = (*GARMENTS, *ATTRIBUTES, "reserve")


def without_stories(reading: Reading) -> Reading:
    """The reading without what is only told; short messages, and languages that give no cue of it, as they are."""
    if len(reading.words) < _LONG * _per_word(reading) or not reading.lexicon.grammar.tells:
        return reading
    told = {mention for first, last in _sentences(reading) for mention in _told(first, last, reading)}
    told |= {place for place in reading.of("known") if any(mention.holds(place) for mention in told)}
    return replace(reading, mentions=[replace(m, kind=TOLD) if m in told else m for m in reading.mentions])


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    ends = [i for i, word in enumerate(reading.words) if word.text in SENTENCE_ENDS]
    for first, last in zip([0, *(end + 1 for end in ends)], [*ends, len(reading.words)], strict=True):
        if last - first >= _SENTENCE * _per_word(reading):
            yield first, last


def _told(first: int, last: int, reading: Reading) -> Iterator[Mention]:
    """What a sentence mentions that nothing in it makes a wish."""
    if any(first <= cue.first < last for key in _HOLDS for cue in reading.cues.get(key, ())):
        return
    if _is_headed(first, reading):
        return
    said = (cue for key in _LEADS for cue in reading.cues.get(key, ()) if first <= cue.first < last)
    leads = [cue for cue in said if reading.word(cue.first) not in _VAGUE]
    for mention in (m for m in reading.of(*_TOLD) if first <= m.first < last and not m.denied):
        led = any(cue.last <= mention.first for cue in leads)
        behind = (*reading.cues.get("soft", ()), *reading.cues.get("is_must", ()))
        praised = any(0 <= cue.first - mention.last <= _SOON for cue in behind)
        garment = mention.kind in GARMENTS  # the shoes of « que du plat », which the cue reaches into
        wholly = any(-garment <= mention.first - cue.last <= 1 - garment for cue in reading.cues.get("all_over", ()))
        plain = (mention.kind, mention.key) == ("pattern", "solid")
        if not (led or praised or wholly or plain or _is_listed(mention, reading)):
            yield mention


def _is_headed(first: int, reading: Reading) -> bool:
    """Whether a sentence opens with a piece that is wished for: "A burgundy dress, size 12, and flat shoes."."""
    words = reading.lexicon.grammar
    some = words.articles - words.definite - words.definite_plural
    attributes = {m.first for m in reading.of(*ATTRIBUTES)}
    heads = {first + 1, first + 2} if first + 1 in attributes else {first + 1}
    return reading.word(first) in some and any(m.first in heads and not m.denied for m in reading.garments)


def _is_listed(mention: Mention, reading: Reading) -> bool:
    """Whether a mention stands in a clause of a few words: "man, 61, XXL, shoes 46"."""
    stops = SENTENCE_ENDS | COMMAS
    first = next((i for i in range(mention.first, 0, -1) if reading.word(i - 1) in stops), 0)
    last = next((i for i in range(mention.last, len(reading.words)) if reading.word(i) in stops), len(reading.words))
    named = {i for m in reading.mentions if m.kind != "aside" for i in range(m.first, m.last)}
    free = sum(1 for i in range(first, last) if i not in named) if _per_word(reading) > 1 else 0
    return last - first < _CLAUSE * _per_word(reading) and free <= _FREE


def _per_word(reading: Reading) -> int:
    return _CHARACTERS if reading.lexicon.language == "zh" else 1
