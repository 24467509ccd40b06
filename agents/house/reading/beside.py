"""What is to come beside an outfit that was shown: "and a bag", "a scarf would be nice", "add a jumper"."""

from itertools import pairwise

from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading.pointing import last_turn
from agents.house.reading.swaps import SHORT, dresses, slot_in
from agents.house.reading.turn import Turn
from stores.vocabulary import Sizes, Slot
from tools.shape import SHELLS

# What is worn over an outfit or with it.
_BESIDE: frozenset[Slot] = frozenset({"mid", "outer", "bag", "headwear", "accessory", "hosiery"})


def adds(turn: Turn) -> bool:
    """Whether a piece is to come beside an outfit that was shown: "and a bag", "add a scarf"."""
    r = turn.reading
    asks_on = bool(r.opening("also")) or _asks_on(turn) or r.has("add") or _adds_last(turn)
    asks_on |= _goes_along(r)
    alone = r.has("hunts") and r.has("only") and not r.has("add")  # "now show me only the shoes"
    return dresses(turn) and bool(turn.asked) and r.length <= SHORT and asks_on and not alone


def _asks_on(turn: Turn) -> bool:
    """Whether Chinese asks on about something, whatever is said of it behind that: 鞋子呢？要平底的."""
    words = [word.text for word in turn.reading.words]
    closes = SENTENCE_ENDS | COMMAS | {""}
    return any(word == "呢" and behind in closes for word, behind in pairwise([*words, ""]))


def _goes_along(reading: Reading) -> bool:
    """Whether French asks for something to come with what was shown: « je veux un imperméable avec »."""
    said = [word.text for word in reading.words if word.text not in SENTENCE_ENDS]
    return said[-1:] == ["avec"]


def _adds_last(turn: Turn) -> bool:
    """ "A belt too", but not "the belt is too short"."""
    said = [word for word in turn.reading.words if word.text not in SENTENCE_ENDS]
    return any(cue.last >= len(said) for cue in turn.reading.cues.get("adds", ()))


def comes_beside(turn: Turn) -> bool:
    """Whether a few words name what goes over or with an outfit that was shown: "I also need a coat", 带个手提包.

    What is named, shown or found without being said to come too is looked for by itself.
    """
    r, items = turn.reading, [item for row in last_turn(turn.request.shown) for item in row.look.items]
    asked = {slot_in(turn, piece.garment, items) for piece in turn.asked}
    apart = turn.occasion or turn.owned or turn.budget or turn.place or turn.date or turn.sizes.sizes != Sizes()
    asks = r.has("only", "ask", "advice", "question", "matching", "complete", "outfit", "preview", "elsewhere")
    judges = r.has("feedback_good", "feedback_bad", "taking", "saves")
    sought = r.has("hunts", "find") and not r.has("adds")
    comes = r.has("adds", "add", "incorporate", "one_with", "soft")
    aside = apart or asks or judges or sought or r.length > SHORT
    return dresses(turn) and bool(asked) and asked <= _BESIDE and comes and not aside


def stays_over(turn: Turn) -> list[str]:
    """Ids of the blazers that stay over what is added under them: "add a jumper"."""
    meanings, garments = turn.reading.meanings, [piece.garment for piece in turn.asked]
    layers = bool(garments) and all(meanings.slot(one.kind, one.key) == "mid" for one in garments)
    if not layers or SHELLS & {c for one in garments for c in meanings.categories(one.kind, one.key)}:
        return []
    if not (adds(turn) or comes_beside(turn)):
        return []
    worn = (item for row in last_turn(turn.request.shown) for item in row.look.items)
    return [item.id for item in worn if item.category in SHELLS]
