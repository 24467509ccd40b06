from evals.evaluators.diversity import diversity, variety
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS, HEELS, COAT = (article(category=name) for name in ("cocktail_dress", "block_heels", "overcoat"))


def test_looks_alike_have_none_and_looks_apart_have_all():
    same, apart = outputs(looks=[look(DRESS, HEELS)] * 2), outputs(looks=[look(DRESS), look(COAT)])
    assert judged(diversity, {}, same) == 0
    assert judged(diversity, {}, apart) == 1
    assert 0 < judged(diversity, {}, outputs(looks=[look(DRESS, HEELS), look(COAT, HEELS)])) < 1


def test_a_single_look_has_nothing_to_differ_from():
    assert judged(diversity, {}, outputs(looks=[look(DRESS)])) is None


def test_a_case_may_ask_for_some():
    same = outputs(looks=[look(DRESS, HEELS)] * 2)
    assert judged(variety, {"variety": {"at_least": 0.3}}, same) == 0
    assert judged(variety, {"variety": {"at_least": 0.3}}, outputs(looks=[look(DRESS), look(COAT)])) == 1
    assert judged(variety, {}, same) is None
