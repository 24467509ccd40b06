"""Finding in a text what the lexicon knows: mentions, cues, and which mentions are denied.

Knows no grammar beyond the lexicon's lists, and nothing of the person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from agents.house.lexicon import Lexicon, Meanings, PhraseTable, load_meanings
from agents.house.reading_words import Word, normalise, split_words

GARMENTS = ("category", "kind", "set", "slot")
ATTRIBUTES = ("colour", "tone", "fabric", "pattern", "fit", "warmth")
DENIABLE = (*GARMENTS, *ATTRIBUTES)
SENTENCE_ENDS = frozenset(".!?;。！？；")
COMMAS = frozenset(",，、")
# "camel coat" is an overcoat, and beige; "linen trousers" are of linen.
_WITHIN = {"category": ("colour", "fabric", "style"), "kind": ("fabric", "style"), "occasion": ("culture", "style")}
POLITE = frozenset({"please", "stp", "svp", "plait", "s", "te", "il", "vous", "hi", "hello", "bonjour", "请", "吧"})
_ALL = frozenset({"都", "也", "全", "all", "both", "tous", "toutes"})
_REACH = 6
_LONG = 7
_LONGEST = 4000


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

    @property
    def meanings(self) -> Meanings:
        return load_meanings()

    @cached_property
    def cues(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in _scan_all(self.words, self.lexicon.cues):
            if mention.key != "elsewhere" or not self._is_part_of_event(mention):
                found.setdefault(mention.key, []).append(mention)
        return found

    @cached_property
    def facts(self) -> list[Mention]:
        """What of a person is spoken of: "my size", "where I live", "what I like"."""
        return list(_scan(self.words, self.lexicon.facts))

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


def read(text: str, lexicon: Lexicon) -> Reading:
    """Everything that a lexicon finds in a text; slips of one letter in long words are forgiven."""
    plain = normalise(text[:_LONGEST])
    whole = (part for word in split_words(plain) for part in _parted(word, lexicon))
    words = [_corrected(word, lexicon) for word in whole]
    mentions = list(_scan(words, lexicon.competing))
    for table in lexicon.separate.values():
        mentions += _scan(words, table)
    mentions += [inner for mention in mentions for inner in _inside(mention, words, lexicon)]
    mentions = sorted(_without_shades(mentions, lexicon), key=lambda mention: (mention.first, -mention.last))
    return Reading(plain, lexicon, words, _deny(words, mentions, lexicon))


def _parted(word: Word, lexicon: Lexicon) -> Iterator[Word]:
    """The words of one that lost its apostrophe: "dont" is "don" and "t"."""
    start = 0
    for part in lexicon.contractions.get(word.text, (word.text,)):
        end = start + len(part) if part != word.text else len(word.raw)
        yield Word(part, word.raw[start:end], word.start + start, word.start + end)
        start = end


def _corrected(word: Word, lexicon: Lexicon) -> Word:
    """The word, or the one of ours it misspells: a letter too many, too few, out of place, or wrong in a long word."""
    text = word.text
    if short := lexicon.grammar.short_forms.get(text):
        return replace(word, text=short)
    if len(text) < _LONG - 1 or not text.isalpha() or text in lexicon.known:
        return word
    near = [ours for ours in lexicon.correctable if ours[0] == text[0] and abs(len(ours) - len(text)) <= 1]
    found = extractOne(text, near, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    if found is None or (len(text) < _LONG and _is_other_word(text, found[0])):
        return word
    return replace(word, text=found[0])


def _is_other_word(text: str, ours: str) -> bool:
    """Whether one letter stands for another: short words that differ so are mostly two words."""
    return len(text) == len(ours) and sorted(text) != sorted(ours)


def _scan(words: list[Word], table: PhraseTable) -> Iterator[Mention]:
    """Mentions that do not overlap: from the left, the longest at each word."""
    index = 0
    while index < len(words):
        found = next(_matches(words, index, table), [])
        yield from found
        index = found[0].last if found else index + 1


def _scan_all(words: list[Word], table: PhraseTable) -> Iterator[Mention]:
    for index in range(len(words)):
        for found in _matches(words, index, table):
            yield from found


def _matches(words: list[Word], index: int, table: PhraseTable) -> Iterator[list[Mention]]:
    for phrase, meanings in table.get(words[index].text, ()):
        last = index + len(phrase)
        if tuple(word.text for word in words[index:last]) == phrase:
            yield [Mention(kind, key, index, last) for kind, key in meanings]


def _without_shades(mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions but the "dark" of "dark grey", of "vert foncé", which is neither a group of colours nor a warmth."""
    colours = [mention for mention in mentions if mention.kind == "colour"]
    first = {colour.first for colour in colours}
    last = {colour.last for colour in colours} if lexicon.grammar.attributes_follow else set[int]()
    shades = {m for m in mentions if m.kind in ("tone", "warmth") and (m.last in first or m.first in last)}
    return (mention for mention in mentions if mention not in shades)


