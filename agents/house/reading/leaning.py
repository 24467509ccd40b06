"""How far a turn leans towards clothes or to other matters, by the words it holds and by what the lexicon finds in it.

A linear score, its weights fitted by `training/scope.py` on sentences of ours. Knows no rule, nothing of a thread.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from agents.house.linear import load_weights, scored, shared
from agents.house.reading.figures import IN_FIGURES
from agents.house.reading.mentions import ATTRIBUTES
from agents.house.reading.turn import Turn

WEIGHTS = "leaning"
# What the lexicon finds weighs this much of what the words do, and what it finds in company of the rules this much.
_FOUND, _JOINT = 0.7, 0.5
_BIAS = 0.5
_GARMENT = "GARMENT"
# Words of one kind stand for one another beside their neighbours: "velvet in May" is "FABRIC in MONTH".
_ALIKE = (
    *ATTRIBUTES, "style", "sky", "occasion", "season", "month", "weekday", "number", "temperature", "currency", "unit",
    "size", "presentation",
)  # fmt: skip
# Words beside a size, a pick or a figure, that say nothing by themselves; and those of a rule of their own.
_BESIDE = frozenset({"beside_size", "beside_pick", "ideas", "dismissed"}) | IN_FIGURES
_WISHES = frozenset(
    {"question", "ask", "outfit", "find", "request", "advice", "appearance", "fashion", "give_me", "vague_wish"}
)


def leaning(turn: Turn, verdicts: Iterable[str]) -> float:
    """Above 0 towards clothes, below 0 away from them; about -1 to 1. `verdicts` name the rules that hold."""
    return scored(features(turn, verdicts), load_weights(WEIGHTS))


def features(turn: Turn, verdicts: Iterable[str]) -> dict[str, float]:
    """What a turn is scored by: words and their pairs together as long as 1, findings as `_FOUND` and `_JOINT`."""
    rules = sorted(verdicts)
    said = {*_said(turn), *_pairs_of_kinds(turn)}
    found = {*_found(turn), *(f"rule:{name}" for name in rules)}
    return {"bias": _BIAS, **shared(said, 1.0), **shared(found, _FOUND), **shared({*_joint(turn, rules)}, _JOINT)}


def _spoken(word: str) -> str:
    return "#" if word[0].isdigit() else word


def _said(turn: Turn) -> Iterator[str]:
    words = [_spoken(word.text) for word in turn.reading.words if word.text.isalnum()]
    ends = ["^", *words, "$"]
    yield from (f"word:{word}" for word in words)
    yield from (f"pair:{one} {other}" for one, other in pairwise(ends))
    triples = zip(ends, ends[1:], ends[2:], strict=False)
    yield from (f"three:{''.join(three)}" for three in triples if not all(word.isascii() for word in three))


def _pairs_of_kinds(turn: Turn) -> Iterator[str]:
    """Neighbours, one of them at least a kind of word in place of the word."""
    r = turn.reading
    kinds = {i: mention.kind.upper() for mention in r.of(*_ALIKE) for i in range(mention.first, mention.last)}
    kinds |= {i: _GARMENT for garment in r.garments for i in range(garment.first, garment.last)}
    said = (kinds.get(i) or _spoken(word.text) for i, word in enumerate(r.words) if i in kinds or word.text.isalnum())
    row = ["^", *(word for word, _ in groupby(said)), "$"]
    yield from (f"kinds:{one} {other}" for one, other in pairwise(row) if one.isupper() or other.isupper())


def _found(turn: Turn) -> Iterator[str]:
    r = turn.reading
    cues = [cue for cue in r.cues if cue not in _BESIDE]
    yield from (f"names:{mention.kind}" for mention in r.mentions)
    yield from (f"cue:{cue}" for cue in cues)
    yield from (f"opens:{cue}" for cue in cues if r.opening(cue))
    yield from (f"tells:{detail}" for detail in turn.details)
    if r.garments:
        yield "names a garment"
    if turn.occasion:
        yield "names an occasion"


def _joint(turn: Turn, rules: list[str]) -> Iterator[str]:
    """What is found under these verdicts: a date says little for clothes where another trade is named."""
    r, case = turn.reading, "+".join(rules)
    yield case
    yield from (f"{case} tells:{detail}" for detail in turn.details)
    yield from (f"{case} opens:{cue}" for cue in r.cues.keys() - _BESIDE if r.opening(cue))
    yield from (f"{case} cue:{cue}" for cue in r.cues.keys() & _WISHES)
    if r.garments:
        yield f"{case} names a garment"
