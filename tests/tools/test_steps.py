from typing import Any

import pytest

from stores.vocabulary import Brief, Refinement, Wish
from tools.steps import STEPS, beyond, falls_short, reach, step_of


def brief(change: Any, than: float | None) -> Brief:
    return Brief(refinement=Refinement(change=change, than=than))


@pytest.mark.parametrize(
    ("change", "than", "short"),
    [
        ("warmer", 0.6, []),
        ("warmer", 0.7, ["warmth"]),
        ("cooler", 0.8, []),
        ("cooler", 0.7, ["warmth"]),
        ("dressier", 4.0, []),
        ("dressier", 5.0, ["dress_code"]),
        ("plainer", 5.1, []),
        ("plainer", 5.0, ["dress_code"]),
        ("dearer", 79.0, []),
        ("dearer", 80.0, ["budget"]),
        ("cheaper", 1.0, []),
        ("warmer", None, []),
    ],
)
def test_a_step_is_passed_or_it_falls_short(article: Any, change: str, than: float | None, short: list[str]) -> None:
    worn = [article("shirt", clo=0.4, formality=6.0), article("chinos", clo=0.3, formality=4.0)]
    assert falls_short(brief(change, than), worn) == short


def test_a_price_that_is_not_known_passes_no_price(article: Any) -> None:
    assert falls_short(brief("dearer", 10.0), [article("shirt", price=None)]) == ["budget"]


def test_formality_is_that_of_the_core_where_there_is_one(article: Any) -> None:
    look = [article("shirt", formality=4.0), article("clutch", formality=9.0)]
    assert falls_short(brief("dressier", 4.0), look) == ["dress_code"]
    assert falls_short(brief("dressier", 4.0), [article("clutch", formality=9.0)]) == []


def test_a_step_starts_from_the_furthest_of_what_was_shown(article: Any) -> None:
    looks = [[article("shirt", clo=0.2)], [article("sweater", clo=0.5)], []]
    assert reach(STEPS["warmer"], looks) == 0.5
    assert reach(STEPS["cooler"], looks) == 0.2
    assert reach(STEPS["warmer"], []) is None


def test_a_search_for_an_article_looks_beyond_it() -> None:
    wish = Wish(slot="outer", query="coat")
    assert beyond(wish, brief("warmer", 0.6)).filters.clo == (0.61, 5.0)
    assert beyond(wish, brief("plainer", 3.0)).filters.formality == (0.0, 2.9)
    assert beyond(wish, brief("warmer", None)) == beyond(wish, Brief()) == wish
    assert step_of(brief("cheaper", 3.0)) is None
