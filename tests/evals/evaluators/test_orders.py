from evals.evaluators.orders import orders
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")
ANSWER = outputs(looks=[look(DRESS, HEELS)])
SUM = (DRESS.price or 0) + (HEELS.price or 0)


def budget(most):
    return {"orders": {"outfit": True, "budget": {"max": most, "currency": "EUR"}}}


def test_looks_keep_orders_or_do_not():
    assert judged(orders, budget(SUM), ANSWER) == 1
    assert judged(orders, budget(SUM - 1), ANSWER) == 0.5
    assert judged(orders, {}, ANSWER) is None


def test_an_empty_answer_is_right_only_where_nothing_fits_and_it_says_so():
    said = outputs(
        brief={"intent": "outfit", "unmet": [{"constraint": "budget", "asked": "2 EUR", "nearest": "40 EUR"}]}
    )
    assert judged(orders, budget(2), said) == 1
    assert judged(orders, budget(2), outputs()) == 0
    assert judged(orders, budget(900), said) == 0


def test_cheaper_is_cheaper_than_the_turn_before():
    order = {"orders": {"outfit": True, "than": "cheaper"}}
    assert judged(orders, order, ANSWER | {"earlier": [outputs(looks=[look(DRESS, HEELS)])]}) < 1
