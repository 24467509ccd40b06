"""The house's critic on what a person wears or owns: the computed rubric, weighed and put in order."""

from agents.contracts import CritiqueRequest
from agents.house.evidence import evidence_text, fix_text
from agents.house.phrases import kind_of
from stores.vocabulary import Critique
from tools.rubric import weighted

GOOD, FINE, STRONG = 78.0, 55.0, 7.5


def critique(request: CritiqueRequest) -> Critique:
    """Score, what already works, and at most three fixes; none where the look is good or nothing would help it."""
    score = weighted(request.scores)
    pieces, language = request.pieces, request.brief.language
    said = {name: evidence_text(sub.why, pieces, language) for name, sub in request.scores.items()}
    ranked = sorted(request.scores, key=lambda name: -request.scores[name].score)
    strong = [name for name in ranked if request.scores[name].score >= STRONG]
    fine = score >= GOOD or (score >= FINE and not request.fixes)
    return Critique(
        score=round(score, 1),
        sub={name: sub.model_copy(update={"why": said[name]}) for name, sub in request.scores.items()},
        strengths=[said[name] for name in strong if not is_faint(request.scores[name].why)][:3],
        fixes=[] if fine else [fix_text(fix, pieces, language) for fix in request.fixes[:3]],
        verdict="keep" if fine else "refine" if score >= FINE else "rethink",
    )


def is_faint(evidence: str) -> bool:
    """Whether what was found is a fault or a matter of course, whatever it scores."""
    return kind_of("faint", ":".join(evidence.split(":")[:2])) is not None
