"""What a turn asks to be changed in what a person owns and thinks of what they saw; and who it says is dressed."""

from collections.abc import Iterator
from typing import Literal

from agents.contracts import UnderstandRequest
from agents.house.reading_described import families, garment_of, garments_of
from agents.house.reading_mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading_pieces import NamedPiece
from agents.house.reading_references import References
from agents.house.reading_wardrobe import hangs_photos
from stores.vocabulary import Change, Garment, Presentation

Opinion = Literal[1, -1, "bought", "worn"]
_SELF = 6
_LISTED = 3
# "My boyfriend and I", "mon copain et moi".
_FOR = frozenset({"for", "dress", "pour", "habiller", "给", "帮", "为"})
_PRONOUNS = frozenset({"she", "he", "her", "him", "elle", "il", "lui", "她", "他"})
# "Their son's wedding", "the neighbours' daughter's birthday".
_THEIRS = frozenset({"their", "our", "his", "her", "s", "neighbours", "neighbors", "friends", "parents"})
_ME = frozenset({"i", "me", "moi", "je"})


def own_presentation(reading: Reading) -> Presentation | None:
    """ "I'm a 30 year old woman", not "for a woman"."""
    for cue in reading.cues.get("self", ()):
        for mention in (m for m in reading.of("presentation") if not _is_possessive(reading, m)):
            gap = {*reading.between(cue.last, mention.first)}
            near = 0 <= mention.first - cue.last <= _SELF
            if (mention.holds(cue) and not _is_of_mine(reading, mention)) or (
                near and not gap & (reading.lexicon.grammar.breaks - reading.lexicon.grammar.articles)
            ):
                return presentation_of(mention.key)
    return None


def wearers(reading: Reading) -> list[Mention]:
    """Women and men who are to be dressed: not the sister whose wedding it is, nor the friend one goes with."""
    found = [m for m in reading.of("presentation") if not (_has_the_day(reading, m) or _comes_along(reading, m))]
    found = [m for m in found if not _is_onlooker(reading, m)]
    found = [m for m in found if not _is_possessive(reading, m)]
    told = [m for m in found if not _is_related(reading, m) or reading.word(m.first - 1) in _FOR]
    told = [m for m in told if not _is_kin(reading, m) or reading.word(m.first - 1) in _FOR] or told
    named = [m for m in told if not _is_pronoun(reading, m)]
    alone = [m for m in named if _stands_alone(reading, m)]
    return alone or named or told or found


def _stands_alone(reading: Reading, person: Mention) -> bool:
    """Whether who is dressed is all that a clause says: « ... Homme, 1 m 82 », 女，S码."""
    ends = {"", *COMMAS, *SENTENCE_ENDS, "(", ")", ":"}
    return reading.word(person.first - 1) in ends and reading.word(person.last) in ends


def _is_onlooker(reading: Reading, person: Mention) -> bool:
    """Whether it is only told what somebody else wears, and in no size: "my boyfriend is in a Hawaiian shirt"."""
    if not _is_related(reading, person) or not any(m.key == "other" and m.holds(person) for m in reading.of("aside")):
        return False
    worn = [m for m in reading.of("aside") if m.key == "wears" and 0 <= m.first - person.last <= 1]
    sized = any(0 <= m.first - one.last <= 1 for one in worn for m in reading.of("size", "number"))
    return bool(worn) and not sized


def _is_pronoun(reading: Reading, person: Mention) -> bool:
    """Whether somebody is but a "she" or "him" that another sentence may have named: "our dog, I walk him"."""
    return reading.word(person.first) in _PRONOUNS and reading.word(person.first - 1) not in _FOR


def _is_possessive(reading: Reading, person: Mention) -> bool:
    """The "her" of "I'm her brother", which says nothing of who is dressed."""
    return reading.word(person.first) == "her" and reading.at("presentation", person.last) is not None


def _is_related(reading: Reading, person: Mention) -> bool:
    """Whether somebody is but spoken of, and who is dressed said apart: "my grandfather died; a woman's outfit"."""
    return reading.said(person.first, person.last).lower().startswith(("my ", "mon ", "ma ", "我"))


