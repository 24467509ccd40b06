from collections.abc import Callable
from typing import Any

from stores.vocabulary import Brief, Look, Profile, Refinement, Score, Unmet
from tools.beside import compose_beside
from tools.compose import Composition
from tools.looks import build_item

COLOUR = Unmet(constraint="colour", asked="red")


def maker(article: Any, has: Callable[[Refinement], bool]) -> Any:
    """A shop that has a look for the refinements that `has` lets through."""
    from tools.gates import build_limits

    item = build_item(article("shirt"), build_limits(Brief(), None, Profile()))
    look = Look(id="look-1", kind="outfit", title="", items=[item], total=40, currency="EUR", score=Score(total=80))

    def make(brief: Brief, *_: Any) -> Composition:
        found = brief.refinement is not None and has(brief.refinement)
        return Composition([look] if found else [], {}, [] if found else [COLOUR])

    return make


def beside(make: Any, **refinement: Any) -> Composition:
    brief = Brief(refinement=Refinement(**refinement))
    return compose_beside(make, brief, None, Profile(), slots={"top": "base_top", "shoes": "footwear"})


def test_what_can_be_had_is_shown(article: Any) -> None:
    made = beside(maker(article, lambda change: True), change="warmer", than=1.0)
    assert (len(made.looks), made.unmet) == (1, [])


def test_a_step_that_nothing_passes_is_what_is_unmet(article: Any) -> None:
    made = beside(maker(article, lambda change: change.than is None), change="cooler", than=1.0)
    assert (made.looks, made.unmet) == ([], [Unmet(constraint="warmth", asked="cooler")])


def test_what_hinders_without_the_step_too_is_named(article: Any) -> None:
    assert beside(maker(article, lambda change: False), change="warmer", than=1.0).unmet == [COLOUR]
    assert beside(maker(article, lambda change: False), change="other", without=["top"]).unmet == [COLOUR]


def test_a_look_whose_lead_is_new_is_shown_and_the_rest_owned_up_to(article: Any) -> None:
    made = beside(
        maker(article, lambda change: "shoes" not in change.without), change="other", without=["top", "shoes"]
    )
    assert len(made.looks) == 1
    assert made.unmet == [Unmet(constraint="other", asked="other")]


def test_where_nothing_is_other_nothing_is_shown_again(article: Any) -> None:
    made = beside(maker(article, lambda change: not change.without), change="other", without=["top", "shoes"])
    assert (made.looks, made.unmet) == ([], [Unmet(constraint="other", asked="other")])
