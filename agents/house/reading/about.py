"""What a question asks of the looks that were shown: "how much is the second?", "is it leather?", "will I be cold?".

A question that wishes for something else, or for something that was not shown, is none of these.
"""

from typing import cast

from agents.house.reading.beside import adds
from agents.house.reading.guide import asks_guide
from agents.house.reading.impressions import doubts_colour, doubts_impression, doubts_level
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.of_case import asks_of_case
from agents.house.reading.pointing import STEPS, is_definite, last_turn
from agents.house.reading.turn import Turn
from agents.house.reading.whether import is_put
from stores.vocabulary import About, Refinement, ShownLook, Sizes

_LONGEST, _BRIEFLY = 16, 9
# "If it's chilly", « s'il fait frais ».
_IF = frozenset({"if", "si", "s"})
_NEAR = 2
_WISHES = (
    "find", "swap", "complete", "preview", "again", "other", "more_like", "outfit", "add", "taking",
)  # fmt: skip
_OF_ALL: frozenset[About] = frozenset({"price", "compare", "comfort", "brand", "pick", "case"})
_CLOTH = ("fabric",)


def about_of(turn: Turn) -> list[About]:
    """The topics of a question about what was shown, each once; none for any other turn."""
    if feared := _feared(turn):
        return feared
    if not turn.request.shown or not is_question(turn.reading) or _wishes(turn):
        return []
    if (asks_guide(turn) or _is_of_another_trade(turn)) and not turn.references.named:
        return []
    if _steps(turn.reading) and not (turn.reading.has("too_much", "compare") or doubts_level(turn)):
        return []
    keys = [mention.key for mention in turn.reading.of("topic") if mention.key not in {"is_it", "sky_if_asked"}]
    # "What colour should I wear?" asks for advice.
    found = [cast(About, key) for key in keys if key != "colour" or turn.references.named]
    if is_put(turn.reading) and any(_asks_of_sky(turn.reading, m) for m in turn.reading.of("topic")):
        found.append("sky")
    if turn.asked and (not is_put(turn.reading) or _asks_on(turn)):
        found = [topic for topic in found if topic != "comfort"]  # "Comfier shoes" are wished for.
    if _supposes_cold(turn):
        found = [topic for topic in found if topic != "warmth"]
    if _asks_of_size(turn):
        found.append("size")
    if _narrows(turn):
        found = [topic for topic in found if topic != "size"]
    if turn.reading.has("compare"):
        found.append("compare")
    if _asks_of_cloth(turn):
        found.append("fabric")
    if not found and (_asks_of_occasion(turn) or asks_if_dressed_right(turn)):
        found.append("occasion")
    return list(dict.fromkeys(found))


def _feared(turn: Turn) -> list[About]:
    """The topic of a doubt about how something looks, about a suitcase, or about the cloth of what was not shown."""
    if doubts_impression(turn) or (doubts_colour(turn) and not asks_guide(turn)):
        return ["impression"]
    if asks_of_case(turn):
        return ["case"]
    return ["fabric"] if _asks_of_none(turn) else []


def _asks_of_sky(reading: Reading, topic: Mention) -> bool:
    """Whether a sky is asked and not supposed: « il pleut ? », but « et s'il pleut ? »."""
    return topic.key == "sky_if_asked" and reading.word(topic.first - 1) not in _IF


def _is_of_another_trade(turn: Turn) -> bool:
    """Whether it is something else whose price or length is asked: "what salary should I ask for?"."""
    of_shop = turn.reading.has("delivers") or {"care", "crease"} & {*turn.reading.keys("topic")}
    told = turn.asked or turn.references.ids or turn.references.vague
    return turn.reading.has("elsewhere") and not (told or of_shop)


def _asks_on(turn: Turn) -> bool:
    """Whether a piece is asked for that is not pointed at: "and comfortable shoes?", not "and the shoes, comfy?"."""
    return adds(turn) and not any(is_definite(turn.reading, piece.garment) for piece in turn.asked)


def _supposes_cold(turn: Turn) -> bool:
    """Whether a sky is supposed of a day without a place: « et s'il fait frais le soir ? » asks for a layer."""
    last, r = turn.request.last, turn.reading
    supposed = bool(_IF & {word.text for word in r.words}) or r.text.startswith(("要是", "如果", "万一"))
    return supposed and bool(r.of("sky")) and not (last and last.place)


def _asks_of_size(turn: Turn) -> bool:
    """Whether it is asked if what was shown is there in a size: "does it come in an M?", 有M码吗."""
    pointed = turn.references.ids or turn.references.vague or not turn.asked
    return bool(pointed) and turn.sizes.sizes != Sizes() and is_put(turn.reading) and not turn.sizes.own


def _narrows(turn: Turn) -> bool:
    """Whether articles are asked for in a size: "got these in L?"; of an outfit it is only asked if it is there."""
    listed = all(row.look.kind == "article" for row in last_turn(turn.request.shown))
    return listed and turn.sizes.sizes != Sizes() and not turn.references.ids


def _steps(reading: Reading) -> bool:
    """Whether a change is asked for: by a plain statement, « je vais avoir froid. », or "can you make it dressier?"."""
    asked = reading.has("request") and reading.has("incorporate", "give_me", "suggests") and not reading.of("topic")
    return reading.has(*STEPS) and (asked or not ("?" in reading.text or is_put(reading)))


def is_question(reading: Reading) -> bool:
    """Whether a text ends with a question mark or opens as questions do, or speaks of what is only asked about."""
    return is_put(reading) or bool(reading.of("topic")) or reading.has("compare", "too_much")


