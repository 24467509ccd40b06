"""Answers about looks that were shown: what they cost, what they are made of, whether they are warm or dressy enough.

Each answer is read from the facts of the pieces; what is not known is said to be so. Nothing is searched or made anew.
"""

from collections.abc import Callable, Sequence

from agents.contracts import LookFacts, MergeRequest, PieceFacts
from agents.house.lexicon import load_lexicon
from agents.house.merging.beats import Beat
from agents.house.merging.impressions import COLOUR_FEARS, impressed, of_length, would_seem
from agents.house.merging.judged import (
    clo_of,
    clothes,
    comfort,
    formality_of,
    grip,
    meant,
    name_of,
    occasion,
    rain,
    sky,
    warmth,
)
from agents.house.merging.of_case import case
from agents.house.merging.reasons import reasons
from agents.house.phrases import kind_of, load_names
from agents.house.prose.names import article, colour_word, fabric_word, grammar_of
from agents.house.prose.pen import Pen, Thing, joined
from agents.house.prose.scene import by_weight, thing
from agents.house.reading.impressions import impression_of
from agents.house.reading.mentions import Reading
from agents.house.reading.sizes import sizes_of
from agents.house.reading.text import read
from stores.colours import family_colour
from stores.vocabulary import About, Piece, Sizes
from tools.colour import NEUTRAL_FAMILIES
from tools.keeping import merits_of

Answer = Callable[[MergeRequest, Pen], Sequence[str | None]]
# So many reasons are told of one piece.
REASONS = 2
ORDINALS = ("first", "second", "third")


