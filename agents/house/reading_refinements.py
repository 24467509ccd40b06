"""How a turn changes an earlier answer: "cheaper", "only shoes", "what about a jacket instead?"."""

from typing import Literal

from agents.house.reading_references import last_turn
from agents.house.reading_turn import Turn
from stores.vocabulary import Refinement

Step = Literal["cheaper", "dearer", "warmer", "cooler", "dressier", "plainer"]
_STEPS: tuple[Step, ...] = ("cheaper", "dearer", "warmer", "cooler", "dressier", "plainer")
_SHORT = 12
_FEW = 5


def refinement_of(turn: Turn) -> Refinement | None:
    """The change that is asked for; None for a turn that stands alone."""
    if not turn.follows:
        return None
    change = _change(turn)
    if change is None:
        return None
    looks, items = turn.references.looks, turn.references.items
    if not (looks or items) and (turn.references.vague or change in ("more_like", "again")):
        looks = [shown.look.id for shown in last_turn(turn.request.shown)[:1]]
    return Refinement(change=change, looks=looks, items=items)


def _change(
    turn: Turn,
) -> (
    Literal[
        "cheaper", "dearer", "warmer", "cooler", "dressier", "plainer", "more_like", "swap", "only", "again", "other"
    ]
    | None
):
    r = turn.reading
    step = next((step for step in _STEPS if r.has(step)), None)
    if step and not _starts_anew(turn):
        return step
    if r.has("more_like") and (turn.references.ids or turn.references.vague or not turn.asked):
        return "more_like"
    if _only_one_kind(turn):
        return "only"
    if r.has("swap") and turn.asked:
        return "swap"
    if turn.references.looks and (r.has("again") or _only_points(turn)):
        return "again"
    return "other" if r.has("other") or _amends(turn) else None


def _starts_anew(turn: Turn) -> bool:
    """Whether the turn names a piece and an occasion of its own."""
    return bool(turn.asked) and turn.reading.has("find") and turn.occasion is not None


def _only_one_kind(turn: Turn) -> bool:
    pieces = [piece.garment.first for piece in turn.asked]
    also = any(cue.first == 0 for cue in turn.reading.cues.get("also", ()))
    if also and pieces and len(turn.reading.words) <= _FEW:
        return True
    return any(0 <= first - cue.last <= 1 for cue in turn.reading.cues.get("only", ()) for first in pieces)


def _only_points(turn: Turn) -> bool:
    """ "The second one", and nothing else."""
    few = len(turn.reading.words) <= _FEW
    return few and not (
        turn.details or turn.asked or turn.reading.has("feedback_good", "feedback_bad", "complete", "ask")
    )


def _amends(turn: Turn) -> bool:
    """Whether a short turn adds a wish to what was asked before: "in blue?", "no heels", "under 100"."""
    r = turn.reading
    refuses = any(mention.denied for mention in r.mentions)
    if r.has("feedback_bad"):
        return False
    if refuses and not turn.asked:
        return not turn.occasion
    if turn.asked or turn.owned or turn.occasion or len(r.words) > _SHORT or r.has("outfit", "advice", "ask"):
        return False
    answers = bool(turn.request.last and turn.request.last.questions)
    return answers or r.has("incorporate") or bool(turn.details and not r.has("like", "dislike", "self"))
