"""Whether pieces that a turn names are part of a whole outfit that it asks for."""

from agents.house.reading.flats import FLAT
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.turn import Turn
from stores.categories import load_categories

_NEAR = 4
# Words between what says that a piece has to be and the piece: "must include a long black blazer".
_LED = 3
# The signs that make a Chinese question, and what an order behind it begins with.
_ASKED, _ORDERS = frozenset("吗么呢?哪啥何谁"), frozenset("来配搭给求要弄整")


def asks_for_whole(turn: Turn) -> bool:
    """Whether the pieces that are named are part of a whole outfit that is asked for; a suit is one by itself."""
    parts = (
        _means_to_wear,
        _is_detail,
        _is_paid_whole,
        _comes_besides,
        _is_counted_in,
        _is_stipulated,
        _is_set_apart,
        _is_worn_always,
        _is_for_ease,
        _is_all_coloured,
        _is_behind_scene,
    )
    if turn.asked and all(_is_for_bed(piece.garment, turn) for piece in turn.asked):
        return False
    worn = turn.reading.has("outfit") or any(holds(turn) for holds in parts)
    return worn or all(piece.garment.kind == "set" for piece in turn.asked)


def orders_too(turn: Turn) -> bool:
    """Whether an outfit is ordered behind what is asked in Chinese: 什么颜色显白?来套夏天的."""
    r = turn.reading
    asked = [i for i, word in enumerate(r.words) if word.text in _ASKED]
    cues = [cue for key in ("outfit", "complete") for cue in r.cues.get(key, ())]
    orders = [cue for cue in cues if r.word(cue.first) in _ORDERS]
    return r.lexicon.language == "zh" and len(turn.asked) < 2 and any(cue.first > asked[-1] for cue in orders if asked)


def _is_for_bed(garment: Mention, turn: Turn) -> bool:
    """Whether a piece is worn where no outfit is: a nightdress, underwear."""
    categories = turn.reading.meanings.categories(garment.kind, garment.key)
    return bool(categories) and all(load_categories()[one].reserve in ("night", "underwear") for one in categories)


def _tells_scene(turn: Turn) -> bool:
    """Whether it is told where, for what or in what weather one is dressed."""
    told = turn.occasion or turn.place or turn.temperature is not None
    return bool(told or turn.reading.of("sky") or turn.reading.of("modest"))


def _is_behind_scene(turn: Turn) -> bool:
    """Whether Chinese names a piece, uncounted and without a price, clauses behind the scene it is worn in.

    深秋去看胡杨,女,M,红色外套, but not 去北京,买件大衣 nor 羽绒服,去北京穿.
    """
    r = turn.reading
    if turn.follows or r.lexicon.language != "zh" or not turn.asked or turn.budget or r.has("find"):
        return False
    starts = [min([piece.garment.first, *(a.first for a in piece.attributes)]) for piece in turn.asked]
    first = min(starts)
    scene = [
        m for m in (*r.of("sky", "season", "temperature", "occasion"), *r.cues.get("going", ())) if m.last <= first
    ]
    parted = [i for i in range(first) if r.word(i) in COMMAS | SENTENCE_ENDS]
    counted = any(r.word(start - 1) in r.lexicon.grammar.measures - {"的"} for start in starts)
    return bool(scene) and turn.presentation is not None and len(parted) > 1 and not counted


def _is_all_coloured(turn: Turn) -> bool:
    """Whether a colour is told of no piece, so that there is more than the piece to wear: 满月酒,粉蓝色,平底鞋."""
    r = turn.reading
    coloured = any(m.kind in ("colour", "tone") and not m.denied for m in turn.loose)
    return bool(turn.occasion) and coloured and not (turn.follows or r.has("find") or r.lexicon.language != "zh")


