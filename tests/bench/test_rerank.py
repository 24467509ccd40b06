"""The judgements are whole, the measures are right on rankings done by hand, and a tiny run has every figure."""

import math
from itertools import islice

import numpy as np
from pytest import approx

from bench.rerank import MODES, compare_parts, interval, load_judgements, measure, ndcg, precision, recall
from stores.demo.feed import demo_rows

GRADES = {"asked": 2, "fair": 1, "wrong": 0}


def test_sixty_queries_are_graded_from_0_to_2() -> None:
    judged = load_judgements()
    assert len({one.query for one in judged}) == 60
    assert {kind: sum(one.kind == kind for one in judged) for kind in ("attributes", "use", "meaning")} == {
        "attributes": 20,
        "use": 20,
        "meaning": 20,
    }
    assert {grade for one in judged for grade in one.grades.values()} == {0, 1, 2}


def test_graded_articles_are_in_the_catalogue() -> None:
    ids = {row.article.id for row in demo_rows(1) if row.article}
    assert {key for one in load_judgements() for key in one.grades} <= ids


def test_measures_on_rankings_done_by_hand() -> None:
    assert ndcg(["asked", "fair"], GRADES) == 1
    assert ndcg(["stranger", "asked"], GRADES) == approx((2 / math.log2(3)) / (2 + 1 / math.log2(3)))
    assert precision(["asked", "wrong", "fair", "stranger"], GRADES) == approx(2 / 5)
    assert recall(["fair", "asked"], GRADES) == 1
    assert math.isnan(recall(["fair"], {"fair": 1}))


def test_the_same_ranking_twice_makes_no_difference() -> None:
    judged = load_judgements()[:6]
    rankings = [list(one.grades) for one in judged]
    figures = compare_parts(judged, rankings, rankings)
    assert figures["all"]["ndcg_at_10"]["difference"] == [0, 0, 0]


def test_an_interval_holds_its_mean() -> None:
    middle, low, high = interval(np.array([0.0, 0.2, 0.4, math.nan]))
    assert middle == approx(0.2)
    assert low < middle < high


async def test_a_tiny_run_has_every_figure() -> None:
    figures = await measure(islice(demo_rows(1), 60), load_judgements()[:3])
    assert set(figures) == {*MODES, "queries", "graded", "articles", "unjudged"}
    assert figures["articles"] == 60
    assert 0 <= figures["unjudged"] <= 1
    for mode in MODES:
        assert set(figures[mode]) == {"all", "even", "odd", "attributes", "use", "meaning"}
        assert set(figures[mode]["all"]) == {"ndcg_at_10", "precision_at_5", "recall_at_10"}
