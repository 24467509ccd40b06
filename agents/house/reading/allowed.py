"""What was refused and may be worn after all: "black is fine after all", « va pour des talons », 高跟也行."""

from agents.house.reading.brought_back import brought_back
from agents.house.reading.known import DISLIKES, values_named
from agents.house.reading.mentions import Mention
from agents.house.reading.turn import Turn
from stores.vocabulary import Change

_SHORT = 12


def allowed_again(turn: Turn) -> list[Change]:
    """The refusals of this talk and of the profile that a turn takes back, where it asks for nothing else."""
    r = turn.reading
    apart = turn.occasion or turn.place or turn.date or turn.budget or turn.owned or r.length > _SHORT
    if apart or "?" in r.text or not any(_stands(cue, turn) for cue in r.cues.get("fine_again", ())):
        return []
    back = {(cue.first, cue.last) for cue in r.cues.get("puts_back", ())}
    if brought_back(turn) and all((cue.first, cue.last) in back for cue in r.cues["fine_again"]):
        return []  # "The dress after all" wants that dress, "heels are fine after all" any.
    return [
        Change(target="profile", action="remove", key=key, value=value, said=r.text)
        for key, value in values_named(turn, DISLIKES)
        if value in _refused(turn, key)
    ]


def _stands(cue: Mention, turn: Turn) -> bool:
    """Whether what allows it is not denied itself: « ça va pas », 也不可以."""
    denials = [denial for denial in turn.reading.of("negation") if denial.key != "allows"]
    return not any(one.first == cue.last or (one.holds(cue) and one.last > cue.last) for one in denials)


def _refused(turn: Turn, key: str) -> set[str]:
    last = turn.request.last
    return {*getattr(turn.request.profile, key), *(getattr(last, key) if last else ())}
