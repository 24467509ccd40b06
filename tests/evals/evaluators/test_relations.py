import pytest

from evals.evaluators.relations import relation
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")


def brief(**changes):
    return outputs(
        brief={"intent": "outfit", "language": "en", "text": "x", "place": "London", "colours": ["red"]} | changes
    )


@pytest.mark.parametrize(
    ("same", "first", "other", "score"),
    [
        ("brief", brief(), brief(text="y"), 1),
        ("brief", brief(), brief(colours=[]), 0),
        ("brief", brief(), brief(language="fr"), 0),
        ("brief_across", brief(), brief(language="fr", place="Londres"), 1),
        ("brief_across", brief(), brief(language="fr", place="Lyon"), 0),
        ("looks", outputs(looks=[look(DRESS)]), outputs(looks=[look(DRESS)]), 1),
        ("looks", outputs(looks=[look(DRESS)]), outputs(looks=[look(HEELS)]), 0),
        ("looks", outputs(), outputs(), 0),
        ("totals", outputs(looks=[look(DRESS, HEELS)]), outputs(looks=[look(HEELS)]), 1),
        ("totals", outputs(looks=[look(HEELS)]), outputs(looks=[look(DRESS, HEELS)]), 0),
        ("whole", outputs(looks=[look(DRESS)]), outputs(looks=[look(DRESS)]), 1),
        ("whole", outputs(looks=[look(DRESS)]), outputs(), 0),
        ("whole", outputs(looks=[look(DRESS)]), outputs(looks=[look(DRESS)], brief={"place": "Oslo"}), 0),
    ],
)
def test_answers_relate_as_they_should(same, first, other, score):
    assert judged(relation, {"relation": {"same": same}}, first | {"variants": [other]}) == score
