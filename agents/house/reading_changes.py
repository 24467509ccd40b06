"""What a turn tells about the person, or asks to be changed in their data; keys are those of `vocabulary.Profile`."""

from collections.abc import Collection, Iterator

from agents.contracts import UnderstandRequest
from agents.house.reading_mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading_pieces import NamedPiece, families, garment_of, garments_of
from agents.house.reading_places import home_of
from agents.house.reading_references import References
from agents.house.reading_sizes import SizesSaid
from stores.vocabulary import Budget, Change, Garment, Presentation

_SELF = 6
_LISTED = 3


def profile_changes(
    reading: Reading, loose: list[Mention], sizes: SizesSaid, budget: Budget | None, known: Collection[Mention] = ()
) -> Iterator[Change]:
    """Lasting facts: who the person is, what they like and cannot wear, but for the `known` pieces, which were shown.

    A budget only where it is usual.
    """
    if presentation := own_presentation(reading):
        yield _set("presentation", presentation, reading)
    if sizes.own:
        yield _set("sizes", sizes.sizes.model_dump(exclude_none=True), reading)
    if place := home_of(reading):
        yield _set("place", place, reading)
    if budget and reading.has("usual"):
        yield _set("budget", budget.model_dump(), reading)
    for language in ("en", "fr", "zh"):
        if reading.has(f"speak_{language}"):
            yield _set("language", language, reading)
    yield from _tastes(reading, loose, known)
    if reading.has("profile_forget"):
        yield Change(target="profile", action="forget", key=_forgotten(reading), said=reading.text)


def own_presentation(reading: Reading) -> Presentation | None:
    """ "I'm a 30 year old woman", not "for a woman"."""
    for cue in reading.cues.get("self", ()):
        for mention in reading.of("presentation"):
            gap = {*reading.between(cue.last, mention.first)}
            if 0 <= mention.first - cue.last <= _SELF and not gap & (
                reading.lexicon.grammar.breaks - reading.lexicon.grammar.articles
            ):
                return presentation_of(mention.key)
    return None


def wearers(reading: Reading) -> list[Mention]:
    """Women and men who are to be dressed: not the sister whose wedding it is, nor the friend one goes with."""
    return [m for m in reading.of("presentation") if not (_has_the_day(reading, m) or _comes_along(reading, m))]


def _has_the_day(reading: Reading, person: Mention) -> bool:
    """ "My brother's wedding", "my sister is getting married", "le mariage de ma soeur", 我妹妹的婚礼."""
    after = person.last + (reading.word(person.last) in {"s", "is", "的"})
    owned = reading.word(person.first - 1) in {"de", "d", "du", "of"}
    day = reading.before("occasion", person.first - 1) if owned else reading.at("occasion", after)
    return day is not None and reading.said(person.first, person.last).lower().startswith(("my", "m", "我"))


def _comes_along(reading: Reading, person: Mention) -> bool:
    return reading.word(person.first - 1) in reading.lexicon.grammar.along


def presentation_of(key: str) -> Presentation | None:
    return next((p for p in _PRESENTATIONS if p == key), None)


_PRESENTATIONS: tuple[Presentation, ...] = ("women", "men", "unisex")


def wardrobe_changes(
    reading: Reading, pieces: list[NamedPiece], references: References, request: UnderstandRequest
) -> Iterator[Change]:
    """Garments to strike off or to note down, photos to forget."""
    if reading.has("wardrobe_add") or _tells_more(reading):
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


def feedback_changes(reading: Reading, ids: list[str], *, liked: bool) -> Iterator[Change]:
    """A liking of 1 or -1 for each look or item that is spoken of."""
    for id_ in ids:
        yield Change(target="feedback", action="add", key=id_, value=1 if liked else -1, said=reading.text)


def _tastes(reading: Reading, loose: list[Mention], known: Collection[Mention]) -> Iterator[Change]:
    if reading.has("dislike"):
        denied = [mention for mention in reading.mentions if mention.denied and mention not in known]
        yield from (_add("avoid_colours", f, reading) for f in families(denied, reading, denied=True))
        yield from (_add("avoid_fabrics", m.key, reading) for m in denied if m.kind == "fabric")
        categories = (c for m in denied for c in reading.meanings.categories(m.kind, m.key))
        yield from (_add("avoid_categories", category, reading) for category in categories)
    if reading.has("like"):
        liked = [m for m in loose if m.kind == "colour" and _follows_like(reading, m)]
        yield from (_add("colours", family, reading) for family in families(liked, reading))


def _follows_like(reading: Reading, colour: Mention) -> bool:
    return any(like.last <= colour.first <= like.last + 10 for like in reading.cues["like"])


def _forgotten(reading: Reading) -> str:
    cue = reading.cues["profile_forget"][-1]
    said = reading.said(cue.first, cue.last).lower()
    keys = {"size": "sizes", "taille": "sizes", "尺码": "sizes", "live": "place", "budget": "budget", "预算": "budget"}
    return next((key for word, key in keys.items() if word in said), "all")


def _set(key: str, value: object, reading: Reading) -> Change:
    return Change(target="profile", action="set", key=key, value=value, said=reading.text)


def _add(key: str, value: str, reading: Reading) -> Change:
    return Change(target="profile", action="add", key=key, value=value, said=reading.text)