def _inside(mention: Mention, words: list[Word], lexicon: Lexicon) -> list[Mention]:
    kinds = _WITHIN.get(mention.kind, ())
    if not kinds or mention.last - mention.first < 2:
        return []
    part = words[mention.first : mention.last]
    inner = (found for found in _scan_all(part, lexicon.competing) if found.kind in kinds)
    return [replace(found, first=found.first + mention.first, last=found.last + mention.first) for found in inner]


def _deny(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with those that are denied marked, and without those that are only said to be lacking."""
    denials = [mention for mention in mentions if mention.kind == "negation" and not _is_in_word(mention, mentions)]
    free = {denial.first for denial in denials if denial.key == "after" or _ends_clause(denial, words)}
    # "Red, not for me": a pause before words that deny nothing but what stands before them.
    free |= {
        one.first - 1 for one in denials if one.key == "after" and one.last - one.first > 1 and _pauses(one, words)
    }
    denied = {mention for place in free for mention in _denied_before(place, words, mentions, lexicon)}
    lacking: set[Mention] = set()
    for denial in denials:
        if denial.key in ("no", "not", "mild"):
            denied |= set(_denied_by(denial, words, mentions, lexicon))
        elif denial.key == "lack":
            lacking |= {mention for mention in _denied_by(denial, words, mentions, lexicon) if mention.kind in GARMENTS}
    denied |= set(_replaced(words, mentions, lexicon))
    kept = (mention for mention in mentions if mention not in lacking)
    return [replace(mention, denied=True) if mention in denied else mention for mention in kept]


def _denied_before(place: int, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What ends where a denial begins, with the list that it closes: "wool and cashmere are out", 羊毛羊绒都过敏."""
    while place and words[place - 1].text in _ALL:
        place -= 1
    kind = ""
    while found := [m for m in mentions if m.kind in DENIABLE and m.last == place and kind in ("", m.kind)]:
        yield from found
        kind, place = found[0].kind, min(mention.first for mention in found)
        while place and words[place - 1].text in lexicon.grammar.joiners:
            place -= 1


def _is_in_word(denial: Mention, mentions: list[Mention]) -> bool:
    """Whether a denial is but a part of a word: the 对 of 派对."""
    longer = (m for m in mentions if m.last - m.first > denial.last - denial.first and m.kind != "negation")
    return any(mention.holds(denial) for mention in longer)


def _contrasts(words: list[Word], reach: int, garment: Mention) -> bool:
    """Whether a garment comes in place of the one that a comma parts it from: "no dress, trousers please"."""
    parted = bool({"，", ","} & {word.text for word in words[reach : garment.first]})
    following = [word.text for word in words[reach:]]
    return parted and not {"or", "and", "nor", "ou", "ni", "et", "或", "和"} & {*following}


def _pauses(denial: Mention, words: list[Word]) -> bool:
    """Whether a denial stands between a pause and the end of its clause, and not before something else."""
    ends = denial.last == len(words) or words[denial.last].text in SENTENCE_ENDS | COMMAS
    return denial.first > 0 and words[denial.first - 1].text in COMMAS and ends


def _ends_clause(denial: Mention, words: list[Word]) -> bool:
    """Whether a denial is said of what stands before it: 鞋子不喜欢."""
    return denial.key == "no" and (denial.last == len(words) or words[denial.last].text in SENTENCE_ENDS | COMMAS)


def _replaced(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The jacket of "replace the jacket with a coat"."""
    garments = [mention for mention in mentions if mention.kind in GARMENTS]
    for old, new in pairwise(garments):
        between = "".join(f" {word.text} " for word in words[old.last : new.first]).split()
        led = any(m.kind == "negation" and m.key == "replace" and 0 <= old.first - m.last <= 3 for m in mentions)
        turned = between[:1] in (["换"], ["改"])
        if (led or turned) and between and between[0] in lexicon.grammar.replacers:
            yield old


def _denied_by(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What follows a denial, to the end of its list: "no red, pink or orange, but green"."""
    deniable = ATTRIBUTES if denial.key == "mild" else DENIABLE
    candidates = [m for m in mentions if m.kind in deniable and m.first >= denial.last]
    kind, reach = "", denial.last
    for mention in candidates:
        gap = [word.text for word in words[reach : mention.first]]
        if len(gap) > _REACH or SENTENCE_ENDS & {*gap} or lexicon.grammar.resumes & {*gap}:
            return
        if kind and COMMAS & {*gap} and mention.kind != kind:
            return
        if kind in GARMENTS and mention.kind in GARMENTS and _contrasts(words, reach, mention):
            return
        if denial.key == "not" and mention.kind in GARMENTS and gap and gap[-1] not in lexicon.known:
            return
        yield mention
        kind, reach = mention.kind, max(reach, mention.last)
