"""What takes back the last change of a wardrobe, and what the person just told of themselves.

Garments are kept as they were in the thread for a few turns. What was told is taken back by the very next turn only:
people tell of themselves in passing, and a later "undo" means something else. A photo that was deleted is nowhere any
more; that it was one is remembered, so that it can be said.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.state import State
from stores import profile
from stores.profile import EVERYTHING
from stores.vocabulary import Change, Garment, Person

TURNS_KEPT = {"wardrobe": 3, "profile": 1}


def at_hand(state: State) -> list[Change]:
    """What "undo that" would do in this turn."""
    fresh = [kept for of, kept in state["undo"].items() if state["turn"] - kept["turn"] <= TURNS_KEPT[of]]
    return [Change.model_validate(row) for kept in fresh for row in kept["changes"]]


def noted(state: State, made: Sequence[Change], garments: Sequence[Garment]) -> dict[str, Any]:
    """What takes back the changes of this turn, else what is kept already; nothing once all is to be forgotten."""
    if any(change.target == "profile" and change.key == EVERYTHING for change in made):
        return {}
    known = Person.model_validate(state["person"]).profile
    found = {
        "wardrobe": {change.key: change for change in reversed([*taken_back(made, before(state), garments)])}.values(),
        "profile": profile.taken_back(known, profile.changed(known, made)[0]),
    }
    rows = {of: [change.model_dump(mode="json") for change in changes] for of, changes in found.items()}
    rows["wardrobe"].reverse()
    return state["undo"] | {of: {"turn": state["turn"], "changes": kept} for of, kept in rows.items() if kept}


def before(state: State) -> dict[str, Garment]:
    """The garments as they were before this turn changed any."""
    new = [Garment.model_validate(row) for row in state["garments"]]
    return {one.id: one for one in (*Person.model_validate(state["person"]).wardrobe, *new)}


def taken_back(made: Sequence[Change], garments: Mapping[str, Garment], hung: Sequence[Garment]) -> Iterator[Change]:
    """For each garment that was touched one change that makes it what it was; `hung` are the garments as they are."""
    for change in made:
        if change.target == "photo":
            yield Change(target="photo", action="add", key=change.key)
        elif change.target == "wardrobe":
            yield from (as_it_was(garments[key]) for key in touched(change) if key in garments)
    for garment in hung:
        if garment.id not in garments:
            yield Change(target="wardrobe", action="remove", key=garment.id, value=garment.name, said=garment.name)


def touched(change: Change) -> list[str]:
    """Ids of the garments that a change is about; a merger is about two."""
    value = change.value if isinstance(change.value, dict) else {}
    return [change.key, *(str(value[key]) for key in ("merge", "apart") if key in value)]


def as_it_was(garment: Garment) -> Change:
    value = {"was": garment.model_dump(mode="json")}
    return Change(target="wardrobe", action="set", key=garment.id, value=value, said=garment.name)
