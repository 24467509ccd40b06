"""How much a text sounds like distress: harm to oneself, not eating, fear at home, and not what only sounds like it.

A linear score over words, pairs of words near one another and parts of words, its weights fitted by
`training/distress.py` on sentences of ours. Knows no rule and nothing of a thread.
"""

from collections.abc import Iterator

from agents.house.linear import load_weights, scored, shared
from agents.house.reading.mentions import GARMENTS, Reading

WEIGHTS = "distress"
# Two words belong together that stand no further apart.
_NEAR = 4
_PART = 4
_BIAS = 0.5
# What the rules of care and the lexicon's own words find weighs this much of what the words do.
_FOUND = 0.5
_KINDS = ("care", "fasts", "shrinks", "figure", "harsh", "about_self", "body", "outfit", "find")


def distress(reading: Reading) -> float:
    """Above 0 towards distress; about -1 to 1."""
    return scored(features(reading), load_weights(WEIGHTS))


def features(reading: Reading) -> dict[str, float]:
    """What a text is scored by: words with their neighbours, parts of words, and findings, each group by its length."""
    words = [word.text for word in reading.words if word.text.isalnum()]
    said = {*(f"word:{word}" for word in words), *_together(words)}
    return {
        "bias": _BIAS,
        **shared(said, 1.0),
        **shared({*_parts(words)}, 1.0),
        **shared({*_found(reading)}, _FOUND),
    }


def _together(words: list[str]) -> Iterator[str]:
    """Pairs in their order, near one another; the two ends of a text are words."""
    ends = ["^", *words, "$"]
    for at, word in enumerate(ends):
        for gap, other in enumerate(ends[at + 1 : at + 1 + _NEAR]):
            yield f"near:{word} {other}" if gap else f"pair:{word} {other}"


def _parts(words: list[str]) -> Iterator[str]:
    """Beginnings, ends and middles of words, and the signs of Chinese in threes and fours."""
    for word in words:
        marked = f"<{word}>"
        yield from (f"part:{marked[at : at + _PART]}" for at in range(max(1, len(marked) - _PART + 1)))
    for length in (3, 4):
        runs = (words[at : at + length] for at in range(len(words) - length + 1))
        yield from (f"run:{''.join(run)}" for run in runs if not "".join(run).isascii())


def _found(reading: Reading) -> Iterator[str]:
    yield from (f"cue:{kind}" for kind in _KINDS if reading.has(kind))
    yield "names a garment" if reading.of(*GARMENTS) else "names none"
