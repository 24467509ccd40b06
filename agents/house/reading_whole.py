"""Whether pieces that a turn names are part of a whole outfit that it asks for."""

from agents.house.reading_mentions import COMMAS, SENTENCE_ENDS, Mention
from agents.house.reading_turn import Turn

_NEAR = 4
# Words between what says that a piece has to be and the piece: "must include a long black blazer".
_LED = 3


def asks_for_whole(turn: Turn) -> bool:
    """Whether the pieces that are named are part of a whole outfit that is asked for; a suit is one by itself."""
    parts = (_means_to_wear, _is_detail, _is_paid_whole, _comes_besides, _is_counted_in, _is_stipulated, _is_set_apart)
    worn = turn.reading.has("outfit") or any(holds(turn) for holds in parts)
    return worn or all(piece.garment.kind == "set" for piece in turn.asked)


def _tells_scene(turn: Turn) -> bool:
    """Whether it is told where, for what or in what weather one is dressed."""
    told = turn.occasion or turn.place or turn.temperature is not None
    return bool(told or turn.reading.of("sky") or turn.reading.of("modest"))


def _is_stipulated(turn: Turn) -> bool:
    """Whether a piece is but what the outfit for a scene has to hold: "Dubai in July, and a hat is a must"."""
    r = turn.reading
    if turn.follows or not turn.asked:
        return False
    if r.has("what_else"):
        return True
    garments = [piece.garment for piece in turn.asked]
    led = any(0 <= one.first - cue.last <= _LED for cue in r.cues.get("musts", ()) for one in garments)
    told = any(0 <= cue.first - one.last <= 1 for cue in r.cues.get("is_must", ()) for one in garments)
    return _tells_scene(turn) and (led or told or _is_chosen(turn))


def _is_chosen(turn: Turn) -> bool:
    """Whether a piece is to be worn rather than another: "trousers rather than a dress", "trousers, never skirts"."""
    r, slots = turn.reading, turn.reading.meanings.slot
    refused = [m for m in r.garments if m.denied]
    compared = any(
        word.text in r.lexicon.grammar.prefers and any(m.first > i for m in refused) for i, word in enumerate(r.words)
    )
    asked = {slots(piece.garment.kind, piece.garment.key) for piece in turn.asked}
    legs = {"bottom", "one_piece"}
    other = {slots(m.kind, m.key) for m in refused}
    contrasted = not r.has("find") and bool(other & asked or (other & legs and asked & legs))
    return compared or contrasted


def _is_set_apart(turn: Turn) -> bool:
    """Whether a scene fills sentences of its own, and no search leads the piece: "It's snowing. Warm boots please!".

    One piece that is counted is bought by itself: "Delhi in May. A linen shirt, white".
    """
    r = turn.reading
    if turn.follows or not turn.asked or r.lexicon.language == "zh" or not (turn.place or r.of("sky")):
        return False
    first = min(place for piece in turn.asked for place in (piece.garment.first, *(a.first for a in piece.attributes)))
    if r.word(first - 1) in r.lexicon.grammar.articles or r.before("number", first):
        return False
    start = max((i + 1 for i in range(first) if r.word(i) in SENTENCE_ENDS), default=0)
    scene = [m for m in r.of("sky", "known", "activity", "occasion", "temperature") if m.last <= start]
    return bool(scene) and not any(cue.first >= start for key in ("find", "give_me") for cue in r.cues.get(key, ()))


def _comes_besides(turn: Turn) -> bool:
    """Whether a piece comes on top of what an occasion asks for: "a funeral; I also need a scarf"."""
    adds = turn.reading.cues.get("adds", ())
    told = not turn.follows and (turn.occasion is not None or bool(turn.reading.of("modest")))
    return told and len(turn.asked) == 1 and any(_is_near(cue, turn.asked[0].garment) for cue in adds)


def _is_counted_in(turn: Turn) -> bool:
    """Whether a piece is named as one of all that is asked for: "1500 for everything, coat included"."""
    cues = turn.reading.cues.get("included", ())
    return any(cue.first == piece.garment.last for cue in cues for piece in turn.asked)


def _is_near(cue: Mention, garment: Mention) -> bool:
    return 0 <= garment.first - cue.last <= _NEAR or 0 <= cue.first - garment.last <= 1


def _is_paid_whole(turn: Turn) -> bool:
    """Whether one piece is named beside a day and a budget for all: "Milan in January, a coat, 300 in total"."""
    whole = any(limit.key == "per_look" for limit in turn.reading.of("limit"))
    alone = len(turn.asked) == 1 and turn.looks_wanted is None
    return whole and alone and turn.budget is not None and bool(turn.place or turn.date or turn.season)


def _is_detail(turn: Turn) -> bool:
    """Whether all pieces are named at the end, as a part of what is worn: "10 degrees, a man, with a coat"."""
    if _is_wished_along(turn):
        return True
    cues = [cue for cue in turn.reading.opening("one_with") if cue.first]
    return bool(turn.details) and any(
        cue.last - cue.first == 1 and all(piece.garment.first >= cue.last for piece in turn.asked) for cue in cues
    )


def _is_wished_along(turn: Turn) -> bool:
    """Whether Chinese names pieces behind the scene that they are for: 一月米兰,要驼色大衣; 要一件 asks for one."""
    r = turn.reading
    scene = turn.occasion or turn.place or turn.season or r.of("sky", "style") or turn.temperature is not None
    if r.lexicon.language != "zh" or not scene:
        return False
    starts = [cue.first for cue in r.opening("one_with") if cue.first]
    starts += [i for i, word in enumerate(r.words) if i and word.text == "要" and r.word(i - 1) in COMMAS]
    heads = [g for g in r.garments if g.first and r.word(g.first - 1) in COMMAS | SENTENCE_ENDS]
    starts += [g.first - 1 for g in heads if "要" in r.between(g.last, g.last + 3)]
    allowed = any(one.key == "allows" for one in r.of("negation")) and any(m.denied for m in r.mentions)
    counted = r.lexicon.grammar.measures | {"一", "两"}
    return allowed or any(
        r.word(i + 1) not in counted and all(piece.garment.first > i for piece in turn.asked) for i in starts
    )


def _means_to_wear(turn: Turn) -> bool:
    """Whether a piece is named as one to put on: "I want to wear a linen shirt", 想穿裙子."""
    cues = turn.reading.cues.get("to_wear", ())
    return any(0 <= piece.garment.first - cue.last <= _NEAR for piece in turn.asked for cue in cues)
