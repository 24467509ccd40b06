"""What a turn knows beyond its tokens, by which a sentence of a reply is judged."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from agents.contracts import MergeRequest, PieceFacts
from agents.house.lexicon import load_lexicon
from agents.house.phrases import kind_of, load_table
from agents.house.reading.mentions import Mention
from agents.house.reading.text import read
from agents.house.reading.words import fold
from stores.vocabulary import ColourFamily, Conditions
from tools.seasons import seasons_of

Said = tuple[str, str]

# Kinds of occasions of which one may be told of for another: meetings at the office, a grand evening at the opera.
LIKE_EACH_OTHER = frozenset({"business", "formal", "party", "date", "dinner", "school", "everyday"})
LIKELY_RAIN, STRONG_WIND, HOT_C, COLD_C = 0.3, 25.0, 24.0, 12.0


@dataclass(frozen=True)
class Worn:
    """What is true of a piece that is shown."""

    category: str
    colours: frozenset[ColourFamily] = frozenset()
    fabrics: frozenset[str] = frozenset()
    patterns: frozenset[str] = frozenset()
    waterproof: bool = False


@dataclass(frozen=True)
class Known:
    """What a turn knows beyond its tokens: pieces by token, mentions and words that were said, the sky, the prompt.

    `asked` is what of that the person said, or what could not be had: no name of a piece that is shown.
    `about` are its topics: those of a question, `self` where it is of the person's own things, `price` where less or
    more is to be spent.
    """

    pieces: Mapping[str, Worn] = field(default_factory=dict)
    said: frozenset[Said] = frozenset()
    words: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    instructions: str = ""
    about: frozenset[str] = frozenset()
    asked: frozenset[Said] = frozenset()


def known_of(request: MergeRequest, worn: Mapping[str, Worn], owned: frozenset[str], instructions: str = "") -> Known:
    """What the turn of a request knows; `worn` are the pieces by their token."""
    told = [*request.notes, *(value for one in request.brief.unmet for value in (one.asked, one.nearest or ""))]
    lexicon = load_lexicon(request.language)
    texts = [request.text, request.brief.text, *(" ".join(re.split("[:_]", one)) for one in told)]
    asking = [read(text, lexicon) for text in texts]
    readings = [*asking, *(read(text, lexicon) for text in request.facts.values())]
    asked = {(mention.kind, mention.key) for reading in asking for mention in reading.mentions}
    said = {(mention.kind, mention.key) for reading in readings for mention in reading.mentions}
    said |= {("occasion", one) for one in _occasions(request)}
    said |= {(mention.kind, mention.key) for mention in _named_by_code(request.conditions)}
    said |= {("sky", sky) for sky in (*request.brief.stated_weather, *_skies(request.conditions))}
    said |= {("weekday", str(day)) for day in _weekdays(request)}
    said |= {
        ("season", season)
        for season in (request.brief.season, *seasons_of(request.brief, request.conditions))
        if season
    }
    words = {word.text for reading in readings for word in reading.words}
    about = frozenset(_topics(request))
    plain = plain_words(instructions)
    return Known(worn, frozenset(said), frozenset(words), owned, plain, about, frozenset(asked))


def worn_of(piece: PieceFacts) -> Worn:
    fabrics = frozenset({piece.fabric} if piece.fabric else ())
    return Worn(piece.category, frozenset({piece.colour}), fabrics, frozenset({piece.pattern}), piece.waterproof)


def _topics(request: MergeRequest) -> Iterator[str]:
    brief = request.brief
    yield from brief.about
    if brief.intent in {"wardrobe", "profile", "feedback"}:
        yield "self"
    stepped = brief.refinement is not None and brief.refinement.change in {"cheaper", "dearer"}
    if stepped or any(one.constraint.startswith("budget") for one in brief.unmet):
        yield "price"


def _occasions(request: MergeRequest) -> Iterator[str]:
    """What the turn is for: its occasion and what goes on at such a one, the events of its trip, the stops of its
    suitcase."""
    packing = request.packing
    if occasion := request.brief.occasion:
        kind = kind_of("occasions", occasion)
        yield from load_table("groups")["occasions"][kind] if kind in LIKE_EACH_OTHER else [occasion]
    yield from (event.occasion for event in request.brief.trip or ())
    yield from (stop.occasion for stop in (packing.stops if packing else ()))


def _named_by_code(conditions: Conditions | None) -> list[Mention]:
    """What a dress code is called after: cocktail is a party too."""
    code = (conditions.dress_code if conditions else None) or ""
    return list(read(code.replace("_", " "), load_lexicon("en")).mentions)


def _skies(conditions: Conditions | None) -> Iterator[str]:
    """The words for the weather that conditions bear out; for warmth those that they do not gainsay."""
    if conditions is None:
        return
    rain = conditions.rain_chance or 0.0
    if rain >= LIKELY_RAIN or (conditions.rain_mm or 0.0) > 0:
        yield "rain"
    if rain < LIKELY_RAIN:
        yield "sun"
    if conditions.snow:
        yield "snow"
    if (conditions.wind_kmh or 0.0) >= STRONG_WIND:
        yield "wind"
    if conditions.temp_max_c is None or conditions.temp_max_c >= HOT_C:
        yield "hot"
    if conditions.temp_min_c is None or conditions.temp_min_c <= COLD_C:
        yield "cold"
    if conditions.temp_min_c is not None and conditions.temp_min_c <= 0:
        yield "freezing"
    if conditions.humidity is not None:
        yield "humid"


def _weekdays(request: MergeRequest) -> Iterator[int]:
    told = (request.brief.date, request.conditions.date if request.conditions else None)
    yield from (date.fromisoformat(day).weekday() for day in told if day and len(day) == 10)


def plain_words(text: str) -> str:
    """The Latin words of a text, in small letters and one space apart."""
    return " ".join(re.findall(r"[a-z']+", fold(text)))
