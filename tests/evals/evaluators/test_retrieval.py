import pytest

from evals.evaluators.answers import feed
from evals.evaluators.retrieval import discounted, grades, is_such, ndcg, recall
from tests.evals.evaluators.answered import SEED, article, judged, node, outputs, tool, trace

COATS = {"categories": ["overcoat"], "families": ["navy"]}
RIGHT = [one.id for one in feed(SEED) if is_such(one, COATS)]
WRONG = [one.id for one in feed(SEED) if one.category == "sneakers"][:5]


def searched(*ids):
    found = [{"wish": {"slot": "outer"}, "articles": [[key, 0.9] for key in ids]}]
    return outputs(trace=trace(node("search_catalog", 1, children=[tool("search_catalog", {"wishes": []}, found)])))


def asked(k=5, **more):
    return {"recall": {"relevant": COATS, "k": k, **more}, "ndcg": {"relevant": COATS, "k": k, **more}}


def test_all_that_is_relevant_is_found_or_half_of_it():
    assert RIGHT
    assert judged(recall, asked(), searched(*RIGHT, *WRONG)) == 1
    assert judged(recall, asked(), searched(*WRONG)) == 0
    half = RIGHT[: len(RIGHT) // 2]
    assert judged(recall, asked(), searched(*half, *WRONG)) == pytest.approx(len(half) / len(RIGHT))


def test_beyond_k_nothing_counts():
    assert judged(recall, asked(k=3), searched(*WRONG[:3], *RIGHT)) == 0


def test_the_score_is_the_share_of_what_is_asked_for():
    half = RIGHT[: len(RIGHT) // 2]
    assert judged(recall, asked(at_least=len(half) / len(RIGHT)), searched(*half)) == 1


def test_what_stands_higher_gains_more():
    first, last = judged(ndcg, asked(), searched(*RIGHT, *WRONG)), judged(ndcg, asked(k=10), searched(*WRONG, *RIGHT))
    assert first == 1
    assert last < first


def test_gains_are_discounted_as_in_the_textbooks():
    """Gains 3 2 3 0 1 2 come to 6.861, the best order of six to 8.740."""
    assert discounted([3, 2, 3, 0, 1, 2]) == pytest.approx(6.861, abs=0.001)
    assert discounted([3, 3, 3, 2, 2, 2]) == pytest.approx(8.740, abs=0.001)


def test_what_is_better_counts_twice():
    one = next(one for one in feed(SEED) if one.id == RIGHT[0])
    graded = grades({"relevant": COATS, "better": {"brands": [one.brand]}}, feed(SEED))
    assert graded[one.id] == 2
    assert {*graded} == {*RIGHT}


def test_a_search_that_was_not_made_found_nothing_and_one_for_another_slot_neither():
    assert judged(recall, asked(), outputs(trace=trace())) == 0
    assert judged(recall, asked(slot="bag"), searched(*RIGHT)) == 0


def test_what_is_not_in_the_catalogue_cannot_be_found():
    nothing = {"recall": {"relevant": {"categories": ["overcoat"], "fabrics": ["straw"]}}}
    assert judged(recall, nothing, searched(*RIGHT)) is None


@pytest.mark.parametrize(
    ("criteria", "right"),
    [
        ({"price": [None, 50]}, lambda one: one.price <= 50),
        ({"formality": [5, None]}, lambda one: one.formality >= 5),
        ({"waterproof": True}, lambda one: one.waterproof),
        ({"without": ["polyester"]}, lambda one: "polyester" not in one.fabrics),
        (
            {"avoids": ["black"]},
            lambda one: all(colour.family != "black" for colour in one.colours if colour.share >= 0.1),
        ),
        ({"size": "38"}, lambda one: any(row.size in {"38", "ONE"} and row.stock for row in one.sizes)),
        ({"presentations": ["men", "unisex"]}, lambda one: one.presentation != "women"),
    ],
)
def test_criteria_are_read_from_articles(criteria, right):
    kept = [one for one in feed(SEED) if is_such(one, criteria)]
    assert kept
    assert len(kept) < len(feed(SEED))
    assert all(right(one) for one in kept)


def test_swimwear_is_relevant_only_where_it_is_meant():
    swimsuit = article(category="swimsuit")
    assert not is_such(swimsuit, {"categories": ["swimsuit"]})
    assert is_such(swimsuit, {"categories": ["swimsuit"], "reserve": True})
