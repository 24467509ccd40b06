"""Replies that show single articles: the first with what speaks for it, the rest in a clause.

What speaks for an article is what was asked of it; it is never praised for an outfit that it is not in.
"""

from collections.abc import Iterator, Sequence

from agents.contracts import MergeRequest, PieceFacts
from agents.house.lexicon import load_lexicon
from agents.house.merging.advice import UNFIT, category_asked, suitability
from agents.house.merging.beats import Beat, follows_up, told
from agents.house.merging.leave import named
from agents.house.merging.limits import notes, unmet
from agents.house.merging.looks import offers, outfit, unpriced
from agents.house.merging.reasons import paired
from agents.house.merging.taboos import taboo
from agents.house.merging.weather import fabric_keys
from agents.house.prose.names import fabric_noun, fabric_word
from agents.house.prose.pen import Pen
from agents.house.prose.scene import token_of
from agents.house.reading.text import read
from stores.vocabulary import CORE_SLOTS

ALIKE = {f"like:{how}": (f"piece.like_{how}",) for how in ("shape_colour", "shape", "colour")}
SIZED = frozenset({*CORE_SLOTS, "outer"})


def articles(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    if request.looks[0].kind == "outfit":
        return outfit(request, pen)
    return told([fitness, opening, merits, unmet, money, others, taboo, notes, offer], request, pen)


def opening(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    close = request.brief.intent == "similar"
    keys = ("opening.similar", "opening.find") if close else ("opening.find",)
    given = read(request.text, load_lexicon(request.language)).has("gift")
    sized = next(iter(request.looks[0].pieces.values())).slot in SIZED
    keys = ("opening.gift_sized" if sized else "opening.gift", *keys) if given else keys
    return [Beat(10, pen.sentence(*keys, avoid=request.openings))]


def fitness(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """That what was asked for falls short of its occasion, where it does: white trainers, for black tie."""
    asked, kind = category_asked(request), suitability(request)
    shown = {one.category for one in request.looks[0].pieces.values()}
    if asked is None or kind != "too_plain" or len(request.brief.wanted) != 1 or asked not in shown:
        return []
    return [Beat(9, pen.sentence(f"suits.{kind}", slots={"piece": named(asked, request.language)}))]


def merits(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Two things at most that are true of the article and were asked for."""
    piece = next(iter(request.looks[0].pieces.values()))
    language, cloth = request.language, piece.fabric
    slots = {"fabric": fabric_word(cloth, language), "fabric_the": fabric_noun(cloth, language)} if cloth else {}
    clauses = [text for keys in merit_keys(request, piece) if (text := pen.clause(*keys, slots=slots))][:2]
    if len(clauses) < 2:
        return [Beat(8, pen.finish(text)) for text in clauses]
    return [Beat(9, paired(clauses, pen))]


def merit_keys(request: MergeRequest, piece: PieceFacts) -> Iterator[Sequence[str]]:
    """Lists of clauses for what holds of the piece, the wish first."""
    brief, why = request.brief, request.looks[0].why
    if piece.waterproof:
        yield ("piece.waterproof",)
    if piece.fabric and piece.fabric in brief.fabrics:
        yield ("piece.fabric_asked",)
    for key in (one for one in why if one.startswith("like:")):
        yield ALIKE.get(key, ("piece.like",))
    if brief.sizes.clothes and not brief.sizes.shoes and piece.slot in SIZED - {"footwear"}:
        yield ("piece.size",)
    if brief.sizes.shoes and piece.slot == "footwear":
        yield ("piece.size_shoes",)
    if brief.budget and not follows_up(request) and not any(gap.constraint == "budget" for gap in brief.unmet):
        yield ("piece.within",)
    if brief.occasion and suitability(request) not in UNFIT and any(key.startswith("code:") for key in why):
        yield ("piece.occasion",)
    if piece.fabric and piece.fabric not in brief.fabrics:
        yield [f"piece.{key}" for key in fabric_keys(piece.fabric, request)]


def money(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The price stands beside the name; here only what it saves, or that it is not known."""
    return [*unpriced(request, pen), Beat(6, pen.sentence("money.diff_piece"))]


def others(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The next two; where these are called as the first is, by their prices alone."""
    first, *rest = (next(iter(look.pieces)) for look in request.looks[:3])
    if rest and all(called(key, request) == called(first, request) for key in rest):
        prices = (f"[[{key}.price]]" if f"{key}.price" in request.facts else None for key in rest)
        slots = dict(zip(("second_price", "third_price"), prices, strict=False))
        return [Beat(6, pen.sentence(f"others.alike_{len(rest) + 1}", slots=slots))]
    return [Beat(6, pen.sentence("others.article_three", "others.article_two"))]


def called(key: str, request: MergeRequest) -> str | None:
    return request.facts.get((token_of(request, key) or "").strip("[]"))


def offer(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """An outfit around it, or where it will be worn if that is not known."""
    if not request.voice.warmth or not offers(request, pen):
        return []
    return [Beat(3, pen.sentence("next.article" if request.brief.occasion else "next.article_where"))]
