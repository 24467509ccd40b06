"""Replies without a search: pictures, greetings, things outside the wardrobe, and care."""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.merging.beats import Beat
from agents.house.phrases import kind_of, load_phrases
from agents.house.prose.pen import Pen
from agents.house.reading.scope import FOREIGN

GREETINGS = ("rude", "register", "thanks", "bye", "who", "other", "hello")


def preview(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    if not request.looks:
        return [Beat(10, pen.sentence("preview.none", avoid=request.openings))]
    shown = pen.sentence("preview.look", "preview.single", avoid=request.openings)
    after = "preview.after_single" if request.looks[0].kind == "article" else "preview.after"
    return [Beat(10, shown), Beat(5, pen.sentence(after))]


def smalltalk(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    kind = next((kind for kind in GREETINGS if greets(kind, request)), "thanks" if request.said else "hello")
    sober = kind_of("occasions", request.brief.occasion or "") == "mourning"
    keys = [f"smalltalk.{kind}_mourning"] if sober else []
    return [Beat(10, pen.sentence(*keys, f"smalltalk.{kind}", avoid=request.openings))]


def greets(kind: str, request: MergeRequest) -> bool:
    """Whether the text holds a word of this kind of greeting."""
    return any(word in request.text.lower() for word in load_phrases(request.language).get(f"greet.{kind}", ()))


def off_topic(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """One friendly sentence; to hard words it asks what went wrong, to a low mood it is kind."""
    keys = ["off_topic.any"]
    if FOREIGN in request.brief.refers_to:
        keys = ["off_topic.foreign"]
    elif greets("rude", request):
        keys = ["smalltalk.rude"]
    elif greets("low", request):
        keys = ["smalltalk.low_alone"]
    elif request.brief.place:
        keys.insert(0, "off_topic.with_place")
    return [Beat(10, pen.sentence(*keys, avoid=request.openings))]


def body(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Hard words about the own body: warmth and no correction, then what the person would like to feel in clothes."""
    return [Beat(10, pen.sentence("body.first", avoid=request.openings)), Beat(9, pen.sentence("body.second"))]


def measures(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """How tall or heavy somebody is: not kept, since clothes are found by their sizes, which are asked for instead."""
    return [Beat(10, pen.sentence("measures.first", avoid=request.openings)), Beat(9, pen.sentence("measures.second"))]


def care(request: MergeRequest, pen: Pen) -> Sequence[Beat]:
    """Warmth, somebody to talk to, and the clothes for another day."""
    return [Beat(10 - place, pen.sentence(f"care.{part}")) for place, part in enumerate(("first", "second", "third"))]
