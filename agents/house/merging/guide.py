"""Answers that are the same for everybody: what a word of dress means, whether a cloth is right, a topic of the guide.

The words are in `lexicon/glossary_*.toml` and `guide_*.toml`; for which season a cloth is, and what a code refuses, is
known by `tools`.
"""

from collections.abc import Iterator, Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.advice import advice
from agents.house.merging.beats import Beat
from agents.house.phrases import kind_of, load_phrases, load_table
from agents.house.prose.names import article, fabric_word, piece_name, worn_facts
from agents.house.prose.pen import Pen, joined
from agents.house.prose.scene import occasion_name
from agents.house.reading.cloth import ClothAsked, cloth_asked
from agents.house.reading.glossary import terms_of
from agents.house.reading.guide import topic_of
from agents.house.reading.pairing import Asked, pairing_asked, pairing_of
from agents.house.reading.text import read
from stores.vocabulary import Language, Piece, Season
from tools.dress import load_codes
from tools.events import read_event
from tools.pairing import pairing
from tools.seasons import seasons_of
from tools.shape import load_shape

# Where a cloth that creases has to be ironed that very morning.
STRICT = frozenset({"interview", "business", "formal"})


def guide(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What is asked for, said and then how it is done; what nobody here knows is answered as advice."""
    said = next(
        (found for each in (terms, cloth, topic, pair) if (found := [text for text in each(request, pen) if text])), []
    )
    return [Beat(10 - place, text) for place, text in enumerate(said)] or advice(request, pen)


def terms(request: MergeRequest, pen: Pen) -> Iterator[str | None]:
    """What a word means and when it is worn; of two words only what each means, unless the guide compares them."""
    named = terms_of(request.text, request.language)
    if len(named) > 1 and topic_of(request.text, request.language):
        return
    for name in named:
        code = load_table("glossary")[name].get("code")
        says = [f"define.{code}.means", f"define.{code}.wear", f"define.{code}.avoid"] if code else []
        says = says or [f"glossary.{name}.says", f"glossary.{name}.more"]
        yield from (pen.sentence(key, avoid=request.openings) for key in (says[:1] if len(named) > 1 else says))


def cloth(request: MergeRequest, pen: Pen) -> Iterator[str | None]:
    """Whether a cloth is right for an occasion, else for a season, and what there is to know of it."""
    asked = cloth_asked(read(request.text, load_lexicon(request.language)))
    if asked is None:
        return
    kind = _on_its_day(asked, request) if asked.dated else _kind_of(asked)
    slots = {"fabric": fabric_word(asked.fabric, request.language)}
    seasons: list[Season] = [asked.season] if asked.season else [*seasons_of(request.brief, request.conditions)[:1]]
    seasons = load_shape()["season"].get(asked.fabric, []) if kind in {"out_of_season", "dated_out"} else seasons
    if seasons:
        slots["season"] = joined([_season(one, request.language) for one in seasons], request.language)
    if event := occasion_name(asked.occasion, request.language):
        slots["occasion"] = event
    yield pen.sentence(f"fabric.{kind}.says", avoid=request.openings, slots=slots)
    part = "more" if asked.occasion else "says"
    yield pen.sentence(f"fabric.{kind}.more", *(f"{key}.{part}" for key in _known_of(asked.fabric)))


def topic(request: MergeRequest, pen: Pen) -> Iterator[str | None]:
    """The answer of the guide, then how it is done."""
    found = topic_of(request.text, request.language)
    parts = ("says", "more") if found else ()
    yield from (pen.sentence(f"guide.{found.name}.{part}", avoid=request.openings) for part in parts if found)


def pair(request: MergeRequest, pen: Pen) -> Iterator[str | None]:
    """Whether pieces that are named go together, and how to wear them, or what instead."""
    said = read(request.text, load_lexicon(request.language))
    yield from paired(request, pairing_asked(said), pen, clash=said.has("quarrels"))


def pair_of_own(request: MergeRequest, pen: Pen) -> Iterator[str | None]:
    """Whether pieces go together, one at least the person's own, before a look is made of them."""
    said = read(request.text, load_lexicon(request.language))
    named = request.brief.intent in {"relook", "complete"} and request.brief.owned
    if named and not pairing_asked(said):
        yield from paired(request, pairing_of(said), pen, clash=said.has("quarrels"))


def paired(request: MergeRequest, asked: Sequence[Asked], pen: Pen, *, clash: bool) -> Iterator[str | None]:
    """The verdict on pieces, and how to wear them or what instead; nothing of none."""
    if not asked:
        return
    kinds = {one.garment.id: one.garment.name for one in asked if one.is_kind}
    found = pairing([one.garment for one in asked], kinds)
    suits = {one.garment.id for one in asked if one.is_suit}
    first, other = (_called(piece, kinds.get(piece.id), piece.id in suits, request.language) for piece in found.pieces)
    quarrel = [f"pairing.{found.verdict}_clash.{found.why}"] if clash else []
    yield pen.sentence(
        *quarrel, f"pairing.{found.verdict}.{found.why}", avoid=request.openings, slots={"first": first, "other": other}
    )
    yield pen.sentence(f"pairing.how.{found.why}")


def _called(piece: Piece, said: str | None, is_suit: bool, language: Language) -> str:
    """A piece by its name, a suit whole, or with its article by what it was called where that was but a kind."""
    if said:
        return article(piece.category, language, said.lower())
    facts = worn_facts(piece)
    return piece_name(facts.model_copy(update={"category": "suit"}) if is_suit else facts, language)


def _kind_of(asked: ClothAsked) -> str:
    if asked.occasion:
        return _at_occasion(asked, asked.occasion)
    return f"rain_{kind_of('rain', asked.fabric) or 'dries'}" if asked.rain else _in_season(asked)


def _on_its_day(asked: ClothAsked, request: MergeRequest) -> str:
    """How a cloth stands to a month: by the temperatures of its place, else by the season that the month has."""
    fit, day = load_shape()["season"].get(asked.fabric), seasons_of(request.brief, request.conditions)
    kind = "any" if not fit else "in" if {*fit} & {*day} else "out"
    known = request.conditions is not None and request.conditions.temp_min_c is not None and request.brief.place
    return f"dated_{kind}" if known else {"any": "any_season", "in": "in_season", "out": "out_of_season"}[kind]


def _in_season(asked: ClothAsked) -> str:
    seasons = load_shape()["season"].get(asked.fabric)
    return "any_season" if not seasons else "in_season" if asked.season in seasons else "out_of_season"


def _at_occasion(asked: ClothAsked, occasion: str) -> str:
    """How a cloth stands to an occasion: refused by its code, too bright for it, right if ironed, right."""
    event = read_event(occasion, trade=asked.trade)
    kind = kind_of("occasions", occasion)
    rules = load_codes().get(event.dress_code)
    if rules is not None and asked.fabric in rules.avoid_fabrics:
        return "below_code"
    if asked.fabric in load_table("groups")["shining"].get(kind, ()):
        return "shines"
    return "creases" if kind in STRICT and kind_of("care", asked.fabric) == "linen" else "right"


def _known_of(fabric: str) -> list[str]:
    """The key of what the glossary tells of a fabric, where it does."""
    return [f"glossary.{name}" for name, row in load_table("glossary").items() if row.get("fabric") == fabric]


def _season(season: Season, language: Language) -> str:
    return load_phrases(language)[f"season.{season}.name"][0]
