"""The scheme of colours that an outfit is to be in: "all one colour", « ton sur ton », 撞色."""

from collections.abc import Iterator
from typing import get_args

from agents.house.reading.mentions import Mention
from agents.house.reading.sleeves import is_refused
from agents.house.reading.turn import Turn
from stores.vocabulary import Scheme

_OF_ONE = frozenset({"one_colour", "tonal"})
_NEAR = 2


def scheme_asked(turn: Turn) -> Scheme | None:
    """The scheme that is asked for of a whole outfit; a colour that is named with one is that colour all over."""
    if any(attribute.kind == "pattern" for piece in turn.asked for attribute in piece.attributes):
        return None
    named = any(mention.kind == "colour" and not mention.denied for mention in turn.reading.mentions)
    found = next((scheme for scheme in get_args(Scheme) if _is_asked(scheme, turn)), None)
    return None if named and found in _OF_ONE else found


def _is_asked(scheme: Scheme, turn: Turn) -> bool:
    """Whether a scheme is named and not refused, as in "not all one colour"; a dress in one colour is a plain one."""
    cues = [*turn.reading.cues.get(f"scheme_{scheme}", ())]
    if scheme == "one_colour":
        cues = [*(cues if not turn.asked else ()), *_all_alike(turn)]
    return any(not is_refused(cue, turn.reading) for cue in cues)


def _all_alike(turn: Turn) -> Iterator[Mention]:
    """ "The same colour" that is said of everything: "same colour from head to toe", 整套一个颜色."""
    over = turn.reading.cues.get("all_over", ())
    # Nor is the 同色 of 同色系 one.
    for cue in turn.reading.apart("one_hue", [*over, *turn.reading.cues.get("scheme_tonal", ())]):
        if any(max(cue.first, one.first) - min(cue.last, one.last) <= _NEAR for one in over):
            yield cue
