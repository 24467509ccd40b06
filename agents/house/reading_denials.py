"""Which of what a text mentions is refused: "no red or pink", "rather trousers than a skirt", "not green, blue".

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from agents.house.lexicon import Lexicon
from agents.house.reading_exceptions import standing
from agents.house.reading_mentions import ATTRIBUTES, COMMAS, DENIABLE, GARMENTS, SENTENCE_ENDS, Mention
from agents.house.reading_words import Word

_OF_ALL = frozenset({"任", "各", "所", "凡", "什"})
_LISTING = frozenset({"or", "and", "nor", "ou", "ni", "et", "或", "和"})
_REACH = 6
_REACH_BACK = 4
_BRIEF = 5
# What may be too much of itself: a colour that is too loud, but no coat that is too short.
_JUDGED = ("colour", "tone", "fabric", "pattern")


def deny(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with those that are denied marked, and without those that are only said to be lacking."""
    degrees = {mention.first for mention in mentions if mention.kind == "temperature"}
    denials = [mention for mention in mentions if mention.kind == "negation" and not _is_in_word(mention, mentions)]
    # "Under 90" refuses nothing.
    counted = {m.first for m in mentions if m.kind == "number" and m.key != "1"}
    counted |= {i for i, word in enumerate(words) if word.text[:1].isdigit()}
    denials = [one for one in denials if one.last not in degrees and not (one.key == "mild" and one.last in counted)]
    denials = standing(denials, words, mentions)
    judging = [denial for denial in denials if _judges(denial, denials, words, mentions, lexicon)]
    denied = {mention for denial in judging for mention in _denied_before(denial, words, mentions, lexicon)}
    lacking: set[Mention] = set()
    for denial in denials:
        if denial.key in ("no", "not", "mild") or (denial.key == "untried" and not _follows("tries", denial, mentions)):
            denied |= set(_denied_by(denial, words, mentions, lexicon))
        elif denial.key == "lack" and not _follows("lack_filled", denial, mentions):
            lacking |= {mention for mention in _denied_by(denial, words, mentions, lexicon) if mention.kind in GARMENTS}
        elif denial.key == "open":
            lacking |= set(_denied_by(denial, words, mentions, lexicon))
    for excess in (denial for denial in denials if denial.key == "excess"):
        denied |= {m for m in _denied_before(excess, words, mentions, lexicon) if m.kind in _JUDGED}
    for people in (denial for denial in denials if denial.key == "people"):
        lacking |= {*_denied_before(people, words, mentions, lexicon)}
    lacking |= {*_coloured(denied, words), *_told_before(denied, mentions)}
    denied |= {
        *_parted(words, mentions, lexicon),
        *_replaced(words, mentions, lexicon),
        *_compared(words, mentions, lexicon),
    }
    kept = (mention for mention in mentions if mention not in lacking)
    return [replace(mention, denied=True) if mention in denied else mention for mention in kept]


