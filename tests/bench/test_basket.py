"""Own rows are in no count, ties are taken in expectation, and a tiny run has every figure."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.basket import COLUMNS, Question, agreement, count_sales, features, hit_rate, load, measure

EXTRA = ("article_id", "product_code", "prod_name", "detail_desc")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: Any) -> Path:
    """Sixty articles of six departments; ten customers keep to one department each."""
    data: Path = tmp_path_factory.mktemp("data")
    (data / "hm").mkdir()
    articles = [
        {column: f"{column} {at % 6}" for column in COLUMNS}
        | dict(zip(EXTRA, (f"{at:010}", str(at // 2), f"piece {at}", f"of style {at % 6}"), strict=True))
        for at in range(60)
    ]
    write(data / "hm/articles.csv", articles)
    bought = {f"{number:064}"[::-1]: [number % 6 + 6 * step for step in range(4)] for number in range(10)}
    sales = [
        {"t_dat": "2018-09-20", "customer_id": key, "article_id": f"{at:010}", "price": 0.01 * (1 + at % 6)}
        for key, rows in bought.items()
        for at in rows
    ]
    write(data / "hm/transactions_train.csv", sales)
    asked = [
        {
            "user": key[:16],
            "history": [f"{at:010}" for at in rows[1:]],
            "candidates": [f"{at:010}" for at in dict.fromkeys([*range(40, 60), rows[0]])],
            "answer": f"{rows[0]:010}",
        }
        for key, rows in bought.items()
    ]
    (data / "hm/leave_one_out_100.json").write_text(json.dumps(asked), encoding="utf-8")
    return data


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_a_customers_own_rows_are_taken_from_every_count(folder: Path) -> None:
    articles, baskets, questions = load(folder)
    whole = count_sales(list(baskets.values()), articles)
    alone = count_sales([basket for key, basket in baskets.items() if key != questions[0].customer], articles)
    rest = whole - count_sales([baskets[questions[0].customer]], articles)
    assert np.allclose(rest.bought, alone.bought)
    assert np.allclose(rest.paid, alone.paid)
    assert all(np.allclose(mine, theirs) for mine, theirs in zip(rest.beside, alone.beside, strict=True))
    assert rest.bought.sum() == whole.bought.sum() - 4


def test_rare_values_in_common_count_more_than_frequent_ones(folder: Path) -> None:
    articles, _, questions = load(folder)
    agreed = agreement(questions[0], articles)
    own = articles.codes[0][questions[0].candidates] == articles.codes[0][questions[0].history[0]]
    assert np.allclose(agreed[0, 0], np.where(own, np.log(6), 0))


def test_a_variant_of_a_history_piece_is_told_by_no_more_than_what_it_sells(folder: Path) -> None:
    articles, baskets, (question, *_) = load(folder)
    sales = count_sales(list(baskets.values()), articles)
    models = articles.models.copy()
    models[question.candidates[0]] = models[question.history[0]]
    plain, variant = (
        features(question, one, np.ones((60, 3)), sales) for one in (articles, replace(articles, models=models))
    )
    assert np.allclose(variant[:, :-8], plain[:, :-8])


def test_ties_are_taken_in_expectation() -> None:
    question = Question("", np.array([0]), np.arange(100), 7)
    assert hit_rate([np.zeros(100)], [question]) == pytest.approx(0.1)
    assert hit_rate([np.arange(100.0)], [question]) == 0
    assert hit_rate([-np.arange(100.0)], [question]) == 1


def test_a_tiny_run_has_every_figure(folder: Path) -> None:
    figures = measure(*load(folder))
    assert set(figures) == {"hr_at_10", "without_few", "rarity", "popularity", "n", "folds", "seeds"}
    assert figures["rarity"] == 1
    assert 0 <= figures["popularity"] <= figures["hr_at_10"] == 1
    assert figures["n"] == {"questions": 10, "articles": 60, "customers": 10}
