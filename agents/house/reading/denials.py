"""Which of what a text mentions is refused: "no red or pink", "rather trousers than a skirt", "not green, blue".

Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterator
from dataclasses import replace

from agents.house.lexicon import Lexicon, load_meanings
from agents.house.reading.exceptions import standing
from agents.house.reading.exchanges import parted, replaced
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, DENIABLE, GARMENTS, SENTENCE_ENDS, Mention
from agents.house.reading.reach import (
    JUDGED,
    closes_description,
    denied_ahead,
    in_one_colour,
    is_of_a_sort,
    is_qualified,
)
from agents.house.reading.whether import is_doubted
from agents.house.reading.words import Word

_SPANNING = ("negation", "limit", "aside")
_REACH_BACK = 4
_BRIEF = 5
# "I'd wear a jumpsuit over a dress any day."
_ANY_DAY = (["any", "day"], ["any", "time"], ["every", "time"])


def deny(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """The mentions with those that are denied marked, and without those that are only said to be lacking."""
    degrees = {mention.first for mention in mentions if mention.kind == "temperature"}
    denials = [mention for mention in mentions if mention.kind == "negation" and not _is_in_word(mention, mentions)]
    # "Under 90" refuses nothing.
    counted = {m.first for m in mentions if m.kind == "number" and m.key != "1"}
    counted |= {i for i, word in enumerate(words) if word.text[:1].isdigit()}
    denials = [one for one in denials if one.last not in degrees and not (one.key == "mild" and one.last in counted)]
    denials = [one for one in standing(denials, words, mentions) if not is_doubted(one, words)]
    denied = {m for denial in denials for m in _refused(denial, denials, words, mentions, lexicon)}
    lacking = {m for denial in denials for m in _left_out(denial, words, mentions, lexicon)}
    lacking |= {*_shaded(denied, words, mentions)}
    lacking |= {*in_one_colour(denied, words, lexicon), *_told_before(denied, mentions), *_spelled(denials, mentions)}
    lacking |= {m for m in denied if m.kind in GARMENTS and is_qualified(m, words, mentions, lexicon)}
    lacking -= {
        m for denial in denials if denial.key == "neither" for m in _refused(denial, denials, words, mentions, lexicon)
    }
    denied -= {*_resembling(denied, words, mentions)}
    denied |= {
        *parted(words, mentions, lexicon),
        *replaced(words, mentions, lexicon),
        *_compared(words, mentions, lexicon),
    }
    kept = (m for m in mentions if m.denied or (m not in lacking and (m in denied or not _is_shy(m, words, lexicon))))
    return [replace(mention, denied=True) if mention in denied else mention for mention in kept]


def _resembling(denied: set[Mention], words: list[Word], mentions: list[Mention]) -> Iterator[Mention]:
    """What a piece of the same kind is only not to look like: "a raincoat that doesn't look like a raincoat"."""
    for one in (one for one in denied if one.kind in GARMENTS):
        likened = "like" in {word.text for word in words[max(one.first - 2, 0) : one.first]}
        if likened and any((m.kind, m.key) == (one.kind, one.key) and m.last < one.first for m in mentions):
            yield one


def _shaded(denied: set[Mention], words: list[Word], mentions: list[Mention]) -> Iterator[Mention]:
    """Shades that are refused of a colour that is wished for: "something green but not khaki, not mint"."""
    said = [m for m in mentions if m.kind == "colour" and m not in denied and words[m.first].text == m.key]
    for one in (one for one in denied if one.kind == "colour" and words[one.first].text != one.key):
        if any(m.key == one.key and m.last <= one.first for m in said):
            yield one


def _is_shy(mention: Mention, words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a word is of clothes only where they are to be without it: « pas de fleurs »."""
    return mention.kind == "pattern" and words[mention.first].text in lexicon.grammar.shy


def _refused(
    denial: Mention, denials: list[Mention], words: list[Word], mentions: list[Mention], lexicon: Lexicon
) -> Iterator[Mention]:
    """What a denial refuses: what follows it, what it passes judgement on, or both of what was spoken of."""
    if _judges(denial, denials, words, mentions, lexicon):
        yield from _denied_before(denial, words, mentions, lexicon)
    untried = denial.key == "untried" and not (_follows("tries", denial, mentions) or _is_coded(mentions))
    if denial.key in ("no", "not", "mild") or untried:
        yield from denied_ahead(denial, words, mentions, lexicon)
    elif denial.key == "excess":
        yield from (m for m in _denied_before(denial, words, mentions, lexicon) if m.kind in JUDGED)
    elif denial.key == "neither" or (denial.key == "all" and _opens_clause(denial, words)):
        yield from _spoken_of(denial, words, mentions)
    elif denial.key == "if":
        yield from _threatened(denial, words, mentions)