def about_shown(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The answer to each topic of the question, in the order in which they were asked."""
    if not request.looks:
        return [Beat(10, pen.sentence("shown.gone", avoid=request.openings))]
    request = request.model_copy(
        update={"looks": request.looks if _is_packed(request) else request.looks[: len(ORDINALS)]}
    )
    said = [text for topic in request.brief.about for text in ANSWERS[topic](request, pen) if text]
    return [Beat(10 - place, text) for place, text in enumerate(said)]


def price(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """The price of the piece that is meant; of one look its total and its parts; of several their totals."""
    if told := _set_apart(request, pen) or _ranked(request, pen) or _of_budget(request, pen):
        return told
    if pointed := meant(request):
        priced = [f"[[{key}]]" for key, _ in pointed if f"{key}.price" in request.facts]
        key = "shown.price_piece" if priced else "shown.price_unknown"
        return [pen.sentence(key, avoid=request.openings, slots={"parts": joined(priced, request.language)})]
    return [_of_all(request, pen)]


def _of_budget(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Whether what is shown keeps to the budget, where that is asked, with what each look comes to."""
    asked = read(request.text, load_lexicon(request.language)).has("in_budget")
    if not asked or _is_packed(request) or not all(look.priced for look in request.looks):
        return []
    sums = [*{request.facts[key]: f"[[{key}]]" for key in map(_sum_of, request.looks)}.values()]
    kept = {look.within for look in request.looks}
    key = "untold" if None in kept else "part" if len(kept) > 1 else "yes" if True in kept else "no"
    slots: dict[str, str | Thing] = {"sums": joined(sums, request.language), "budget": "[[budget]]"}
    return [pen.sentence(f"shown.within_{key}", avoid=request.openings, slots=slots)]


def _sum_of(look: LookFacts) -> str:
    return f"{look.number}.total" if look.kind == "outfit" else f"{next(iter(look.pieces))}.price"


def _ranked(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """The cheapest or the dearest of several looks, where it is asked which that is, and what the others come to."""
    said = read(request.text, load_lexicon(request.language))
    asked = next((key for key in ("cheapest", "dearest") if said.has(key)), None)
    looks = request.looks
    if asked is None or len(looks) < 2 or not all(look.priced for look in looks):
        return []
    found = (min if asked == "cheapest" else max)(looks, key=lambda look: look.dearer_than)
    others = joined([f"[[{look.number}.total]]" for look in looks if look is not found], request.language)
    total = f"[[{found.number}.total]]"
    slots: dict[str, str | Thing] = {"one": name_of(found, request), "sum": total, "others": others}
    return [pen.sentence(f"shown.{asked}", avoid=request.openings, slots=slots)]


def _of_all(request: MergeRequest, pen: Pen) -> str | None:
    """What is shown costs, as a suitcase, as a list of articles, as one look with its parts, or look by look."""
    priced = all(look.priced for look in request.looks)
    if priced and len(request.looks) > 1 and all(look.kind == "article" for look in request.looks):
        return _of_articles(request, pen)
    if _is_packed(request):
        return pen.sentence("shown.price_all", avoid=request.openings, slots={"whole": "[[all.total]]"})
    if not priced:
        return pen.sentence("shown.price_unknown", avoid=request.openings)
    if len(request.looks) == 1:
        parts = joined([_priced(key, request) for key in request.looks[0].pieces], request.language)
        kind = "article" if request.looks[0].kind == "article" else "look"
        return pen.sentence(f"shown.price_{kind}", avoid=request.openings, slots={"parts": parts})
    return pen.sentence(f"shown.price_{len(request.looks)}", avoid=request.openings, slots=_totals(request))


def _of_articles(request: MergeRequest, pen: Pen) -> str | None:
    """What each of several articles costs; asked for a sum, that of the first of each kind: a hat and gloves."""
    listed = [pair for look in reversed(request.looks) for pair in look.pieces.items()]
    first = {piece.category if piece.slot == "accessory" else piece.slot: key for key, piece in listed}
    summed = "all.total" in request.facts and read(request.text, load_lexicon(request.language)).has("of_whole")
    every = [key for look in request.looks for key in look.pieces]
    keys = [key for key in every if not summed or key in first.values()]
    slots = {"parts": joined([_priced(key, request) for key in keys], request.language)}
    key = "shown.price_sum" if summed else "shown.price_piece"
    return pen.sentence(key, avoid=request.openings, slots=slots | ({"whole": "[[all.total]]"} if summed else {}))


def _set_apart(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """The total beside the price of what is asked apart: "without the shoes?", "does it come with the shirt?"."""
    said = read(request.text, load_lexicon(request.language))
    less = any(one.denied for one in said.garments) or said.has("excluding")
    if not (less or said.has("included")) or not request.looks[0].priced or request.looks[0].kind == "article":
        return []
    pieces = [f"[[{key}]]" for key, _ in _spoken_of(request, said) if f"{key}.price" in request.facts]
    slots = {"parts": joined(pieces, request.language), "whole": f"[[{request.looks[0].number}.total]]"}
    key = "shown.price_less" if less else "shown.price_with"
    return [pen.sentence(key, avoid=request.openings, slots=slots)] if pieces else []


def _priced(key: str, request: MergeRequest) -> str:
    """A piece of a list with its price; Chinese, whose lists have commas of their own, puts none between the two."""
    told = request.language == "zh" and {f"{key}.name", f"{key}.price"} <= {*request.facts}
    return f"[[{key}.name]] [[{key}.price]]" if told else f"[[{key}]]"


def compare(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """What two looks cost, then which of them is the warmer and which the dressier."""
    if len(request.looks) < 2:
        return [pen.sentence("shown.compare_alone", slots={"one": name_of(request.looks[0], request)})]
    looks = request.looks[:3]
    warm = max(looks, key=clo_of)
    dressy = max(looks, key=formality_of)
    slots = {"warmest": name_of(warm, request), "dressiest": name_of(dressy, request)}
    key = "shown.compare_one" if warm is dressy else "shown.compare"
    return [*price(request, pen), pen.sentence(key, slots=slots)]


def fabric(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """What the pieces are made of; first yes or no where a cloth was named. "It" is what was asked for last."""
    said = read(request.text, load_lexicon(request.language))
    named = [one for one in said.garments if not one.denied]
    if named and not (meant(request) or _spoken_of(request, said)):
        return [pen.sentence("shown.fabric_none", avoid=request.openings)]
    pieces = meant(request) or ([] if named else _ordered(request)) or clothes(request.looks[0])
    known = [(key, piece) for key, piece in pieces if piece.fabric]
    if not known:
        return [pen.sentence("shown.fabric_unknown", avoid=request.openings)]
    asked = {*said.keys("fabric")}
    answer = "" if not asked else "yes" if all(piece.fabric in asked for _, piece in known) else "no"
    clauses = [pen.clause("shown.made_of", slots=_made_of(request, key, piece)) for key, piece in known]
    list_ = joined([clause for clause in clauses if clause], request.language)
    return [pen.sentence(f"shown.fabric_{answer}" if answer else "shown.fabric", slots={"list": list_})]


def _ordered(request: MergeRequest) -> list[tuple[str, PieceFacts]]:
    """The pieces of the first look that were asked for by their kind."""
    kinds = {one.category for one in request.brief.wanted if one.category}
    return [pair for pair in by_weight(request.looks[0]) if pair[1].category in kinds]


def brand(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    return _of_each(request, pen, "brand")


def size(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """The sizes that are there; first yes or no where one was named, or where the own one is asked for and known."""
    said = read(request.text, load_lexicon(request.language))
    asked, mine = sizes_of(said, None).sizes, said.has("my_size")
    asked = request.brief.sizes if mine and asked == Sizes() else asked
    pieces = meant(request) or clothes(request.looks[0])
    named = ((key, asked.shoes if piece.slot == "footwear" else asked.clothes) for key, piece in pieces)
    there = [
        one in request.facts[f"{key}.sizes"].split(", ")
        for key, one in named
        if one and f"{key}.sizes" in request.facts
    ]
    unsure = "_untold" if mine and asked == Sizes() else ""
    return _of_each(request, pen, "sizes", answer=unsure if not there else "_yes" if all(there) else "_no")


def pick(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """The look that the composer put first, and what spoke for it."""
    if told := _ranked(request, pen):
        return told
    key = "shown.pick" if len(request.looks) > 1 else "shown.pick_alone"
    lead = pen.sentence(key, avoid=request.openings, slots={"one": name_of(request.looks[0], request)})
    return [lead, *(beat.text for beat in reasons(request, pen))]


def care(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """How the pieces are washed, by their cloth."""
    return _by_cloth(request, pen, "care")


def crease(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Which of the pieces crease, by their cloth; the one that does most is named."""
    return _by_cloth(request, pen, "creases")


def _by_cloth(request: MergeRequest, pen: Pen, group: str) -> Sequence[str | None]:
    """What a group of cloths has in common, said of the piece that is meant, or of the first of each such group."""
    pieces = meant(request) or clothes(request.looks[0])
    kinds = {kind: pair for pair in reversed(pieces) if (kind := kind_of(group, pair[1].fabric or ""))}
    said = [
        pen.sentence(f"shown.{group}_{kind}", slots={"piece": thing(request, [pair])})
        for kind, pair in sorted(kinds.items(), key=lambda found: pieces.index(found[1]))
    ]
    return said[:2] or [pen.sentence("shown.fabric_unknown", avoid=request.openings)]


def buy(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    delivered = read(request.text, load_lexicon(request.language)).has("delivers")
    return [pen.sentence("shown.delivery" if delivered else "shown.buy", avoid=request.openings)]


def hair(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Hair is another trade; what a collar asks of it is not."""
    return [pen.sentence("shown.hair", avoid=request.openings)]


def why(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """What spoke for the look when it was made; of a piece or a colour that is asked about, what speaks for that."""
    said = read(request.text, load_lexicon(request.language))
    if said.garments or said.of("colour"):
        piece = next(iter(_spoken_of(request, said)), None)
        group = "piece" if said.garments else "quiet" if {*said.keys("colour")} <= {*NEUTRAL_FAMILIES} else "colour"
        slots = {"piece": thing(request, [piece])} if piece else {}
        if not _is_there(piece, said):
            return [pen.sentence("shown.why_other", "shown.why_none", avoid=request.openings, slots=slots)]
        if piece and group == "piece" and (told := _merits(request, pen, piece[0])):
            return told
        return [pen.sentence(f"shown.why_{group}", avoid=request.openings, slots=slots)]
    told = [beat.text for beat in reasons(request, pen)]
    if said.has("matches"):
        return [pen.sentence("shown.together", avoid=request.openings), *told]
    return told or [pen.sentence("shown.why", avoid=request.openings)]


def _merits(request: MergeRequest, pen: Pen, key: str) -> Sequence[str | None]:
    """What a piece does for the look: keeps dry or warm, is as dressed as is asked, brings the colour or calms it."""
    worn = {name: _stated(name, piece) for name, piece in request.looks[0].pieces.items()}
    sky = request.conditions
    formality = sky.formality if sky and request.brief.occasion else None
    merits = [one for one in merits_of(worn[key], [*worn.values()], sky, formality) if one != "peer"][:REASONS]
    slots = {"piece": thing(request, [(key, request.looks[0].pieces[key])])}
    return [pen.sentence(f"shown.why_piece_{merit}", avoid=request.openings, slots=slots) for merit in merits]


def _stated(key: str, facts: PieceFacts) -> Piece:
    return Piece(
        id=key,
        name=facts.category,
        category=facts.category,
        slot=facts.slot,
        colours=[family_colour(facts.colour)],
        formality=facts.formality,
        clo=facts.clo,
        waterproof=facts.waterproof,
    )


def _is_there(piece: tuple[str, PieceFacts] | None, said: Reading) -> bool:
    """Whether what is asked about is worn, and in the colour that it is called by."""
    colours = {*said.keys("colour")}
    return piece is not None and (not (said.garments and colours) or piece[1].colour in colours)


def _is_packed(request: MergeRequest) -> bool:
    """Whether the looks are those of a suitcase, whose pieces are paid for once."""
    return "all.total" in request.facts or "case" in request.brief.about


def _of_each(request: MergeRequest, pen: Pen, fact: str, *, answer: str = "") -> Sequence[str | None]:
    """One fact of each piece that is meant, or of all clothes of the first look."""
    pieces = meant(request) or clothes(request.looks[0])
    told = [
        pen.clause(f"shown.{fact}_of", slots={"piece": thing(request, [(key, piece)]), "fact": f"[[{key}.{fact}]]"})
        for key, piece in pieces
        if request.facts.get(f"{key}.{fact}")
    ]
    list_ = joined([text for text in told if text], request.language)
    return [pen.sentence(f"shown.{fact}{answer}" if told else f"shown.{fact}_unknown", slots={"list": list_})]


def _spoken_of(request: MergeRequest, said: Reading) -> list[tuple[str, PieceFacts]]:
    """The pieces of the first look of a kind or a colour that a text names."""
    kinds = {kind for one in said.garments for kind in said.meanings.categories(one.kind, one.key)}
    slots = {said.meanings.slot(one.kind, one.key) for one in said.garments if one.kind == "slot"}
    colours = {*said.keys("colour")}
    held = by_weight(request.looks[0]) if request.looks else []
    named = [pair for pair in held if pair[1].category in kinds or pair[1].slot in slots]
    return named if said.garments else [pair for pair in held if pair[1].colour in colours]


def _made_of(request: MergeRequest, key: str, piece: PieceFacts) -> dict[str, str | Thing]:
    noun = article(piece.category, request.language)
    plain = Thing(((noun, noun),), grammar_of(piece.category, request.language))
    cloth = piece.fabric or ""
    in_cloth = load_names(request.language).fabrics.get(cloth, cloth)
    return {"piece": plain, "fabric": fabric_word(cloth, request.language), "in_fabric": in_cloth}


def _totals(request: MergeRequest) -> dict[str, str | Thing]:
    """The total of each look; of two, which need not be the first two, also what they are told apart by."""
    sums = {f"{name}_sum": f"[[{look.number}.total]]" for name, look in zip(ORDINALS, request.looks, strict=False)}
    names = dict(zip(("one", "two"), (name_of(look, request) for look in request.looks), strict=False))
    return {**sums, **names}


def impression(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """Whether what was shown looks as it is feared to."""
    said = read(request.text, load_lexicon(request.language))
    asked = impression_of(said)
    if asked is None:
        return why(request, pen)
    if said.has("sheer"):
        return [pen.sentence("shown.seems_sheer", avoid=request.openings)]
    if asked in COLOUR_FEARS and (colours := said.of("colour")) and not meant(request):
        key, slots = would_seem(asked, colours[0].key), {"colour": colour_word(colours[0].key, request.language)}
        return [pen.sentence(f"shown.{key}", avoid=request.openings, slots=slots)]
    pieces = meant(request) or by_weight(request.looks[0])
    key, found = (
        of_length(pieces, said.meanings.lengths) if asked == "bare" and said.has("longer") else impressed(asked, pieces)
    )
    return [pen.sentence(f"shown.seems_{key}", slots={"piece": thing(request, found)} if found else {})]


def colour(request: MergeRequest, pen: Pen) -> Sequence[str | None]:
    """The pieces that are meant, or that a text names, each called by its colour."""
    said = read(request.text, load_lexicon(request.language))
    pieces = meant(request) or _spoken_of(request, said) or clothes(request.looks[0])
    return [pen.sentence("shown.colour", avoid=request.openings, slots={"piece": thing(request, pieces)})]


ANSWERS: dict[About, Answer] = {
    "price": price, "fabric": fabric, "brand": brand, "size": size, "warmth": warmth, "rain": rain, "sky": sky,
    "occasion": occasion, "comfort": comfort, "why": why, "compare": compare, "pick": pick, "care": care,
    "crease": crease, "grip": grip, "buy": buy, "hair": hair, "impression": impression, "case": case, "colour": colour,
}  # fmt: skip
