"""The ways in which the looks of a turn are made, tried one after another until there are some."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graph import turn
from graph.owning import OWN_COST, Own, filled_up, is_own_first, may_be_own, nearly_own, without_own
from graph.paring import eased, pared
from graph.relooking import Asked, levelled
from graph.services import Services
from graph.shades import by_shade, shades_of
from graph.sparing import afforded, is_short, refused_before, spared_of
from graph.state import State
from stores.vocabulary import Brief, Slot
from tools.beside import Make, compose_beside
from tools.compose import Composition, Slate, compose, offered_in, rank_articles
from tools.described import without_missing
from tools.gates import Limits

NOTHING = Composition([], {}, [])


@dataclass
class Making:
    """What the looks of a turn are made of, and what was made of it so far.

    `asked` has the brief as looks are held to it: over a coat of one's own none is looked for.
    """

    services: Services
    state: State
    brief: Brief
    asked: Asked
    limits: Limits
    whole: Own
    options: Mapping[str, Any]
    made: Composition = NOTHING
    exchanged: list[Slot] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        return turn.is_whole(self.brief, self.whole.direction)

    async def composed(self, own: Own, **options: Any) -> Composition:
        """Looks of these candidates, first of the shades that were asked for."""
        made, slots = NOTHING, _slots(own.slates)
        for offered in by_shade(own.slates, shades_of(self.brief, turn.previous_texts(self.state["messages"]))):
            if not made.looks:
                make = self._make(offered, own, {**self.options, **options})
                made = await asyncio.to_thread(compose_beside, make, *self.asked, slots=slots)
        return made

    def _make(self, slates: Sequence[Slate], own: Own, options: Mapping[str, Any]) -> Make:
        """How looks are made of the slates: whole outfits with what is kept, or articles to be worn beside it."""
        if self.is_whole:
            return partial(compose, slates, own.direction, kept=own.kept, **options)
        beside = turn.worn(self.state) if self.brief.intent == "find" else []
        return partial(rank_articles, slates, beside=beside, **options)


async def try_each(making: Making) -> Making:
    """The making once every way was gone that may be gone; its composition is without looks where none led there."""
    for may_go, way in WAYS:
        if may_go(making):
            making.made = await way(making)
    return making


def _has_none(making: Making) -> bool:
    return not making.made.looks


def _is_short(making: Making) -> bool:
    return is_short(making.made, making.brief, making.state) and making.is_whole


def _is_relook(making: Making) -> bool:
    return making.brief.intent == "relook"


async def _for_less(making: Making) -> Composition:
    made, making.exchanged = await pared(making.services, making.state, making.whole, making.limits, making.composed)
    return made


async def _around_new(making: Making) -> Composition:
    return await eased(making.services, making.state, making.whole, making.composed)


async def _of_all(making: Making) -> Composition:
    """Looks of all candidates; out of the wardrobe first, where that is wished for or nearly as good."""
    made, whole = NOTHING, making.whole
    for own in filled_up(*whole[:3]) if is_own_first(making.brief) else [whole]:
        made = made if made.looks else await making.composed(own)
    last = Brief.model_validate(making.state["last"]) if making.state["last"] else None
    if made.looks and may_be_own(making.brief, making.asked[2], last):
        return await _led_by_own(making, made)
    return made


async def _led_by_own(making: Making, made: Composition) -> Composition:
    """The looks behind one out of the wardrobe, where that is nearly as good as the best of them."""
    own, options = nearly_own(*making.whole[:3]), making.options
    first = await making.composed(own, count=1) if own else None
    if first is None or not first.looks or first.looks[0].score.total < made.looks[0].score.total - OWN_COST:
        return made
    left = making.whole._replace(slates=without_own(making.whole.slates, first.looks[0]))
    others = await making.composed(left, count=options["count"] - 1, first_number=options["first_number"] + 1)
    return Composition([*first.looks, *others.looks], {**first.reasons, **others.reasons}, made.unmet)


async def _without_missing(making: Making) -> Composition:
    """Looks without the piece that was described and that nobody sells."""
    less = without_missing(making.brief, offered_in(making.whole.slates))
    if less is None:
        return making.made
    making.brief, making.asked = less, (less, *making.asked[1:])
    return await _of_all(making)


async def _without_coat(making: Making) -> Composition:
    whole, options = making.whole, {"kept": making.whole.kept, **making.options}
    return await asyncio.to_thread(spared_of, making.made, whole.slates, whole.direction, making.asked, options)


async def _at_each_level(making: Making) -> Composition:
    whole, options = making.whole, {"kept": making.whole.kept, **making.options}
    return await asyncio.to_thread(levelled, making.made, whole.slates, whole.direction, making.asked, options)


async def _piece_alone(making: Making) -> Composition:
    """The piece that was to be dressed whole, by itself."""
    alone = turn.asks_around(making.brief) and len({one.slot for one in making.brief.wanted}) == 1
    named = [slate for slate in making.whole.slates if slate.wish.anchor] if alone else []
    if not named:
        return making.made
    return await asyncio.to_thread(rank_articles, named, *making.asked, **making.options)


async def _piece_by_piece(making: Making) -> Composition:
    if not refused_before(making.brief, making.made, making.state):
        return making.made
    return await asyncio.to_thread(afforded, making.made, making.whole.slates, making.asked, making.options)


def _slots(slates: Sequence[Slate]) -> dict[str, Slot]:
    return {candidate.piece.id: candidate.piece.slot for slate in slates for candidate in slate.candidates}


# What is nearest to what was asked for comes first.
WAYS: tuple[tuple[Callable[[Making], bool], Callable[[Making], Awaitable[Composition]]], ...] = (
    (_has_none, _for_less),
    (_has_none, _around_new),
    (_has_none, _of_all),
    (_has_none, _without_missing),
    (_is_short, _without_coat),
    (_is_relook, _at_each_level),
    (_has_none, _piece_alone),
    (_has_none, _piece_by_piece),
)
