"""What a reply points at has to be there: ids that no part of the request holds are invented."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from stores.vocabulary import Advice, Brief, Critique, Direction, Wish

# What is asked for stands among ids, by its key: `profile:sizes`, `wardrobe:count`, `since:2027-01-01`, `body`,
# `measures`.
_KEY = re.compile(r"(?:[a-z_]+:.*|care|body|measures)")


def invented(reply: BaseModel, request: BaseModel) -> str | None:
    """What is wrong with the ids of a reply, in words for its author; None where all of them were given."""
    pointed = [key for key in pointed_at(reply) if key]
    if not pointed:
        return None
    known = {*_strings(request.model_dump(mode="json")), *_own(reply)}
    strange = sum(key not in known for key in pointed)
    return f"{strange} of its ids are not in the request; use only ids that are." if strange else None


def pointed_at(reply: BaseModel) -> Iterator[str | None]:
    """The ids by which a reply speaks of what there is."""
    match reply:
        case Brief():
            yield from (key for key in reply.refers_to if not _KEY.fullmatch(key))
            if change := reply.refinement:
                yield from (*change.looks, *change.items, *change.keep)
        case Direction():
            yield from reply.keep
            yield from _liked(reply.wishes)
        case Critique():
            yield from (fix.item for fix in reply.fixes)
        case Advice():
            yield from (one.id for one in reply.keep)
            yield from (key for one in reply.swap for key in (one.out, one.in_))
            yield from (one.id for one in reply.add)
        case _:
            for name in type(reply).model_fields:
                yield from _within(getattr(reply, name))


def _within(value: Any) -> Iterator[str | None]:
    if isinstance(value, BaseModel):
        yield from pointed_at(value) if not isinstance(value, Wish) else _liked([value])
    elif isinstance(value, list):
        for one in value:
            yield from _within(one)


def _liked(wishes: list[Wish]) -> Iterator[str | None]:
    yield from (wish.like for wish in wishes)


def _own(reply: BaseModel) -> Iterator[str]:
    """Ids that a reply may give itself: of garments that the person has just told of."""
    if isinstance(reply, Brief):
        yield from (garment.id for garment in reply.owned)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
