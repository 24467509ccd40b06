from evals.evaluators.briefs import brief, conditions, intent
from tests.evals.evaluators.answered import judged, outputs

READ = outputs(
    brief={"intent": "find", "budget": {"max": 80.0, "currency": "EUR", "per": "look"}, "colours": ["green"]},
    conditions={"place": "Lyon", "dress_code": "cocktail"},
)


def test_an_intent_is_one_of_those_that_are_right():
    assert judged(intent, {"intent": "find"}, READ) == 1
    assert judged(intent, {"intent": ["similar", "find"]}, READ) == 1
    assert judged(intent, {"intent": "outfit"}, READ) == 0
    assert judged(intent, {}, READ) is None


def test_fields_of_a_brief_are_compared():
    assert judged(brief, {"brief": {"budget.max": 80, "colours": {"$has": "green"}}}, READ) == 1
    assert judged(brief, {"brief": {"budget.max": 90, "colours": {"$has": "green"}}}, READ) == 0.5


def test_so_are_those_of_conditions_also_where_there_are_none():
    assert judged(conditions, {"conditions": {"dress_code": "cocktail"}}, READ) == 1
    assert judged(conditions, {"conditions": {"dress_code": "cocktail"}}, outputs()) == 0
