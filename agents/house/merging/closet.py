"""What is said of a wardrobe: what became of its garments, the answer to a question about them, what is asked back.

Names, sums and days are facts of the request; this module has only the words between them.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.merging.beats import Beat
from agents.house.prose.pen import Pen

DONE = ("was", "removed", "hung", "confirmed", "corrected", "merge", "in_wash", "here", "given_away", "worn", "paid")
SLOTS = ("name", "each", "paid", "times", "day", "since", "rested", "never", "least", "number", "there")
ASKED = "wardrobe:"

# What is asked back in a sentence of its own.
SHOWN_APART = {"waiting": "seen", "which": "seen", "twins": "twins"}
# The phrases of an answer, the fullest first.
PARTS = {
    "unworn": ("both", "rested", "never", "none"), "since": ("both", "rested", "never", "none"),
    "per_wear": ("whole", "unpaid", "unused", "unknown"), "last_worn": ("whole", "unknown"),
    "least": ("both", "worn", "unknown"), "most": ("whole", "unknown"), "count": ("whole", "all", "none"),
}  # fmt: skip


def done(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What became of garments, in a sentence for each thing that happened."""
    told = [kind for kind in DONE if f"done.{kind}" in request.facts]
    slots = {"day": fact("done.day", request), "price": fact("done.price", request)}
    return [
        Beat(10, pen.sentence(f"closet.{kind}", avoid=request.openings, slots={**slots, "done": f"[[done.{kind}]]"}))
        for kind in told
    ]


def best(request: MergeRequest, pen: Pen) -> list[Beat]:
    """Which of several photos suits best."""
    slots = {"best": fact("best", request), "shows": fact("best.shows", request)}
    return [Beat(11, pen.sentence("closet.best", slots=slots) if slots["best"] else None)]


def answer(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What was asked of the wardrobe, or that it is not known and how it could be."""
    asked = next((key.removeprefix(ASKED) for key in request.brief.refers_to if key.startswith(ASKED)), None)
    if asked is None:
        return []
    slots = {name: fact(f"closet.{name}", request) for name in SLOTS}
    slots |= {"there": fact(f"closet.{asked}", request) or slots["there"]}
    return [Beat(10, pen.sentence(*answer_keys(asked, request), avoid=request.openings, slots=slots))]


def answer_keys(asked: str, request: MergeRequest) -> Sequence[str]:
    """The keys of an answer, the fullest first; a phrase that lacks a fact falls to the next."""
    if asked in SHOWN_APART and SHOWN_APART[asked] in request.facts:
        return ()
    if asked == "clear":
        return ("closet.clear",)
    if asked == "unworn" and "closet.noted" not in request.facts:
        return ("closet.unworn_unknown",)
    if asked == "unworn" and "closet.since" in request.facts:
        asked = "since"
    return [f"closet.{asked}_{part}" for part in PARTS.get(asked, ("whole", "none"))]


def asks(request: MergeRequest, pen: Pen) -> list[Beat]:
    """Whether what was made out on photos is right, and whether two garments are one."""
    left = "done.confirmed" in request.facts or "done.corrected" in request.facts
    asked = next((key for key in ("wrong", "which") if f"{ASKED}{key}" in request.brief.refers_to), None)
    key = f"closet.ask_{asked}" if asked else "closet.ask_left" if left else "closet.ask"
    seen, twins = fact("seen", request), fact("twins", request)
    return [
        Beat(9, pen.sentence(key, avoid=request.openings, slots={"seen": seen}) if seen else None),
        Beat(8, pen.sentence("closet.ask_twins", slots={"twins": twins}) if twins else None),
    ]


def fact(key: str, request: MergeRequest) -> str | None:
    return f"[[{key}]]" if key in request.facts else None
