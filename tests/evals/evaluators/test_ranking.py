"""A search that gives whatever its filters let through is told from one that ranks."""

from typing import Any

from evals.evaluators.ranking import ranked


def judged(*rows: list[tuple[str, float]], asked: Any = None) -> Any:
    found = [{"wish": {"query": f"wish {number}"}, "articles": row} for number, row in enumerate(rows)]
    call = {"name": "search_catalog", "run_type": "tool", "inputs": {}, "outputs": {"output": found}, "children": []}
    outputs = {"trace": {"name": "stylist", "run_type": "chain", "children": [call]}}
    return ranked(inputs={}, outputs=outputs, reference_outputs={"ranked": asked or {}})


def test_a_search_by_relevance_has_some():
    assert judged([("a", 0.9), ("b", 0.0)], [("c", 0.1)])["score"] == 1
    assert judged([])["score"] == 1


def test_a_search_by_filters_alone_is_found_wish_by_wish():
    found = judged([("a", 0.0), ("b", 0.0)], [("c", 0.1)])
    assert (found["score"], found["comment"]) == (0.5, "'wish 0' was not ranked")


def test_a_search_that_did_not_happen_is_no_good_one():
    assert judged()["score"] == 0
    assert judged([("a", 0.5)], asked={"least": 2})["score"] == 0.5
    assert ranked(inputs={}, outputs={}, reference_outputs={})["score"] is None
