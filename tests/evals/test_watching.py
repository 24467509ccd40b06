"""Live runs are scored as they end, by the shop that they were shown from."""

from typing import Any

import pytest

from evals import traces
from evals.kept_scoring import Scored
from evals.watching import watching
from tests.conftest import Talk


async def test_every_run_is_scored_in_its_order_and_none_after(talk: Talk) -> None:
    told: list[Scored] = []
    async with watching(talk.services, told.append):
        await talk.say("a navy outfit for the office")
        await talk.say("cheaper")
    await talk.say("hello")
    assert [traces.said(one.kept.document) for one in told] == ["a navy outfit for the office", "cheaper"]
    for one in told:
        scores = {score.key: score.score for score in one.scores}
        assert scores["grounded"] == scores["money"] == scores["language"] == scores["latency"] == 1


async def test_a_price_that_is_not_the_shops_is_found_out(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def lie(document: dict[str, Any]) -> None:
        document["outputs"]["looks"][0]["items"][0]["price"] += 0.01

    told: list[Scored] = []
    monkeypatch.setattr(talk.services, "observers", [lie])
    async with watching(talk.services, told.append):
        await talk.say("a navy outfit for the office")
    grounded = {score.key: score for score in told[0].scores}["grounded"]
    assert grounded.score is not None and grounded.score < 1 and "costs" in grounded.comment
