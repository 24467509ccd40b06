"""A model's wishes with what code knows: sizes, refusals, weather and dress code are not a model's to repeat or forget.

A model says what to look for. The house's own wish for the same slot brings the rest.
"""

from collections.abc import Callable, Sequence

from agents.contracts import AdviseRequest, CheckRequest, StyleRequest
from agents.house.advisor import advise
from agents.house.checker import widened
from agents.house.stylist import style
from stores.vocabulary import Direction, Filters, Slot, Wish
from tools.wishes import build_wish

# What of a wish's filters a model may say.
SAID = ("categories", "colours", "fabrics", "patterns", "brands", "waterproof")
# What the person ordered of a piece that they named stays as it was ordered.
ORDERED = ("categories", "colours", "fabrics", "patterns")
Build = Callable[[Slot], Wish]


def styled(direction: Direction, request: StyleRequest) -> Direction:
    """A stylist's direction completed; what the person named, or a look needs, is wished for in any case.

    One without wishes is an answer in words, and stays one.
    """
    house = style(request)
    if not direction.wishes:
        return direction.model_copy(update={"keep": house.keep})
    wishes = completed(direction.wishes, house.wishes, _builder(request))
    there = {wish.slot for wish in wishes}
    left = [wish for wish in house.wishes if (wish.required or wish.anchor) and wish.slot not in there]
    known = {"palette": house.palette, "formality": house.formality, "clo": house.clo, "keep": house.keep}
    return direction.model_copy(update={"wishes": [*wishes, *left], **known})


def advised(direction: Direction, request: AdviseRequest) -> Direction:
    """The direction that an advice leads to, completed."""
    house = advise(request).direction
    wishes = completed(direction.wishes, house.wishes, _builder(request))
    known = {"palette": house.palette, "formality": house.formality, "clo": house.clo}
    return direction.model_copy(update={"wishes": wishes, **known})


def amended(wishes: Sequence[Wish], request: CheckRequest) -> list[Wish]:
    """A critic's wishes for another round; only slots that were wished for, with their softer conditions opened."""
    house = [widened(wish) for wish in request.direction.wishes]
    slots = {wish.slot for wish in house}
    return completed([wish for wish in wishes if wish.slot in slots], house, None)


def completed(wishes: Sequence[Wish], house: Sequence[Wish], build: Build | None) -> list[Wish]:
    """Each wish over the house's for the same kind, else for the same slot, else over one that is built for it."""
    return [_over(wish, base) for wish in wishes if (base := _base(wish, house, build))]


def _base(wish: Wish, house: Sequence[Wish], build: Build | None) -> Wish | None:
    same = [one for one in house if one.slot == wish.slot]
    kinds = [one for one in same if one.filters.categories == wish.filters.categories]
    found = next(iter([*kinds, *same]), None)
    return found or (build(wish.slot) if build else None)


def _over(wish: Wish, base: Wish) -> Wish:
    said = {key: value for key in SAID if (value := getattr(wish.filters, key))}
    if base.anchor:
        said = {key: value for key, value in said.items() if key not in ORDERED or not getattr(base.filters, key)}
    filters: Filters = base.filters.model_copy(update=said)
    refused = [one for one in filters.avoid_categories if one not in filters.categories or not base.anchor]
    kinds = [one for one in filters.categories if one not in refused]
    filters = filters.model_copy(update={"categories": kinds, "avoid_categories": refused})
    query, liked = wish.query or base.query, wish.prefer_colours or base.prefer_colours
    return base.model_copy(
        update={"query": query, "filters": filters, "prefer_colours": liked, "like": wish.like or base.like}
    )


def _builder(request: StyleRequest | AdviseRequest) -> Build:
    def build(slot: Slot) -> Wish:
        wish = build_wish(slot, request.brief, request.conditions, request.profile, request.rules)
        return wish.model_copy(update={"required": False})

    return build
