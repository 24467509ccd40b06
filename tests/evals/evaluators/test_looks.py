import pytest

from evals.evaluators.looks import looks
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")
SHOWN = outputs(looks=[look(DRESS, HEELS), look(DRESS, name="look-2", kind="outfit")])


@pytest.mark.parametrize(
    ("expected", "score"),
    [
        ({"count": [1, 3]}, 1),
        ({"count": [0, 0]}, 0),
        ({"kind": "outfit"}, 1),
        ({"kind": "article"}, 0),
        ({"each": [{"slot": "one_piece"}]}, 1),
        ({"each": [{"slot": "footwear"}]}, 0),
        ({"some": [{"slot": "footwear", "source": "catalog"}]}, 1),
        ({"none": [{"source": "catalog"}]}, 0),
        ({"none": [{"source": "wardrobe"}], "each": [{"slot": "footwear"}]}, 0.5),
    ],
)
def test_what_is_shown_is_held_against_what_should_be(expected, score):
    assert judged(looks, {"looks": expected}, SHOWN) == score


def test_each_of_no_looks_is_none():
    assert judged(looks, {"looks": {"each": [{"slot": "bag"}]}}, outputs()) == 0
