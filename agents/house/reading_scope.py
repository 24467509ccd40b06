"""Whether a turn is about clothes at all.

Garments and the verbs of dressing speak for it; a place, a date or a dinner only in company or after an earlier answer.
"""

from agents.house.reading_refinements import STEPS
from agents.house.reading_turn import Turn

_LITTLE = 2
_AMOUNT = 8
_FEW_WORDS = 5
# Who says whether they dress as a woman or a man, beside an event, asks what to wear to it.
_OF_A_WEARER = {"presentation"}
_ENOUGH = 3


def is_outside(turn: Turn) -> bool:
    """Whether a turn asks for something that is not ours."""
    if _is_fashion(turn) or turn.request.new_photos:
        return False
    if turn.reading.has("elsewhere"):
        return not (_names_event(turn) and turn.details & _OF_A_WEARER)
    pointed = turn.references.ids or turn.references.missing or turn.references.vague
    if turn.follows and (turn.details or pointed or turn.reading.has(*STEPS)):
        return False
    if (
        _names_event(turn)
        or _names_occasion(turn)
        or turn.looks_wanted
        or _names_amount(turn)
        or (turn.impossible_date and not _asks(turn))
    ):
        return False
    if (turn.reading.has("weather") and turn.details) or (turn.reading.opening("going") and turn.place):
        return False
    return len(turn.details) < (_ENOUGH if _asks(turn) else _LITTLE)


def _is_fashion(turn: Turn) -> bool:
    r = turn.reading
    ambiguous = r.meanings.occasions["ambiguous_pieces"]
    sure = [piece for piece in r.garments if piece.key not in ambiguous]
    doubtful = bool(r.garments) and not r.has("elsewhere")
    return (
        bool(sure)
        or doubtful
        or r.has("fashion", "outfit", "sleeved")
        or bool(turn.references.ids or turn.references.photos)
    )


def _names_event(turn: Turn) -> bool:
    """Whether an event is named that one dresses up for, or how things should look."""
    named = {*turn.reading.keys("occasion")}
    events = named if turn.reading.has("something") else named - turn.reading.meanings.occasions["elsewhere"]
    looks = turn.details & {"fabric", "pattern", "style", "colour", "modest"}
    return bool(events) or (bool(looks) and (turn.reading.has("ask", "complete") or not _asks(turn)))


def _names_occasion(turn: Turn) -> bool:
    """Whether an occasion is all that is said: "weekend at home", "first day as a lawyer"."""
    few = len(turn.reading.words) <= _FEW_WORDS
    return turn.occasion is not None and few and not turn.reading.has("question")


def _names_amount(turn: Turn) -> bool:
    """Whether little more than what may be spent is said."""
    return turn.budget is not None and not _asks(turn) and len(turn.reading.words) <= _AMOUNT


def _asks(turn: Turn) -> bool:
    """Whether the turn is put as a question or an order; Chinese may put the question word last."""
    anywhere = turn.reading.lexicon.language == "zh" and turn.reading.has("question")
    return anywhere or bool(turn.reading.opening("question"))
