"""What somebody fears that an outfit looks: dark, dull, loud, young, old, bare, ill cut. "Too boring?", 会不会太嫩."""

from typing import Literal

from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.turn import Turn
from agents.house.reading.whether import is_put

Impression = Literal["dark", "dull", "loud", "young", "old", "bare", "cut"]
IMPRESSIONS: tuple[Impression, ...] = ("dark", "dull", "loud", "young", "old", "bare", "cut")
_LONGEST = 12
# Of whom it is asked, where it is not of the clothes: "am I too old for that?".
_ONESELF = frozenset({"i", "m", "je", "suis", "我"})
# 透 is sheer, 透气 lets the air through.
_BREATHES = "气"
_WISHES = (
    "find",
    "swap",
    "outfit",
    "give_me",
    "other",
    "preview",
    "dressier",
    "livelier",
    "quieter",
    "cheaper",
    "warmer",
)


def impression_of(reading: Reading) -> Impression | None:
    """The impression that a text speaks of; of several the first of the table."""
    return next((one for one in IMPRESSIONS if _said(one, reading)), None)


def doubts_impression(turn: Turn) -> bool:
    """Whether it is asked if what was shown looks so; "a bit sad, no?" asks nothing, and wishes it were gayer."""
    return _only_doubts(turn) and impression_of(turn.reading) is not None


def doubts_colour(turn: Turn) -> bool:
    """Whether it is asked if a colour that may come would be too loud or too dull: "wouldn't red be too loud?"."""
    r = turn.reading
    coloured = bool(r.of("colour")) and not ({*turn.references.named} or turn.disliked or r.has("no_budget"))
    apart = turn.owned or turn.occasion or turn.place or turn.date or turn.budget or _wishes(r)
    asked = bool(turn.request.shown) and is_put(r) and len(turn.asked) <= 1 and r.length <= _LONGEST
    return coloured and asked and not apart and impression_of(r) in {"dull", "loud"}


def doubts_level(turn: Turn) -> bool:
    """Whether it is asked if what was shown is more than is due: "too much?", but not "too fancy, plainer?"."""
    cues = turn.reading.cues
    doubted = [any(cue.holds(too) for too in cues.get("excess", ())) for cue in cues.get("plainer", ())]
    return _only_doubts(turn) and bool(doubted) and all(doubted)


def _only_doubts(turn: Turn) -> bool:
    """Whether something is asked of what was shown, and nothing wished for or told beside it."""
    r = turn.reading
    seen = {*turn.references.named, *turn.disliked}
    feared = turn.only_fears and len(turn.asked) == 1
    strange = (any(piece.garment not in seen for piece in turn.asked) and not feared) or turn.owned
    set_anew = turn.occasion or turn.place or turn.date or turn.budget
    # "Isn't black too sad?" is asked of a colour, whoever wears it.
    of_colour = bool(r.of("colour")) and not seen
    told = strange or set_anew or of_colour or _wishes(r) or r.has("tag_question") or r.length > _LONGEST
    return bool(turn.request.shown) and is_put(r) and not told


def _wishes(reading: Reading) -> bool:
    """Whether a change is asked for in other words than those that doubt: « trop sage » is one of these."""
    doubts = [cue for one in IMPRESSIONS for cue in _said(one, reading)]
    wishes = [cue for key in _WISHES for cue in reading.cues.get(key, ())]
    return any(not any(wish.first < one.last and one.first < wish.last for one in doubts) for wish in wishes)


def _said(impression: Impression, reading: Reading) -> list[Mention]:
    said = [cue for cue in reading.cues.get(f"seems_{impression}", ()) if reading.word(cue.first - 1) not in _ONESELF]
    return [cue for cue in said if reading.word(cue.last) != _BREATHES]
