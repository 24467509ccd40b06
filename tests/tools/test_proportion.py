"""How long the upper part of a look is: by names, cuts and kinds of garments whose lengths these tell."""

from math import exp
from typing import Any

import pytest

from stores.categories import load_categories
from stores.vocabulary import Brief, Profile
from tools.proportion import ENDS, end_of, proportion, proportion_balance
from tools.rubric import rubric
from tools.shape import line_balance


def test_the_table_names_bottoms() -> None:
    assert {load_categories()[name].slot for name in ENDS} == {"bottom"}


@pytest.mark.parametrize(
    ("category", "told", "end"),
    [
        ("cardigan", {"name": "cream cropped cardigan"}, 0.32),
        ("sweater", {"name": "pull court"}, 0.32),
        ("sweater", {"name": "短款毛衣"}, 0.32),
        ("sweater", {"name": "pull à manche courte"}, None),
        ("tunic", {}, 0.58),
        ("sweater", {"name": "longline sweater"}, 0.58),
        ("cardigan", {"name": "longline cardigan"}, None),
        ("sweater", {"fit": "oversized"}, 0.47),
        ("sweater", {"fit": "regular"}, None),
        ("long_sleeve_top", {"name": "long-sleeved top"}, None),
        ("blazer", {"fit": "oversized"}, None),
    ],
)
def test_where_a_top_ends(article: Any, category: str, told: dict[str, Any], end: float | None) -> None:
    assert end_of(article(category, **told)) == end


def test_a_third_above_is_best_and_half_and_half_worst(article: Any) -> None:
    """exp(-((r - .36) / .12)^2), r the share of the upper part."""
    cropped, easy = article("sweater", name="cropped sweater"), article("sweater", fit="oversized")
    trousers, midi = article("trousers"), article("midi_skirt")
    assert proportion([cropped, trousers]) == pytest.approx(exp(-((0.04 / 0.12) ** 2)))
    assert proportion([article("tunic"), trousers]) == pytest.approx(exp(-((0.22 / 0.12) ** 2)))
    found = [proportion([top, bottom]) for top, bottom in ((cropped, midi), (easy, trousers), (easy, midi))]
    assert found == sorted(found, reverse=True) and found[0] > 0.9 and found[2] < 0.3  # type: ignore[type-var, operator]
    assert line_balance([easy, midi]) < line_balance([cropped, midi])


def test_a_length_that_is_not_known_costs_nothing(article: Any) -> None:
    easy, trousers = article("sweater", fit="oversized"), article("trousers")
    unknown = (
        [article("shirt"), trousers], [easy, article("mini_skirt")], [article("tunic"), article("leggings")],
        [easy, article("blazer"), trousers], [article("sheath_dress")],
    )  # fmt: skip
    for pieces in unknown:
        assert proportion(pieces) is None and proportion_balance(pieces) == 1.0


def test_the_critic_tells_of_halves_in_words_of_garments(article: Any) -> None:
    worn = [article("tunic", fit="fitted"), article("trousers", fit="relaxed"), article("loafers")]
    sub = rubric(worn, Brief(), None, Profile())["silhouette"]
    assert sub.why == "silhouette:half" and 8 < sub.score < 9
