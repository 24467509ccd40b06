"""Scores of runs that nobody played for a case: right answers pass, a wrong one fails where it is wrong."""

import copy
from typing import Any

import pytest

from evals import traces
from evals.cases import Case, Said
from evals.evaluators import MEASURES
from evals.kept import Kept
from evals.kept_scoring import Articles, case_of, needed_ids, score_kept
from tests.conftest import Talk

WEDDING = "A navy outfit for a wedding in Lisbon in May, under 300 euros"


class Scores:
    """What evaluators say of traces, by their names."""

    def __init__(self, articles: Articles) -> None:
        self.articles = articles

    def of(self, *kept: Kept, **options: Any) -> dict[str, float | None]:
        """Those of the last of them."""
        return {one.key: one.score for one in score_kept(kept, self.articles, **options)[-1].scores}


@pytest.fixture
async def kept(talk: Talk) -> list[Kept]:
    """Two turns of a thread, the second of which means the first."""
    await talk.say(WEDDING)
    await talk.say("cheaper")
    names = await talk.services.traces.runs(talk.caller, talk.thread)
    return [Kept(thread, run, await talk.services.traces.read(talk.caller, thread, run) or {}) for thread, run in names]


@pytest.fixture
async def scores(talk: Talk, kept: list[Kept]) -> Scores:
    found = await talk.services.catalog.articles(sorted(needed_ids(kept)))
    return Scores({key: article.model_dump(mode="json") for key, article in found.items()})


def lied(kept: Kept, **changed: Any) -> Kept:
    """The same trace with another output."""
    document = copy.deepcopy(dict(kept.document))
    document["outputs"] |= changed
    return kept._replace(document=document)


def saying(kept: Kept, text: str) -> Kept:
    messages = copy.deepcopy(traces.outputs(kept.document)["messages"])
    messages[-1]["content"] = text
    return lied(kept, messages=messages)


async def test_right_answers_pass_wherever_there_is_something_to_judge(kept: list[Kept], scores: Scores) -> None:
    for found in (scores.of(kept[0]), scores.of(*kept), scores.of(kept[1])):
        for name in ("grounded", "money", "language", "manners", "latency", "named"):
            assert found[name] == 1.0, name


async def test_the_case_is_made_of_what_the_trace_tells(kept: list[Kept]) -> None:
    case = case_of(kept[1])
    assert (case.language, case.say.text, [one.text for one in case.history]) == ("en", "cheaper", [WEDDING])
    assert "sizes" in case.profile


async def test_a_wrong_price_an_article_that_is_not_and_a_wrong_sum_are_found(kept: list[Kept], scores: Scores) -> None:
    for key, value in (("price", 1.0), ("id", "no-such-coat"), ("name", "Ruby slippers")):
        looks = copy.deepcopy(traces.outputs(kept[0].document)["looks"])
        looks[0]["items"][0][key] = value
        found = scores.of(lied(kept[0], looks=looks))["grounded"]
        assert found is not None and found < 1, key


async def test_another_language_a_wrong_figure_and_machinery_are_found(kept: list[Kept], scores: Scores) -> None:
    french = saying(kept[0], "Je vous propose la robe bleu marine avec la veste, pour le mariage à Lisbonne.")
    language = scores.of(french)["language"]
    assert language is not None and language < 1
    assert scores.of(saying(kept[0], "All of it is 7777 €."))["money"] == 0
    manners = scores.of(saying(kept[0], "Take [[1.total]] and look-1."))["manners"]
    assert manners is not None and manners < 1


async def test_a_turn_that_takes_too_long_is_found(kept: list[Kept], scores: Scores) -> None:
    found = scores.of(kept[0], most_ms=0.001)["latency"]
    assert found is not None and found < 0.01


async def test_a_case_brings_its_own_checks(kept: list[Kept], scores: Scores) -> None:
    def asked(intent: str) -> Case:
        return Case(id="c", language="en", say=Said(text=WEDDING), checks={"intent": intent})

    assert scores.of(kept[0], case=asked("outfit"))["intent"] == 1
    assert scores.of(kept[0], case=asked("smalltalk"))["intent"] == 0
    assert scores.of(kept[0]._replace(case=asked("relook")))["intent"] == 0
    assert "intent" not in scores.of(kept[0])


async def test_of_another_shops_articles_nothing_is_said(kept: list[Kept]) -> None:
    found = Scores({}).of(kept[0])
    assert found["grounded"] is found["money"] is found["named"] is None
    assert found["language"] == 1
    assert {name for name, one in found.items() if one is not None and one < 1} <= MEASURES
