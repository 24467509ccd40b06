"""Reading a text by a lexicon: its words as they are meant to be written, and what is mentioned in them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from agents.house.lexicon import COMPETING, Lexicon, load_lexicon, load_meanings
from agents.house.reading.accents import with_accents
from agents.house.reading.asides import without_asides
from agents.house.reading.denials import deny
from agents.house.reading.kinds import of_context
from agents.house.reading.mentions import (
    ATTRIBUTES,
    GARMENTS,
    SENTENCE_ENDS,
    Mention,
    Reading,
    scan,
    scan_all,
    scan_past,
)
from agents.house.reading.places import without_colours_of_places
from agents.house.reading.stories import without_stories
from agents.house.reading.strays import strays
from agents.house.reading.words import Word, normalise, split_words
from stores.vocabulary import Language
from tools.places import find_place

# "camel coat" is an overcoat, and beige; "linen trousers" are of linen.
_WITHIN = {
    "category": ("colour", "fabric", "pattern", "style"),
    "kind": ("colour", "fabric", "pattern", "warmth", "style"),
    "set": ("fabric",),
    "occasion": ("culture", "style"),
    "culture": ("occasion",),
}
_SLEEVED = ("base_top", "one_piece")
# Kinds of mention that some words mean only beside others.
_DOUBTFUL = ("fabric", "occasion")
# Pieces that are named by the cloth they are of.
_CLOTHS = {"jeans": "denim", "knitwear": "knit"}
_LONG, _SHORTEST = 7, 4
_LATIN: tuple[Language, ...] = ("en", "fr")
_LONGEST = 4000
_NOTHING = frozenset[str]()
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwxz")
# A letter that somebody draws out.
_DRAWN = re.compile(r"([a-z])\1{2,}")


def read(text: str, lexicon: Lexicon, *, typed: bool = True, of_another: bool = False) -> Reading:
    """Everything that a lexicon finds in a text; in a typed one, slips of one letter in long words are forgiven.

    What "she has" is the own of who is dressed where it is said `of_another`, and else an aside.
    """
    plain = normalise(text[:_LONGEST])
    whole = (part for word in split_words(plain) for part in _parted(word, lexicon))
    spelled = _unswallowed([*whole], lexicon)
    words = [_corrected(word, lexicon) if typed else word for word in spelled]
    mentions = list(scan(words, lexicon.competing))
    for kind, table in lexicon.separate.items():
        mentions += scan_past(words, table, lexicon.grammar.adverbs if kind == "negation" else _NOTHING)
    prints = {at for m in mentions if m.kind == "pattern" for at in range(m.first, m.last)}
    no_sizes = prints | {at for at, word in enumerate(words) if _is_genitive(word, plain)}
    mentions = [m for m in mentions if m.kind != "size" or m.first not in no_sizes]
    if lexicon.grammar.attributes_follow:
        mentions = _rejoined(words, mentions, lexicon)
    mentions = [_of_cloth(mention, words, mentions, lexicon) for mention in mentions]
    mentions += [inner for mention in mentions for inner in _inside(mention, words, lexicon)]
    mentions = [_of_length(of_context(mention, mentions, words), words, mentions, lexicon) for mention in mentions]
    mentions = sorted(_without_shades(words, mentions, lexicon), key=lambda mention: (mention.first, -mention.last))
    mentions = deny(words, without_asides(words, mentions, lexicon, of_another=of_another), lexicon)
    mentions = with_accents(words, mentions, lexicon)
    read_all = Reading(plain, lexicon, words, mentions, of_another=of_another)
    return without_colours_of_places(without_stories(read_all))


def _is_genitive(word: Word, text: str) -> bool:
    """Whether an "s" is that of "women's" or "she's", and no size."""
    return word.text == "s" and text[word.start - 1 : word.start] in {"'", "’"}


def _rejoined(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with garments whose name a colour parts: « une veste noire en cuir »."""
    garments = {m.last for m in mentions if m.kind in GARMENTS}
    colours = [m for m in mentions if m.kind == "colour" and m.first in garments]
    within = {i for m in colours for i in range(m.first, m.last)}
    kept = [i for i in range(len(words)) if i not in within]
    if not colours:
        return mentions
    found = (m for m in scan_all([words[i] for i in kept], lexicon.competing) if m.kind in ("category", "kind"))
    wide = [replace(m, first=kept[m.first], last=kept[m.last - 1] + 1) for m in found]
    wide = [m for m in wide if any(m.first < colour.first and colour.last < m.last for colour in colours)]
    wide = [m for m in wide if not any(one.holds(m) and one != m for one in wide)]
    held = {m for m in mentions for one in wide if m.kind in COMPETING and m.first < one.last and one.first < m.last}
    held -= {*colours}
    return [*(m for m in mentions if m not in held), *wide]