def _has_the_day(reading: Reading, person: Mention) -> bool:
    """ "My brother's wedding", "my sister is getting married", "le mariage de ma soeur", 我妹妹的婚礼."""
    after = person.last + (reading.word(person.last) in {"s", "is", "的"})
    owned = reading.word(person.first - 1) in {"de", "d", "du", "of"}
    day = reading.before("occasion", person.first - 1) if owned else reading.at("occasion", after)
    kin = reading.at("reserve", person.first) is not None or _is_kin(reading, person)
    kin |= reading.word(person.first - 1) in _THEIRS
    return day is not None and (kin or _is_related(reading, person))


def _is_of_mine(reading: Reading, person: Mention) -> bool:
    """Whether somebody is the speaker's and not the speaker: 我男朋友 begins as 我男 does."""
    return _is_related(reading, person) and any(person.holds(cue) for cue in reading.cues.get("another", ()))


def _is_kin(reading: Reading, person: Mention) -> bool:
    """Whether somebody is named by what they are to the speaker: 侄子, 闺蜜."""
    said = (person.first, person.last)
    return any((cue.first, cue.last) == said for cue in reading.cues.get("another", ()))


def _comes_along(reading: Reading, person: Mention) -> bool:
    words, first = reading.lexicon.grammar, person.first
    first -= reading.word(first - 1) in words.articles
    beside = reading.word(person.last) in words.joiners - COMMAS and reading.word(person.last + 1) in _ME
    return beside or reading.word(first - 1) in words.along


def presentation_of(key: str) -> Presentation | None:
    return next((p for p in _PRESENTATIONS if p == key), None)


_PRESENTATIONS: tuple[Presentation, ...] = ("women", "men", "unisex")


def wardrobe_changes(
    reading: Reading, pieces: list[NamedPiece], references: References, request: UnderstandRequest
) -> Iterator[Change]:
    """Garments to strike off or to note down, photos to forget."""
    if reading.has("wardrobe_add") or _tells_more(reading) or hangs_photos(reading, request):
        for garment in (garment for piece in pieces for garment in garments_of(piece, reading)):
            yield Change(target="wardrobe", action="add", key=garment.id, value=garment.model_dump(), said=garment.name)
    elif reading.has("wardrobe_remove"):
        for number in references.photos:
            yield Change(target="photo", action="forget", key=str(number), said=reading.text)
        for piece in _struck_off(pieces, reading):
            stated = garment_of(piece, reading)
            found = owned_like(piece, reading, request.wardrobe)
            yield Change(
                target="wardrobe", action="remove", key=found.id if found else "", value=stated.name, said=reading.text
            )


def _tells_more(reading: Reading) -> bool:
    """Whether "I also have white sneakers" is all that is said."""
    return reading.has("also_own") and not reading.has("outfit", "complete", "find", "swap") and "?" not in reading.text


def _struck_off(pieces: list[NamedPiece], reading: Reading) -> list[NamedPiece]:
    """The pieces in one breath with "delete": those of a list, not the coat of "forget the budget, show me a coat"."""
    found: list[NamedPiece] = []
    for cue in reading.cues["wardrobe_remove"]:
        reach = cue.last
        for piece in pieces:
            first, last = piece.garment.first, piece.garment.last
            gap = reading.between(reach, first) if first >= cue.last else reading.between(last, cue.first)
            parted = COMMAS & {*gap} and len(gap) > _LISTED
            if not parted and not SENTENCE_ENDS & {*gap}:
                found += [piece] if piece not in found else []
                reach = max(reach, last)
    return found


def owned_like(piece: NamedPiece, reading: Reading, wardrobe: list[Garment]) -> Garment | None:
    """The garment in the wardrobe that a named piece means: same category or slot, and a colour that was said."""
    categories = reading.meanings.categories(piece.garment.kind, piece.garment.key)
    slot = reading.meanings.slot(piece.garment.kind, piece.garment.key)
    named = families(piece.attributes, reading)
    for garment in wardrobe:
        fits = garment.category in categories if categories else garment.slot == slot
        if fits and (not named or garment.colours[0].family in named):
            return garment
    return None


def feedback_changes(reading: Reading, ids: list[str], opinion: Opinion) -> Iterator[Change]:
    """An opinion on each look or item that is spoken of: 1 or -1, or what was done with it."""
    for id_ in ids:
        yield Change(target="feedback", action="add", key=id_, value=opinion, said=reading.text)


def done_with(reading: Reading) -> Opinion | None:
    """What the person says that they did with something they were shown: "I bought the first one"."""
    return "bought" if reading.has("bought") else "worn" if reading.has("wore") else None
