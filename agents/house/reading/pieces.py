"""The pieces that a text names, each with what is said of it alone, and which of them the person owns or wears.

An attribute belongs to the piece it stands before ("navy trousers") or, where the language puts it behind or something
parts them, to the piece before it ("a scarf, something grey"). What belongs to no piece is said of the whole look.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from agents.house.reading.compounds import ends_list, is_of_compound
from agents.house.reading.kept import kept_before
from agents.house.reading.laid_out import is_laid_out
from agents.house.reading.mentions import ATTRIBUTES, COMMAS, GARMENTS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.sets import parts_of_sets
from agents.house.reading.sizes import tells_size
from agents.house.reading.trip import is_luggage
from agents.house.reading.trying import is_asked_of_it

_GAP = 3
FAR = 8
# Only where a clause begins do these tell of what somebody has.
_OPENING = ("dressed", "holding")
# Between a list and what is said of all of it: 帽子围巾手套这些我都有了.
_ALL_THESE = frozenset("这些几样个类全都统")
# The characters of 或者.
_OR = frozenset({"或", "者"})
_WORN = ("wearing", "dressed")
# Between a piece and "I have", and behind it: "the heels that I have already".
_THAT, _ALREADY = frozenset({"that", "which", "que", "qu"}), frozenset({"already", "deja"})
# Adjectives that the plural changes nothing in.
_ENDS_IN_S = frozenset({"gris", "anis"})


@dataclass
class NamedPiece:
    """A piece with its attributes; `owned` where the person has it, `worn` where they have it on."""

    garment: Mention
    attributes: list[Mention] = field(default_factory=list)
    owned: bool = False
    worn: bool = False


def pieces_of(reading: Reading) -> tuple[list[NamedPiece], list[Mention]]:
    """The pieces that are named and not refused, and the attributes that belong to none of them."""
    whole = [one for one in reading.garments if not (one.denied or is_luggage(one, reading))]
    parts = parts_of_sets(whole, reading)
    named = [garment for garment in whole if garment not in parts]
    pieces = [NamedPiece(garment) for garment in named if not is_of_compound(garment, named, reading)]
    loose: list[Mention] = []
    before: tuple[Mention, NamedPiece | None] | None = None
    for attribute in reading.of(*ATTRIBUTES):
        if _is_excess(attribute, reading):
            continue
        owner = _owner(attribute, pieces, reading)
        if before and owner is None and ends_list(before[0], attribute, reading):
            owner = before[1]
        before = attribute, owner
        (owner.attributes if owner else loose).append(attribute)
        if owner and (pair := _paired_with(owner, attribute, pieces, reading)):
            pair.attributes.append(attribute)
    _mark_owned(pieces, reading)
    return pieces, loose


def either(first: NamedPiece, second: NamedPiece, reading: Reading) -> bool:
    """Whether two pieces are named as alternatives: "a trench or a raincoat"."""
    words = reading.lexicon.grammar
    starts = [second.garment.first, *(a.first for a in second.attributes if a.first >= first.garment.last)]
    ends = [first.garment.last, *(a.last for a in first.attributes if a.last <= min(starts))]
    gap = {*reading.between(max(ends), min(starts))} - words.articles
    turns = {reading.said(cue.first, cue.last).lower() for cue in reading.cues.get("either", ())}
    return (bool(gap) and gap <= turns | _OR) or (gap <= COMMAS and _is_free(second, reading))


def _is_free(last: NamedPiece, reading: Reading) -> bool:
    """Whether a list is closed by saying that any of it will do: « un haut, une robe, peu importe », 上衣裙子都行."""
    listed = {i for m in reading.of(*GARMENTS, *ATTRIBUTES) for i in range(m.first, m.last)}
    between = COMMAS | reading.lexicon.grammar.articles
    return any(
        all(i in listed or reading.word(i) in between for i in range(last.garment.last, cue.first))
        for cue in reading.cues.get("whichever", ())
        if cue.first >= last.garment.last
    )


def is_general(piece: NamedPiece, pieces: list[NamedPiece], reading: Reading) -> bool:
    """Whether a piece is but the kind of another that is told more closely: the 裙子 of 要穿裙子，想要半身裙.

    So is a slot that is named again behind a piece of it: 银色手拿包，只要包.
    """
    categories, slot = reading.meanings.categories, reading.meanings.slot
    if piece.garment.kind == "slot" and _is_exemplified(piece, pieces, reading):
        return True
    if piece.garment.kind == "slot" and not piece.attributes:
        named = (
            other for other in pieces if other.garment.kind != "slot" and other.garment.last <= piece.garment.first
        )
        only = any(cue.last == piece.garment.first for cue in reading.cues.get("only", ()))
        return only and any(slot(one.garment.kind, one.garment.key) == piece.garment.key for one in named)

    def kinds(one: NamedPiece) -> set[str]:
        return {*categories(one.garment.kind, one.garment.key)} if one.garment.kind in ("category", "kind") else set()

    closer = (kinds(other) for other in pieces if other.garment != piece.garment)
    return not piece.attributes and any(other and other < kinds(piece) for other in closer)


def _is_exemplified(piece: NamedPiece, pieces: list[NamedPiece], reading: Reading) -> bool:
    """Whether pieces behind it tell what is meant: « un haut genre pull ou t-shirt »."""
    behind = [one.garment.first for one in pieces if one.garment.first >= piece.garment.last]
    gap = {*reading.between(piece.garment.last, min(behind))} if behind else set[str]()
    return bool(gap & reading.lexicon.grammar.such) and not gap & (SENTENCE_ENDS | COMMAS)


def of_one_slot(first: NamedPiece, second: NamedPiece, reading: Reading) -> bool:
    if "set" in {first.garment.kind, second.garment.kind}:
        return False
    slots = {reading.meanings.slot(piece.garment.kind, piece.garment.key) for piece in (first, second)}
    return len(slots) == 1


def _is_excess(attribute: Mention, reading: Reading) -> bool:
    """Whether an attribute is what something has too much of: "my coat is too bright"."""
    return not attribute.denied and any(cue.last == attribute.first for cue in reading.cues.get("excess", ()))


def _owner(attribute: Mention, pieces: list[NamedPiece], reading: Reading) -> NamedPiece | None:
    inside = next((piece for piece in pieces if piece.garment.holds(attribute)), None)
    if inside:
        return inside
    ahead, behind = _ahead(attribute, pieces, reading), _behind(attribute, pieces, reading)
    if behind and tells_size(reading, behind.garment):
        parted = COMMAS & {*reading.between(behind.garment.last, attribute.first)}
        behind = None if attribute.denied or parted else behind
    if reading.lexicon.grammar.attributes_follow and behind and _gap(behind.garment, attribute, reading, 1) is not None:
        return behind
    return ahead or behind


def _paired_with(
    owner: NamedPiece, attribute: Mention, pieces: list[NamedPiece], reading: Reading
) -> NamedPiece | None:
    """The first of two pieces that are told of together: « un bonnet et une écharpe assortis, gris », « noirs »."""
    index, words = pieces.index(owner), reading.lexicon.grammar
    first = pieces[index - 1].garment if index else None
    if first is None or not words.paired or attribute.first < owner.garment.last:
        return None
    if any(one.first < owner.garment.first for one in pieces[index - 1].attributes):
        return None
    gap = reading.between(first.last, owner.garment.first)
    matched = words.paired & {*reading.between(owner.garment.last, attribute.first)}
    several = reading.word(attribute.last - 1).endswith("s") and reading.word(attribute.last - 1) not in _ENDS_IN_S
    single = not reading.word(owner.garment.first).endswith(("s", "x"))
    alike = bool(matched) or (several and single and attribute.first == owner.garment.last)
    return pieces[index - 1] if alike and gap[:1] == ["et"] and {*gap[1:]} <= words.articles else None


def _ahead(attribute: Mention, pieces: list[NamedPiece], reading: Reading) -> NamedPiece | None:
    for piece in pieces:
        if piece.garment.first >= attribute.last:
            return piece if _gap(attribute, piece.garment, reading, _GAP) is not None else None
    return None


def _gap(before: Mention, after: Mention, reading: Reading, most: int) -> list[str] | None:
    """The words between two mentions that are no attributes; None where they part the two."""
    covered = {i for m in reading.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    free = [i for i in range(before.last, after.first) if i not in covered]
    joiners = reading.lexicon.grammar.joiners
    words = [reading.word(i) for i in free if not (reading.word(i) in joiners and {i - 1, i + 1} <= covered)]
    parted = {*words} & (reading.lexicon.grammar.breaks | SENTENCE_ENDS | joiners)
    return None if parted or len(words) > most else words


def _behind(attribute: Mention, pieces: list[NamedPiece], reading: Reading) -> NamedPiece | None:
    """The piece before an attribute in one sentence, unless a new statement begins between them."""
    earlier = [piece for piece in pieces if piece.garment.last <= attribute.first]
    if not earlier:
        return None
    gap = {*reading.between(earlier[-1].garment.last, attribute.first)}
    new = gap & (SENTENCE_ENDS | reading.lexicon.grammar.subjects)
    parted = reading.word(attribute.first - 1) == "du" and reading.word(attribute.first - 2) in COMMAS
    if parted and reading.has("outfit"):  # « un ensemble avec une veste, du rose ou du vert »
        return None
    far = attribute.first - earlier[-1].garment.last > FAR
    whole = reading.before("limit", attribute.first)  # 靴子, 一身黑 tells of more than the boots
    of_all = whole is not None and whole.key == "per_look" and bool(COMMAS & gap)
    return None if new or far or of_all else earlier[-1]


def _mark_owned(pieces: list[NamedPiece], reading: Reading) -> None:
    # « J'ai » is but a part of « j'ai besoin » and « j'ai envie », the "my" of "changed my mind" owns nothing.
    wishes = [mention for cue in ("find", "to_wear", "swap", "fine_again") for mention in reading.cues.get(cue, ())]
    for cue in ("own", "also_own", "my", "wearing", "dressed", "holding", "given", "keep"):
        for mention in _told(cue, reading, wishes):
            if cue == "given" and is_asked_of_it(mention, reading):
                continue
            following = [piece for piece in pieces if piece.garment.first >= mention.last]
            before = mention.last
            for piece in following:
                if cue == "holding" and _is_wished(piece, reading):
                    break
                start = min([piece.garment.first, *(a.first for a in piece.attributes if a.first >= before)])
                if not _reaches(reading, before, start, chained=before > mention.last, cue=cue):
                    break
                piece.owned, piece.worn = True, piece.worn or cue in _WORN
                before = max([piece.garment.last, *(a.last for a in piece.attributes)])
    _mark_had(pieces, reading)
    _mark_held(pieces, reading)
    _mark_given(pieces, reading)
    _mark_matched(pieces, reading)
    asked_of = {mention.first for mention in reading.cues.get("given_before", ())}
    for piece in pieces:
        piece.owned |= piece.garment.last in asked_of or is_relook(reading)
        piece.worn |= is_relook(reading)
        piece.owned &= not reading.has("replaces_own")


def _is_wished(piece: NamedPiece, reading: Reading) -> bool:
    """Whether Chinese says that there might be a piece, not that there is: 有条围巾就好了."""
    return any(cue.first == piece.garment.last for cue in reading.cues.get("soft", ()))


def _told(cue: str, reading: Reading, wishes: list[Mention]) -> list[Mention]:
    """Where a cue tells what somebody has; a bare "wearing" has to begin a clause: not that of "men wearing ties"."""
    said = reading.opening(cue) if cue in _OPENING else reading.apart(cue, wishes)
    if cue not in _WORN or not reading.lexicon.grammar.plurals:
        return said
    begins = {*SENTENCE_ENDS, *COMMAS, *reading.lexicon.grammar.joiners, "", "currently", "now", "just", "today"}
    return [m for m in said if m.last - m.first > 1 or reading.word(m.first - 1) in begins]


def _mark_had(pieces: list[NamedPiece], reading: Reading) -> None:
    """The list that "I have" or "stays" closes: 黑裙子和高跟鞋我都有了, 鞋留着; and the piece of "keep it"."""
    joiners, stops = reading.lexicon.grammar.joiners, SENTENCE_ENDS | COMMAS
    for cue in (cue for key in ("already_had", "also_own", "keep") for cue in reading.cues.get(key, ())):
        place = cue.first - (reading.word(cue.first - 1) in COMMAS)
        while reading.word(place - 1) in _ALL_THESE:
            place -= 1
        for piece in reversed(pieces):
            ends = max([piece.garment.last, *(a.last for a in piece.attributes if a.last <= place)])
            if ends == place and reading.word(cue.last) in {"", *stops}:
                piece.owned = True
                place = min([piece.garment.first, *(a.first for a in piece.attributes if a.first < place)])
                place -= reading.word(place - 1) in reading.lexicon.grammar.articles
                place -= reading.word(place - 1) in joiners
    for begins in kept_before(reading):
        for piece in [piece for piece in pieces if piece.garment.last <= begins][-1:]:
            piece.owned = True


def _mark_held(pieces: list[NamedPiece], reading: Reading) -> None:
    """The heels of "the black heels I own", « les escarpins noirs que j'ai »."""
    for cue in reading.cues.get("own", ()):
        place = cue.first - (reading.word(cue.first - 1) in _THAT)
        ends = reading.word(cue.last + (reading.word(cue.last) in _ALREADY)) in {"", *SENTENCE_ENDS, *COMMAS}
        for piece in pieces if ends else ():
            piece.owned |= max([piece.garment.last, *(one.last for one in piece.attributes)]) == place


