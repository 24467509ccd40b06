import pytest

from evals.evaluators.answers import feed
from evals.evaluators.wearing import wearable
from tests.evals.evaluators.answered import SEED, article, judged, look, outputs

DRESS = article(category="cocktail_dress")
SHOES = [one for one in feed(SEED) if one.category == "block_heels"]


@pytest.mark.parametrize(
    ("looks", "right"),
    [
        ([look(DRESS, SHOES[0]), look(DRESS, SHOES[1])], True),
        ([look(DRESS, SHOES[0], SHOES[1])], False),
        ([look(DRESS, DRESS, SHOES[0])], False),
        ([look(DRESS, SHOES[0]), look(SHOES[0], DRESS, name="look-2")], False),
    ],
)
def test_looks_can_be_worn_or_cannot(looks, right):
    assert (judged(wearable, {}, outputs(looks=looks)) == 1) is right


def test_articles_are_not_outfits():
    assert judged(wearable, {}, outputs(looks=[look(DRESS), look(DRESS)])) is None
