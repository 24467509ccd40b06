"""What a turn says of the clothes that a person owns: changes to them, answers to what was asked, and questions.

A garment is in the wash, clean again, gone, worn on a day or paid for; two are one. Whether what was made out on a
photo is right is in `reading_confirming`, striking off and noting down by name in `reading_changes`.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from agents.contracts import UnderstandRequest
from agents.house.reading.closet import Closet, Named, Sentence, closet_of, nearest, setting
from agents.house.reading.confirming import answers
from agents.house.reading.described import garments_of
from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.naming import hung
from agents.house.reading.numbers import YEARS, Number, numbers
from agents.house.reading.open import among_these, settled
from agents.house.reading.past import day_told
from agents.house.reading.pieces import NamedPiece
from agents.house.reading.questions import QUESTIONS, asked_of
from agents.house.reading.text import read
from stores.vocabulary import Change, Garment
from tools.likeness import duplicates

STATES = {"in_wash": "in_wash", "clean": "here", "gone": "given_away", "lacks": "given_away"}
_MOST_PAID = 100_000


def told_of(reading: Reading, request: UnderstandRequest) -> list[Mention]:
    """The garment words by which something is only told of what is owned: nobody wishes for these."""
    key = "told_of_wardrobe"
    if key not in reading.read_once:
        closet = closet_of(reading, request)
        told = (named for sentence in closet.sentences for named, _ in _facts(closet, sentence, request))
        facts = [named for named in told if named]
        everything = [named for sentence in closet.sentences for named in sentence.named]
        answered = bool(settled(closet, request)) or any(answers(closet, request)) or any(_merges(closet, request))
        answered |= bool(asked_of(reading, request))
        called = [named for named, _ in hung(closet, request)]
        reading.read_once[key] = [named.garment for named in (everything if answered else [*facts, *called])]
    garments: list[Mention] = reading.read_once[key]
    return garments


def closet_changes(reading: Reading, request: UnderstandRequest) -> list[Change]:
    """Everything that becomes of garments by this turn, each change once."""
    closet = closet_of(reading, request)
    if asked_of(reading, request):
        return []
    if decided := settled(closet, request):
        return decided
    found = [*answers(closet, request)] or [*_merges(closet, request)]
    found += [change for _, change in hung(closet, request)]
    for sentence in closet.sentences:
        found += [change for _, change in _facts(closet, sentence, request)]
    return list({change.model_dump_json(exclude={"said"}): change for change in found}.values())


def is_about_closet(changes: Sequence[Change], *, wishes: bool) -> bool:
    """Whether what is told of clothes and photos is what a turn is about, and not told on the way to a wish."""
    told = [change for change in changes if change.target in {"wardrobe", "photo"}]
    return bool(told) and not (wishes and all(change.action == "set" for change in told))


def hangs_photos(reading: Reading, request: UnderstandRequest) -> bool:
    """Whether photos are only to be hung in: several at once, or "here are my clothes", and nothing is asked for."""
    closet = closet_of(reading, request)
    several = len(request.new_photos) > 1 or closet.has("hang")
    wishes = closet.wishes("outfit", "complete", "find", "relook", "opinion", "advice", "more_like", "preview")
    return bool(request.new_photos) and several and not wishes and not {*"?？"} & {*reading.text}


def _facts(closet: Closet, sentence: Sentence, request: UnderstandRequest) -> Iterator[tuple[Named | None, Change]]:
    """What is told of garments that a sentence names; of "it", what is told of those of the message before."""
    if sentence.asks or sentence.supposes or sentence.has(*QUESTIONS):
        return
    source = closet if sentence.named or not sentence.has("it") else _before(closet, request)
    for named in sentence.named if source is closet else [one for said in source.sentences for one in said.named]:
        if source.is_mine(named):
            for change in _told(closet, sentence, named, source.meant(named), request):
                yield named if source is closet else None, change


def _before(closet: Closet, request: UnderstandRequest) -> Closet:
    """The message before, beside the same garments."""
    text = request.previous[-1] if request.previous else ""
    return Closet(read(text, closet.reading.lexicon), closet.garments)


def _told(
    closet: Closet, sentence: Sentence, named: Named, meant: Sequence[Garment], request: UnderstandRequest
) -> Iterator[Change]:
    """What a sentence tells of one garment, or of all parts of a suit."""
    states = [cue for cue in sentence.of(*STATES) if cue.key != "lacks" or sentence.has("anymore")]
    states = [cue for cue in states if not _counts_years(closet, cue)]
    if states:
        yield from _state(closet, named, meant, nearest(states, named).key)
    elif sentence.has("wore"):
        day = day_told(closet.reading, sentence, named.garment, request.today).isoformat()
        yield from _of_one({"worn": [day]}, closet, named, meant)
    elif sentence.has("paid") and not closet.wishes("find", "outfit", "complete") and (sum_ := _sum(closet, sentence)):
        paid = {"paid": sum_.value, "currency": _currency(closet, sum_, request)}
        yield from _of_one(paid, closet, named, meant)


def _counts_years(closet: Closet, cue: Mention) -> bool:
    """Whether what is no longer there are years, and nothing that was owned: « j'ai plus 20 ans »."""
    reading = closet.reading
    return any(one.first == cue.last and reading.word(one.last) in YEARS for one in numbers(reading))


