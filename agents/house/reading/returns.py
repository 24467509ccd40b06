"""Which earlier look a change of mind goes back to: "no, the first one was better", « celle d'avant », 还是第一套好."""

from agents.house.reading.facts import facts_told
from agents.house.reading.mentions import Reading
from agents.house.reading.pointing import last_turn, recalled
from agents.house.reading.turn import Turn
from stores.vocabulary import ShownLook
from tools.references import line

_LONGEST = 14
# What a person says never to wear that can be seen of what was shown.
_REFUSED = frozenset({"avoid_colours", "avoid_categories"})
_OTHERS = ("outfit", "find", "other", "swap", "request")


def returned(turn: Turn) -> list[str]:
    """Ids of the looks of an earlier turn that are wanted after all; none for any other turn.

    With a number it is that look of the first answer of this talk, "the very first" that of the first of all; else what
    the last change began from.
    """
    r, shown = turn.reading, recalled(turn.request.shown)
    newest = {row.turn for row in last_turn(shown)}
    earlier = [row for row in shown if row.turn not in newest]
    if not r.has("goes_back") or _asks_more(turn):
        return []
    number = _number(r)
    opening = _opening(shown, number or 1) if r.has("very_first") else []
    if opening or not earlier:
        return opening or turn.references.looks
    if named := _named(turn, earlier):
        return [named.look.id]
    if number and number > 1 and not r.has("back_then") and any(row.number == number for row in last_turn(shown)):
        # "The second was nicer" is said of those that were seen last, "back to the second" of the first answer.
        return [row.look.id for row in last_turn(shown) if row.number == number]
    if number:
        return _of_number(number, shown, earlier, just_before=r.has("just_before"))
    before = last_turn(earlier)
    changed = last_turn(shown)[0].brief.refinement
    base = [row.look.id for row in earlier if changed and row.look.id in changed.looks]
    return base[-1:] or [row.look.id for row in before]


def _of_number(number: int, shown: list[ShownLook], earlier: list[ShownLook], *, just_before: bool) -> list[str]:
    """The look of a number in the answer just before, where that is said; else in the first of this talk."""
    if just_before:
        return [row.look.id for row in last_turn(earlier) if row.number == number]
    talk = _of_outfits(shown, earlier)
    begun = min(row.turn for row in line(talk))
    counted = [row for row in talk if row.turn == begun and row.number == number]
    return [row.look.id for row in counted] or [row.look.id for row in earlier if row.number == number][-1:]


def without_it(turn: Turn) -> list[str]:
    """Ids of the looks that were seen last, where they have nothing of what is told to be never worn anyway."""
    told = [*facts_told(turn, {*turn.disliked})]
    named = turn.asked or turn.owned or turn.occasion or turn.references.ids or turn.reading.has(*_OTHERS)
    if named or not told or not {change.key for change in told} <= _REFUSED or turn.details - {"colour"}:
        return []
    gone = {change.value for change in told}
    seen = last_turn(turn.request.shown)
    worn = {key for row in seen for item in row.look.items for key in (item.category, item.colour.family)}
    return [] if worn & gone else [row.look.id for row in seen]


def _opening(shown: list[ShownLook], number: int) -> list[str]:
    """The look of a number in the first answer of all; not a bag that was looked for before the outfits."""
    kind = last_turn(shown)[0].look.kind
    alike = [row for row in shown if row.look.kind == kind]
    return [row.look.id for row in alike if row.turn == alike[0].turn and row.number == number]


def _of_outfits(shown: list[ShownLook], earlier: list[ShownLook]) -> list[ShownLook]:
    """What is counted: not the bags that were looked for since, where outfits came before them."""
    aside = all(row.look.kind == "article" for row in last_turn(shown))
    outfits = [row for row in earlier if row.look.kind != "article"]
    return outfits if aside and outfits else shown


def _asks_more(turn: Turn) -> bool:
    """Whether the turn wants something that the earlier look had not."""
    r = turn.reading
    strange = [piece for piece in turn.asked if piece.garment not in turn.references.named and piece.attributes]
    told = turn.details & {"place", "date", "budget", "colour", "fabric", "pattern"}
    return bool(strange or told or turn.owned) or r.length > _LONGEST


def _named(turn: Turn, earlier: list[ShownLook]) -> ShownLook | None:
    """The newest look that was shown for an occasion or a trade that is named: "back to the law firm one"."""
    traded = [row for row in earlier if row.brief.trade and turn.reading.has(f"trade_{row.brief.trade}")]
    held = [row for row in earlier if turn.occasion and row.brief.occasion == turn.occasion]
    newest = last_turn(traded or held)
    return newest[0] if newest else None


def _number(reading: Reading) -> int | None:
    return next((int(ordinal.key) for ordinal in reading.of("ordinal") if int(ordinal.key) > 0), None)
