"""Which shown look or piece a description means: "the blue one", "the cheapest", "the coat", "both".

Only a definite word points ("the coat", "cette veste", 那件大衣); "a coat" asks for one. Of several the first counts.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Literal, get_args

from agents.house.reading.measures import measured
from agents.house.reading.mentions import COMMAS, SENTENCE_ENDS, Mention, Reading
from agents.house.reading.whether import is_put
from stores.categories import load_categories
from stores.vocabulary import ColourFamily, Item, Look, ShownLook, Slot
from tools.colour import NEUTRAL_FAMILIES

Step = Literal["cheaper", "dearer", "warmer", "cooler", "dressier", "plainer", "livelier", "quieter"]
_CLOTHES: frozenset[Slot] = frozenset({"one_piece", "base_top", "bottom", "mid", "outer"})
# What may stand between "the" and a piece: "the office dress", "the black one".
_LEADING = ("colour", "tone", "occasion")
# Words between a piece and the occasion that it is called by.
_BESIDE = 2
_ARE = frozenset({"are", "look", "feel", "is", "looks", "feels"})
STEPS: tuple[Step, ...] = get_args(Step)
Measure = Callable[[Look], float]


def _price(look: Look) -> float:
    return look.total or 0.0


def _warmth(look: Look) -> float:
    return sum(load_categories()[item.category].clo for item in look.items)


def formality_of_look(look: Look) -> float:
    """The mean of what the categories of a look tell."""
    return sum(load_categories()[item.category].formality for item in look.items) / len(look.items)


# The cue of a comparison, by what it compares, and whether the most of it is meant.
_COMPARED: tuple[tuple[str, Measure, bool], ...] = (
    ("cheaper", _price, False),
    ("dearer", _price, True),
    ("warmer", _warmth, True),
    ("cooler", _warmth, False),
    ("dressier", formality_of_look, True),
    ("plainer", formality_of_look, False),
)


def last_turn(shown: list[ShownLook]) -> list[ShownLook]:
    """The looks of the newest turn that showed any."""
    newest = max((look.turn for look in shown), default=0)
    return [look for look in shown if look.turn == newest]


def colours_seen(shown: list[ShownLook], named: Collection[str] = ()) -> list[ColourFamily]:
    """What "another colour" leaves behind: the colours of the articles seen last, or of the first outfit's clothes.

    Said of pieces that are named by their ids, it leaves theirs alone.
    """
    seen = last_turn(shown)
    articles = all(row.look.kind == "article" for row in seen)
    items = [item for row in (seen if articles else seen[:1]) for item in row.look.items if item.source == "catalog"]
    meant = [item for item in items if item.id in named]
    meant = meant or [item for item in items if articles or item.slot in _CLOTHES]
    return list(dict.fromkeys(item.colour.family for item in meant))


def colours_worn(shown: list[ShownLook]) -> list[ColourFamily]:
    """The colours by which somebody else would match the first look seen last: what is bright in it, else its lead."""
    clothes = [item for row in last_turn(shown)[:1] for item in row.look.items if item.slot in _CLOTHES]
    worn = list(dict.fromkeys(item.colour.family for item in clothes))
    return [family for family in worn if family not in NEUTRAL_FAMILIES] or worn[:1]


def recalled(shown: list[ShownLook]) -> list[ShownLook]:
    """What "show me the second again" is said of: not the pieces that advice has named since, if looks came before."""
    asked = [look for look in shown if look.brief.intent != "ask_advice"]
    return asked or shown


def at_hand(reading: Reading, shown: list[ShownLook]) -> list[ShownLook]:
    """What is spoken of: not an example that advice gave since, where a piece is named that only the looks wore.

    « Les chaussures sont trop hautes », said after a word on hats, is said of the outfit before it; so is "in all".
    """
    if earlier := _asked_of_earlier(reading, shown):
        return earlier
    told, slot = recalled(shown), reading.meanings.slot
    if len(told) == len(shown) or last_turn(shown)[0].brief.intent != "ask_advice":
        return shown
    if not reading.garments and reading.has("of_whole") and any(row.look.kind == "outfit" for row in last_turn(told)):
        return told
    named = {slot(garment.kind, garment.key) for garment in reading.garments}
    worn = {item.slot for row in last_turn(told) if row.look.kind == "outfit" for item in row.look.items}
    examples = {item.slot for row in last_turn(shown) for item in row.look.items}
    return told if named and named <= worn - examples else shown


def _asked_of_earlier(reading: Reading, shown: list[ShownLook]) -> list[ShownLook]:
    """What was shown up to the turn whose piece is asked about, none since being called so: "was the parka wool?"."""
    named = [one for one in reading.garments if not one.denied] if reading.of("topic") and is_put(reading) else []
    for turn in sorted({row.turn for row in shown}, reverse=True) if len(named) == 1 else ():
        if described_items(
            reading, named[0], [row for row in shown if row.turn == turn and _is_for(row, named[0], reading)]
        ):
            return [row for row in shown if row.turn <= turn]
    return []


def _is_for(row: ShownLook, garment: Mention, reading: Reading) -> bool:
    """Whether a look is for the occasion that a piece is named by: "the office dress", « la robe du bureau »."""
    days = reading.of("occasion")
    beside = [m for m in days if 0 <= max(m.first, garment.first) - min(m.last, garment.last) <= _BESIDE]
    return not beside or row.brief.occasion in {m.key for m in beside}


def described_looks(reading: Reading, shown: list[ShownLook]) -> list[ShownLook]:
    """The looks of the last turn that a text describes instead of counting them."""
    seen = last_turn(shown)
    return _all_of(reading, seen) or _compared(reading, seen) or _coloured(reading, seen)


def described_items(reading: Reading, garment: Mention, looks: list[ShownLook]) -> list[Item]:
    """The items among looks that "the coat" or "the blue shoes" may mean; none where the word does not point.

    Chinese needs no "the" to be displeased with the shoes, to keep or to drop the coat, or to ask about it; no heels
    but those that were shown are too high: « les talons sont trop hauts ».
    """
    spoken_of = (
        (garment.denied and garment.kind == "slot")
        or reading.has("keep", "wardrobe_remove", "other_colour")
        or reading.of("topic")
    )
    bare = (bool(spoken_of) and reading.lexicon.language == "zh") or reading.has("too_high")
    if not bare and not is_definite(reading, garment):
        return []
    categories, slot = reading.meanings.categories(garment.kind, garment.key), reading.meanings.slot
    items = [item for look in looks for item in look.look.items]
    of_kind = [
        item
        for item in items
        if (item.category in categories if categories else item.slot == slot(garment.kind, garment.key))
    ]
    colour = reading.before("colour", garment.first) or reading.at("colour", garment.last)
    return [item for item in of_kind if colour is None or item.colour.family == colour.key]


def narrowed(reading: Reading, shown: list[ShownLook]) -> Reading:
    """The reading with 裙子, which is skirts and dresses alike, as the one of them that was shown last.

    "Too bright" refuses what is bright, once something was shown; and trousers are those of the sport dressed for.
    """
    excessive = {cue.last for cue in reading.apart("excess", reading.cues.get("not_too", []))} if shown else set()
    worn = {item.category for look in last_turn(shown) for item in look.look.items}
    # "No bikinis, one piece only" is said of swimwear.
    swims = any(one.key in {"bikini", "swimsuit", "swimwear"} for one in reading.garments)

    def meant(mention: Mention) -> Mention:
        # Who will have no 裙子 wants neither, whichever was shown.
        wide = mention.kind == "kind" and not mention.denied
        if told := _told_by_shown(mention, reading, shown, worn):
            return told
        kinds = reading.meanings.narrower.get(mention.key, []) if wide else []
        held = [kind for kind in kinds if worn & {*reading.meanings.kinds[kind]}]
        if (mention.kind, mention.key) == ("slot", "one_piece") and swims:
            return replace(mention, kind="category", key="swimsuit")
        if mention.kind == "tone" and mention.first in excessive:
            return replace(mention, denied=True)
        return replace(mention, key=held[0]) if len(held) == 1 else mention

    told = [meant(mention) for mention in reading.mentions]
    counted = measured(reading, last_turn(shown))
    return replace(reading, mentions=sorted([*told, *counted], key=lambda one: (one.first, -one.last)))


def _told_by_shown(mention: Mention, reading: Reading, shown: list[ShownLook], worn: Collection[str]) -> Mention | None:
    """The jumper that goes, as the fine knit that was shown; the trousers of a hike, as what is hiked in."""
    if (mention.kind, mention.key) == ("category", "sweater") and "fine_knit" in worn:
        points = mention.denied or is_definite(reading, mention)
        return replace(mention, kind="kind", key="fine_sweater") if points else None
    occasion = last_turn(shown)[0].brief.occasion if shown and not reading.of("occasion") else None
    key = reading.meanings.worn_for.get(occasion or "", {}).get(mention.key)
    return replace(mention, kind="kind" if key in reading.meanings.kinds else "category", key=key) if key else None


def is_definite(reading: Reading, mention: Mention) -> bool:
    """Whether "the", "this" or "that" leads a mention and the colours and measure words before it."""
    grammar, first = reading.lexicon.grammar, mention.first
    while said := next((m for kind in _LEADING if (m := reading.before(kind, first))), None):
        first = said.first
    # « Garde les bottes » points, « j'aime les bottes » does not.
    kept = any(cue.last == first - 1 for cue in reading.cues.get("keep", ()))
    kept |= bool(reading.of("topic")) and is_put(reading)  # « les bottines, c'est du cuir ? »
    pointing = grammar.definite | (grammar.definite_plural if mention.kind == "slot" or kept else frozenset())
    while reading.word(first - 1) in grammar.articles - pointing:
        first -= 1
    # "Shoes are ugly" is said of those that were shown.
    judged = reading.lexicon.language == "en" and not first and reading.word(mention.last) in _ARE
    holds = mention.kind == "slot" and mention.last - mention.first > 1 and reading.word(mention.first) in pointing
    holds |= first < mention.first and reading.word(first) in pointing  # "the office" of "the office dress"
    return judged or holds or reading.word(first - 1) in pointing  # « le haut » holds its own.


def _all_of(reading: Reading, seen: list[ShownLook]) -> list[ShownLook]:
    """All that was shown, where "both" or "all three" stands for it."""
    return seen if any(_is_last_word(reading, cue.last) for cue in reading.cues.get("all_shown", ())) else []


def _compared(reading: Reading, seen: list[ShownLook]) -> list[ShownLook]:
    for cue, measure, most in _COMPARED:
        for mention in reading.cues.get(cue, ()):
            if len(seen) > 1 and _stands_for_look(reading, mention) and _is_known(seen, measure):
                return [(max if most else min)(seen, key=lambda shown: measure(shown.look))]
    return []


def _is_known(seen: list[ShownLook], measure: Measure) -> bool:
    return measure is not _price or all(shown.look.total is not None for shown in seen)


def _coloured(reading: Reading, seen: list[ShownLook]) -> list[ShownLook]:
    for colour in reading.of("colour"):
        if not colour.denied and _stands_for_look(reading, colour):
            return [shown for shown in seen if any(i.colour.family == colour.key for i in shown.look.items)][:1]
    return []


def _stands_for_look(reading: Reading, mention: Mention) -> bool:
    """Whether "the blue" or "the cheapest" is followed by "one", or by nothing at all; "I like blue" is a taste."""
    after = reading.word(mention.last)
    noun = reading.at("refer", mention.last) or reading.at("refer", mention.last + (after == "的"))
    if noun is not None:
        return noun.key == "that" or (noun.key != "photo" and is_definite(reading, mention))
    if reading.lexicon.language == "zh" and reading.word(mention.first - 1) == "那":
        return False  # 那休闲一点: then, not that one
    return _is_last_word(reading, mention.last) and is_definite(reading, mention) and not reading.has("like", "dislike")


def _is_last_word(reading: Reading, index: int) -> bool:
    """Whether nothing stands at a word that a name could go on with."""
    word = reading.word(index)
    return not word or word in SENTENCE_ENDS | COMMAS or word in reading.lexicon.grammar.after_ordinal
