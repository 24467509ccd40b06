"""Two questions in one turn: each is answered in words, in the order in which they were asked."""

from collections.abc import Callable, Iterable, Sequence

from agents.contracts import MergeRequest
from agents.house.lexicon import load_lexicon
from agents.house.merging.advice import forbidden, hat, suits
from agents.house.merging.beats import Beat
from agents.house.merging.guide import cloth, pair, pair_of_own, terms, topic
from agents.house.merging.leave import colour_there, leaves_out, needed
from agents.house.prose.pen import Pen
from agents.house.reading.both import questions_of
from agents.house.reading.text import read

Answer = Callable[[MergeRequest, Pen], Iterable[str | None]]
# Sentences to each question.
_MOST = 2


def both(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """The answer to each question that has one, where at least two have."""
    if request.brief.intent != "ask_advice":
        return []
    said = [texts for texts in _each(request, pen, IN_WORDS) if texts]
    texts = list(dict.fromkeys(text for each in said for text in each))
    return [Beat(10 - place, text) for place, text in enumerate(texts)] if len(said) > 1 else []


def before_looks(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """What is asked beside what the looks answer: "is navy ok there? and what shoes?", "do my boots go with jeans?"."""
    looks = bool(request.looks) and request.brief.intent != "ask_advice"
    asked = _said(pair_of_own, request, pen) if looks else []
    said = asked or (next((texts for texts in _each(request, pen, BESIDE_LOOKS) if texts), []) if looks else [])
    return [Beat(10, text) for text in said[:1]]


def _each(request: MergeRequest, pen: Pen, answers: Sequence[Answer]) -> list[list[str]]:
    parts = questions_of(request.text, request.language)
    asked = [request.model_copy(update={"text": part}) for part in parts]
    return [next((found for answer in answers if (found := _said(answer, one, pen))), []) for one in asked]


def _said(answer: Answer, request: MergeRequest, pen: Pen) -> list[str]:
    return [text for text in answer(request, pen) if text][:_MOST]


def fits(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether a piece that this very question names is right there, and of a hat whether it is worn."""
    said = read(request.text, load_lexicon(request.language))
    named = any(not one.denied for one in said.garments)
    return (hat(request, pen) or suits(request, pen)) if named else []


def colour(request: MergeRequest, pen: Pen) -> list[str | None]:
    """Whether a colour that this very question names may be worn there."""
    said = read(request.text, load_lexicon(request.language))
    return (forbidden(request, pen) or colour_there(request, pen)) if said.of("colour") else []


IN_WORDS: tuple[Answer, ...] = (needed, terms, cloth, pair, colour, leaves_out, fits, topic)
BESIDE_LOOKS: tuple[Answer, ...] = (colour, leaves_out)
