"""Whether it is asked if a piece is needed at all: "is a tie necessary?", « il faut une cravate ? », 要不要领结."""

from agents.house.reading.mentions import ATTRIBUTES, SENTENCE_ENDS, Mention
from agents.house.reading.turn import Turn
from agents.house.reading.whether import is_put

_PUT_ON = frozenset("打戴系穿带配拎背围披")


def asks_need(turn: Turn) -> bool:
    """Whether a need is put in question right before a piece, or right behind it; "I need a tie?" only after looks."""
    r = turn.reading
    if _asks_of_colour(turn) or _asks_of_its_colour(turn):
        return True
    if not turn.asked or turn.budget or turn.owned or r.has("complete", "other", "only", "elsewhere"):
        return False
    ahead = [*r.cues.get("needed", ()), *(r.cues.get("needed_now", ()) if turn.request.shown else ())]
    ahead = [cue for cue in ahead if _is_asked(cue, turn)]
    led = any(_leads(cue, piece.garment, turn) for cue in ahead for piece in turn.asked)
    named = [piece.garment for piece in turn.asked]
    # "Jacket mandatory" is a dress code where nobody asks.
    behind = [cue for cue in r.cues.get("needed_so", ()) if any(g.last <= cue.first or g.holds(cue) for g in named)]
    return led or (bool(behind) and is_put(r) and not r.has("swap"))


def _is_asked(cue: Mention, turn: Turn) -> bool:
    """Whether a need is put as a question itself: not the one behind "what about the shoes? I need flat ones"."""
    r = turn.reading
    ends = [i for i in range(len(r.words)) if r.word(i) in SENTENCE_ENDS]
    behind = next((r.word(i) for i in ends if i >= cue.last), None)
    alone = not any(i < cue.first for i in ends)
    return behind == "?" or (alone and is_put(r))


def _asks_of_colour(turn: Turn) -> bool:
    """ "Do I have to wear black?": whether a colour is what is needed."""
    r, said = turn.reading, [m for m in turn.reading.of("colour") if not m.denied]
    alone = not (turn.asked or turn.owned or r.has("find", "outfit", "other"))
    led = any(_leads(cue, one, turn) for cue in r.cues.get("needed", ()) for one in said[:1])
    return alone and led and ("?" in r.text or is_put(r))


def _asks_of_its_colour(turn: Turn) -> bool:
    """ "Does the tie have to be black?": whether a piece may be of no other colour."""
    r, said = turn.reading, [m for m in turn.reading.of("colour") if not m.denied]
    cues = [cue for cue in r.cues.get("has_to_be", ()) if any(0 <= one.first - cue.last <= 1 for one in said)]
    named = any(one.garment.last <= cue.first for one in turn.pieces for cue in cues)
    return named and not turn.owned and ("?" in r.text or is_put(r) or r.has("question"))


def asks_if_done(turn: Turn) -> bool:
    """Whether it is asked if a piece is frowned upon: "is it rude to wear flats?", « c'est mal vu ? », 会不会失礼."""
    r = turn.reading
    named = any(not one.denied or r.has("overdone") for one in r.garments) and not turn.owned
    judged = r.has("done_thing") or (r.has("overdone") and (bool(r.opening("may_one")) or _ends_overdone(turn)))
    return named and judged and ("?" in r.text or is_put(r)) and not turn.replaces


def _ends_overdone(turn: Turn) -> bool:
    """Whether it is asked behind a piece if that is too much: « une cravate, c'est trop ? », 打领带会不会太夸张."""
    r = turn.reading
    return any(piece.last <= cue.first for piece in r.garments for cue in r.cues.get("overdone", ()))


def _leads(cue: Mention, garment: Mention, turn: Turn) -> bool:
    """Whether nothing but what a piece is like, an article and putting it on stands between a cue and a piece."""
    r = turn.reading
    said = {i for m in r.of(*ATTRIBUTES) for i in range(m.first, m.last)}
    between = r.lexicon.grammar.articles | r.lexicon.grammar.measures | _PUT_ON
    return cue.last <= garment.first and {r.word(i) for i in range(cue.last, garment.first) if i not in said} <= between
