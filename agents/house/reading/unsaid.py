"""What a first request leaves out that would change the outfit: which ceremony, in which faith, what event, what piece.

A ceremony that nobody names is dressed for all the same: a step above the day, and covered where it is a rite.
"""

from agents.house.reading.turn import Turn
from agents.house.reading.unseen import unseen
from stores.vocabulary import Intent, Range

# The kinds of question, the one that tells most first.
_KINDS = ("rite", "ceremony", "event")
# « une cérémonie de remise des prix » says which one it is.
_SAYS_WHICH = frozenset({"de", "d", "du", "des"})


def unsaid(turn: Turn, intent: Intent) -> list[str]:
    """The question whose answer would change the outfit most, if there is one: an event that is not said.

    And the kinds of garment that are judged alone though none was shown.
    """
    if intent == "profile" and not turn.follows and (meant := unseen(turn)):
        kinds = [c for m in meant for c in turn.reading.meanings.categories(m.kind, m.key)]
        return [f"unseen:{' '.join(kinds)}"]
    plain = intent == "outfit" and not (turn.follows or turn.asked or turn.trip is not None or turn.occasion)
    asked = [kind for kind in _KINDS if _is_spoken_of(turn, kind)] if plain else []
    return [f"{kind}:" for kind in asked[:1]]


def ceremonial(turn: Turn) -> Range | None:
    """How formal a ceremony is that nobody names."""
    named = any(_is_spoken_of(turn, kind) for kind in _KINDS[:2]) and turn.occasion is None
    return turn.reading.meanings.formality["semi_formal"] if named else None


def _is_spoken_of(turn: Turn, kind: str) -> bool:
    r = turn.reading
    return any(r.word(cue.last) not in _SAYS_WHICH for cue in r.cues.get(kind, ()))
