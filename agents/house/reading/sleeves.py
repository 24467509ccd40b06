"""What is asked of sleeves: "with sleeves", « à manches longues », 要有袖子的."""

from agents.house.reading.mentions import Mention, Reading
from stores.vocabulary import Sleeves

_NEAR = 2


def sleeves_asked(reading: Reading) -> Sleeves | None:
    """The sleeves that dresses and tops must have; those that are refused are none, and a hijab goes with long ones."""
    long = (*reading.cues.get("long_sleeves", ()), *reading.cues.get("veiled", ()))
    if any(not is_refused(cue, reading) for cue in long):
        return "long"
    return "any" if reading.has("sleeved") else None


def is_refused(cue: Mention, reading: Reading) -> bool:
    """Whether a denial or a dislike stands right ahead of a cue."""
    # 有没有长袖的 refuses none.
    ahead = [*(no for no in reading.of("negation") if no.key != "none"), *reading.cues.get("dislike", ())]
    return any(0 <= cue.first - one.last <= _NEAR for one in ahead)
