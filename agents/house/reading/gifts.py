"""What is looked for as a present, where nobody says what it should be: things that need no size."""

from agents.house.reading.turn import Turn
from stores.vocabulary import Brief, Slot, Wanted

_NEEDS_NO_SIZE: tuple[Slot, ...] = ("accessory", "bag")


def is_gift(turn: Turn) -> bool:
    """Whether a present is sought and no piece is named for it: "a birthday present for my sister"."""
    r = turn.reading
    return r.has("gift") and not (turn.asked or turn.owned or turn.follows or r.has("outfit", "complete", "to_wear"))


def given(brief: Brief) -> Brief:
    """The search for a present; the day it is given on dresses nobody."""
    wanted = [Wanted(slot=slot) for slot in _NEEDS_NO_SIZE]
    budget = brief.budget and brief.budget.model_copy(update={"per": "item"})
    return brief.model_copy(
        update={
            "intent": "find", "wanted": wanted, "slots": [*_NEEDS_NO_SIZE], "occasion": None, "date": None,
            "formality": None, "budget": budget,
        }
    )  # fmt: skip
