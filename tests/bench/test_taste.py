"""A tiny run of the bench has every figure."""

import random

from bench.taste import EVIDENCE, measure, simulate


def test_nobody_likes_what_they_dislike() -> None:
    for seed in range(20):
        person = simulate(random.Random(seed))
        assert len(person.likes) == len(person.dislikes) == 3
        assert not person.likes & person.dislikes


async def test_a_tiny_run_has_every_figure() -> None:
    figures = await measure(people=1, seed=1)
    assert set(figures["after"]) == {str(k) for k in EVIDENCE}
    for row in figures["after"].values():
        assert -1 <= row["liking"] <= 1 and 0 <= row["suits"] <= 1 and 0 <= row["rest"] <= 1
    assert figures["rmse"]["shared"] < figures["rmse"]["alone"]
