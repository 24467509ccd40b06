"""Answers to what was asked of garments that were made out on photos: that they are right, or what they really are.

"Yes, but the second is navy", "all but the shoes", "that is navy, not black"; the last is understood unasked, too.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_meanings
from agents.house.reading.closet import Closet, Sentence, counted, families, removing, setting
from agents.house.reading.mentions import Mention
from agents.house.reading.naming import Said, said_of_photos, shown_as
from stores.colours import family_colour
from stores.vocabulary import Change, Garment

# What may stand beside a yes or a no that is all that is said.
_BESIDE = frozenset({
    "that", "s", "it", "is", "they", "are", "re", "all", "thanks", "thank", "you", "please", "merci", "c",
    "est", "tout", "谢", "了", "的", "啊", "呢", "都",
})  # fmt: skip


def answers(closet: Closet, request: UnderstandRequest) -> Iterator[Change]:
    """What is said of garments that were made out on photos: that they are right, or what they really are."""
    pending = _pending(closet, request)
    reading = closet.reading
    if closet.has("confirm_all") and not (pending and closet.has("all_but")):
        yield from (setting(one, {"confirmed": True}) for one in pending or waiting(closet))
        return
    if asks_which(closet, request):
        return
    if pending and reading.has("wardrobe_remove"):
        yield from (removing(one) for one in _named_in(closet, pending))
        return
    corrections = [*_corrections(closet, request)]
    if not reading.has("outfit", "complete", "preview"):
        corrected = {one.id for one, _ in corrections}
        right = _right(closet, _meant_by_yes(closet, request))
        yield from (setting(one, {"confirmed": True}) for one in right if one.id not in corrected)
    yield from (setting(one, {**fields, "confirmed": True}) for one, fields in corrections)


def refuses(closet: Closet, request: UnderstandRequest) -> bool:
    """Whether it is only said that something was not made out right."""
    pending, r = _meant_by_yes(closet, request), closet.reading
    return bool(pending) and closet.has("no") and not (closet.has("yes") or r.has("outfit", "find", "complete"))


def _named_in(closet: Closet, pending: Sequence[Garment]) -> list[Garment]:
    spoken = [one for sentence in closet.sentences for one, _ in _spoken_of(closet, sentence, pending)]
    return list({one.id: one for one in spoken}.values())


def _pending(closet: Closet, request: UnderstandRequest) -> list[Garment]:
    """The garments that the last reply asked about, in its order."""
    known = {one.id: one for one in closet.garments}
    return [known[key] for key in request.unconfirmed if key in known]


def _meant_by_yes(closet: Closet, request: UnderstandRequest) -> list[Garment]:
    """What a yes or no answers: where a thread begins with "that's right", all that waits for a word."""
    told = _begins(closet, request) and closet.has("stands", "no")
    return waiting(closet) if told else _pending(closet, request)


def asks_what(closet: Closet, request: UnderstandRequest) -> bool:
    """Whether a thread begins with a bare yes, of which nobody knows what it answers."""
    return _begins(closet, request) and closet.has("yes") and not closet.has("stands", "no") and bool(waiting(closet))


def _begins(closet: Closet, request: UnderstandRequest) -> bool:
    earlier = request.previous or request.shown or request.last or request.new_photos
    return not earlier and _is_answer(closet)


def _is_answer(closet: Closet) -> bool:
    """Whether a text is a yes or a no and nothing else: "yes, that's right", but not "good morning"."""
    cues = [cue for one in closet.sentences for cue in one.of("yes", "no", "confirm_all", "one_right", "both")]
    said = {i for cue in cues for i in range(cue.first, cue.last)}
    words = {i for i, word in enumerate(closet.reading.words) if word.text.isalnum()}
    return bool(said) and {closet.reading.word(i) for i in words - said} <= _BESIDE


def waiting(closet: Closet) -> list[Garment]:
    """The garments of photos of which nobody has said yet that they are right."""
    return [one for one in closet.garments if one.origin == "photo" and not one.confirmed]


def asks_which(closet: Closet, request: UnderstandRequest) -> bool:
    """Whether one garment is said to be right where several wait, and it is not said which."""
    return not request.unconfirmed and closet.has("one_right") and len(_meant_by_yes(closet, request)) > 1


def _right(closet: Closet, pending: Sequence[Garment]) -> list[Garment]:
    """Those of the garments asked about that are said to be right: all, all but some, or only some."""
    agrees = closet.has("yes", "all_but") or (closet.has("both") and _is_answer(closet))
    refuses = closet.has("no") and not closet.has("yes", "all_but")
    if refuses or not agrees:
        return []
    spoken = [one for sentence in closet.sentences for one in _spoken_of(closet, sentence, pending)]
    spared = [cue for sentence in closet.sentences for cue in sentence.of("all_but")]
    if spared:
        behind = min(cue.last for cue in spared)
        left = {garment.id for garment, last in spoken if last > behind}
        return [one for one in pending if one.id not in left]
    return [garment for garment, _ in spoken] if spoken and _only_some(closet) else list(pending)


def _only_some(closet: Closet) -> bool:
    """Whether "right" is said of what is named: "the first is right", not "yes, but the second is navy"."""
    return not any(word.text in {"but", "mais", "但", "all", "tout"} for word in closet.reading.words)


def _spoken_of(closet: Closet, sentence: Sentence, pending: Sequence[Garment]) -> list[tuple[Garment, int]]:
    """The garments asked about that a sentence names, by their place or their kind, each with the word behind it."""
    found = [
        (pending[place if place < 0 else place - 1], last)
        for place, last in counted(closet, sentence)
        if -len(pending) <= place <= len(pending) and place
    ]
    own = Closet(closet.reading, pending)
    found += [(meant[0], named.last) for named in sentence.named if (meant := own.meant(named))]
    return sorted(found, key=lambda one: one[1])


def _corrections(closet: Closet, request: UnderstandRequest) -> Iterator[tuple[Garment, dict[str, Any]]]:
    """What garments really are: "that is navy, not black", "the second is a cardigan", "my black coat is navy"."""
    pending = _pending(closet, request)
    if closet.reading.has("outfit", "complete", "preview", "find") and not closet.has("is_really"):
        return
    if told := said_of_photos(closet, request):
        yield from _told_of_photos(closet, told)
        return
    for sentence in closet.sentences:
        denied = [one for one in _said(sentence) if _is_denied(closet, sentence, one)]
        if sentence.asks or not (pending or _insists(closet, sentence, denied)):
            continue
        for target, start, end in _targets(closet, sentence, pending, denied):
            said = [one for one in _said(sentence) if start <= one.first < end and one not in denied]
            if fields := _fields(said, target):
                yield target, fields


def _told_of_photos(closet: Closet, told: Sequence[Said]) -> Iterator[tuple[Garment, dict[str, Any]]]:
    """What photos show really; what they are said to show already is right."""
    for said in told:
        denied = [one for one in _said(said.sentence) if _is_denied(closet, said.sentence, one)]
        inside = [one for one in _said(said.sentence) if said.first <= one.first < said.last and one not in denied]
        if inside and (target := shown_as(said, closet.garments)):
            yield target, _fields(inside, target)


def _insists(closet: Closet, sentence: Sentence, denied: Sequence[Mention]) -> bool:
    """Whether something is set right where nothing was asked: one thing and not another, or "actually"."""
    mine = [named for named in sentence.named if closet.is_mine(named)]
    known = {one.colours[0].family for named in mine for one in closet.meant(named)}
    if known & {*families(denied)}:
        return True
    says = {one.last for one in mine} & {cue.first for cue in sentence.of("is_a")}  # "the skirt is blue, actually"
    if sentence.has("is_really") and (says or sentence.has("it_is")):
        return True
    return sentence.has("it_is") and sentence.has("not") and len(_said(sentence)) > 1


def _said(sentence: Sentence) -> list[Mention]:
    """Colours, cloths, patterns and kinds of a sentence, in its order."""
    named = [one for each in sentence.named for one in (each.garment, *each.attributes)]
    return sorted({*named, *sentence.values}, key=lambda one: one.first)


def _is_denied(closet: Closet, sentence: Sentence, said: Mention) -> bool:
    """Whether a "not" stands right before it, an article between at most."""
    articles = closet.reading.lexicon.grammar.articles | {"du", "en", "de", "d", "是"}
    gaps = ({*closet.reading.between(cue.last, said.first)} for cue in sentence.of("not") if cue.last <= said.first)
    return any(gap <= articles for gap in gaps)


def _targets(
    closet: Closet, sentence: Sentence, pending: Sequence[Garment], denied: Sequence[Mention]
) -> list[tuple[Garment, int, int]]:
    """The garments that a sentence sets right, each with the words within which it says what they are."""
    places = _spoken_of(closet, sentence, pending)
    if not places and not pending:
        named = [one for one in sentence.named if one.garment not in denied and closet.meant(one)]
        places = [(closet.meant(one)[0], one.last) for one in named if closet.is_mine(one)]
    places = [(garment, last) for garment, last in places if not _holds(denied, last)]
    if places:
        ends = [last for _, last in places[1:]] + [sentence.last]
        return [(garment, last, end) for (garment, last), end in zip(places, ends, strict=True)]
    one = _meant_by_that(closet, pending, denied)
    return [(one, sentence.first, sentence.last)] if one else []


def _holds(denied: Sequence[Mention], last: int) -> bool:
    return any(one.last == last for one in denied)


def _meant_by_that(closet: Closet, pending: Sequence[Garment], denied: Sequence[Mention]) -> Garment | None:
    """The garment of "that is navy, not black": the one that is black, the newest where there are several."""
    colours = families(denied)
    kinds = {one.key for one in denied if one.kind in {"category", "kind", "set"}}
    among = list(pending) or list(closet.garments)
    fits = [one for one in among if one.colours[0].family in colours or one.category in kinds]
    return fits[-1] if fits else pending[0] if len(pending) == 1 else None


def _fields(said: Sequence[Mention], target: Garment) -> dict[str, Any]:
    """What is to be written down of a garment; what it is already is no correction."""
    fields: dict[str, Any] = {}
    if colours := families([one for one in said if one.kind == "colour"]):
        fields["colours"] = [family_colour(one).model_dump(mode="json") for one in colours]
    if fabrics := [one.key for one in said if one.kind == "fabric"]:
        fields["fabrics"] = list(dict.fromkeys(fabrics))
    if patterns := [one.key for one in said if one.kind == "pattern"]:
        fields["pattern"] = patterns[0]
    if (category := _category(said, target)) and category != target.category:
        fields["category"] = category
    return fields


def _category(said: Sequence[Mention], target: Garment) -> str | None:
    """The category that a garment word means; of a kind the plainest, unless it is of that kind already."""
    for one in said:
        if one.kind in {"category", "kind"}:
            known = load_meanings().categories(one.kind, one.key)
            return target.category if target.category in known else known[0]
    return None
