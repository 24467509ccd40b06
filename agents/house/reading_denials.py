"""Which of what a text mentions is refused: "no red or pink", "rather trousers than a skirt", "not green, blue".

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from agents.house.lexicon import Lexicon
from agents.house.reading_mentions import ATTRIBUTES, COMMAS, DENIABLE, GARMENTS, SENTENCE_ENDS, Mention
from agents.house.reading_words import Word

_ALL = frozenset({"都", "也", "全", "all", "both", "tous", "toutes"})
_LISTING = frozenset({"or", "and", "nor", "ou", "ni", "et", "或", "和"})
_REACH = 6


def deny(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with those that are denied marked, and without those that are only said to be lacking."""
    degrees = {mention.first for mention in mentions if mention.kind == "temperature"}
    denials = [mention for mention in mentions if mention.kind == "negation" and not _is_in_word(mention, mentions)]
    denials = [denial for denial in denials if denial.last not in degrees]
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
    denied |= {*_replaced(words, mentions, lexicon), *_compared(words, mentions, lexicon)}
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
    return parted and not _LISTING & {*following}


def _is_allowed(mention: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether the clause of a mention ends by saying that it will do: 不要裙子，裤子或半裙都行."""
    stops = SENTENCE_ENDS | COMMAS
    allowed = (one for one in mentions if one.key == "allows" and one.first >= mention.last)
    return any(not stops & {word.text for word in words[mention.last : one.first]} for one in allowed)


def _pauses(denial: Mention, words: list[Word]) -> bool:
    """Whether a denial stands between a pause and the end of its clause, and not before something else."""
    ends = denial.last == len(words) or words[denial.last].text in SENTENCE_ENDS | COMMAS
    return denial.first > 0 and words[denial.first - 1].text in COMMAS and ends


def _ends_clause(denial: Mention, words: list[Word]) -> bool:
    """Whether a denial is said of what stands before it: 鞋子不喜欢."""
    return denial.key == "no" and (denial.last == len(words) or words[denial.last].text in SENTENCE_ENDS | COMMAS)


def _replaced(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The jacket of "replace the jacket with a coat", the red of "swap the red for blue"."""
    exchanged = [
        pair
        for kinds in (GARMENTS, ("colour",), ("fabric",))
        for pair in pairwise(mention for mention in mentions if mention.kind in kinds)
    ]
    for old, new in exchanged:
        between = "".join(f" {word.text} " for word in words[old.last : new.first]).split()
        led = any(m.kind == "negation" and m.key == "replace" and 0 <= old.first - m.last <= 3 for m in mentions)
        turned = between[:1] in (["换"], ["改"])
        if (led or turned) and between and between[0] in lexicon.grammar.replacers:
            yield old


def _compared(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The skirt of "I'd rather wear trousers than a skirt", the heels of "I prefer flats to heels"."""
    grammar, named = lexicon.grammar, [mention for mention in mentions if mention.kind in DENIABLE]
    for at in (at for at, word in enumerate(words) if word.text in grammar.compared):
        before = [i for i in range(at) if words[i].text in grammar.prefers | SENTENCE_ENDS]
        if not before or words[before[-1]].text in SENTENCE_ENDS:
            continue
        liked = any(before[-1] < mention.first and mention.last <= at for mention in named)
        other = next((mention for mention in named if mention.first > at), None)
        gap = {word.text for word in words[at + 1 : other.first]} if liked and other else None
        if gap is not None and gap <= grammar.articles | grammar.generic:
            yield from _denied_by(Mention("negation", "no", at, at + 1), words, mentions, lexicon)


def _turns(denial: Mention, kind: str, words: list[Word], reach: int, upheld: bool) -> bool:
    """Whether a pause ends what is refused: "no wait, navy", "not red, purple", "not keen on grey, blue would do"."""
    return (not kind or upheld or denial.key == "not") and not _is_list(words, reach)


def _is_list(words: list[Word], reach: int) -> bool:
    """Whether what follows is the rest of a list: "red, pink or orange"."""
    return bool(_LISTING & {word.text for word in words[reach:]})


def _denied_by(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What follows a denial, to the end of its list: "no red, pink or orange, but green"."""
    deniable = ATTRIBUTES if denial.key == "mild" else DENIABLE
    candidates = [m for m in mentions if m.kind in deniable and m.first >= denial.last]
    kind, reach = "", denial.last
    for mention in candidates:
        gap = [word.text for word in words[reach : mention.first]]
        if len(gap) > _REACH or SENTENCE_ENDS & {*gap} or lexicon.grammar.resumes & {*gap}:
            return
        parted = bool(COMMAS & {*gap})
        if kind and parted and mention.kind != kind:
            return
        upheld = mention.last < len(words) and words[mention.last].text in lexicon.grammar.upholds
        if parted and _turns(denial, kind, words, reach, upheld):
            return
        if kind in GARMENTS and mention.kind in GARMENTS and _contrasts(words, reach, mention):
            return
        if COMMAS & {*gap} and _is_allowed(mention, words, mentions):
            return
        if denial.key == "not" and mention.kind in GARMENTS and gap and gap[-1] not in lexicon.known:
            return
        yield mention
        kind, reach = mention.kind, max(reach, mention.last)
