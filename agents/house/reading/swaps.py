"""What a turn does to a piece of an outfit that was shown: it exchanges one, or brings one of one's own."""

from collections.abc import Mapping, Sequence
from typing import Any

from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.occasions import trade_of
from agents.house.reading.photos import is_of_photo
from agents.house.reading.pointing import formality_of_look, last_turn
from agents.house.reading.topics import asked_for
from agents.house.reading.trying import asks_if_it_goes
from agents.house.reading.turn import Turn
from stores.vocabulary import ColourFamily, Item, ShownLook, Sizes, Slot, Wanted
from tools.colour import NEUTRAL_FAMILIES
from tools.shape import SHELLS

SHORT, FEW = 12, 5
# Slots that one piece takes from another: "no dress, trousers".
IN_PLACE_OF: dict[Slot, tuple[Slot, ...]] = {"one_piece": ("bottom",), "bottom": ("one_piece",)}
_TURNED = frozenset({"换", "改"})
_WHICH = frozenset({"什么", "哪种", "啥"})
# What makes an outfit dear; a bag or a scarf seldom does.
_DEAR: frozenset[Slot] = frozenset({"one_piece", "base_top", "bottom", "mid", "outer", "footwear"})
# What an outfit is finished with, the most telling first.
_FINISHING: tuple[Slot, ...] = ("bag", "accessory", "outer")
_OVER: tuple[Slot, ...] = ("mid", "outer")
# Above it nobody is asked to dress up any more.
_DRESSED = 4.5

# Opens what something is to be of: "in green", « en vert ».
_IN = frozenset({"in", "en"})


def dresses(turn: Turn) -> bool:
    """Whether outfits were shown last."""
    return any(shown.look.kind == "outfit" for shown in last_turn(turn.request.shown))


def is_plain(turn: Turn) -> bool:
    """Whether the outfit that was shown first could be dressier for company that counts."""
    return formality_of_look(last_turn(turn.request.shown)[0].look) < _DRESSED


def slot_in(turn: Turn, garment: Mention, items: Sequence[Item]) -> Slot:
    """The slot that a garment is named of among pieces that were shown: "the jacket" of a suit is worn under a coat."""
    meanings = turn.reading.meanings
    slot, shells = meanings.slot(garment.kind, garment.key), [one.slot for one in items if one.category in SHELLS]
    general = (garment.kind, garment.key) in {("kind", "jacket"), ("slot", "outer")}
    return shells[0] if general and shells and all(one.slot != slot for one in items) else slot


def is_named(garment: Mention, row: ShownLook, item: Item, turn: Turn) -> bool:
    """Whether a garment that is named may be this piece of an outfit: by its kind, else by where it is worn."""
    kinds = turn.reading.meanings.categories(garment.kind, garment.key)
    return item.category in kinds if kinds else item.slot == slot_in(turn, garment, row.look.items)


def too_bright(turn: Turn) -> list[ColourFamily]:
    """The colours of the look that was shown first, where it is said to be too bright."""
    loud = any(tone.denied and tone.key == "bright" for tone in turn.reading.of("tone"))
    if not (loud and turn.request.shown and turn.reading.has("excess")):
        return []
    worn = {item.colour.family for item in last_turn(turn.request.shown)[0].look.items if item.source == "catalog"}
    return sorted(worn - {*NEUTRAL_FAMILIES})


def traded(turn: Turn) -> str | None:
    """The trade that is news of the work spoken of before: "what if it's a creative agency instead?"."""
    before = turn.request.last.occasion if turn.request.last and turn.request.shown else None
    alone = turn.occasion is None and not turn.asked and not turn.owned and turn.reading.length <= SHORT
    alone = alone and not turn.goes_on_to
    return trade_of(turn.reading, before) if before and alone else None


def layers_up(turn: Turn) -> bool:
    """Whether it is told that it is cold inside: "the hall's freezing" asks for a layer and is no weather."""
    apart = turn.asked or turn.owned or turn.place or turn.date or turn.budget or turn.reading.has("find", "outfit")
    return dresses(turn) and turn.reading.has("cold_inside") and not apart and turn.reading.length <= SHORT


def with_layer(said: Mapping[str, Any]) -> dict[str, Any]:
    """The slots and pieces that are asked for with a warm layer beside them, where none was named."""
    if "mid" in said["slots"]:
        return {}
    return {"slots": [*said["slots"], "mid"], "wanted": [*said["wanted"], Wanted(slot="mid", warm=True)]}


