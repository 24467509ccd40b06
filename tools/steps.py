"""Steps from what was shown: "warmer", "less formal", "something better" must pass it, or it is said that nothing does.

A step compares like with like: whole looks by all their pieces, an article with articles.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from stores.vocabulary import CORE_SLOTS, Brief, Piece, Range, Wish
from tools.liveliness import liveliness
from tools.money import price_of, total
from tools.references import named_slots, steps_piece

Measure = Callable[[Sequence[Piece]], float | None]


class Step(NamedTuple):
    """The constraint of a change, the attribute it moves, its measure, the least difference that counts, its sign.

    Liveliness is of a look alone: no attribute of an article says it.
    """

    constraint: str
    attribute: Literal["clo", "formality", "price"] | None
    measure: Measure
    least: float
    up: bool


def formality(pieces: Sequence[Piece]) -> float | None:
    """The mean formality of the core of a look, or of pieces that are no core."""
    core = [piece for piece in pieces if piece.slot in CORE_SLOTS] or pieces
    return sum(piece.formality for piece in core) / len(core) if core else None


def cost(pieces: Sequence[Piece]) -> float | None:
    return total(price_of(piece) for piece in pieces)


def warmth(pieces: Sequence[Piece]) -> float:
    """The sum of the garments' clo."""
    return sum(piece.clo for piece in pieces)


STEPS: dict[str, Step] = {
    "warmer": Step("warmth", "clo", warmth, 0.01, True),
    "cooler": Step("warmth", "clo", warmth, 0.01, False),
    "dressier": Step("dress_code", "formality", formality, 0.1, True),
    "plainer": Step("dress_code", "formality", formality, 0.1, False),
    "dearer": Step("budget", "price", cost, 0.01, True),
    "livelier": Step("liveliness", None, liveliness, 0.05, True),
    "quieter": Step("liveliness", None, liveliness, 0.05, False),
}
# A "cheaper" of a whole look is a budget.
CHEAPER = Step("budget", "price", cost, 0.01, False)
MOST = {"clo": 5.0, "formality": 9.0, "price": 1e9}


def step_of(brief: Brief) -> Step | None:
    """The step of whole looks, or of articles that are looked for."""
    return STEPS.get(brief.refinement.change) if brief.refinement and not steps_piece(brief) else None


def step_of_piece(brief: Brief) -> Step | None:
    """The step of one piece of an outfit: "cheaper shoes"."""
    return {"cheaper": CHEAPER, **STEPS}[brief.refinement.change] if brief.refinement and steps_piece(brief) else None


def reach(step: Step, looks: Iterable[Sequence[Piece]]) -> float | None:
    """The value that a step has to pass: the furthest of these looks in its direction."""
    known = [value for look in looks if look and (value := step.measure(look)) is not None]
    return (max if step.up else min)(known) if known else None


def falls_short(brief: Brief, pieces: Sequence[Piece]) -> list[str]:
    """The constraint of this turn's step where these pieces do not pass what it is measured from."""
    step, than = step_of(brief), brief.refinement.than if brief.refinement else None
    if step is None and (step := step_of_piece(brief)):
        pieces = [piece for piece in pieces if piece.slot in named_slots(brief)]
    if step is None or than is None:
        return []
    value = step.measure(pieces)
    gain = None if value is None else (value - than if step.up else than - value)
    lowest = value == 0 and not step.up
    return [] if lowest or (gain is not None and gain >= step.least - 1e-9) else [step.constraint]


def beyond(wish: Wish, brief: Brief) -> Wish:
    """The wish for an article that passes this turn's step, so that a search finds what the gate lets through."""
    step, than = step_of(brief) or step_of_piece(brief), brief.refinement.than if brief.refinement else None
    if step is None or than is None or step.attribute is None:
        return wish
    if steps_piece(brief) and wish.slot not in named_slots(brief):
        return wish
    past: Range = (than + step.least, MOST[step.attribute]) if step.up else (0.0, max(0.0, than - step.least))
    return wish.model_copy(update={"filters": wish.filters.model_copy(update={step.attribute: past})})