def _denied_before(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What a denial passes judgement on, with its list: "wool and cashmere are out", 羊毛羊绒都过敏."""
    place, classes = _subject_end(denial, words, mentions, lexicon), set[str]()
    while found := _ending(place, mentions, classes):
        first = min(mention.first for mention in found)
        if classes and words[place].text in COMMAS - {"、"} and not _begins_clause(first, words, lexicon):
            return
        yield from found
        classes, place = {_class(mention) for mention in found}, first
        yield from (m for m in mentions if m.kind in _JUDGED and GARMENTS[0] in classes and m.last == place)
        links = lexicon.grammar.joiners | lexicon.grammar.linking
        while place and words[place - 1].text in links and not _ending(place, mentions, classes):
            place -= 1


def _ending(place: int, mentions: list[Mention], classes: set[str]) -> list[Mention]:
    """What ends at a word and may be of a list with what was found behind it."""
    return [m for m in mentions if m.kind in DENIABLE and m.last == place and (not classes or _class(m) in classes)]


def _begins_clause(first: int, words: list[Word], lexicon: Lexicon) -> bool:
    while first and words[first - 1].text in lexicon.grammar.linking & lexicon.grammar.articles:
        first -= 1
    return first == 0 or words[first - 1].text in SENTENCE_ENDS | COMMAS


def _class(mention: Mention) -> str:
    """What may stand in one list: garments of any kind, colours and their groups."""
    if mention.kind in GARMENTS:
        return GARMENTS[0]
    return "colour" if mention.kind == "tone" else mention.kind


def _subject_end(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> int:
    """Where the nearest words end that a denial may judge: "orange on my sister is out", « les noires, elle n'en veut
    pas ». A single word judges what stands right before it, and behind a lone pause nothing new may be the subject."""
    ends = [m.last for m in mentions if m.kind in DENIABLE and m.last <= denial.first]
    place = max(ends, default=0)
    gap = [word.text for word in words[place : denial.first]]
    gap = gap[1:] if gap[:1] == ["?"] and _is_brief(words, place) else gap
    if gap in (["?"], [":"]):
        return place
    told = [text for text in gap if text not in lexicon.grammar.fillers | COMMAS]
    reach = _REACH_BACK if denial.last - denial.first > 1 else 0
    if sum(text in COMMAS for text in gap) == 1:
        reach = 0
    if not ends or (SENTENCE_ENDS | lexicon.grammar.resumes) & {*told} or len(told) > reach:
        return -1
    return place


def _is_brief(words: list[Word], place: int) -> bool:
    """Whether little more than the subject is asked about, which the answer then refuses: "Heels? Never."."""
    starts = [i + 1 for i in range(place) if words[i].text in SENTENCE_ENDS | COMMAS]
    return place - max(starts, default=0) <= _BRIEF


def _follows(key: str, denial: Mention, mentions: list[Mention]) -> bool:
    """Whether something takes a denial back: "I've never worn red and would love to", "I have no coat, find me one"."""
    return any(m.kind == "negation" and m.key == key and m.first >= denial.last for m in mentions)


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


def _told_before(denied: set[Mention], mentions: list[Mention]) -> Iterator[Mention]:
    """Pieces that are spoken of before they are refused: 风大得伞都撑不住，不要伞."""
    last = {(one.kind, one.key): one.first for one in denied if one.kind in ("category", "kind")}
    yield from (m for m in mentions if m not in denied and m.first < last.get((m.kind, m.key), 0))


def _coloured(denied: set[Mention], words: list[Word]) -> Iterator[Mention]:
    """Garments that are refused in one colour or cloth alone: the skirt of 不要红色的裙子."""
    said = {attribute.last for attribute in denied if attribute.kind in _JUDGED}
    for garment in (one for one in denied if one.kind in GARMENTS):
        if garment.first in said or (words[garment.first - 1].text == "的" and garment.first - 1 in said):
            yield garment


def _is_told_of(gap: list[str], lexicon: Lexicon) -> bool:
    """Whether a Chinese denial is but part of a description: 没有领子的衬衫, 不要带扣子的衬衫."""
    told = [text for text in gap if text not in lexicon.grammar.fillers | lexicon.grammar.measures]
    return gap[-1:] == ["的"] and len(told) > 1 and not _OF_ALL & {*gap}


def _wishes_anew(kind: str, gap: list[str], lexicon: Lexicon) -> bool:
    """Whether what is refused ends before a mention: 不打领带打领结; or the denial only describes it."""
    return bool(lexicon.grammar.reopens & {*gap}) if kind else _is_told_of(gap, lexicon)


def _describes(denial: Mention, piece: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether a denial tells what a piece is to be without: the dress of 不是碎花的连衣裙 is wanted."""
    led = piece.kind in GARMENTS and "的" in {word.text for word in words[denial.last : piece.first]}
    return led and any(m.key == "without" and (m.first, m.last) == (denial.first, denial.last) for m in mentions)


def _judges(
    denial: Mention, denials: list[Mention], words: list[Word], mentions: list[Mention], lexicon: Lexicon
) -> bool:
    """Whether a denial is said of what stands before it; one that may lead as well only where nothing follows it."""
    if denial.key != "after":
        return _ends_clause(denial, words, lexicon) or (denial.key == "no" and _closes_description(denial, words))
    leading = any(one.key == "no" and (one.first, one.last) == (denial.first, denial.last) for one in denials)
    if not leading:
        return True
    allowed = any(m.key == "allows" and m.first == denial.last for m in mentions)
    return allowed or _ends_clause(replace(denial, key="no"), words, lexicon)


def _closes_description(denial: Mention, words: list[Word]) -> bool:
    """Whether a denial tells what the piece behind it is to be without: 一点羊毛都不含的开衫."""
    described = denial.last < len(words) and words[denial.last].text == "的"
    return described and denial.first > 0 and words[denial.first - 1].text in ("都", "也")


def _ends_clause(denial: Mention, words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a denial is said of what stands before it: 鞋子不喜欢, "heels never, please"."""
    behind = (word.text for word in words[denial.last :])
    following = next((text for text in behind if text not in lexicon.grammar.trailers), ".")
    return denial.key == "no" and following in SENTENCE_ENDS | COMMAS


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


def _parted(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The bag of "leave the bag out", the red of "rule red out"."""
    grammar = lexicon.grammar
    for mention in (m for m in mentions if m.kind in DENIABLE and m.last < len(words)):
        led = next((w.text for w in words[mention.first - 1 :: -1] if w.text not in grammar.articles), "")
        if mention.first and led in grammar.parting and words[mention.last].text in grammar.particles:
            yield mention


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
    candidates = [] if _closes_description(denial, words) else candidates
    kind, reach = "", denial.last
    for mention in candidates:
        gap = [word.text for word in words[reach : mention.first]]
        if len(gap) > _REACH or SENTENCE_ENDS & {*gap} or lexicon.grammar.resumes & {*gap}:
            return
        if _wishes_anew(kind, gap, lexicon) or (kind and _describes(denial, mention, words, mentions)):
            return
        parted = bool(COMMAS & {*gap})
        if kind and parted and mention.kind != kind:
            return
        upheld = mention.last < len(words) and words[mention.last].text in lexicon.grammar.upholds
        turned = parted and _turns(denial, kind, words, reach, upheld)
        contrasted = kind in GARMENTS and mention.kind in GARMENTS and _contrasts(words, reach, mention)
        if turned or contrasted or (parted and _is_allowed(mention, words, mentions)):
            return
        if denial.key == "not" and mention.kind in GARMENTS and gap and gap[-1] not in lexicon.named:
            return
        yield mention
        kind, reach = mention.kind, max(reach, mention.last)
