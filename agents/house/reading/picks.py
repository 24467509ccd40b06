"""Picks and praise: "number 2 is good", « on part sur la deuxième », 那就2吧; "so pretty", said of what was shown.

Only what is nothing else: one word of any other kind, and it is read as any turn is.
"""

from agents.house.reading.mentions import POLITE
from agents.house.reading.numbers import numbers
from agents.house.reading.pointing import last_turn
from agents.house.reading.turn import Turn

_CUES = ("settles", "beside_pick", "feedback_good", "taking", "thanks", "all_shown", "like", "keep")


def picked(turn: Turn) -> list[str]:
    """The look of several that a few words settle on, by its place; none for any other turn."""
    r, seen = turn.reading, last_turn(turn.request.shown)
    if len(seen) < 2 or not r.has("settles", "feedback_good", "taking", "keep") or not _is_settled(turn):
        return []
    if len(turn.references.looks) == 1 and not turn.references.described:
        return turn.references.looks
    counted = {*(int(number.value) for number in numbers(r)), *(int(ordinal.key) for ordinal in r.of("ordinal"))}
    return [row.look.id for row in seen if {row.number} == counted]


def is_praise(turn: Turn) -> bool:
    """Whether what was shown is praised in a few words that tell no look from another."""
    shown = bool(turn.request.shown) and not (picked(turn) or numbers(turn.reading) or turn.references.ids)
    return shown and turn.reading.has("settles", "feedback_good", "like", "keep") and _is_settled(turn)


def likes_shown(turn: Turn) -> bool:
    """Whether praise is of "it", or liking or taking itself: it is an opinion then, and no mere thanks."""
    return turn.references.vague or turn.reading.has("like", "taking", "keep")


def _is_settled(turn: Turn) -> bool:
    """Whether nothing is said but praise, and what it points at."""
    r = turn.reading
    said = [cue for key in _CUES for cue in r.cues.get(key, ())] + r.of("ordinal", "refer")
    told = {i for mention in said for i in range(mention.first, mention.last)}
    told |= {i for number in numbers(r) for i in range(number.first, number.last)}
    passed = POLITE | r.lexicon.grammar.articles | r.lexicon.grammar.definite
    left = (word.text for i, word in enumerate(r.words) if i not in told and word.text.isalnum())
    other = "?" in r.text or r.has("feedback_bad", "more_like") or turn.sizes.own or bool(turn.references.photos)
    return not other and all(text in passed for text in left)
