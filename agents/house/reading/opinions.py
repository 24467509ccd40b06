"""What is thought of looks that were shown, and which of them are to be kept."""

from collections.abc import Iterator

from agents.house.reading.changes import Opinion, done_with, feedback_changes, praised_first
from agents.house.reading.facts import refuses_prints
from agents.house.reading.mentions import Reading
from agents.house.reading.picks import is_praise, likes_shown, picked
from agents.house.reading.pointing import last_turn
from agents.house.reading.turn import Turn
from agents.house.reading.unseen import unseen
from agents.house.reading.whether import ends_asked
from stores.vocabulary import Change


def saved(turn: Turn) -> Iterator[Change]:
    """The looks that are to be kept: those pointed at, else the one seen first of the last."""
    if not (turn.reading.has("saves") and turn.request.shown) or turn.asked or turn.owned:
        return
    looks = turn.references.looks or [last_turn(turn.request.shown)[0].look.id]
    yield from (Change(target="look", action="add", key=look, said=turn.request.text) for look in looks)


def opinions(turn: Turn, told: list[Change]) -> Iterator[Change]:
    """What is thought of what was shown; "I don't like leather" is said of no look."""
    reading, references = turn.reading, turn.references
    yield from feedback_changes(reading, references.refused, -1)
    if turn.praised:
        yield from feedback_changes(reading, [*turn.praised.values()], _liked(reading))
    elif (one := picked(turn)) or is_praise(turn):
        praised = one or ([last_turn(turn.request.shown)[0].look.id] if likes_shown(turn) else [])
        yield from feedback_changes(reading, praised, _liked(reading))
    elif turn.disliked:
        yield from feedback_changes(reading, [id_ for ids in turn.disliked.values() for id_ in ids], -1)
        liked = reading.apart("feedback_good", reading.cues.get("feedback_bad", []))
        yield from feedback_changes(reading, references.ids if liked else [], 1)
    elif (_takes(turn) or reading.has("feedback_good", "feedback_bad")) and not (
        reading.has("more_like", "way_of_life") or (reading.has("request") and not praised_first(reading))
    ):
        ids = [one for one in references.ids if one not in _exchanged(turn)]
        counted = bool(reading.of("ordinal")) and not any(piece.attributes for piece in turn.asked)
        taken = _takes(turn) and (counted or not turn.asked)
        refuses = any(mention.denied for mention in reading.mentions) or refuses_prints(reading)
        of_kind = reading.has("dislike") and refuses
        if reading.has("suggests") and any(not m.denied for m in reading.of("colour")):
            return  # « Va pour la robe, dans les dorés »
        judges = references.vague or taken or (reading.has("feedback_bad") and not of_kind)
        if not ids and turn.request.shown and not told and judges and not unseen(turn):
            ids = [last_turn(turn.request.shown)[0].look.id]
        yield from feedback_changes(reading, ids, -1 if reading.has("feedback_bad") else _liked(reading))
    elif (done := done_with(reading)) and not reading.has("request", "complete", "question"):
        meant = references.vague or (reading.has("with_shown") and bool(turn.request.shown) and not turn.pieces)
        first = last_turn(turn.request.shown)[:1] if meant else []
        seen = [row.look.items[0].id if row.look.kind == "article" else row.look.id for row in first]
        yield from feedback_changes(reading, references.looks or references.items or seen, done)


def _liked(reading: Reading) -> Opinion:
    """The opinion on what is praised; what was worn is liked, and rests: "the first is great, I wore it yesterday"."""
    worn = done_with(reading) == "worn" and not reading.has("request", "complete") and not ends_asked(reading)
    return "worn" if worn else 1


def _exchanged(turn: Turn) -> set[str]:
    """Ids of what is to be another while something stays: "I like the dress, keep it, change the shoes"."""
    named = turn.references.named
    return {named[piece.garment] for piece in turn.asked if piece.garment in named} if turn.kept else set()


def _takes(turn: Turn) -> bool:
    """Whether something is taken, and not only asked where it is sold: "where do I buy it?"."""
    asked = [topic for topic in turn.reading.of("topic") if topic.key == "buy"]
    taking = turn.reading.cues.get("taking", ())
    return any(not any(cue.first < one.last and one.first < cue.last for one in asked) for cue in taking)