def _of_cloth(mention: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Mention:
    """The denim of « une jupe courte en jean », which is no second piece."""
    led = mention.first > 1 and words[mention.first - 1].text == "en" and lexicon.grammar.attributes_follow
    if not led or mention.key not in _CLOTHS:
        return mention
    borne = {m.last for m in mentions if m.kind in (*GARMENTS, *ATTRIBUTES)}
    return replace(mention, kind="fabric", key=_CLOTHS[mention.key]) if mention.first - 1 in borne else mention


def _of_length(mention: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Mention:
    """The dress of "a long emerald green dress" as a long one."""
    if (mention.kind, mention.key) != ("kind", "dress"):
        return mention
    first = mention.first
    while said := next((m for m in mentions if m.kind in ATTRIBUTES and m.last == first), None):
        first = said.first
    led = words[first - 1].text if first else ""
    length = "long" if led in lexicon.grammar.long else "short" if led in lexicon.grammar.short else ""
    return replace(mention, key=f"{length}_dress") if length else mention


def _parted(word: Word, lexicon: Lexicon) -> Iterator[Word]:
    """The words of one that lost its apostrophe: "dont" is "don" and "t"; so are those of « jprends »."""
    start = 0
    for part in lexicon.contractions.get(word.text) or _run_on(word.text, lexicon):
        end = start + len(part) if part != word.text else len(word.raw)
        yield Word(part, word.raw[start:end], word.start + start, word.start + end)
        start = end


def _run_on(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    parted = text[:1] in lexicon.grammar.swallowed and text[1:2] in _CONSONANTS and text not in lexicon.known
    return (text[0], text[1:]) if parted and text[1:] in lexicon.known else (text,)


def _unswallowed(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """The words with the vowel that talk swallows before a consonant: « j'vais » is « je vais »."""
    full = lexicon.grammar.swallowed
    behind = [*(word.text for word in words[1:]), ""]
    return [
        replace(word, text=full[word.text]) if word.text in full and text[:1] in _CONSONANTS else word
        for word, text in zip(words, behind, strict=False)
    ]


def _corrected(word: Word, lexicon: Lexicon) -> Word:
    """The word, or the one of ours it misspells: a letter too many, too few, out of place, or wrong in a long word."""
    text = word.text
    if short := lexicon.grammar.short_forms.get(text):
        return replace(word, text=short)
    if text not in lexicon.known and (drawn := _DRAWN.sub(r"\1", text)) != text and drawn in lexicon.known:
        return replace(word, text=drawn)  # « merciii », "sooo"
    if len(text) < _SHORTEST or not text.isalpha() or text in lexicon.known:
        return word
    words = lexicon.correctable if len(text) >= _LONG - 1 else lexicon.nearly
    near = [ours for ours in words if ours[0] == text[0] and abs(len(ours) - len(text)) <= 1]
    found = extractOne(text, near, scorer=DamerauLevenshtein.distance, score_cutoff=1)
    if found is None or (len(text) < _LONG and (_is_other_word(text, found[0]) or _is_name(word))):
        return word
    return replace(word, text=found[0])


def _is_name(word: Word) -> bool:
    """Whether a short word is right as the name of a place or in another language: "Junee", "home"."""
    named = word.capital and find_place(word.raw) is not None
    return named or any(word.text in load_lexicon(language).known for language in _LATIN)


def _is_other_word(text: str, ours: str) -> bool:
    """Whether one letter stands for another: short words that differ so are mostly two words."""
    return len(text) == len(ours) and sorted(text) != sorted(ours)


def _without_shades(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions but the "dark" of "dark grey", of "vert foncé", which is neither a group of colours nor a warmth."""
    colours = [mention for mention in mentions if mention.kind == "colour"]
    first = {colour.first for colour in colours}
    last = {colour.last for colour in colours} if lexicon.grammar.attributes_follow else set[int]()
    shades = {m for m in mentions if m.kind in ("tone", "warmth") and (m.last in first or m.first in last)}
    patterned = {m.first for m in mentions if m.kind == "pattern"}
    shades |= {m for m in mentions if m.kind == "pattern" and m.key == "solid" and m.last in patterned}
    shades |= {m for m in mentions if m.kind == "slot" and _is_limit(m, words, mentions)}
    shades |= {m for m in mentions if m.kind in _DOUBTFUL and not _is_meant(m, words, lexicon)}
    shades |= _printed(mentions) | _sleeves(words, mentions, lexicon)
    shades |= strays(words, mentions, lexicon)
    return (mention for mention in mentions if mention not in shades)


def _printed(mentions: list[Mention]) -> set[Mention]:
    """The shirt of 不要印花衬衫, which is no more wished for than its print."""
    denials = {m.first for m in mentions if m.kind == "negation"}
    plain = {m.last for m in mentions if (m.kind, m.key) == ("pattern", "solid") and m.first in denials}
    return {m for m in mentions if m.kind in GARMENTS and m.first in plain}


def _sleeves(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> set[Mention]:
    """The 短袖 of 衬衫要短袖, which is a tee only where nothing else is told that has sleeves, and that of 要长袖的."""
    tops = [m for m in mentions if m.kind in GARMENTS and load_meanings().slot(m.kind, m.key) in _SLEEVED]
    short = [m for m in tops if "".join(word.text for word in words[m.first : m.last]) in lexicon.grammar.sleeves]
    others = [m for m in tops if m not in short]
    long = {m for m in short if m.key == "long_sleeve_top" and _is_of_any(m, words)}
    return long | {m for m in short if any(max(o.first, m.first) - min(o.last, m.last) <= _LONG for o in others)}


def _is_of_any(mention: Mention, words: list[Word]) -> bool:
    """Whether "one that is so" is said of no piece: 要长袖的."""
    behind = [word.text for word in words[mention.last :]]
    return behind[:1] == ["的"] and set(behind[1:]) <= SENTENCE_ENDS


def _is_limit(slot: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether "tops" closes a sum: "£200 tops", but not "3 tops"; or is said of all that is worn: "top to toe"."""
    if any(m.kind == "limit" and m.holds(slot) and m.last - m.first > slot.last - slot.first for m in mentions):
        return True
    before = words[slot.first - 1].text if slot.first else ""
    limits = any((m.kind, m.first, m.last) == ("limit", slot.first, slot.last) for m in mentions)
    summed = any(m.kind == "limit" and m.key == "per_item" and m.last == slot.first for m in mentions)
    return limits and ((before.isdigit() and len(before) > 1) or summed)


def _is_meant(mention: Mention, words: list[Word], lexicon: Lexicon) -> bool:
    """Whether words that mostly mean something else are meant: "no down", not "sit down"; "I run on Sundays"."""
    said = " ".join(word.text for word in words[mention.first : mention.last])
    beside = lexicon.grammar.beside.get(said)
    before = words[mention.first - 1].text if mention.first else "."
    behind = words[mention.last].text if mention.last < len(words) else "."
    return beside is None or f"{before} *" in beside or f"* {behind}" in beside


def _is_syllable(fabric: Mention, lexicon: Lexicon) -> bool:
    """Whether a cloth is but a character of a garment's name: 皮衣 may be of imitation leather, 棉衣 is no cotton."""
    return lexicon.language == "zh" and fabric.kind == "fabric" and fabric.last - fabric.first == 1


def _inside(mention: Mention, words: list[Word], lexicon: Lexicon) -> list[Mention]:
    kinds = _WITHIN.get(mention.kind, ())
    if not kinds or mention.last - mention.first < 2:
        return []
    part = words[mention.first : mention.last]
    inner = (
        found for found in scan_all(part, lexicon.competing) if found.kind in kinds and not _is_syllable(found, lexicon)
    )
    return [replace(found, first=found.first + mention.first, last=found.last + mention.first) for found in inner]
