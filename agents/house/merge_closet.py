"""What is said of a wardrobe: what became of its garments, the answer to a question about them, what is asked back.

Names, sums and days are facts of the request; this module has only the words between them.
"""

from collections.abc import Sequence

from agents.contracts import MergeRequest
from agents.house.merge_beats import Beat
from agents.house.prose_pen import Pen

DONE = ("confirmed", "corrected", "merge", "in_wash", "here", "given_away", "worn", "paid")
ASKED = "wardrobe:"


def done(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What became of garments, in a sentence for each thing that happened."""
    told = [kind for kind in DONE if f"done.{kind}" in request.facts]
    slots = {"day": fact("done.day", request), "price": fact("done.price", request)}
    return [
        Beat(10, pen.sentence(f"closet.{kind}", avoid=request.openings, slots={**slots, "done": f"[[done.{kind}]]"}))
        for kind in told
    ]


def answer(request: MergeRequest, pen: Pen) -> list[Beat]:
    """What was asked of the wardrobe, or that it is not known and how it could be."""
    asked = next((key.removeprefix(ASKED) for key in request.brief.refers_to if key.startswith(ASKED)), None)
    if asked is None:
        return []
    slots = {
        name: fact(f"closet.{name}", request) for name in ("name", "each", "paid", "times", "day", "rested", "never")
    }
    slots |= {"there": fact(f"closet.{asked}", request)}
    return [Beat(10, pen.sentence(*answer_keys(asked, request), avoid=request.openings, slots=slots))]


def answer_keys(asked: str, request: MergeRequest) -> Sequence[str]:
    """The keys of an answer, the fullest first; a phrase that lacks a fact falls to the next."""
    if asked in {"waiting", "twins"} and {"waiting": "seen", "twins": "twins"}[asked] in request.facts:
        return ()
    if asked == "clear":
        return ("closet.clear",)
    if asked == "unworn" and "closet.noted" not in request.facts:
        return ("closet.unworn_unknown",)
    parts = {
        "unworn": ("both", "rested", "never", "none"), "per_wear": ("whole", "unpaid", "unused", "unknown"),
        "last_worn": ("whole", "unknown"),
    }.get(asked, ("whole", "none"))  # fmt: skip
    return [f"closet.{asked}_{part}" for part in parts]


def asks(request: MergeRequest, pen: Pen) -> list[Beat]:
    """Whether what was made out on photos is right, and whether two garments are one."""
    left = "done.confirmed" in request.facts or "done.corrected" in request.facts
    wrong = f"{ASKED}wrong" in request.brief.refers_to
    key = "closet.ask_wrong" if wrong else "closet.ask_left" if left else "closet.ask"
    seen, twins = fact("seen", request), fact("twins", request)
    return [
        Beat(9, pen.sentence(key, avoid=request.openings, slots={"seen": seen}) if seen else None),
        Beat(8, pen.sentence("closet.ask_twins", slots={"twins": twins}) if twins else None),
    ]


def fact(key: str, request: MergeRequest) -> str | None:
    return f"[[{key}]]" if key in request.facts else None
