"""Whose size it is that a text names: the person's own, or that of a piece or of somebody else."""

from agents.house.reading.labels import is_followed
from agents.house.reading.mentions import COMMAS, POLITE, Mention, Reading
from agents.house.reading.numbers import numbers
from stores.vocabulary import Brief, ShownLook

_OWN = ("wear", "shoes", "clothes")
_FEW = 4
_MINE = frozenset({"i", "my", "je", "mon", "mes", "我"})


def turns_back(reading: Reading, last: Brief | None) -> bool:
    """Whether the person is dressed again after somebody else was: "back to me", « et moi ? », 那我穿啥."""
    return last is not None and last.wearer == "other" and reading.has("turns_to_me", "me_again")


def of_self_again(reading: Reading, last: Brief | None, shown: list[ShownLook]) -> list[ShownLook]:
    """What was shown that such a turn goes on from: the person's own looks, where there are any."""
    own = [row for row in shown if row.brief.wearer != "other"]
    return own if own and turns_back(reading, last) else shown


def is_own_size(reading: Reading, letter: Mention | None, *, both: bool = False) -> bool:
    """Whether sizes are said by the person of themselves; `letter` is the size of clothes where one is named.

    Who tells `both` sizes, of clothes and of shoes, tells those of whoever is dressed, whatever is looked for.
    """
    if both or tells_only_sizes(reading):
        return True
    if any(_is_own(reading, talk) for talk in reading.of("size_talk")):
        return True
    if reading.has("note_it") and not (reading.has("another") or reading.of("currency")):
        return True  # 衣服S码，鞋37码，帮我记一下
    if _is_beside_refusal(reading):
        return True
    alone = not wants_piece(reading) and len(reading.words) <= _FEW and not reading.has("give_me")
    return alone or (letter is not None and _is_beside_self(reading, letter))


def tells_only_sizes(reading: Reading) -> bool:
    """Whether sizes are all that is said, with what they are of: "M, shoes 39", « et du 39 aux pieds », 衣服M鞋39."""
    shoes = [m for m in reading.garments if reading.meanings.slot(m.kind, m.key) == "footwear" and m.kind == "slot"]
    beside = [*reading.cues.get("beside_size", ()), *reading.cues.get("belated", ())]
    said = [*reading.of("size", "size_talk"), *shoes, *beside]
    told = {i for one in (*said, *numbers(reading)) for i in range(one.first, one.last)}
    words = reading.lexicon.grammar
    passed = POLITE | words.joiners | words.articles | reading.lexicon.place.before
    left = (word.text for i, word in enumerate(reading.words) if i not in told and word.text.isalnum())
    sized = bool(reading.of("size") or numbers(reading)) and not reading.of("currency")
    return sized and "?" not in reading.text and all(text in passed for text in left)


def _is_beside_refusal(reading: Reading) -> bool:
    """Whether nothing is told beside sizes but what one never wears: "size 14 and can't stand polyester"."""
    asks = wants_piece(reading) or reading.has("find", "request", "vague_wish", "another")
    return reading.has("dislike") and not asks


def wants_piece(reading: Reading) -> bool:
    """Whether a piece or an outfit is looked for."""
    return any(not piece.denied for piece in reading.garments) or reading.has("outfit")


def _is_own(reading: Reading, talk: Mention) -> bool:
    """Whether "shoe size 39" is the person's, and not only that of what they look for."""
    if talk.key == "wear" and not is_followed(reading, talk):
        return False
    if talk.key not in _OWN:
        return talk.key == "size" and reading.has("self") and not wants_piece(reading)
    of_me = bool(_MINE & {*reading.between(talk.first, talk.last)})
    return talk.key == "wear" or of_me or reading.has("my") or not wants_piece(reading)


def _is_beside_self(reading: Reading, size: Mention) -> bool:
    """Whether nothing but a comma parts a size from who one is: "size M, I'm a woman", 我是女生，M码."""
    talk = reading.at("size_talk", size.last) if reading.lexicon.language == "zh" else None
    last = talk.last if talk else size.last
    first = size.first - (reading.before("size_talk", size.first) is not None)
    people = reading.of("presentation")
    for cue in reading.cues.get("self", ()):
        for who in (one for one in people if not any(other.last <= size.first for other in people if other != one)):
            near = who.holds(cue) or {*reading.between(cue.last, who.first)} <= reading.lexicon.grammar.articles
            parted = reading.between(last, cue.first) or reading.between(who.last, first)
            if near and who.last > cue.first and len(parted) == 1 and {*parted} <= COMMAS:
                return True
    return False
