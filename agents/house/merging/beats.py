"""What a reply is made of: sentences with a weight, so that the least telling go first when there is room for few."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from agents.contracts import MergeRequest
from agents.house.prose.pen import Pen


class Beat(NamedTuple):
    """A sentence, or None where nothing could be said; the answer itself weighs 10."""

    weight: int
    text: str | None


def follows_up(request: MergeRequest) -> bool:
    """Whether this turn changes an earlier answer, whose occasion, weather and customs were spoken of then."""
    return request.brief.refinement is not None


Plan = Callable[[MergeRequest, Pen], Sequence[Beat]]
Part = Callable[[MergeRequest, Pen], Sequence[Beat]]


def told(parts: Sequence[Part], request: MergeRequest, pen: Pen) -> list[Beat]:
    """The beats of the parts, written in order: a pen names a piece in full where it first comes up."""
    return [beat for part in parts for beat in part(request, pen)]