def is_relook(reading: Reading) -> bool:
    """Whether an opinion is asked on an outfit: "rate my outfit", 帮我看看白衬衫配牛仔裤行吗."""
    named = [garment for garment in reading.garments if not garment.denied]
    looked_over = reading.has("look_over") and reading.has("verdict")
    if named and reading.has("wearing") and reading.has("opinion") and reading.has("my"):
        return True  # "I'm wearing my white dress to a wedding, what do you think?"
    judged = looked_over or is_laid_out(reading) or (len(named) > 1 and _is_match_asked(reading, named[0]))
    return reading.has("relook") or (len(named) > 1 and judged)


def _is_match_asked(reading: Reading, lead: Mention) -> bool:
    """Whether it is asked if one's own piece goes with another: "does my white shirt go with navy chinos?"."""
    starts = [said.last for said in reading.opening("does_one")] or [0]
    own = any(said.first in starts for said in reading.cues.get("my", ()))
    asked = reading.word(len(reading.words) - 1) == "?" or reading.has("verdict")
    open_ended = {word.text for word in reading.words} & reading.lexicon.grammar.interrogatives
    shown = reading.has("give_me")
    return (
        own and asked and not (open_ended or shown) and any(m.first >= lead.last for m in reading.cues.get("goes", ()))
    )


