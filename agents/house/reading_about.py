"""What a question asks of the looks that were shown: "how much is the second?", "is it leather?", "will I be cold?".

A question that wishes for something else, or for something that was not shown, is none of these.
"""

from typing import cast

from agents.house.reading_mentions import COMMAS, SENTENCE_ENDS, Reading
from agents.house.reading_pointing import STEPS, last_turn
from agents.house.reading_turn import Turn
from stores.vocabulary import About, Refinement, ShownLook

_LONGEST = 16
_WISHES = (
    "find", "swap", "complete", "preview", "again", "other", "more_like", "outfit", "add", "taking",
)  # fmt: skip
_OF_ALL: frozenset[About] = frozenset({"price", "compare", "comfort", "brand"})
_CLOTH = ("fabric",)


def about_of(turn: Turn) -> list[About]:
    """The topics of a question about what was shown, each once; none for any other turn."""
    if not turn.request.shown or not is_question(turn.reading) or _wishes(turn) or _steps(turn.reading):
        return []
    found = [cast(About, mention.key) for mention in turn.reading.of("topic") if mention.key != "is_it"]
    if turn.reading.has("compare"):
        found.append("compare")
    if _asks_of_cloth(turn):
        found.append("fabric")
    if not found and _asks_of_occasion(turn):
        found.append("occasion")
    return list(dict.fromkeys(found))


def _steps(reading: Reading) -> bool:
    """Whether a plain statement asks for a change: « je vais avoir froid. »."""
    return reading.has(*STEPS) and not ("?" in reading.text or reading.opening("question"))


def is_question(reading: Reading) -> bool:
    """Whether a text ends with a question mark or opens as questions do."""
    last = reading.words[-1].text if reading.words else ""
    asked = {"?", "？", "吗", "么", "呢"}
    opened = reading.opening("question") or reading.opening("may_one")
    return last in asked or bool(opened or reading.of("topic")) or reading.has("compare")


def seen_again(turn: Turn, about: list[About]) -> Refinement:
    """The looks that a question is about: those it points at, else all where it may mean each, else the first."""
    shown = last_turn(turn.request.shown)
    looks = turn.references.looks or [row.look.id for row in _holding(shown, turn.references.items)]
    every = [row.look.id for row in shown]
    return Refinement(change="again", looks=looks or (every if _OF_ALL & {*about} else every[:1]))


def _holding(shown: list[ShownLook], items: list[str]) -> list[ShownLook]:
    return [row for row in shown if items and any(item.id in items for item in row.look.items)][:1]


def _wishes(turn: Turn) -> bool:
    """Whether the turn asks for something that was not shown, or says where, when or for how much."""
    topics = turn.reading.of("topic")
    strange = [
        piece
        for piece in turn.asked
        if piece.garment not in turn.references.named and not any(topic.holds(piece.garment) for topic in topics)
    ]
    settled = turn.place or turn.date or turn.budget or turn.owned or turn.references.photos or turn.replaces
    denied = any(mention.denied for mention in turn.reading.mentions)
    return bool(strange or settled or denied or turn.reading.has(*_WISHES) or len(turn.reading.words) > _LONGEST)


def _asks_of_cloth(turn: Turn) -> bool:
    """ "Is the dress cotton?", « c'est du cuir ? », 是真皮的吗: a cloth behind a word that asks what something is."""
    r = turn.reading
    asks = [mention for mention in r.of("topic") if mention.key == "is_it"]
    return any(
        cue.last <= cloth.first and _one_clause(r, cue.last, cloth.first) for cue in asks for cloth in r.of(*_CLOTH)
    )


def _one_clause(reading: Reading, first: int, last: int) -> bool:
    return not (SENTENCE_ENDS | COMMAS) & {*reading.between(first, last)}


def _asks_of_occasion(turn: Turn) -> bool:
    """ "Can I wear it to the office too?": another occasion for what was shown."""
    pointed = turn.references.vague or bool(turn.references.ids)
    asks = turn.reading.has("whether", "may_one", "fitting")
    return turn.occasion is not None and pointed and asks
