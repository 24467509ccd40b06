"""Whether all but a piece or two is there already: "I only need shoes", "the rest is sorted"."""

from agents.house.reading.turn import Turn


def lacks_but_this(turn: Turn) -> bool:
    """Whether a piece is all that is missing: "I only need shoes for the wedding", "the rest is sorted"."""
    r, between = turn.reading, turn.reading.lexicon.grammar.articles | turn.reading.lexicon.grammar.measures
    asked = [
        p for p in turn.asked if p.garment.key != "flat_shoes" or r.lexicon.language != "zh"
    ]  # 只要平底鞋 is no heels
    starts = [min([p.garment.first, *(a.first for a in p.attributes)]) for p in asked]
    only = any(
        first >= cue.last and {*r.between(cue.last, first)} <= between
        for cue in r.cues.get("only_need", ())
        for first in starts
    )
    return bool(turn.asked) and turn.occasion is not None and (only or r.has("rest_owned"))
