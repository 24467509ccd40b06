"""What a turn says of the clothes that a person owns: changes to them, answers to what was asked, and questions.

A garment is in the wash, clean again, gone, worn on a day or paid for; two are one. Whether what was made out on a
photo is right is in `reading_confirming`, striking off and noting down by name in `reading_changes`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from agents.contracts import UnderstandRequest
from agents.house.reading_closet import Closet, Named, Sentence, nearest, setting
from agents.house.reading_confirming import answers, refuses
from agents.house.reading_dates import date_of
from agents.house.reading_described import garments_of
from agents.house.reading_mentions import Mention, Reading
from agents.house.reading_numbers import Number, numbers
from agents.house.reading_pieces import NamedPiece
from agents.house.reading_text import read
from stores.vocabulary import Change, Garment
from tools.likeness import duplicates

STATES = {"in_wash": "in_wash", "clean": "here", "gone": "given_away", "lacks": "given_away"}
# What is asked of the wardrobe, by the cue that asks it; the first that is there counts.
QUESTIONS = ("per_wear", "last_worn", "in_wash_asked", "gone_asked", "waiting_asked", "twins_asked", "unworn", "clear")
ASKED = "wardrobe:"
NEW = "new"  # hung in under an id of what it is
AGO = "days_ago_"
_WEEK = 7
_MOST_PAID = 100_000


def closet_of(reading: Reading, request: UnderstandRequest) -> Closet:
    """The text beside the person's wardrobe; read once."""
    if "closet" not in reading.read_once:
        reading.read_once["closet"] = Closet(reading, request.wardrobe)
    closet: Closet = reading.read_once["closet"]
    return closet


def told_of(reading: Reading, request: UnderstandRequest) -> list[Mention]:
    """The garment words by which something is only told of what is owned: nobody wishes for these."""
    key = "told_of_wardrobe"
    if key not in reading.read_once:
        closet = closet_of(reading, request)
        told = (named for sentence in closet.sentences for named, _ in _facts(closet, sentence, request))
        facts = [named for named in told if named]
        everything = [named for sentence in closet.sentences for named in sentence.named]
        answered = any(answers(closet, request)) or any(_merges(closet, request))
        called = [named for named, _ in _called(closet, request)]
        reading.read_once[key] = [named.garment for named in (everything if answered else [*facts, *called])]
    garments: list[Mention] = reading.read_once[key]
    return garments


def closet_changes(reading: Reading, request: UnderstandRequest) -> list[Change]:
    """Everything that becomes of garments by this turn, each change once."""
    closet = closet_of(reading, request)
    if asked_of(reading, request):
        return []
    found = [*answers(closet, request)] or [*_merges(closet, request)]
    found += [change for _, change in _called(closet, request)]
    for sentence in closet.sentences:
        found += [change for _, change in _facts(closet, sentence, request)]
    return list({change.model_dump_json(exclude={"said"}): change for change in found}.values())


def asked_of(reading: Reading, request: UnderstandRequest) -> list[str]:
    """What is asked of the wardrobe, and the ids of the garments that it is asked of."""
    closet = closet_of(reading, request)
    for key in QUESTIONS:
        sentence = next((one for one in closet.sentences if one.has(key)), None)
        if sentence is None or (key == "unworn" and not _is_wide(closet, sentence)):
            continue
        meant = [one.id for named in sentence.named for one in closet.meant(named)[:1]]
        if key in {"per_wear", "last_worn"} and not meant:
            continue
        return [f"{ASKED}{key.removesuffix('_asked')}", *dict.fromkeys(meant)]
    if any(one.asks and one.named and one.has("in_wash") for one in closet.sentences):
        return [f"{ASKED}in_wash"]
    if request.twins and closet.has("two_things"):
        return [f"{ASKED}two"]
    if any(answers(closet, request)):
        return []
    if closet.has("confirm_all"):
        return [f"{ASKED}waiting"]
    return [f"{ASKED}wrong"] if refuses(closet, request) else []


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


def _is_wide(closet: Closet, sentence: Sentence) -> bool:
    """Whether all clothes are asked about, and nothing is told: "what have I not worn for long?"."""
    return sentence.asks or (not sentence.named and closet.reading.has("question", "request", "wardrobe_show"))


def _called(closet: Closet, request: UnderstandRequest) -> Iterator[tuple[Named, Change]]:
    """What the garment is on a photo that showed none that could be made out: "it's a pair of chinos"."""
    if not request.unread or request.new_photos or closet.reading.has("outfit", "complete", "find"):
        return
    for sentence in closet.sentences:
        if len(sentence.named) == 1 and sentence.has("names_it") and not sentence.asks:
            (named,) = sentence.named
            told = garments_of(NamedPiece(named.garment, [*named.attributes], owned=True), closet.reading)[0]
            seen = {"id": NEW, "photo": request.unread[-1], "origin": "photo", "confirmed": True}
            value = told.model_dump(mode="json") | seen
            yield named, Change(target="wardrobe", action="add", key=told.id, value=value, said=told.name)
            return


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
    one_of = meant if named.garment.kind == "set" else meant[:1]
    if states:
        yield from _state(closet, named, meant, nearest(states, named).key)
    elif sentence.has("wore"):
        day = day_told(closet.reading, sentence, named, request.today).isoformat()
        yield from (setting(one, {"worn": [day]}) for one in one_of)
    elif sentence.has("paid") and not closet.wishes("find", "outfit", "complete") and (sum_ := _sum(closet, sentence)):
        paid = {"paid": sum_.value, "currency": _currency(closet, sum_, request)}
        yield from (setting(one, paid) for one in meant[:1])


def _state(closet: Closet, named: Named, meant: Sequence[Garment], cue: str) -> Iterator[Change]:
    """A garment that is to hand, not to hand, or gone; one in the wash that nobody knew of is noted down."""
    known = sorted(meant, key=lambda one: one.state == STATES[cue])
    known = known if named.garment.kind == "set" else known[:1]
    yield from (setting(one, {"state": STATES[cue]}) for one in known)
    if not known and cue == "in_wash":
        piece = NamedPiece(named.garment, [*named.attributes], owned=True)
        for one in garments_of(piece, closet.reading):
            yield setting(one, one.model_dump(mode="json") | {"state": "in_wash"})
    elif not known and STATES[cue] == "given_away":
        said = closet.reading.said(named.first, named.last)
        yield Change(target="wardrobe", action="set", key="", value={"state": STATES[cue]}, said=said)


def day_told(reading: Reading, sentence: Sentence, named: Named, today: date) -> date:
    """The day that has been which stands closest to a garment; today where none is named."""
    days = [
        (cue, today - timedelta(int(cue.key.rpartition("_")[2]))) for cue in sentence.cues if cue.key.startswith(AGO)
    ]
    for weekday in reading.of("weekday"):
        if sentence.first <= weekday.first < sentence.last:
            days.append((weekday, today - timedelta((today.weekday() - int(weekday.key)) % _WEEK or _WEEK)))
    if days:
        closest = nearest([mention for mention, _ in days], named)
        return next(day for mention, day in days if mention is closest)
    if (said := date_of(reading, today)) and len(said) == len(today.isoformat()):
        day = date.fromisoformat(said)
        return day if day <= today else day.replace(year=day.year - 1, day=min(day.day, 28))
    return today


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
