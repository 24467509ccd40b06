"""The house's critic on what a person wears or owns: the computed rubric, weighed and put in order."""

from agents.contracts import CritiqueRequest
from agents.house.evidence import evidence_text, fix_text
from agents.house.phrases import kind_of
from stores.vocabulary import Critique, Fix
from tools.rubric import APART, weighted
from tools.shape import lacking

GOOD, FINE, STRONG, ALL = 78.0, 55.0, 7.5, 100.0
# What a custom rules out is worth no more than this, however well it is put together.
GATED = 50.0
# Nor is what the weather rules out: close to good, were that piece another.
EXPOSED = 70.0
STEPS = frozenset({"dressier", "plainer", "warmer", "cooler"})
# Reasons for a change that lie between pieces.
TOGETHER = frozenset({"colours", "volumes", "patterns"})


def critique(request: CritiqueRequest) -> Critique:
    """Score, what already works, and at most three fixes; none where the look is good or nothing would help it.

    Of pieces that are no outfit yet nobody says how they get on with what is not there.
    """
    score = min(weighted(request.scores), *caps(request))
    pieces, language = request.pieces, request.brief.language
    said = {name: evidence_text(sub.why, pieces, language) for name, sub in request.scores.items()}
    ranked = sorted(request.scores, key=lambda name: -request.scores[name].score)
    strong = [name for name in ranked if request.scores[name].score >= STRONG]
    fixes = sound(request)
    fine = score >= (FINE if not fixes else ALL if must_change(request) else GOOD)
    changed = sum(fix.item is not None for fix in fixes)
    return Critique(
        score=round(score, 1),
        sub={name: sub.model_copy(update={"why": said[name]}) for name, sub in request.scores.items()},
        strengths=[said[name] for name in strong if not is_faint(request.scores[name].why)][:3],
        fixes=[] if fine else [fix_text(fix, pieces, language) for fix in fixes[:3]],
        verdict="keep" if fine else "refine" if score >= FINE and 2 * changed <= len(pieces) else "rethink",
    )


def sound(request: CritiqueRequest) -> list[Fix]:
    """The fixes but those between pieces, where these are no outfit yet or most of them go anyway."""
    gone = sum(fix.item is not None and fix.why not in TOGETHER for fix in request.fixes)
    loose = bool(lacking(request.pieces)) or 2 * gone >= len(request.pieces)
    kept = [fix for fix in request.fixes if not (loose and fix.why in TOGETHER)]
    said = {fix.what for fix in kept}
    return [*kept, *(fix for fix in missed(request) if fix.what not in said)]


def missed(request: CritiqueRequest) -> list[Fix]:
    """What has to come to pieces that the rubric finds incomplete."""
    found = request.scores.get("completeness")
    slots = lacking(request.pieces) if found and found.why.startswith("completeness:no") else []
    return [Fix(what=f"add:{slot}", why="finish") for slot in slots]


def caps(request: CritiqueRequest) -> list[float]:
    """The most that the whole may be worth, where a hard custom or the weather rules part of it out."""
    found = [sub.why for sub in request.scores.values()]
    custom = [GATED] * ("occasion:taboo" in found)
    return [ALL, *custom, *([EXPOSED] * any(why.startswith("weather:unfit") for why in found))]


def must_change(request: CritiqueRequest) -> bool:
    """Whether it cannot stay as it is, however good it is: a step is wished for, a piece is missing, a layer jams."""
    shape = request.scores.get("silhouette")
    jams = shape is not None and shape.why.startswith("silhouette:thick") and shape.score <= APART
    return is_stepped(request) or bool(missed(request)) or jams


def is_stepped(request: CritiqueRequest) -> bool:
    """Whether a change is wished for, however good it is as it stands."""
    change = request.brief.refinement
    return change is not None and change.change in STEPS


def is_faint(evidence: str) -> bool:
    """Whether what was found is a fault or a matter of course, whatever it scores."""
    return kind_of("faint", ":".join(evidence.split(":")[:2])) is not None