def _state(closet: Closet, named: Named, meant: Sequence[Garment], cue: str) -> Iterator[Change]:
    """A garment that is to hand, not to hand, or gone; one in the wash that nobody knew of is noted down."""
    known = [one for one in meant if one.state != STATES[cue]] or meant
    yield from _of_one({"state": STATES[cue]}, closet, named, known)
    if not known and cue == "in_wash":
        piece = NamedPiece(named.garment, [*named.attributes], owned=True)
        for one in garments_of(piece, closet.reading):
            yield setting(one, one.model_dump(mode="json") | {"state": "in_wash"})
    elif not known and STATES[cue] == "given_away" and not closet.wishes("find", "outfit", "complete"):
        said = closet.reading.said(named.first, named.last)
        yield Change(target="wardrobe", action="set", key="", value={"state": STATES[cue]}, said=said)


def _of_one(fields: dict[str, Any], closet: Closet, named: Named, meant: Sequence[Garment]) -> Iterator[Change]:
    """A change of the one garment that is meant, of all parts of a suit or all of a kind; else it has to be asked."""
    if len(meant) < 2 or named.garment.kind == "set" or closet.has("every"):
        yield from (setting(one, fields) for one in meant)
    else:
        said = closet.reading.said(named.first, named.last)
        yield among_these(Change(target="wardrobe", action="set", key="", value=fields, said=said), meant)


def _sum(closet: Closet, sentence: Sentence) -> Number | None:
    """What was paid: a number beside a currency, else the largest."""
    found = [one for one in numbers(closet.reading) if sentence.first <= one.first < sentence.last]
    found = [one for one in found if 0 < one.value <= _MOST_PAID]
    marked = [one for one in found if _mark(closet, one)]
    return max(marked or found, key=lambda one: one.value, default=None)


def _mark(closet: Closet, number: Number) -> Mention | None:
    reading = closet.reading
    return reading.at("currency", number.last) or reading.before("currency", number.first)


def _currency(closet: Closet, number: Number, request: UnderstandRequest) -> str:
    mark = _mark(closet, number)
    return mark.key if mark else request.profile.currency or request.currency


def _merges(closet: Closet, request: UnderstandRequest) -> Iterator[Change]:
    """Garments that are said to be one: those that are named, else those that the last reply asked about."""
    told = closet.has("merge") or (closet.has("one_thing") and bool(request.twins or _named_twice(closet)))
    agrees = bool(request.twins) and not request.unconfirmed and closet.has("yes") and not closet.has("no")
    if closet.has("two_things") or not (told or agrees):
        return
    named = [one for sentence in closet.sentences for one in sentence.named]
    meant = _named_twice(closet) or ([] if named else request.twins or _only_pair(request))
    for other in meant[1:]:
        value = {"merge": other}
        yield Change(target="wardrobe", action="set", key=meant[0], value=value, said=closet.reading.text)
    if len(meant) < 2 and told:
        yield Change(target="wardrobe", action="set", key="", value={"merge": ""}, said=closet.reading.text)


def _named_twice(closet: Closet) -> list[str]:
    """The garments that are named, where there are two at least: "the two black coats", "the tee and the shirt"."""
    named = [one for sentence in closet.sentences for one in sentence.named]
    each = [closet.meant(one) for one in named]
    found = each[0] if len(each) == 1 else [garments[0] for garments in each if garments]
    ids = list(dict.fromkeys(one.id for one in found))
    return ids if len(ids) > 1 else []


def _only_pair(request: UnderstandRequest) -> list[str]:
    pairs = duplicates(request.wardrobe)
    return [pairs[0].first.id, pairs[0].second.id] if len(pairs) == 1 else []