def finishing(turn: Turn) -> Slot | None:
    """The slot that is still free where it is asked what an outfit lacks: "what should I add?", « et par-dessus ? »."""
    r = turn.reading
    slots = _OVER if r.has("over_it") else _FINISHING if r.has("to_finish") else ()
    apart = turn.asked or turn.owned or turn.occasion or turn.place or turn.date or turn.asks_for_gap
    if not (dresses(turn) and slots) or apart or r.length > SHORT:
        return None
    worn = {item.slot for item in last_turn(turn.request.shown)[0].look.items}
    return next((slot for slot in slots if slot not in worn), None)


def layer_worn(turn: Turn) -> list[str]:
    """Ids of the layer that the first of the looks at hand has under its coat; none where it has none."""
    look = last_turn(turn.request.shown)[0].look
    return [item.id for item in look.items if item.slot == "mid" and item.source == "catalog"][:1]


def around_article(turn: Turn) -> bool:
    """Whether an article that was shown is to be dressed around: "complete the look", 用第二件搭一套, 上班配什么穿.

    An outfit with an occasion of its own, which points at nothing, is asked for by itself.
    """
    r, seen = turn.reading, last_turn(turn.request.shown)
    if not seen or turn.asked or turn.owned or r.has("goes_back") or any(row.look.kind != "article" for row in seen):
        return False
    outfits = r.cues.get("outfit", ())
    beside = any(cue.holds(one) for cue in r.cues.get("one_with", ()) for one in outfits)  # « une tenue avec »
    apart = turn.occasion or turn.place or turn.date or turn.presentation or r.length > FEW
    pointed = turn.references.ids or turn.references.vague or beside or not apart
    # An example beside an advice, "no jeans, then", is dressed around where it is pointed at.
    example = seen[0].brief.intent == "ask_advice" and not (turn.references.ids or turn.references.vague or beside)
    bare = r.has("complete") and not turn.references.ids
    return not example and (bare or (bool(outfits) and bool(pointed)))


def as_before(turn: Turn) -> bool:
    """Whether the piece that was just exchanged is to be otherwise: "white ones?", « un blanc ? », 白色的行吗."""
    r, last = turn.reading, turn.request.last
    swapped = last is not None and last.refinement is not None and last.refinement.change == "swap"
    # The umbrella that came with the rain has no words of theirs: nobody asked for it.
    swapped = last is not None and swapped and any(one.text for one in last.wanted)
    said = [m for m in r.of("colour", "fabric", "pattern", "tone") if not m.denied]
    apart = (
        turn.asked or turn.owned or turn.occasion or turn.place or turn.date or turn.references.ids or r.has("outfit")
    )
    if not (swapped and dresses(turn) and said) or apart or len(r.words) > FEW + 2:
        return False
    if r.text.rstrip().endswith(("?", "？")) and len(r.words) <= 1 + said[-1].last - said[0].first + 1:
        return True  # "Linen?", « en lin ? »
    opens = int(r.word(0) in r.lexicon.grammar.joiners)
    if r.word(opens) in _IN and said[0].first == opens + 1:
        return True  # "In green or navy", "and in navy?"
    led = r.word(said[0].first - 1) in r.lexicon.grammar.articles - r.lexicon.grammar.definite
    after = r.word(said[-1].last)
    stands = {"en": after in {"one", "ones"}, "fr": led, "zh": "的" in {after, r.word(said[-1].last - 1)}}
    return stands[r.lexicon.language]


def wants_other_piece(turn: Turn) -> bool:
    """Whether a piece of an outfit that was shown is to be another, and the rest to stay: "other shoes please"."""
    seen = [item for shown in last_turn(turn.request.shown) if shown.look.kind == "outfit" for item in shown.look.items]
    r, slots = turn.reading, {item.slot for item in seen}
    led = [p for p in turn.asked if any(0 <= p.garment.first - cue.last <= 1 for cue in r.cues.get("other", ()))]
    named = all(slot_in(turn, piece.garment, seen) in slots for piece in turn.asked)
    return bool(led) and named and r.length <= SHORT and turn.occasion is None


def wants_other_colour(turn: Turn) -> bool:
    """Whether a piece of an outfit that was shown is to be of another colour: « une autre couleur pour le haut »."""
    r, named = turn.reading, [*turn.references.named]
    pointed = bool(named) and all(piece.garment in named for piece in turn.asked)
    return dresses(turn) and r.has("other_colour") and pointed and turn.occasion is None and r.length <= SHORT


def gives_up(turn: Turn) -> bool:
    """Whether something else is to come for a piece that was shown: "replace the jeans with something else"."""
    r = turn.reading
    refused = [one for one in r.garments if one.denied and one not in turn.disliked]
    led = any(one.key == "replace" and one.last <= m.first for one in r.of("negation") for m in refused)
    led |= any(r.word(m.last) in _TURNED for m in refused)  # 毛衣换成别的
    followed = any(m.last <= cue.first for cue in r.cues.get("other", ()) for m in refused)
    return dresses(turn) and led and followed and not turn.asked


