"""A piece that is to liven up quiet clothes: "one thing to brighten up my black outfits", 提亮我的一身黑.

The colour that is named is of what is there already, and not what to look for.
"""

from typing import Any

from agents.house.reading.mentions import SENTENCE_ENDS
from agents.house.reading.turn import Turn
from stores.vocabulary import ColourFamily, Wanted

QUIET = frozenset({"black", "grey", "navy", "brown", "beige", "white", "cream"})
# What clothes may be for without being dressed for a day of it.
DAILY = frozenset({None, "office", "everyday"})
LIVELY: tuple[ColourFamily, ...] = ("red", "orange", "yellow", "pink", "green", "blue", "purple")


def lifts(turn: Turn) -> bool:
    """Whether quiet clothes, and no piece by name, stand behind what is to brighten them."""
    r = turn.reading
    if turn.follows or turn.occasion not in DAILY or not r.has("fashion"):
        return False
    quiet = [m.first for m in r.of("colour") if m.key in QUIET and not m.denied]
    cues = [cue.last for cue in r.cues.get("lifts", ())]
    led = any(last <= first and not SENTENCE_ENDS & {*r.between(last, first)} for last in cues for first in quiet)
    return led and not any(piece.garment.first >= min(cues) for piece in turn.asked)


def lifting(turn: Turn) -> dict[str, Any]:
    """What to look for: the piece that is named, else an accessory, in any lively colour."""
    slot = turn.reading.meanings.slot
    named = [slot(piece.garment.kind, piece.garment.key) for piece in turn.asked if piece.garment.key != "one_piece"]
    wanted = [Wanted(slot=one, colours=[*LIVELY]) for one in dict.fromkeys(named)]
    wanted = wanted or [Wanted(slot="accessory", colours=[*LIVELY])]
    slots = [one.slot for one in wanted]
    return {"colours": [*LIVELY], "colours_must": True, "colours_only": False, "wanted": wanted, "slots": slots}
