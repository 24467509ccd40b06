"""Which of several photos suits best what is asked, by the critic's rubric of what each of them shows."""

from graph import turn
from graph.state import State
from stores.vocabulary import Brief, Conditions, Person
from tools.rubric import rubric, weighted

COMPARE, BEST = "photos:compare", "photos:best"


def narrowed(brief: Brief, conditions: Conditions | None, state: State) -> Brief:
    """The brief of a comparison with the photo that suits best, and `photos:best` before its number.

    Where no photo shows what could be judged, it stays as it is.
    """
    if COMPARE not in brief.refers_to:
        return brief
    profile = Person.model_validate(state["person"]).profile
    known = turn.garments_of(state)
    shown = {number: [one for one in known.values() if number in one.photos] for number in brief.photos}
    scores = {number: weighted(rubric(worn, brief, conditions, profile)) for number, worn in shown.items() if worn}
    if not scores:
        return brief
    best = max(scores, key=lambda number: scores[number])
    others = [key for key in brief.refers_to if key not in known and key != COMPARE]
    meant = [one.id for one in shown[best]]
    return brief.model_copy(update={"photos": [best], "refers_to": [*others, f"{BEST}:{best}", *meant]})


def best_of(brief: Brief) -> int | None:
    """The number of the photo that was chosen."""
    found = (key.rpartition(":")[2] for key in brief.refers_to if key.startswith(BEST))
    return next(map(int, found), None)