def suggests(turn: Turn) -> bool:
    """Whether a few words put a piece into an outfit that was shown: "ok jeans then", "a skirt?", 可以是靴子吗？."""
    r = turn.reading
    put = r.has("suggests") or r.text.rstrip().endswith(("?", "？"))
    asks = r.has("question") and not r.has("may_one")
    alone = not (asks or turn.occasion or turn.owned or r.has("find", "other", "only", "ask", "advice"))
    return dresses(turn) and bool(turn.asked) and put and alone and r.length <= FEW + 1


def wants_in_place(turn: Turn) -> bool:
    """Whether a plain wish for a piece is about the outfit that was shown: "flat shoes obviously", 我想要裤子.

    What no outfit wore, and what is to be shown or found, is looked for by itself.
    """
    r, items = turn.reading, [item for row in last_turn(turn.request.shown) for item in row.look.items]
    worn = {item.slot for item in items}
    worn |= {other for one in worn for other in IN_PLACE_OF.get(one, ())} | {"footwear"}
    asked = {slot_in(turn, piece.garment, items) for piece in turn.asked}
    apart = turn.occasion or turn.owned or turn.budget or turn.place or turn.date or turn.sizes.sizes != Sizes()
    asks = r.has("hunts", "only", "ask", "advice", "question", "matching", "complete", "other", "outfit", "preview")
    judges = r.has("feedback_good", "feedback_bad", "taking", "saves")
    aside = apart or asks or judges or r.length > SHORT
    return dresses(turn) and bool(asked) and asked <= worn and not aside


def asks_for(turn: Turn) -> bool:
    """Whether it is asked if there is a piece such as the outfit wears: "do you have a navy blazer?"."""
    r, items = turn.reading, [item for row in last_turn(turn.request.shown)[:1] for item in row.look.items]
    worn, asked = {item.slot for item in items}, {slot_in(turn, piece.garment, items) for piece in turn.asked}
    apart = turn.occasion or turn.owned or turn.budget or turn.place or turn.date or r.has("only", "elsewhere")
    led = bool(r.opening("have_you")) and r.text.rstrip().endswith(("?", "？"))
    return dresses(turn) and len(turn.asked) == 1 and asked <= worn and led and not apart and len(r.words) <= SHORT


def asks_which(turn: Turn) -> bool:
    """Whether it is asked which piece would go with an outfit that was shown: "what shoes?", « quel sac avec ? »."""
    r, before = turn.reading, turn.reading.lexicon.grammar.interrogatives
    asked = bool(turn.asked) and not any(piece.attributes for piece in turn.asked)
    first = turn.asked[0].garment.first if asked else 0
    led = bool(before & {r.word(first - 1), r.word(first - 2)}) or (
        asked and r.said(max(first - 2, 0), first) in _WHICH
    )
    led |= asked and any(one in r.said(first, turn.asked[0].garment.last) for one in _WHICH)  # 里面穿什么
    led |= asked and bool(asked_for(turn.asked, r, last_turn(turn.request.shown)))  # 包配什么颜色
    apart = turn.occasion or turn.owned or turn.budget or r.has("only", "preview", "other")
    return dresses(turn) and asked and led and not apart and r.length <= SHORT


def may_be_coloured(turn: Turn) -> bool:
    """Whether a piece that was shown is asked for in another colour: "can the jacket be navy?"."""
    r = turn.reading
    told = len(turn.asked) == 1 and any(a.kind == "colour" and not a.denied for a in turn.asked[0].attributes)
    grammar, opens = r.lexicon.grammar, turn.asked[0].garment.first if told else 0
    pointed = grammar.definite | grammar.definite_plural
    definite = told and (r.word(opens - 1) in pointed or (r.lexicon.language == "zh" and not opens))
    # 鞋子可以棕色吗, « les chaussures peuvent être marron ? »: what may be comes behind the piece, too.
    may = bool(r.opening("may_one")) or (r.has("may_one") and r.text.rstrip().endswith(("?", "？", "吗")))
    return dresses(turn) and definite and may


def tries_on(turn: Turn) -> bool:
    """Whether it is asked if a piece would go with an outfit that was shown: "would brown loafers go with it?".

    Or if it may be worn with it: "can I wear trainers?", « les baskets, ça passe ? ».
    """
    r = turn.reading
    packed = turn.request.last is not None and turn.request.last.trip is not None
    apart = packed or turn.occasion or turn.owned or turn.place or turn.date or turn.budget or len(r.words) > SHORT
    named = any(not attribute.denied for piece in turn.asked for attribute in piece.attributes)
    of_shown = not named and bool({piece.garment for piece in turn.asked} & {*turn.references.named})
    put = r.has("matching") or not (apart or of_shown)
    return dresses(turn) and len(turn.asked) == 1 and asks_if_it_goes(r) and put