def _left_out(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What is neither wished for nor refused: what is lacking, may be otherwise, is allowed, or is only counted in.

    « Rien de noir, pas même les chaussures » asks for no shoes and refuses none; 全身都得是白的，鞋也算 neither.
    """
    if denial.key == "no":
        garments = (m for m in mentions if m.kind in GARMENTS and m.first > denial.last)
        gaps = ((m, [word.text for word in words[denial.last : m.first]]) for m in garments)
        yield from (m for m, gap in gaps if is_of_a_sort(m, gap, lexicon))
    elif denial.key == "untried" and _is_coded(mentions):
        yield from (m for m in denied_ahead(denial, words, mentions, lexicon) if m.kind in GARMENTS)
    elif denial.key == "open" or (denial.key == "lack" and not _follows("lack_filled", denial, mentions)):
        yield from denied_ahead(denial, words, mentions, lexicon)
    elif denial.key == "even":
        yield from (m for m in denied_ahead(denial, words, mentions, lexicon) if m.kind in GARMENTS)
    elif denial.key in ("people", "absent"):
        yield from _denied_before(denial, words, mentions, lexicon)
    elif denial.key == "allows" and lexicon.language != "zh" and not _is_asked(denial, words):
        said = _denied_before(denial, words, mentions, lexicon)
        dressed = any(m.kind == "occasion" for m in mentions)
        yield from (m for m in said if m.kind in ("fabric", "pattern") or (dressed and _is_worn_anyway(m)))
    elif denial.key == "counting" and _is_paid(denial, words, mentions):
        yield from (m for m in denied_ahead(denial, words, mentions, lexicon) if _is_worn_anyway(m))
    elif denial.key == "counted" and _counts_in(denial, words, mentions):
        said = (m for m in _denied_before(denial, words, mentions, lexicon) if m.kind in GARMENTS)
        said = (m for m in said if not any(no.key == "no" and no.last == m.first for no in mentions))
        yield from (m for m in said if _is_worn_anyway(m) or _is_told_how(m, mentions))


def _is_asked(denial: Mention, words: list[Word]) -> bool:
    """Whether it is asked if something is allowed: "is denim ok for an interview?"."""
    return next((word.text for word in words[denial.last :] if word.text in SENTENCE_ENDS), ".") == "?"


def _is_coded(mentions: list[Mention]) -> bool:
    """Whether an invitation decides what is worn: "black tie; I've never worn a bow tie" is no refusal of one."""
    return any(m.kind == "occasion" and m.key in load_meanings().occasions["coded"] for m in mentions)


def _is_paid(denial: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether a sum stands right before what is counted in: "210 euros incl shoes"."""
    sums = [m.last for m in mentions if m.kind in ("currency", "number")]
    sums += [i + 1 for i, word in enumerate(words) if word.text[:1].isdigit()]
    return any(0 <= denial.first - last <= 1 for last in sums)


def _is_worn_anyway(garment: Mention) -> bool:
    """Whether no look is without it: the shoes of "200 euros, shoes included", but not the coat."""
    return garment.kind in GARMENTS and load_meanings().slot(garment.kind, garment.key) == "footwear"


def _is_told_how(garment: Mention, mentions: list[Mention]) -> bool:
    """Whether something is told of the whole look before it: "all in white, bag included"."""
    return any(m.kind in ATTRIBUTES and m.last <= garment.first for m in mentions)


def _counts_in(denial: Mention, words: list[Word], mentions: list[Mention]) -> bool:
    """Whether what is counted in is told how it is to be, or no more is said of it: 鞋也别黑, 鞋和包也算."""
    told = any(m.kind in ATTRIBUTES and 0 <= m.first - denial.last <= 1 for m in mentions)
    told |= words[denial.last - 1].text == "太"
    return told or denial.last == len(words) or words[denial.last].text in SENTENCE_ENDS | COMMAS


def _opens_clause(denial: Mention, words: list[Word]) -> bool:
    return denial.first > 0 and words[denial.first - 1].text in COMMAS


def _spoken_of(denial: Mention, words: list[Word], mentions: list[Mention]) -> Iterator[Mention]:
    """All of one kind that a sentence, else the one before, speaks of: « le cuir et le daim, ni l'un ni l'autre »."""
    starts = [0, *(i + 1 for i in range(denial.first) if words[i].text in SENTENCE_ENDS)]
    said = [m for m in mentions if m.kind in DENIABLE and m.key != "solid" and m.last <= denial.first]
    named = next((found for begin in starts[:-3:-1] if (found := [m for m in said if m.first >= begin])), [])
    meant = _class(max(named, key=lambda m: m.last)) if named else ""
    yield from (m for m in named if _class(m) == meant)


def _threatened(denial: Mention, words: list[Word], mentions: list[Mention]) -> Iterator[Mention]:
    """What stands between an "if" and what would follow: « si c'est rose je hurle », 再给我推黄色我就走人."""
    threat = next((m for m in mentions if m.kind == "negation" and m.key == "threat" and m.first >= denial.last), None)
    if threat and not SENTENCE_ENDS & {word.text for word in words[denial.last : threat.first]}:
        yield from (m for m in mentions if m.kind in DENIABLE and denial.last <= m.first and m.last <= threat.first)


def _denied_before(denial: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """What a denial passes judgement on, with its list: "wool and cashmere are out", 羊毛羊绒都过敏."""
    place, classes, kinds = _subject_end(denial, words, mentions, lexicon), set[str](), set[str]()
    while found := _ending(place, mentions, classes):
        first = min(mention.first for mention in found)
        listed = _begins_clause(first, words, lexicon) and bool(kinds & {_listed_as(mention) for mention in found})
        if classes and words[place].text in COMMAS - {"、"} and not listed:
            return
        yield from found
        classes, place = {_class(mention) for mention in found}, first
        kinds = {_listed_as(mention) for mention in found}
        yield from (m for m in mentions if m.kind in JUDGED and GARMENTS[0] in classes and m.last == place)
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


def _listed_as(mention: Mention) -> str:
    """What a list is of, where commas part it: garments of any kind, else the same kind of word."""
    return GARMENTS[0] if mention.kind in GARMENTS else mention.kind


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
    longer = (m for m in mentions if m.last - m.first > denial.last - denial.first and m.kind not in _SPANNING)
    return any(mention.holds(denial) for mention in longer)


def _told_before(denied: set[Mention], mentions: list[Mention]) -> Iterator[Mention]:
    """Pieces that are spoken of before they are refused: 风大得伞都撑不住，不要伞."""
    last = {(one.kind, one.key): one.first for one in denied if one.kind in ("category", "kind")}
    yield from (m for m in mentions if m not in denied and m.first < last.get((m.kind, m.key), 0))


def _spelled(denials: list[Mention], mentions: list[Mention]) -> Iterator[Mention]:
    """What is but a part of a judgement: the yellow of « me fait un teint jaune », the 黑 of 显黑."""
    judging = [one for one in denials if one.key in ("after", "look_bad")]
    yield from (m for m in mentions if m.kind in ATTRIBUTES and any(one != m and one.holds(m) for one in judging))


def _judges(
    denial: Mention, denials: list[Mention], words: list[Word], mentions: list[Mention], lexicon: Lexicon
) -> bool:
    """Whether a denial is said of what stands before it; one that may lead as well only where nothing follows it."""
    if denial.key != "after":
        return _ends_clause(denial, words, lexicon) or (denial.key == "no" and closes_description(denial, words))
    leading = any(one.key == "no" and (one.first, one.last) == (denial.first, denial.last) for one in denials)
    if not leading:
        return True
    allowed = any(m.key == "allows" and m.first == denial.last for m in mentions)
    return allowed or _ends_clause(replace(denial, key="no"), words, lexicon)


def _ends_clause(denial: Mention, words: list[Word], lexicon: Lexicon) -> bool:
    """Whether a denial is said of what stands before it: 鞋子不喜欢, "heels never, please"."""
    behind = (word.text for word in words[denial.last :])
    following = next((text for text in behind if text not in lexicon.grammar.trailers), ".")
    return denial.key == "no" and following in SENTENCE_ENDS | COMMAS


def _compared(words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The skirt of "I'd rather wear trousers than a skirt", the heels of "I prefer flats to heels"."""
    grammar, named = lexicon.grammar, [mention for mention in mentions if mention.kind in DENIABLE]
    for at in _comparing(words, lexicon):
        before = [i for i in range(at) if words[i].text in grammar.prefers | SENTENCE_ENDS]
        other = next((mention for mention in named if mention.first > at), None)
        if other and [word.text for word in words[other.last : other.last + 2]] in _ANY_DAY:
            before = [i for i in before if words[i].text in SENTENCE_ENDS] or [-1]
        elif not before or words[before[-1]].text in SENTENCE_ENDS:
            continue
        liked = any(before[-1] < mention.first and mention.last <= at for mention in named)
        gap = {word.text for word in words[at + 1 : other.first]} if liked and other else None
        if gap is not None and gap <= grammar.articles | grammar.generic:
            yield from denied_ahead(Mention("negation", "no", at, at + 1), words, mentions, lexicon)


def _comparing(words: list[Word], lexicon: Lexicon) -> Iterator[int]:
    """The places of each "than", among them the « à » that an article follows."""
    grammar = lexicon.grammar
    for at, word in enumerate(words):
        led = at + 1 < len(words) and words[at + 1].text in grammar.articles
        if word.text in grammar.compared or (word.text in grammar.compared_led and led):
            yield at
