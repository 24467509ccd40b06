"""What the last turns left open and this one settles: which garment was meant, and what is to be taken back."""

from collections.abc import Sequence

from agents.contracts import UnderstandRequest
from agents.house.reading.closet import Closet, Named, counted, families
from agents.house.reading.mentions import Mention
from agents.house.reading.references import pointed
from stores.vocabulary import Change, Garment

_WISHES = ("outfit", "complete", "find", "relook", "preview", "more_like", "opinion")
# Who says more than this does not only take something back.
_MOST_WORDS, _MOST_OF_SELF = 14, 6


def settled(closet: Closet, request: UnderstandRequest) -> list[Change]:
    """The changes that are decided now, or asked about more narrowly."""
    if not (request.choices or request.undo) or closet.reading.has(*_WISHES):
        return []
    return chosen(closet, request) or ([] if request.choices else undone(closet, request))


def chosen(closet: Closet, request: UnderstandRequest) -> list[Change]:
    """Of changes that several garments fit those that are meant: "the second one", "the wool one", "both".

    Where that is said of some of them, the others stay open.
    """
    known = {one.id: one for one in closet.garments}
    groups = [(choice, [known[key] for key in choice.among if key in known]) for choice in request.choices]
    found = [_of_choice(closet, choice, among) for choice, among in groups]
    if not any(found):
        return []
    return [change for each, choice in zip(found, request.choices, strict=True) for change in each or [choice]]


def _of_choice(closet: Closet, choice: Change, among: Sequence[Garment]) -> list[Change]:
    """The changes that are meant, or the one of fewer garments; none where nothing is said of these."""
    picked = _picked(closet, among)
    if len(picked) > 1 and not (closet.has("both") or _places(closet, among)):
        return [among_these(choice, picked)] if len(picked) < len(among) else []
    return [decided(choice, one) for one in picked]


def among_these(change: Change, garments: Sequence[Garment]) -> Change:
    """The change, while it is not known which of these garments is meant."""
    return change.model_copy(update={"key": "", "among": [one.id for one in garments]})


def decided(change: Change, garment: Garment) -> Change:
    value = garment.name if change.action == "remove" else change.value
    return change.model_copy(update={"key": garment.id, "among": [], "value": value, "said": garment.name})


def undone(closet: Closet, request: UnderstandRequest) -> list[Change]:
    """What takes back the last change: what was just told of oneself, else of the garments that are named if any is."""
    told = [one for one in request.undo if one.target == "profile"]
    if told and closet.has("take_back") and closet.reading.length <= _MOST_OF_SELF:
        return told
    if not closet.has("undo") or len(closet.reading.words) > _MOST_WORDS:
        return []
    were = [Garment.model_validate(one.value["was"]) for one in request.undo if isinstance(one.value, dict)]
    own = Closet(closet.reading, were)
    named = {one.id for sentence in own.sentences for each in sentence.named for one in own.meant(each)}
    return [one for one in request.undo if one not in told and (not named or one.key in named)]


def declines(closet: Closet, request: UnderstandRequest) -> bool:
    """Whether none of the garments that were asked about is meant."""
    return bool(request.choices) and closet.has("neither", "no", "undo") and not settled(closet, request)


def _picked(closet: Closet, among: Sequence[Garment]) -> list[Garment]:
    if closet.has("both"):
        return [*among]
    numbers = {number for kind, number, _ in pointed(closet.reading) if kind == "photo"}
    if shown := [one for one in among if numbers & {*one.photos}]:
        return shown
    return _places(closet, among) or _described(closet, among)


def _places(closet: Closet, among: Sequence[Garment]) -> list[Garment]:
    spots = [place for sentence in closet.sentences for place, _ in counted(closet, sentence)]
    spots = spots or [int(text) for text in [closet.reading.text.strip(" .!。")] if text.isdecimal()]
    return [among[place if place < 0 else place - 1] for place in spots if place and -len(among) <= place <= len(among)]


def _described(closet: Closet, among: Sequence[Garment]) -> list[Garment]:
    """The garments that all fits which is said of kind, colour, cloth and pattern, but for what fits none of them."""
    own, left = Closet(closet.reading, among), [*among]
    for sentence in own.sentences:
        fits = [own.meant(Named(named.garment, ())) for named in sentence.named]
        fits += [
            [one for one in among if _has(one, value)]
            for value in (*sentence.values, *(value for named in sentence.named for value in named.attributes))
        ]
        for garments in (each for each in fits if each):
            left = [one for one in left if one in garments]
    return left if len(left) < len(among) else []


def _has(garment: Garment, value: Mention) -> bool:
    """Whether a garment is of a colour, a cloth or a pattern."""
    if value.kind in {"colour", "tone"}:
        return bool({*families([value])} & {colour.family for colour in garment.colours})
    return value.key in (*garment.fabrics, garment.pattern)
