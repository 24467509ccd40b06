"""What a relooking looks at, and what its advice comes to: a look for each level of spending.

Judges nothing itself; what is meant without a word of any piece is the best outfit that the wardrobe makes.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph import turn
from graph.state import State
from stores.vocabulary import (
    CORE_SLOTS,
    Advice,
    Brief,
    Conditions,
    Direction,
    Garment,
    Levels,
    Look,
    Person,
    Profile,
    Slot,
    Swap,
)
from tools.compose import Candidate, Composition, Slate, compose
from tools.shape import SEPARATES, WHOLE
from tools.wishes import build_wishes

Asked = tuple[Brief, Conditions | None, Profile]
# How many pieces are bought at each level but the full one, which the looks begin with.
SPARING = (1, 0)


async def looked_at(brief: Brief, conditions: Conditions | None, state: State) -> Brief:
    """The brief that points at what is judged; without a word of any piece, at an outfit of the whole wardrobe."""
    told = brief.owned or brief.refers_to or brief.photos or brief.unmet or turn.new_photos(state)
    if brief.intent != "relook" or told:
        return brief
    owned = turn.own_pieces(state)
    worn = await asyncio.to_thread(best_worn, owned, brief, conditions, Person.model_validate(state["person"]))
    return brief.model_copy(update={"refers_to": [garment.id for garment in worn]})


def named(brief: Brief, state: State) -> Brief:
    """The brief of a relooking with the garments of its photos among those that can be called by name."""
    if brief.intent != "relook" or brief.owned or not brief.photos:
        return brief
    return brief.model_copy(update={"owned": [one for one in turn.worn(state) if isinstance(one, Garment)]})


def staying(state: State) -> list[Garment]:
    """What may be dressed with of the person's own: not what this turn's advice takes out."""
    advice = Advice.model_validate(state["advice"]) if state["advice"] else Advice()
    gone = {swap.out for swap in advice.swap}
    return [garment for garment in turn.own_pieces(state) if garment.id not in gone]


def best_worn(
    owned: Sequence[Garment], brief: Brief, conditions: Conditions | None, person: Person
) -> Sequence[Garment]:
    """The best outfit of these garments alone; where they make none, one of each kind that it would need."""
    rules = turn.rules_for(brief, conditions, person.profile)
    slots = [*rules.slots, *rules.optional]
    wishes = build_wishes(slots, brief, conditions, person.profile, rules, required=rules.slots)
    slates = [Slate(wish, [Candidate(one, 1.0) for one in owned if one.slot == wish.slot]) for wish in wishes]
    direction = Direction(wishes=wishes, palette=rules.palette, formality=rules.formality, clo=rules.clo)
    made = compose(slates, direction, brief, conditions, person.profile, count=1, taste=person.taste)
    if made.looks:
        ids = {item.id for item in made.looks[0].items}
        return [garment for garment in owned if garment.id in ids]
    by_slot = {garment.slot: garment for garment in owned if garment.slot in CORE_SLOTS}
    dropped = WHOLE if {*SEPARATES} & {*by_slot} else ()
    return [garment for slot, garment in by_slot.items() if slot not in dropped]


def levelled(
    made: Composition, slates: Sequence[Slate], direction: Direction, asked: Asked, options: Mapping[str, Any]
) -> Composition:
    """With a look of one bought piece and one of none behind those that were found, where there are such looks."""
    if not made.looks or asked[0].looks_wanted:
        return made
    for count in SPARING:
        if count not in map(bought, made.looks):
            numbered = {**options, "count": 1, "first_number": options["first_number"] + len(made.looks)}
            parts = [compose(few, direction, *asked, **numbered) for few in spared(slates, count)]
            found = [part for part in parts if [bought(look) for look in part.looks] == [count]]
            best = max(found, key=lambda part: part.looks[0].score.total, default=None)
            made = joined(made, best) if best else made
    return made


def spared(slates: Sequence[Slate], count: int) -> Iterator[list[Slate]]:
    """The slates with what is owned alone, or with what is sold for one slot of them."""
    slots = list(dict.fromkeys(slate.wish.slot for slate in slates)) if count else [None]
    for slot in slots:
        yield [slate if slate.wish.slot == slot else owned_of(slate) for slate in slates]


def owned_of(slate: Slate) -> Slate:
    return slate._replace(candidates=[one for one in slate.candidates if isinstance(one.piece, Garment)])


def joined(made: Composition, part: Composition) -> Composition:
    return made._replace(looks=[*made.looks, *part.looks], reasons={**made.reasons, **part.reasons})


def bought(look: Look) -> int:
    return sum(item.source == "catalog" for item in look.items)


def answered(advice: Advice, looks: Sequence[Look], slots: Mapping[str, Slot]) -> Advice:
    """The advice with what was found: a piece for each swap and addition, and a look for each level of spending.

    `slots` are of the garments that go.
    """
    if not looks:
        return advice
    best = {item.slot: item.id for item in looks[0].items}
    counts = {look.id: bought(look) for look in looks}
    levels = Levels(
        free=next((key for key, count in counts.items() if count == 0), None),
        small=next((key for key, count in counts.items() if count == 1), None),
        full=next((key for key, count in counts.items() if count > 1), None),
    )
    add = [one.model_copy(update={"id": one.id or best.get(one.slot)}) for one in advice.add]
    swap = [Swap(out=one.out, in_=best.get(slots.get(one.out, "bag"), one.in_), why=one.why) for one in advice.swap]
    return advice.model_copy(update={"add": add, "swap": swap, "levels": levels})
