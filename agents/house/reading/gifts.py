"""What is looked for as a present: a piece in the size of who gets it, or things that need no size."""

from typing import Any

from agents.house.reading.changes import besides_spouse, presentation_of
from agents.house.reading.mentions import COMMAS, Reading
from agents.house.reading.turn import Turn
from stores.vocabulary import Brief, Presentation, Sizes, Slot, Wanted

_NEEDS_NO_SIZE: tuple[Slot, ...] = ("accessory", "bag")
# Whose day it is gets something to unwrap.
_FEASTED = frozenset({"birthday"})
_SPOKEN_OF = frozenset({"he", "she"})
_TOLD = frozenset({"wear", "letter", "size"})
_OTHER: dict[Presentation, Presentation] = {"women": "men", "men": "women"}


def is_gift(turn: Turn) -> bool:
    """Whether a present is sought: "a birthday present for my sister", "a jumper for my husband's birthday, he's XL".

    "A dress for my husband's birthday" is for who goes to it.
    """
    r = turn.reading
    if turn.owned or turn.follows or r.has("outfit", "complete", "to_wear"):
        return False
    feasted = turn.occasion in _FEASTED and turn.sizes.sizes != Sizes() and _is_sized(r)
    return (r.has("gift") or feasted) and r.has("another") if turn.asked else r.has("gift")


def given(brief: Brief, reading: Reading) -> Brief:
    """The search for a present; the day it is given on dresses nobody."""
    budget = brief.budget and brief.budget.model_copy(update={"per": "item"})
    update: dict[str, Any] = {
        "intent": "find", "occasion": None, "date": None, "formality": None, "budget": budget,
        "presentation": _receiver(reading) or brief.presentation,
    }  # fmt: skip
    if not brief.wanted:
        update |= {"wanted": [Wanted(slot=slot) for slot in _NEEDS_NO_SIZE], "slots": [*_NEEDS_NO_SIZE]}
    return _as_liked(brief.model_copy(update=update), _fancied(reading))


def _as_liked(brief: Brief, fancied: set[str]) -> Brief:
    """The search in which a colour that the person likes comes first, and no other is refused for it."""
    if not fancied & {*brief.colours}:
        return brief
    wanted = [
        one.model_copy(update={"colours": [name for name in one.colours if name not in fancied]})
        for one in brief.wanted
    ]
    return brief.model_copy(update={"wanted": wanted, "colours_must": not {*brief.colours} <= fancied})


def _fancied(reading: Reading) -> set[str]:
    """The colours that somebody is told to like: "she loves green and blue", 她喜欢蓝色."""
    grammar, found = reading.lexicon.grammar, set[str]()
    for cue in reading.cues.get("they_like", ()):
        reach = cue.last
        for colour in (one for one in reading.of("colour") if one.first >= cue.last and not one.denied):
            if {*reading.between(reach, colour.first)} <= grammar.articles | grammar.joiners | COMMAS:
                found, reach = found | {colour.key}, colour.last
    return found


def _is_sized(reading: Reading) -> bool:
    """Whether a size is told of somebody else: "he's XL", « elle fait du M »."""
    others = [m for m in reading.of("aside") if m.key == "other"]
    others += [m for m in reading.of("presentation") if reading.word(m.first) in _SPOKEN_OF]
    talks = [talk for talk in reading.of("size_talk") if talk.key in _TOLD]
    return any(talk.holds(other) or talk.first == other.last for other in others for talk in talks)


def _receiver(reading: Reading) -> Presentation | None:
    """Who gets it: somebody who is named, or the husband or wife of whom words tell that are read as no person."""
    named = [presentation_of(m.key) for m in reading.of("presentation")]
    spouse = besides_spouse(reading)
    return next((one for one in named if one), None) or (_OTHER.get(spouse) if spouse else None)
