"""What is said first of pieces that a turn will not have: one has their own, or the outfit never had any.

Speaks of a piece in the person's own word for it, since a whole kind may be meant ("no heels").
"""

import re
from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.prose.pen import joined
from agents.house.reading.mentions import Mention, Reading
from agents.house.reading.text import read
from stores.vocabulary import Language
from tools.references import remakes

SAME = "same"
_VOWEL = re.compile(r"[aeiouyéèêàâîôh]", re.IGNORECASE)


def without_keys(request: MergeRequest) -> list[str]:
    """The openings for what is refused and was not there, or is there already; none for any other turn."""
    refused = refused_words(request)
    if not refused:
        return []
    if request.brief.avoid_slots and _is_had(said_of(request)):
        return ["opening.had"]
    return ["opening.absent"] if lacked(request) else []


def _is_had(said: Reading) -> bool:
    """Whether one is told to be there already; what is to be left at home is only left."""
    left = {garment.last for garment in said.garments if garment.denied}
    return said.has("already") or any(cue.first not in left for cue in said.cues.get("already_had", ()))


def without_slots(request: MergeRequest) -> dict[str, str]:
    """ "no {refused}", « pas {de_refused} »."""
    words = refused_words(request)
    said = joined(words, request.language)
    return {"refused": said, "de_refused": f"{'d’' if _VOWEL.match(said) else 'de '}{said}"} if words else {}


def lacked(request: MergeRequest) -> bool:
    """Whether nothing went, so that the outfit never had what is refused."""
    brief = request.brief
    if remakes(brief):
        asked = (brief.wanted, brief.slots, brief.colours, brief.fabrics, brief.patterns, brief.owned, brief.accent)
        return not any(asked) and not (brief.refinement and brief.refinement.without)
    return bool(brief.refinement and brief.refinement.change in {"amend", "again"}) and SAME in request.told


def refused_words(request: MergeRequest) -> list[str]:
    """The garments that a turn will not have, as it names them."""
    said, brief = said_of(request), request.brief
    if not (brief.avoid_slots or brief.avoid_categories):
        return []
    return list(dict.fromkeys(_raw(said, one) for one in said.garments if _is_refused(said, one, request)))


def said_of(request: MergeRequest) -> Reading:
    return read(request.text, load_lexicon(request.language))


def _is_refused(said: Reading, garment: Mention, request: MergeRequest) -> bool:
    brief = request.brief
    kinds = {*said.meanings.categories(garment.kind, garment.key)}
    slot = said.meanings.slot(garment.kind, garment.key)
    return slot in brief.avoid_slots or (bool(kinds) and kinds <= {*brief.avoid_categories})


def _raw(said: Reading, garment: Mention) -> str:
    first = garment.first
    first += garment.last - first > 1 and said.word(first) in said.lexicon.grammar.articles  # « le bas »
    words: Sequence[str] = [word.raw for word in said.words[first : garment.last]]
    return _spaced(words, said.lexicon.language)


def _spaced(words: Sequence[str], language: Language) -> str:
    return ("" if language == "zh" else " ").join(words).lower()
