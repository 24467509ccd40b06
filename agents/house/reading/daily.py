"""An occasion that is but a reason: what is worn to it every day, or what something looks like it was for."""

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading

_SOON = 5
# What an occasion is for, or is told to be: "looks like it's a dinner".
_TOLD = frozenset({"for", "pour", "it", "we", "there", "que", "c"})


def is_reason(reading: Reading) -> bool:
    """Whether an occasion of every day only tells why something is refused."""
    refuses = any(mention.denied for mention in reading.mentions)
    return refuses and reading.has("daily") and reading.has("of_self")


def is_likened(reading: Reading) -> bool:
    """Whether an occasion is but what something looks like: "it looks like a funeral", « ça fait enterrement »."""
    gaps = (
        (one, {*reading.between(cue.last, one.first)})
        for cue in reading.cues.get("likens", ())
        for one in reading.of("occasion")
        if 0 <= one.first - cue.last <= _SOON
    )
    return any(not gap & (_TOLD | SENTENCE_ENDS | COMMAS) for _, gap in gaps)
