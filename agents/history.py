"""A long conversation in short: of what lies too far back to be shown whole, the sentences that decided something.

They are kept word for word, since a summary in other words may decide something else. What was agreed on is besides in
the brief, the profile and the looks that a request carries; of a look that is what a message may point at.
"""

from collections.abc import Iterator, Sequence

from agents.contracts import UnderstandRequest
from agents.gate import split_sentences
from agents.house.lexicon import load_lexicon
from agents.house.reading.language import language_of
from agents.house.reading.mentions import ATTRIBUTES, GARMENTS
from agents.house.reading.text import read
from stores.vocabulary import Brief, Item, Language, Score, ShownLook

# Characters of all that is kept.
LONGEST = 1200
_DECIDING = {*GARMENTS, *ATTRIBUTES, "size", "currency", "limit", "occasion", "presentation", "culture", "activity"}

# Of a brief that a look answered: what tells the look from others, and what it was made of. The rest of what was
# decided is in the last brief.
_TELLING = ("intent", "occasion", "trade", "wearer", "refinement")


def in_short(request: UnderstandRequest) -> UnderstandRequest:
    """A request whose looks hold what can be pointed at: no scores, reasons, addresses, or briefs at length.

    What a shop calls a piece is told of the looks that were shown last; before these, kind and colour do. What the
    last brief changed of the profile is in the profile.
    """
    newest = max((row.turn for row in request.shown), default=0)
    shown = [_pointable(row, named=row.turn == newest) for row in request.shown]
    last = request.last and request.last.model_copy(update={"changes": []})
    return request.model_copy(update={"shown": shown, "last": last})


def _pointable(row: ShownLook, *, named: bool) -> ShownLook:
    items = [_bare(item, named=named) for item in row.look.items]
    told = {"items": items, "score": Score(total=0), "why": [], "title": ""}
    brief = Brief(**{key: getattr(row.brief, key) for key in _TELLING})
    if brief.refinement:
        brief.refinement = brief.refinement.model_copy(update={"without": []})
    return row.model_copy(update={"look": row.look.model_copy(update=told), "brief": brief, "reasons": []})


def _bare(item: Item, *, named: bool) -> Item:
    left_out = dict.fromkeys(("price", "currency", "size", "url", "image"))
    colour = item.colour.model_copy(update={"hex": ""})
    return item.model_copy(update=left_out | {"colour": colour, "name": item.name if named else ""})


def decided(texts: Sequence[str], language: Language | None = None, longest: int = LONGEST) -> list[str]:
    """The deciding sentences of a person's messages, both oldest first; where they are too many, the latest."""
    said = list(dict.fromkeys(sentence for text in reversed(texts) for sentence in _reversed(text, language)))
    kept: list[str] = []
    for sentence in said:
        longest -= len(sentence)
        if longest < 0:
            break
        kept.append(sentence)
    return kept[::-1]


def _reversed(text: str, before: Language | None) -> Iterator[str]:
    language = language_of(text, before)
    whole, rest = split_sentences(text)
    for sentence in reversed([*whole, rest]):
        if sentence.strip() and _decides(sentence, language):
            yield sentence.strip()


def _decides(sentence: str, language: Language) -> bool:
    reading = read(sentence, load_lexicon(language))
    return bool(reading.facts) or bool(_DECIDING & {mention.kind for mention in reading.mentions})