def _mark_given(pieces: list[NamedPiece], reading: Reading) -> None:
    """The suit of "what shoes with a grey suit" is there already, and that of "grey suit, what shirt?"."""
    words = reading.lexicon.grammar
    named = not reading.has("find", "outfit", "give_me")
    for first, second in pairwise(pieces):
        begins, asked = _start(first), _start(second)
        if reading.word(begins - 1) in words.interrogatives:
            second.owned |= bool({*reading.between(first.garment.last, second.garment.first)} & words.along)
        elif reading.word(asked - 1) in words.interrogatives and named:
            parted = {*reading.between(first.garment.last, asked)} & (COMMAS | SENTENCE_ENDS)
            first.owned |= bool(parted) and not second.owned


def _start(piece: NamedPiece) -> int:
    return min([piece.garment.first, *(a.first for a in piece.attributes if a.first < piece.garment.first)])


def _mark_matched(pieces: list[NamedPiece], reading: Reading) -> None:
    """The skirt of "does this skirt go with a navy jumper? show me one" is there; the jumper is to be found."""
    starts = [said.last for said in reading.opening("does_one")]
    led = reading.lexicon.grammar.definite | {said for said in map(reading.word, starts) if said == "my"}
    if not pieces or not reading.has("goes") or not reading.has("give_me"):
        return
    if any(reading.word(start) in led for start in starts):
        lead = pieces[0].garment
        for piece in pieces:
            piece.owned = (piece.garment.kind, piece.garment.key) == (lead.kind, lead.key)


def _reaches(reading: Reading, first: int, last: int, chained: bool, cue: str) -> bool:
    """Whether "my" or "I have" still holds for the piece whose words begin at `last`."""
    grammar = reading.lexicon.grammar
    gap = reading.between(first, last)
    allowed = (
        grammar.joiners | grammar.articles | grammar.measures
        if chained
        else grammar.articles
        if cue != "my"
        else frozenset[str]()
    )
    allowed |= {"with", "avec"} if chained and cue in _WORN else frozenset[str]()
    if any(word.isdigit() for word in gap):
        return False
    if chained:
        counted = {reading.word(m.first) for m in reading.of("number") if first <= m.first < last}
        allowed |= counted
        return bool(gap) and {*gap} <= allowed | {"my", "mon", "ma", "mes", "的"}
    stops = grammar.breaks | grammar.joiners | grammar.articles | grammar.subjects | SENTENCE_ENDS
    few = len([word for word in gap if word not in grammar.articles | grammar.measures]) <= _GAP
    return few and not {*gap} & (stops - allowed - grammar.measures)
