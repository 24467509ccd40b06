"""What is asked to come to an outfit that has it: "and a bag?" where the outfit wears a clutch."""

from agents.house.reading.beside import adds, comes_beside
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.pieces import NamedPiece
from agents.house.reading.pointing import STEPS, last_turn
from agents.house.reading.swaps import is_named, suggests, wants_in_place
from agents.house.reading.turn import Turn
from stores.vocabulary import Refinement, ShownLook, Slot

# What a reply may leave unsaid of an outfit; of other clothes another one is meant.
_UNSAID: frozenset[Slot] = frozenset({"outer", "bag", "headwear", "accessory", "hosiery"})
_ANOTHER = ("other", "other_colour", "swap")
_COMING = ("also", "adds", "add", "one_with")


def worn_already(turn: Turn) -> Refinement | None:
    """The outfit that was shown, as it is, where it has all that is asked to come beside it."""
    if _is_apart(turn) or not any(asks(turn) for asks in (adds, comes_beside, suggests, wants_in_place)):
        return None
    row = last_turn(turn.request.shown)[0]
    found = [_worn(row, piece, turn) for piece in turn.asked]
    if _refuses(row, turn) or not all(found):
        return None
    return Refinement(change="again", looks=[row.look.id], items=[id_ for ids in found for id_ in ids])


def _is_apart(turn: Turn) -> bool:
    """Whether another such piece is meant, or something else is told beside it."""
    r = turn.reading
    coming = [cue for key in _COMING for cue in r.cues.get(key, ())]
    others = [cue for key in _ANOTHER for cue in r.cues.get(key, ())]
    another = r.has("manner", *STEPS) or not all(any(one.holds(cue) for one in coming) for cue in others)
    told = turn.occasion or turn.place or turn.date or turn.budget
    return bool(another or told or turn.replaces or turn.disliked or turn.owned)


def _worn(row: ShownLook, piece: NamedPiece, turn: Turn) -> list[str]:
    """Ids of such pieces of an outfit; what is asked for in some way of its own is another piece."""
    described = any(not one.denied for one in piece.attributes) or not _is_bare(piece.garment, turn.reading)
    named = [item for item in row.look.items if not described and is_named(piece.garment, row, item, turn)]
    if suggests(turn):  # 还是长裤吧, said of trousers; whoever asks for shoes wants to see some.
        return [item.id for item in named if item.slot != "footwear"]
    return [item.id for item in named if item.slot in _UNSAID]


def _is_bare(garment: Mention, reading: Reading) -> bool:
    """Whether nothing is said of a garment behind it: no "shoes I can walk in"."""
    ends = SENTENCE_ENDS | COMMAS | reading.lexicon.grammar.joiners | {"", "呢", "吧", "吗"}
    comes = any(cue.first == garment.last for key in _COMING for cue in reading.cues.get(key, ()))
    return comes or reading.word(garment.last) in ends


def _refuses(row: ShownLook, turn: Turn) -> bool:
    """Whether something is refused that the outfit has, or may have."""
    colours = {item.colour.family for item in row.look.items}
    of_colour = any(one.denied and one.key in colours for one in turn.reading.of("colour"))
    kinds = (*turn.reading.garments, *turn.reading.of("fabric", "pattern", "tone"))
    return of_colour or any(one.denied for one in kinds)
