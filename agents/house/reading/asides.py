"""What a text says of others and of things: "the bridesmaids are in green", "my car is red", "Mr White invited us".

None of it is a wish. Knows no grammar beyond the lexicon's lists.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from agents.house.lexicon import Lexicon
from agents.house.reading.formerly import formerly
from agents.house.reading.mentions import COMMAS, DENIABLE, GARMENTS, SENTENCE_ENDS, TOLD, Mention, scan_all
from agents.house.reading.reach import in_one_colour
from agents.house.reading.words import Word

_REACH = 4
_SOON = 14
# Between what nobody wears and its colour: « la peau très claire ».
_VERY = frozenset({"tres", "plutot", "assez", "est", "is", "很", "比较"})
_PLAIN = 3
# Letters that a name has at least: not the "M" of "navy M".
_NAMED = 3
_SELF = frozenset({"i", "me", "je", "j", "moi"})
_AND = frozenset({"and", "or", "et", "ou"})
# Between others and what they wear: "they asked me to wear", "everybody has to wear" it is told to the person.
_TURNS = frozenset({"i", "me", "to", "us", "我", "说", "求"})
_OF_LIST = "、"
_PREDICATES = {"other": "wears", "thing": "is"}
# What makes what others wear one's own: one goes along with it, or the hosts ask it of their guests.
_SHARED = frozenset({"matched", "hosts"})


def without_asides(
    words: list[Word], mentions: list[Mention], lexicon: Lexicon, *, of_another: bool = False
) -> list[Mention]:
    """The mentions but those of what others wear, of what things look like, and of names of people.

    What is always worn is refused where a change is wished for: "I live in jeans, give me something else"; so is what
    others wear where one is not to wear it too: « tous seront en noir, toute couleur sauf celle-là ». Where another is
    dressed, what they have is none of it.
    """
    judging = [m for m in mentions if m.kind == "negation" and m.key == "after"]
    mentions = [m for m in mentions if not _has_event(m, words, mentions, lexicon)]
    asides = [one for one in scan_all(words, lexicon.separate["aside"]) if not _judges(one, judging)]
    asides = [one for one in asides if not _has_event(one, words, mentions, lexicon)]
    # The flowers of a print are worn: « une chemise à fleurs et un pantalon à carreaux ».
    printed = [m for m in mentions if m.kind == "pattern"]
    asides = [one for one in asides if one.key != "thing" or not any(m.holds(one) for m in printed)]
    owned = [one for one in scan_all(words, lexicon.cues) if one.key == "they_own"] if of_another else []
    owned = [
        one for one in owned if any(m.kind in GARMENTS and 0 <= m.first - one.last <= 2 * _REACH for m in mentions)
    ]
    asides = [one for one in asides if not any(one.first < own.last and own.first < one.last for own in owned)]
    asides = [one for one in asides if one.key != "change" or not _is_within(one, "habit", asides)]
    nobody = [one for one in asides if one.key == "nobody"]
    asides = [one for one in asides if one in nobody or not any(none.holds(one) for none in nobody)]
    apart = [one for one in asides if one.key == "apart"]
    keys = {one.key for one in asides if one.key != "matched" or not any(far.holds(one) for far in apart)}
    starts = [] if keys & _SHARED else [*_starts(asides, words, keys)]
    told = _within(starts, words, mentions, lexicon)
    near = [one for one in starts if any(0 <= far.first - one[1] <= _SOON or _leads(far, one) for far in apart)]
    left = _within(near, words, mentions, lexicon)
    told -= left
    names = {m for one in asides for m in mentions if one.key == "title" and _is_name(m, one, words)}
    names |= {m for m in mentions if m.kind == "colour" and _is_in_name(m, words, mentions, lexicon)}
    told |= set[Mention]() if _is_sought_anew(asides, mentions) else formerly(words, mentions, asides)
    habits = [(one.last, one.last) for one in asides if one.key == "habit"]
    if "change" in keys:
        left = left | _within(habits, words, mentions, lexicon)
        # "I wore the navy dress to hers, something else" is tired of one dress and of no others.
        once = {*in_one_colour(left, words, lexicon)} if "past" in keys else set[Mention]()
        left, told = left - once, told | once
    else:
        told |= _worn_otherwise(habits, words, mentions, lexicon)
    told |= {m for m in mentions if m.kind in {"colour", "tone"} and _is_of_thing(m, words, asides)}
    asked = [one for one in asides if one.key == "hosts"]
    kept = [m for m in mentions if m not in names and not (m.key == "open" and any(one.holds(m) for one in asked))]
    return [replace(m, denied=True) if m in left else replace(m, kind=TOLD) if m in told else m for m in kept]


def _is_sought_anew(asides: list[Mention], mentions: list[Mention]) -> bool:
    """Whether another of what was told is asked for by no name: 去年买的凉鞋断了,再来一双."""
    anew = [one for one in asides if one.key == "again"]
    return bool(anew) and not any(m.kind in GARMENTS and m.first >= anew[0].last for m in mentions)


def _leads(apart: Mention, told: tuple[int, int]) -> bool:
    """Whether what one is not to wear is told right behind: 别跟新郎撞(他穿黑的)."""
    return 0 <= told[0] - apart.last <= _PLAIN


def _is_of_thing(colour: Mention, words: list[Word], asides: list[Mention]) -> bool:
    """Whether a colour stands right beside what nobody wears: "white walls", « un canapé blanc », 白沙发."""
    things = [one for one in asides if one.key == "thing" and one.last - one.first <= _PLAIN]
    linked = colour.last + (colour.last < len(words) and words[colour.last].text == "的")
    led = colour.first - (colour.first > 0 and words[colour.first - 1].text in _VERY)
    return any(one.last in (colour.first, led) or one.first == linked for one in things)


def _worn_otherwise(
    habits: list[tuple[int, int]], words: list[Word], mentions: list[Mention], lexicon: Lexicon
) -> set[Mention]:
    """What is worn or owned as a rule, where it is for something else that one is to be dressed.

    Not the jeans of "I live in jeans, what shall I wear?", nor the black of "I usually wear black".
    """
    found = set[Mention]()
    for first, start in habits:
        end = _end(start, words, mentions, lexicon)
        usual = _within([(first, start)], words, mentions, lexicon)
        dressed_for = any(m.kind == "occasion" and not start <= m.first < end for m in mentions)
        found |= usual if dressed_for and any(m.kind in GARMENTS for m in usual) else set()
    return found


def _is_within(one: Mention, key: str, asides: list[Mention]) -> bool:
    """Whether words are but a part of others: the "anything but" of "I never wear anything but navy"."""
    return any(other.key == key and other.holds(one) for other in asides)


def _judges(one: Mention, judging: list[Mention]) -> bool:
    """Whether a verb is but part of a judgement: « le violet porte malheur »."""
    return one.key == "wears" and any(m.holds(one) and m.last - m.first > one.last - one.first for m in judging)


def _has_event(one: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> bool:
    """Whether what somebody has is an event, which nobody wears: « mon mari a un gala »."""
    led = one.kind == "aside" and one.key == "wears" and words[one.last - 1].text in lexicon.grammar.articles
    return led and any(m.kind == "occasion" and m.first == one.last for m in mentions)


def _within(
    starts: Iterable[tuple[int, int]], words: list[Word], mentions: list[Mention], lexicon: Lexicon
) -> set[Mention]:
    """What is mentioned from these places to the end of their clauses, unless it is refused there.

    What others wear may be refused right after; what the speaker once wore is not to be worn by being spoken ill of.
    """
    judged = {m.first for m in mentions if m.kind == "negation" and m.key == "after"}
    spans = [(first, _end(told, words, mentions, lexicon), first < told) for first, told in starts]
    refusing = [m.first for m in mentions if m.kind == "negation" and m.key == "no"]
    kept = [
        (start, end)
        for start, end, theirs in spans
        if not (theirs and judged & {end, end + 1}) and not any(start <= first < end for first in refusing)
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
    named = (written and not opens and first not in garments) or _is_owner(colour, words)
    return named or _leads_name(colour, words, mentions, lexicon)


def _is_owner(colour: Mention, words: list[Word]) -> bool:
    """Whether a colour is somebody's name: "Brown's hotel"."""
    before, after = words[colour.last - 1], words[colour.last : colour.last + 1]
    return before.raw.istitle() and any(word.text == "s" and word.start - before.end == 1 for word in after)