def brings(turn: Turn) -> bool:
    """Whether a piece of the person's own comes into an outfit that was shown: "I already have black pumps"."""
    r = turn.reading
    alone = not (turn.asked or turn.occasion or turn.kept or is_of_photo(turn))
    # 一套 is a suit here and an outfit elsewhere.
    starts = {min([p.garment.first, *(a.first for a in p.attributes)]) for p in turn.owned}
    asks = any(cue.last not in starts for cue in r.cues.get("outfit", ()))
    asks |= r.has("find", "other", "relook", "wardrobe_add")
    tried = _tries_own(turn)
    asks |= not tried and bool(
        r.apart("complete", r.cues.get("to_use", []))
        or ((r.has("ask", "advice", "opinion") or _asks_apart(r)) and not r.has("to_use"))
    )
    worn = all(piece.worn for piece in turn.owned) and (r.has("wearing") or not r.has("own", "also_own"))
    short = r.length <= SHORT * (1 + (tried or r.has("feedback_good")))
    return dresses(turn) and bool(turn.owned) and alone and not asks and not worn and short


def _asks_apart(reading: Reading) -> bool:
    """Whether a question is put; the "do" of "I do have black pumps" puts none."""
    return bool(reading.apart("question", reading.cues.get("own", [])))


def _tries_own(turn: Turn) -> bool:
    """Whether it is asked if one's own piece goes with a look: "love the first one! would my black heels go with it?".

    "What goes with my heels?" asks for a look around them.
    """
    r, words = turn.reading, turn.reading.lexicon.grammar.interrogatives
    pointed = bool(turn.references.looks or turn.references.vague) or r.has("feedback_good")
    put = r.has("matching", "goes", "fitting", "works", "complete") and r.text.rstrip().endswith(("?", "？", "吗"))
    return pointed and put and not words & {word.text for word in r.words}


def recolours(turn: Turn) -> bool:
    """Whether a piece that is liked is to come otherwise: "I like the dress, but in grey"."""
    r = turn.reading
    said = [one for one in (*turn.loose, *(a for p in turn.asked for a in p.attributes)) if not one.denied]
    changed = any(one.kind in {"colour", "fabric", "pattern"} for one in said)
    liked = r.has("feedback_good", "like") and bool(turn.references.named or turn.references.looks)
    return dresses(turn) and liked and changed and not turn.occasion and r.length <= SHORT


def stepped(turn: Turn) -> list[str]:
    """Ids of the pieces of an outfit that are to be more or less of something: "cheaper shoes", "a warmer coat".

    "Too dear", said right after a piece was exchanged, is said of that piece.
    """
    seen = [row.look for row in last_turn(turn.request.shown) if row.look.kind == "outfit"]
    pointed = [look for look in seen if look.id in turn.references.looks] or seen[:1]
    worn = [item for look in pointed for item in look.items]
    named = {slot_in(turn, piece.garment, worn) for piece in turn.asked if not piece.owned} or _just_exchanged(turn)
    items = [item for item in worn if item.slot in named]
    return [item.id for item in items] if {item.slot for item in items} == named and turn.occasion is None else []


def _just_exchanged(turn: Turn) -> set[Slot]:
    """The slots of what came into the outfit last, where only its price is spoken of."""
    r, last = turn.reading, turn.request.last
    swapped = last is not None and last.refinement is not None and last.refinement.change == "swap"
    whole = turn.budget or turn.owned or turn.references.ids or r.has("of_whole", "outfit")
    whole = whole or any(one.denied for one in r.of("colour", "fabric", "pattern"))
    if last is None or not swapped or whole or not r.has("cheaper") or r.length > SHORT:
        return set()
    slots = {one.slot for one in last.wanted}
    return slots if slots <= _DEAR else set()


def says_what_for(turn: Turn) -> bool:
    """Whether it is only told what the pieces are for that were asked about: "it's for a Christmas party"."""
    last = turn.request.last
    named = last is not None and last.intent in {"ask_advice", "find"} and bool(last.wanted or last.owned)
    return named and tells_what_for(turn)


def tells_what_for(turn: Turn) -> bool:
    """Whether no more is told than an occasion, a place or a day that something is for."""
    r = turn.reading
    asks = r.has("outfit", "find", "complete") or r.opening("question")
    alone = not (turn.asked or turn.owned or asks) and r.length <= SHORT
    told = bool(turn.occasion or turn.place or turn.date) and (bool(r.opening("what_for")) or _ends_worn(r.text))
    return alone and told


def _ends_worn(text: str) -> bool:
    """Chinese says what something is worn for by ending so: 公司圣诞派对穿."""
    return text.rstrip("的吧。.").endswith("穿")
