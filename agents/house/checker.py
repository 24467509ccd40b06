"""The house's last look before a person sees anything: enough looks, or wishes worth another search."""

from agents.contracts import CheckRequest, Verdict
from stores.vocabulary import Filters, Wish
from tools.rubric import weighted

ENOUGH = 60.0


def check(request: CheckRequest) -> Verdict:
    """Accept what is good enough; else ask for the same slots with the softer conditions opened."""
    if any(weighted(review.scores) >= ENOUGH for review in request.reviews):
        return Verdict(accept=True)
    amended = [widened(wish) for wish in request.direction.wishes]
    if amended == request.direction.wishes:
        return Verdict(accept=True, why="nothing is left to open")
    return Verdict(accept=False, amended=amended, why="no look is good enough yet")


def widened(wish: Wish) -> Wish:
    """The wish without its soft conditions. What the person ordered (category, colour, size, dislikes) stays."""
    filters = wish.filters
    low, high = filters.formality or (0.0, 9.0)
    softer = Filters.model_validate(
        filters.model_dump() | {"seasons": [], "clo": None, "formality": (max(0.0, low - 1), min(9.0, high + 1))}
    )
    return wish.model_copy(update={"filters": softer})
