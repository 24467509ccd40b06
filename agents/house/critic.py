"""The house's critic on what a person wears or owns: the computed rubric, weighed and put in order."""

from agents.contracts import CritiqueRequest
from stores.vocabulary import Critique
from tools.rubric import weighted

GOOD, FINE, STRONG = 78.0, 55.0, 7.5


def critique(request: CritiqueRequest) -> Critique:
    """Score, what already works, and at most three fixes; no fix at all where the look is good as it is."""
    score = weighted(request.scores)
    ranked = sorted(request.scores.items(), key=lambda entry: -entry[1].score)
    return Critique(
        score=round(score, 1),
        sub=request.scores,
        strengths=[sub.why for _, sub in ranked if sub.score >= STRONG][:3],
        fixes=[] if score >= GOOD else request.fixes[:3],
        verdict="keep" if score >= GOOD else "refine" if score >= FINE else "rethink",
    )