def _is_stipulated(turn: Turn) -> bool:
    """Whether a piece is but what the outfit for a scene has to hold: "Dubai in July, and a hat is a must"."""
    r = turn.reading
    if turn.follows or not turn.asked:
        return False
    if r.has("what_else"):
        return True
    garments = [piece.garment for piece in turn.asked]
    sought = {i for cue in r.cues.get("find", ()) for i in range(cue.first, cue.last)}
    musts = [cue for cue in r.cues.get("musts", ()) if cue.first not in sought]
    led = any(0 <= one.first - cue.last <= _LED for cue in musts for one in garments)
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
    told = turn.place or turn.temperature is not None or r.of("sky") or (turn.occasion and _is_introduced(turn))
    if turn.follows or not turn.asked or r.lexicon.language == "zh" or not told:
        return False
    first = min(place for piece in turn.asked for place in (piece.garment.first, *(a.first for a in piece.attributes)))
    if r.word(first - 1) in r.lexicon.grammar.articles or r.before("number", first):
        return False
    start = max((i + 1 for i in range(first) if r.word(i) in SENTENCE_ENDS), default=0)
    scene = [m for m in r.of("sky", "known", "activity", "occasion", "temperature") if m.last <= start]
    travels = turn.place is not None and turn.date is not None
    return (bool(scene) or travels) and not any(
        cue.first >= start for key in ("find", "give_me") for cue in r.cues.get(key, ())
    )


def _is_introduced(turn: Turn) -> bool:
    """Whether who is dressed is an entry of a list: « un rendez-vous à la banque. Homme, M, 41, chemise rentrée »."""
    r, ends = turn.reading, SENTENCE_ENDS | COMMAS | {""}
    return r.lexicon.language == "fr" and any(
        r.word(m.first - 1) in ends and r.word(m.last) in ends for m in r.of("presentation")
    )


def _comes_besides(turn: Turn) -> bool:
    """Whether a piece comes on top of what an occasion asks for: "a funeral; I also need a scarf"."""
    adds = turn.reading.cues.get("adds", ())
    told = not turn.follows and (turn.occasion is not None or bool(turn.reading.of("modest")))
    return told and len(turn.asked) == 1 and any(_is_near(cue, turn.asked[0].garment) for cue in adds)


def _is_counted_in(turn: Turn) -> bool:
    """Whether a piece is named as one of all that is asked for: "1500 for everything, coat included"."""
    cues = turn.reading.cues.get("included", ())
    return any(cue.first == piece.garment.last for cue in cues for piece in turn.asked)


def _is_worn_always(turn: Turn) -> bool:
    """Whether a piece is but what one wears whatever the day: "I only wear flats; parents' evening"."""
    cues = () if turn.follows else turn.reading.cues.get("wears_only", ())
    named = [piece.garment for piece in turn.asked]
    return _tells_scene(turn) and any(0 <= one.first - cue.last <= _LED for one in named for cue in cues)


def _is_for_ease(turn: Turn) -> bool:
    """Whether shoes are but told how they are to be, apart from the event: "an interview, flat shoes only please"."""
    r, ends = turn.reading, COMMAS | SENTENCE_ENDS | {""}
    only = r.cues.get("only_ever", [])
    if turn.follows or turn.occasion is None or r.has("hunts", "find") or r.apart("give_me", only):
        return False
    easy = [piece.garment for piece in turn.asked if piece.garment.key in FLAT or _is_easy(piece.garment, r)]
    led = {cue.last: cue.first for cue in r.cues.get("easy_shoes", ())}
    starts = [led.get(one.first, one.first) for one in easy]
    strict = bool(only) and any(word.text in ends for word in r.words)
    behind = any(r.word(start - 1) in ends and any(m.last < start for m in r.of("occasion")) for start in starts)
    return len(easy) == len(turn.asked) and (strict or behind)


def _is_easy(garment: Mention, reading: Reading) -> bool:
    """Whether no more is told of shoes than that one walks well in them: « chaussures confortables »."""
    beside = any(cue.last == garment.first or cue.first == garment.last for cue in reading.cues.get("easy_shoes", ()))
    return (garment.kind, garment.key) == ("slot", "footwear") and beside


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
