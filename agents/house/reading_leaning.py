"""How far a turn leans towards clothes or to other matters, by the words it holds and by what the lexicon finds in it.

A linear score, its weights fitted by `training/scope.py` on sentences of ours. Knows no rule, nothing of a thread.
"""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from agents.house.reading_turn import Turn

WEIGHTS = "lexicon/leaning.toml"
# What the lexicon finds weighs this much of what the words do.
_FOUND = 0.7
_BIAS = 0.5
_SHORT, _PARTS = 3, (4, 5)


def leaning(turn: Turn, verdicts: Iterable[str]) -> float:
    """Above 0 towards clothes, below 0 away from them; about -1 to 1. `verdicts` name the rules that hold."""
    weights = load_weights()
    return sum(value * weights.get(name, 0.0) for name, value in features(turn, verdicts).items())


def features(turn: Turn, verdicts: Iterable[str]) -> dict[str, float]:
    """What a turn is scored by: words, pairs and parts of words together as long as 1, findings as `_FOUND`."""
    said, found = {*_said(turn)}, {*_found(turn), *(f"rule:{name}" for name in verdicts)}
    return {
        "bias": _BIAS,
        **dict.fromkeys(said, len(said) ** -0.5 if said else 0.0),
        **dict.fromkeys(found, _FOUND * len(found) ** -0.5 if found else 0.0),
    }


@cache
def load_weights() -> dict[str, float]:
    """The weight of each feature, a line each in the file."""
    table = tomllib.loads(files("agents.house").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    lines = (line.partition(" ") for line in table["weights"].strip().splitlines())
    return {name: float(weight) for weight, _, name in lines}


def _said(turn: Turn) -> Iterator[str]:
    words = ["#" if word.text[0].isdigit() else word.text for word in turn.reading.words if word.text.isalnum()]
    ends = ["^", *words, "$"]
    yield from (f"word:{word}" for word in words)
    yield from (f"pair:{one} {other}" for one, other in pairwise(ends))
    triples = zip(ends, ends[1:], ends[2:], strict=False)
    yield from (f"three:{''.join(three)}" for three in triples if not all(word.isascii() for word in three))
    for word in words:
        if word.isascii() and len(word) > _SHORT:
            whole = f"<{word}>"
            yield from (f"part:{whole[i : i + n]}" for n in _PARTS for i in range(len(whole) - n + 1))


def _found(turn: Turn) -> Iterator[str]:
    r = turn.reading
    yield from (f"names:{mention.kind}" for mention in r.mentions)
    yield from (f"cue:{cue}" for cue in r.cues)
    yield from (f"opens:{cue}" for cue in r.cues if r.opening(cue))
    yield from (f"tells:{detail}" for detail in turn.details)
    if r.garments:
        yield "names a garment"
    if turn.occasion:
        yield "names an occasion"