def seen_again(turn: Turn, about: list[About]) -> Refinement:
    """The looks that a question is about: those it points at, else all where it may mean each, else the first."""
    shown = last_turn(turn.request.shown)
    looks = turn.references.looks or [row.look.id for row in _holding(shown, turn.references.items)]
    every = [row.look.id for row in shown]
    ranked = "compare" in about or turn.reading.has("cheapest", "dearest")
    looks = looks if len(looks) > 1 or not ranked else []
    return Refinement(change="again", looks=looks or (every if _OF_ALL & {*about} else every[:1]))


def _holding(shown: list[ShownLook], items: list[str]) -> list[ShownLook]:
    return [row for row in shown if items and any(item.id in items for item in row.look.items)][:1]


def _wishes(turn: Turn) -> bool:
    """Whether the turn asks for something that was not shown, or says where, when or for how much."""
    topics = [topic for topic in turn.reading.of("topic") if topic.key != "is_it"]
    strange = [
        piece
        for piece in turn.asked
        if piece.garment not in turn.references.named and not any(_is_of(topic, piece.garment) for topic in topics)
    ]
    priced = any(topic.key == "price" for topic in topics)
    # "And the price now?" names no day, "can you deliver by Friday?" none to dress for.
    anew = not (priced or turn.reading.has("delivers") or _is_known(turn)) and bool(turn.date)
    settled = turn.place or anew or turn.budget or turn.owned or turn.references.photos or turn.replaces
    settled = settled or turn.reading.has("no_budget")
    # "How much without the shoes?" asks for a sum, and refuses nothing.
    refused = [m for m in turn.reading.mentions if m.denied and not any(_overlap(m, topic) for topic in topics)]
    denied = any(not (priced and m in turn.reading.garments) for m in refused)
    wishes = [cue for wish in _WISHES for cue in turn.reading.cues.get(wish, ())]
    of_shown = [topic for topic in topics if topic.key != "price" or topic.last - topic.first > _NEAR]
    if any(topic.key == "pick" for topic in topics):
        wishes = [cue for cue in wishes if cue not in turn.reading.cues.get("find", ())]
    if _asks_of_cloth(turn):  # "What about the shoes, are they leather?" asks for no others.
        wishes = [cue for cue in wishes if not any(0 <= one.first - cue.last <= 1 for one in turn.references.named)]
    asks = any(not any(_overlap(cue, topic) for topic in of_shown) for cue in wishes)
    return bool(strange or settled or denied or asks or turn.reading.length > _LONGEST)


def _is_known(turn: Turn) -> bool:
    """Whether the sky is asked of the time that was told already: "how cold does it get there in January?"."""
    known = turn.request.last.date if turn.request.last else None
    return bool(turn.date and known and known.startswith(turn.date)) and "sky" in turn.reading.keys("topic")


def _is_of(topic: Mention, garment: Mention) -> bool:
    """Whether a question names the piece that it is about: « la matière du pantalon », « la robe est en quoi »."""
    return topic.holds(garment) or 0 <= garment.first - topic.last <= _NEAR or 0 <= topic.first - garment.last <= 1


def _overlap(one: Mention, other: Mention) -> bool:
    return one.first < other.last and other.first < one.last


def _asks_of_cloth(turn: Turn) -> bool:
    """ "Is the dress cotton?", « c'est du cuir ? », 是真皮的吗: a cloth behind a word that asks what something is."""
    r = turn.reading
    # 还是白色亚麻裤吧 prefers, and asks nothing.
    asks = [m for m in r.of("topic") if m.key == "is_it" and r.word(m.first - 1) != "还"]
    return any(
        cue.last <= cloth.first and _one_clause(r, cue.last, cloth.first) for cue in asks for cloth in r.of(*_CLOTH)
    )


def _asks_of_none(turn: Turn) -> bool:
    """Whether the cloth of a piece is asked that no outfit has: "are the boots suede?", where none were shown."""
    r = turn.reading
    named = [one for one in turn.asked if one.garment not in turn.references.named]
    outfits = turn.request.shown and all(row.look.kind == "outfit" for row in last_turn(turn.request.shown))
    if not outfits or len(turn.asked) != 1 or not named or r.has(*_WISHES) or r.length > _BRIEFLY:
        return False
    garment, cloths = named[0].garment, r.of(*_CLOTH)
    pointed = r.lexicon.language == "zh" or is_definite(r, garment)
    asked = _asks_of_cloth(turn) and is_put(r) and turn.occasion is None
    return pointed and asked and any(garment.last <= cloth.first for cloth in cloths)


def _one_clause(reading: Reading, first: int, last: int) -> bool:
    return not (SENTENCE_ENDS | COMMAS) & {*reading.between(first, last)}


def asks_if_dressed_right(turn: Turn) -> bool:
    """ "Is it too much?", "isn't that too casual?": whether an outfit is more or less than its own occasion asks."""
    outfits = all(row.look.kind == "outfit" for row in last_turn(turn.request.shown))
    doubts = turn.reading.has("too_much") or (turn.reading.has("too_plain") and is_put(turn.reading))
    doubts |= doubts_level(turn)
    strange = any(piece.garment not in turn.references.named for piece in turn.asked)
    return outfits and doubts and not (strange or _steps_up(turn.reading)) and turn.occasion is None


def _steps_up(reading: Reading) -> bool:
    """Whether something dressier is asked for in other words than those that doubt: "too casual" is one of these."""
    doubts = reading.cues.get("too_plain", ())
    wishes = reading.cues.get("dressier", ())
    return any(not any(wish.first < one.last and one.first < wish.last for one in doubts) for wish in wishes)


def _asks_of_occasion(turn: Turn) -> bool:
    """ "Can I wear it to the office too?": another occasion for what was shown."""
    pointed = turn.references.vague or bool(turn.references.ids)
    asks = turn.reading.has("whether", "may_one", "fitting", "too_much")
    return turn.occasion is not None and pointed and asks
