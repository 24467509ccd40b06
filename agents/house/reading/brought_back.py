"""Which piece of an earlier outfit comes back into the present one: "put the first shirt back", 还是第一双鞋好."""

from collections.abc import Iterator
from typing import Any

from agents.house.reading.mentions import Mention
from agents.house.reading.pointing import last_turn
from agents.house.reading.swaps import dresses, is_named
from agents.house.reading.turn import Turn
from stores.vocabulary import Item, Refinement, ShownLook, Wanted
from tools.remake import displaced
from tools.shape import SEPARATES, WHOLE

_LONGEST = 14
_CUES = ("goes_back", "puts_back")


def brought_back(turn: Turn) -> Refinement | None:
    """The present outfit with the pieces of before that are wanted after all; the rest of it stays.

    It is shown as it is where it wears them already.
    """
    back = _pieces(turn)
    if not back:
        return None
    present, came = _present(turn), [item for _, item in _missing(back, turn)]
    if not came:
        return Refinement(change="again", looks=[present.look.id])
    came += _other_half(turn, present, came)
    gone = {item.slot for item in came} | displaced({item.slot for item in came})
    kinds = {item.category for item in came}
    stays = [
        item.id
        for item in present.look.items
        if item.slot not in gone or (item.slot == "accessory" and item.category not in kinds)
    ]
    ids = [item.id for item in came]
    return Refinement(change="swap", looks=[present.look.id], items=ids, keep=[*stays, *ids])


def said_back(turn: Turn) -> dict[str, Any]:
    """What is asked for then: nothing but these pieces, whatever "no" opened the turn."""
    meanings, back = turn.reading.meanings, _missing(_pieces(turn), turn)
    kinds = [kind for garment, _ in back for kind in meanings.categories(garment.kind, garment.key)]
    return {
        "slots": list(dict.fromkeys(item.slot for _, item in back)),
        "categories": list(dict.fromkeys([*(item.category for _, item in back), *kinds])),
        "wanted": [
            Wanted(slot=item.slot, category=item.category, text=turn.reading.said(one.first, one.last))
            for one, item in back
        ],
        **{key: [] for key in ("colours", "fabrics", "patterns", "avoid_slots", "avoid_categories", "avoid_colours")},
    }


def _pieces(turn: Turn) -> list[tuple[Mention, Item]]:
    """Each garment that is named with the piece of before that it means; none where one of them is no such piece."""
    r = turn.reading
    garments = [garment for garment in r.garments if not garment.denied or _is_led(garment, turn)]
    pointed = turn.references.looks or r.has("one_with", "outfit")
    if not dresses(turn) or not garments or pointed or r.length > _LONGEST or not _is_told(garments, turn):
        return []
    found = [(garment, item) for garment in garments if (item := _earlier(garment, turn))]
    return found if len(found) == len(garments) else []


def _missing(back: list[tuple[Mention, Item]], turn: Turn) -> list[tuple[Mention, Item]]:
    """The pieces that the present outfit has not."""
    worn = {item.id for item in _present(turn).look.items}
    return [(garment, item) for garment, item in back if item.id not in worn]


def is_put_back(garment: Mention, turn: Turn) -> bool:
    """Whether "back" stands right behind a garment: "put the trousers back"."""
    return any(cue.first == garment.last for cue in turn.reading.cues.get("back_in", ()))


def _is_told(garments: list[Mention], turn: Turn) -> bool:
    """Whether something is to come back."""
    return turn.reading.has(*_CUES) or any(is_put_back(garment, turn) for garment in garments)


def _is_led(garment: Mention, turn: Turn) -> bool:
    """Whether the "no" stands before all that is said of a coming back: "no, go back to the first shoes"."""
    r = turn.reading
    starts = [cue.last for key in _CUES for cue in r.cues.get(key, ()) if cue.last <= garment.first]
    refused = [one.first for one in r.of("negation") if one.first < garment.first]
    return bool(starts) and not any(first >= starts[0] for first in refused)


def _earlier(garment: Mention, turn: Turn) -> Item | None:
    """The piece of an earlier outfit that a garment is named of: the first there was, else the one just before."""
    r, worn = turn.reading, {item.id for item in _present(turn).look.items}
    colour = r.before("colour", garment.first) or r.at("colour", garment.last)
    held = [item for row in _line(turn) for item in row.look.items if is_named(garment, row, item, turn)]
    held = [item for item in held if colour is None or item.colour.family == colour.key]
    begun = 1 if r.has("as_begun") else None
    number = next((int(ordinal.key) for ordinal in r.of("ordinal") if int(ordinal.key) > 0), begun)
    in_order = [*{item.id: item for item in reversed(held)}.values()]
    counted = in_order[number - 1 : number] if number else []
    left = (item for item in held if item.id not in worn)
    return next(iter([*counted, *left]), None)


def _present(turn: Turn) -> ShownLook:
    return last_turn(turn.request.shown)[0]


def _line(turn: Turn) -> Iterator[ShownLook]:
    """The present outfit and those that it was made of, newest first, back to the answer that began this talk."""
    row = _present(turn)
    while row.brief.refinement:
        yield row
        before, base = [one for one in turn.request.shown if one.turn < row.turn], row.brief.refinement.looks
        if not before:
            return
        row = next((one for one in reversed(before) if one.look.id in base), last_turn(before)[0])
    yield row


def _other_half(turn: Turn, present: ShownLook, came: list[Item]) -> list[Item]:
    """The top that was worn with the trousers that come back in the place of a dress, or the other way round."""
    slots = {item.slot for item in came}
    wears_dress = any(item.slot in WHOLE for item in present.look.items)
    if not wears_dress or not slots & {*SEPARATES}:
        return []
    ids = {item.id for item in came}
    rows = (row for row in _line(turn) if ids & {item.id for item in row.look.items})
    return [item for row in list(rows)[:1] for item in row.look.items if item.slot in {*SEPARATES} - slots]
