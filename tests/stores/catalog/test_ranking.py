"""Best rows against a full sort; fusion against a sum done by hand."""

import numpy as np
import pytest

from stores.catalog.ranking import best, fuse


@pytest.mark.parametrize("count", [1, 7, 50, 80])
def test_best_is_the_head_of_a_sort(count: int) -> None:
    generator = np.random.default_rng(1)
    scores = generator.permutation(50).astype(np.float32)
    rows = np.sort(generator.choice(1000, 50, replace=False))
    assert best(scores, rows, count).tolist() == rows[np.argsort(-scores)][:count].tolist()


def test_equal_scores_keep_the_order_of_rows() -> None:
    assert best(np.ones(3, np.float32), np.array([9, 4, 6]), 5).tolist() == [4, 6, 9]


def test_fusion_adds_reciprocal_ranks() -> None:
    fused = fuse({"dense": [7, 8], "lexical": [8, 9]})
    assert list(fused) == [8, 7, 9]
    score, ranks = fused[8]
    assert ranks == {"dense": 2, "lexical": 1}
    assert score == pytest.approx((1 / 62 + 1 / 61) / (2 / 61))


def test_first_everywhere_scores_one() -> None:
    assert fuse({"dense": [3], "lexical": [3]})[3][0] == pytest.approx(1)
    assert fuse({}) == {}
