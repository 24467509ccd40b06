import pytest

from agents.contracts import CritiqueRequest
from agents.house.critic import critique, is_faint
from stores.garments import GarmentRow
from stores.vocabulary import Brief, Fix, Piece, Refinement, SubScore
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


def test_what_a_custom_rules_out_is_never_right_however_good_the_rest() -> None:
    request = judged(9)
    request.scores["occasion"] = SubScore(score=0, why="occasion:taboo")
    found = critique(request)
    assert (found.score, found.verdict) == (50, "rethink")


def test_what_the_weather_rules_out_is_not_good_as_it_is() -> None:
    request = judged(9)
    request.scores["weather"] = SubScore(score=1, why="weather:unfit:own-1")
    found = critique(request)
    assert (found.score, found.verdict) == (70, "refine")


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


@pytest.mark.parametrize(("shape", "verdict"), [(3.0, "refine"), (7.5, "keep")])
def test_layers_that_cannot_be_closed_do_not_stay_however_good_the_rest(shape: float, verdict: str) -> None:
    request = judged(9)
    request.scores["silhouette"] = SubScore(score=shape, why="silhouette:thick:own-1")
    assert critique(request).verdict == verdict


def test_where_nothing_would_help_nothing_is_to_be_changed() -> None:
    request = judged(6.5).model_copy(update={"fixes": []})
    assert critique(request).verdict == "keep"


def garments(*kinds: str) -> list[Piece]:
    rows = (GarmentRow.model_validate({"category": kind, "colours": ["navy"]}).garment() for kind in kinds)
    return [row.model_copy(update={"id": kind}) for row, kind in zip(rows, kinds, strict=True)]


def test_of_what_is_no_outfit_yet_nobody_says_how_its_colours_get_on() -> None:
    colours = Fix(what="change:colour:grey", why="colours", item="midi_skirt")
    add = Fix(what="add:footwear", why="finish")
    lone = judged(6.5).model_copy(update={"pieces": garments("midi_skirt"), "fixes": [add, colours]})
    whole = lone.model_copy(update={"pieces": garments("tee", "midi_skirt", "sneakers"), "fixes": [colours]})
    assert [fix.item for fix in critique(lone).fixes] == [None]
    assert [fix.item for fix in critique(whole).fixes] == ["midi_skirt"]


def test_where_most_pieces_go_it_is_begun_anew() -> None:
    pieces = garments("tee", "jeans", "sneakers")
    off = [Fix(what="change:dressier", why="off_code", item=piece.id) for piece in pieces]
    few, most = (judged(6.5).model_copy(update={"pieces": pieces, "fixes": off[:count]}) for count in (1, 2))
    assert (critique(few).verdict, critique(most).verdict) == ("refine", "rethink")


def test_who_asks_for_a_step_is_not_told_that_it_is_good() -> None:
    stepped = Brief(intent="relook", refinement=Refinement(change="dressier"))
    assert critique(judged(9).model_copy(update={"brief": stepped})).fixes
    assert critique(judged(9).model_copy(update={"brief": stepped, "fixes": []})).verdict == "keep"


def test_what_is_no_outfit_is_never_left_as_it_is() -> None:
    lone = judged(9).model_copy(update={"pieces": garments("casual_dress"), "fixes": []})
    lone.scores["completeness"] = SubScore(score=3, why="completeness:no:footwear")
    found = critique(lone)
    assert found.verdict == "refine"
    assert [(fix.what, fix.item) for fix in found.fixes] == [("add shoes", None)]
