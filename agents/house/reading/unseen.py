"""Garments that are judged as if they had been shown: "I don't like the cardigan", « ce cardigan », 这件开衫."""

from agents.house.reading.mentions import ATTRIBUTES, Mention
from agents.house.reading.turn import Turn

# "I don't like this kind of skirt", 这种裙子: all of them.
_OF_ALL = frozenset({"种", "类", "样"})


def unseen(turn: Turn) -> list[Mention]:
    """The garments, each of which is meant alone and was not shown: they say nothing of all of their kind."""
    denied = [m for m in turn.reading.garments if m.denied and m.kind in ("category", "kind")]
    return [m for m in denied if m not in turn.disliked and _is_pointed(m, turn)]


def told_of_one(turn: Turn) -> list[Mention]:
    """What is told of the one piece that is meant: the blue of "I don't like that blue skirt"."""
    return [m for m in turn.reading.of(*ATTRIBUTES) if m.denied and (_is_pointed(m, turn) or _is_behind(m, turn))]


def _is_behind(attribute: Mention, turn: Turn) -> bool:
    """Whether French tells it behind the piece: « cette jupe bleue »."""
    grammar, word = turn.reading.lexicon.grammar, turn.reading.word
    return grammar.attributes_follow and word(attribute.first - 2) in grammar.pointing


def _is_pointed(mention: Mention, turn: Turn) -> bool:
    """Whether a word that means one alone leads the mention, what it is like between the two."""
    grammar, word = turn.reading.lexicon.grammar, turn.reading.word
    first = _head(mention, turn)
    while word(first - 1) in grammar.measures | _OF_ALL:
        first -= 1
    kinds = _OF_ALL & {*turn.reading.between(first, mention.first)}
    return word(first - 1) in grammar.pointing and not kinds


def _head(mention: Mention, turn: Turn) -> int:
    """Where a mention begins with the colours and cloths that lead it: "the green wool cardigan"."""
    first, told = mention.first, turn.reading.of(*ATTRIBUTES)
    while lead := next((m for m in told if m.last == first and m.first < first), None):
        first = lead.first
    return first
