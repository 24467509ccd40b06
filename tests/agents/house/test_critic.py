import pytest

from agents.contracts import CritiqueRequest
from agents.house.critic import critique, is_faint
from stores.vocabulary import Brief, Fix, SubScore
from tools.rubric import WEIGHTS

FIXES = [Fix(what=f"change {n}", why=f"reason {n}") for n in range(5)]


def judged(score: float) -> CritiqueRequest:
    scores = {name: SubScore(score=score, why=name) for name in WEIGHTS}
    scores["colour"] = SubScore(score=min(10, score + 2), why="colours meet")
    return CritiqueRequest(brief=Brief(), conditions=None, pieces=[], scores=scores, fixes=FIXES)


@pytest.mark.parametrize(("score", "verdict", "fixes"), [(9, "keep", 0), (6.5, "refine", 3), (2, "rethink", 3)])
def test_the_verdict_follows_the_score_and_a_good_look_needs_no_fix(score: float, verdict: str, fixes: int) -> None:
    found = critique(judged(score))
    assert found.verdict == verdict
    assert found.fixes == FIXES[:fixes]
    assert found.sub["colour"].why == "colours meet"


def test_strengths_are_what_scores_best_and_only_what_is_strong() -> None:
    assert critique(judged(8)).strengths[0] == "colours meet"
    assert len(critique(judged(8)).strengths) == 3
    assert critique(judged(6)).strengths == ["colours meet"]
    assert critique(judged(2)).strengths == []


def test_a_key_is_put_into_the_persons_words_and_faint_praise_is_no_strength() -> None:
    scores = {name: SubScore(score=9, why="feasibility:ready") for name in WEIGHTS}
    scores |= {"colour": SubScore(score=8, why="colour:neutral"), "occasion": SubScore(score=1, why="occasion:taboo")}
    request = judged(5).model_copy(update={"brief": Brief(language="fr"), "scores": scores})
    found = critique(request)
    assert found.strengths == ["des couleurs calmes"]
    assert found.sub["occasion"].why == "l'usage du lieu en exclut une partie"


def test_a_fault_is_no_strength_whatever_it_scores() -> None:
    assert is_faint("occasion:dressy:own-1") and is_faint("texture:one")
    assert not is_faint("occasion:right")


def test_where_nothing_would_help_nothing_is_to_be_changed() -> None:
    request = judged(6.5).model_copy(update={"fixes": []})
    assert critique(request).verdict == "keep"