def _leads_name(colour: Mention, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> bool:
    """Whether a colour is said of what bears a name: "a silver Audi", "the Blue Boar"; "black Levi jeans" are black."""
    after = words[colour.last] if colour.last < len(words) else None
    if after is None or len(after.text) < _NAMED or not after.raw.istitle():
        return False
    if after.text in lexicon.known and not words[colour.first].raw.istitle():  # "no red Thanks!"
        return False
    near = [m for m in mentions if colour.last <= m.first <= colour.last + _REACH]
    told = {m.kind for m in near if m.first == colour.last} - {"presentation", "known", "aside"}
    dated = told <= {"weekday"} and words[colour.first].raw.istitle()
    return not any(m.kind in GARMENTS for m in near) and (not told or dated)


def _starts(asides: list[Mention], words: list[Word], keys: set[str]) -> Iterator[tuple[int, int]]:
    """Where it begins what somebody else wears, or how a thing looks; what was worn, where a change is wished for;
    what was lost, where nothing is wished for in its place.

    Of whom or what it is said, and behind the verb.
    """
    wholes = {"whole", *({"past"} & keys if "change" in keys else ()), *(() if "anew" in keys else ("lost",))}
    for one in asides:
        if one.key in wholes or (one.key == "brief" and _opens(one, words)):
            yield one.last, one.last
        elif one.key in _PREDICATES:
            behind = (a for a in asides if a.key == _PREDICATES[one.key] and 0 <= a.first - one.last <= _REACH)
            yield from ((one.first, said.last) for said in behind if not _parted(words, one.last, said.first))


def _opens(one: Mention, words: list[Word]) -> bool:
    """Whether it begins a clause: « papa sera en costume, maman en tailleur »."""
    return one.first == 0 or words[one.first - 1].text in SENTENCE_ENDS | COMMAS | _AND


def _parted(words: list[Word], first: int, last: int) -> bool:
    return any(word.text in SENTENCE_ENDS | COMMAS or word.text in _TURNS for word in words[first:last])


def _end(start: int, words: list[Word], mentions: list[Mention], lexicon: Lexicon) -> int:
    """Where the clause ends; a comma ends it but for the one of a list."""
    begins = {mention.first for mention in mentions if mention.kind in DENIABLE}
    bound = {i for m in mentions if m.kind == "negation" and m.key == "none" for i in range(m.first, m.last)}
    for place in range(start, len(words)):
        text = words[place].text
        listed = text in COMMAS and place + 1 in begins and (text == _OF_LIST or _goes_on(words, place))
        turned = text in lexicon.grammar.turns and place not in bound  # but the "but" of "nothing but"
        if text in SENTENCE_ENDS or turned or (text in COMMAS and not listed):
            return place
    return len(words)


def _goes_on(words: list[Word], place: int) -> bool:
    """Whether a comma is one of a list that "and" or "or" closes soon."""
    return any(word.text in _AND for word in words[place + 1 : place + 4])
