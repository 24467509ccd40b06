"""What has to stay the same when something else changes: `python -m bench.metamorphic [--seed N] [--json] [--failed]`.

The sentences are those of `evals/datasets/metamorphic.jsonl`. Equal briefs: said otherwise (`paraphrase`), orders in
another order (`order`), in three languages (`language`), in lower case (`lower_case`), with a please and thanks
(`polite`). Looks over the demo catalogue: no total rises with a lower budget (`budget`), the same looks for the same
money in another currency (`currency`), with a dislike of what the shop has not (`absent`), with every brand renamed
(`brand`) and when asked twice (`twice`). Whole answers, with the weather known and every gate passed: for cities
without normals of their own (`city`) and over the demo of seed 2 (`seed_2`). `--failed` lists the sentences that
failed, and what differs.
"""

import argparse
import asyncio
import json
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple
from uuid import uuid4

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from bench.report import publish
from graph.running import run_config
from graph.services import Services, open_services
from graph.settings import Settings
from stores.caller import Caller
from stores.catalog.feeds.rows import FeedRow
from stores.catalog.ingest import ingest
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Brief, Conditions, Look, Profile
from tools.gates import budget_breaks, build_limits, look_breaks, piece_breaks
from tools.places import find_place

NOW = datetime(2026, 11, 21, 9, 0)
POLITE = {"en": "Hi! {} Thanks!", "fr": "Bonjour ! {} Merci !", "zh": "你好！{} 谢谢！"}
OTHER_SEED = 2
# Relations between briefs, which need no catalogue.
BRIEFS = ("paraphrase", "order", "language")


class Case(NamedTuple):
    """Sentences that a relation is about; `language` is that of the first."""

    relation: str
    language: str
    texts: list[str]


class Answer(NamedTuple):
    """What a turn gave, as far as relations look at it."""

    looks: list[Look]
    broken: list[str]
    conditions: Conditions | None

    @property
    def pieces(self) -> list[list[str]]:
        return [[item.id for item in look.items] for look in self.looks]


class Outcome(NamedTuple):
    """A case, and how it fails; nothing where it passes."""

    case: Case
    failure: str


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--json", action="store_true")
    options.add_argument("--failed", action="store_true", help="list what failed")
    chosen = options.parse_args()
    rows, others = (list(demo_rows(seed)) for seed in (chosen.seed, OTHER_SEED))
    outcomes = asyncio.run(measure(load_cases(), rows, others))
    for one in outcomes if chosen.failed else ():
        if one.failure:
            print(one.case.relation, one.case.texts, one.failure)
    publish(figures(outcomes), as_json=chosen.json)


def load_cases() -> list[Case]:
    lines = files("evals").joinpath("datasets/metamorphic.jsonl").read_text(encoding="utf-8").splitlines()
    return [Case(**json.loads(line)) for line in lines]


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    relations: dict[str, list[bool]] = defaultdict(list)
    for one in outcomes:
        relations[one.case.relation].append(not one.failure)
    passed = sum(not one.failure for one in outcomes)
    return {
        "passed": passed,
        "n": len(outcomes),
        "share": passed / len(outcomes),
        "relations": {name: kept(held) for name, held in relations.items()},
    }


def kept(held: Sequence[bool]) -> dict[str, float]:
    """How often a relation held."""
    return {"passed": sum(held), "n": len(held), "share": fmean(held)}


async def measure(cases: Sequence[Case], rows: Sequence[FeedRow], others: Sequence[FeedRow]) -> list[Outcome]:
    """Every case with how it fails, over one catalogue and, for `seed_2`, over another."""
    briefs = [case for case in cases if case.relation in BRIEFS]
    outcomes = [Outcome(case, brief_differs(case)) for case in [*briefs, *respelled(briefs)]]
    whole = [case for case in cases if case.relation == "brand"]
    async with open_shop(rows) as shop:
        outcomes += [Outcome(case, await check_looks(shop, case)) for case in cases if case.relation in LOOKS]
        before = [await ask(shop, case.texts[0]) for case in whole]
        again = [await ask(shop, case.texts[0]) for case in whole]
    async with open_shop(renamed(rows)) as shop:
        after = [await ask(shop, case.texts[0]) for case in whole]
    outcomes += [Outcome(case, differ([one, other])) for case, one, other in zip(whole, before, after, strict=True)]
    twice = [case._replace(relation="twice") for case in whole]
    outcomes += [Outcome(case, differ([one, other])) for case, one, other in zip(twice, before, again, strict=True)]
    async with open_shop(others) as shop:
        elsewhere = [case._replace(relation="seed_2") for case in whole]
        return outcomes + [Outcome(case, fails([await ask(shop, case.texts[0])])) for case in elsewhere]


def respelled(cases: Iterable[Case]) -> Iterator[Case]:
    """Each first sentence in lower case, where that makes a difference, and with a greeting."""
    for case in cases:
        text = case.texts[0]
        if text != text.lower():
            yield Case("lower_case", case.language, [text, text.lower()])
        yield Case("polite", case.language, [text, POLITE[case.language].format(text)])


def brief_differs(case: Case) -> str:
    """The keys in which the briefs of a case's sentences differ."""
    briefs = [essence(text, across=case.relation == "language") for text in case.texts]
    keys = {key for one, other in pairwise(briefs) for key in one if one[key] != other[key]}
    return " ".join(f"{key}: {[brief[key] for brief in briefs]}" for key in sorted(keys))


def essence(text: str, *, across: bool = False) -> dict[str, Any]:
    """What a brief says, without its words; the language counts unless sentences are compared `across` languages."""
    brief = understand(UnderstandRequest(text=text, today=NOW.date()))
    said = brief.model_dump(mode="json", exclude={"text", "language"} if across else {"text"})
    place = find_place(brief.place) if brief.place else None
    said["place"] = [place.name, place.country] if place else brief.place
    said["changes"] = [[change.target, change.action, change.key, change.value] for change in brief.changes]
    said["wanted"] = [piece.model_dump(exclude={"text"}) for piece in brief.wanted]
    said["owned"] = [garment.model_dump(mode="json", exclude={"id", "name"}) for garment in brief.owned]
    return said


async def check_looks(shop: Services, case: Case) -> str:
    answers = [await ask(shop, text) for text in case.texts]
    return LOOKS[case.relation](answers)


def differ(answers: Sequence[Answer]) -> str:
    first, *others = (answer.pieces for answer in answers)
    if not first:
        return "no look"
    return "" if all(other == first for other in others) else f"{first} {others}"


def rise(answers: Sequence[Answer]) -> str:
    """Totals of looks in order that rise as the budget falls."""
    totals = [[look.total or 0.0 for look in answer.looks] for answer in answers]
    risen = any(less > more for one, other in pairwise(totals) for more, less in zip(one, other, strict=False))
    return str(totals) if risen or not totals[0] else ""


def fails(answers: Sequence[Answer]) -> str:
    if not answers[0].looks:
        return "no look"
    return " ".join(answers[0].broken)


def fails_in_city(answers: Sequence[Answer]) -> str:
    known = answers[0].conditions is not None and answers[0].conditions.temp_min_c is not None
    return fails(answers) if known else "no weather"


LOOKS = {"budget": rise, "currency": differ, "absent": differ, "city": fails_in_city}


def renamed(rows: Iterable[FeedRow]) -> list[FeedRow]:
    """The catalogue with each brand called by another's name, in names and descriptions as well."""
    known = sorted({row.article.brand for row in rows if row.article and row.article.brand})
    other = dict(zip(known, known[1:] + known[:1], strict=True))
    return [replace(row, article=_renamed(row.article, other)) if row.article else row for row in rows]


def _renamed(article: Article, other: dict[str, str]) -> Article:
    brand = article.brand or ""
    told = {key: getattr(article, key).replace(brand, other[brand]) for key in ("name", "description")} if brand else {}
    return article.model_copy(update={**told, "brand": other.get(brand)})


@asynccontextmanager
async def open_shop(rows: Sequence[FeedRow]) -> AsyncIterator[Services]:
    """The stylist over a catalogue of these rows, on a day that does not change."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        await asyncio.to_thread(ingest, iter(rows), directory / "catalog", MiniLM())
        async with open_services(Settings(data_dir=directory)) as services:
            services.clock = lambda: NOW
            yield services


async def ask(services: Services, text: str) -> Answer:
    """One turn for somebody new."""
    config = run_config(Caller(uuid4().hex), str(uuid4()), str(uuid4()), services)
    turn = {"messages": [{"role": "user", "content": text}]}
    output = await services.graph.ainvoke(turn, config, durability="exit")
    looks = [Look.model_validate(look) for look in output["looks"]]
    conditions = Conditions.model_validate(output["conditions"]) if output["conditions"] else None
    return Answer(looks, await broken_gates(services, looks, output["brief"], conditions), conditions)


async def broken_gates(
    services: Services, looks: Sequence[Look], said: dict[str, Any], conditions: Conditions | None
) -> list[str]:
    """The names of the gates that looks break, by the brief that they answer."""
    brief = Brief.model_validate(said)
    excused = {one.constraint for one in brief.unmet}
    articles = await services.catalog.articles([item.id for look in looks for item in look.items])
    found: set[str] = set()
    for look in looks:
        limits = build_limits(brief, conditions, Profile(), look.currency, services.settings.rates)
        worn = [articles[item.id] for item in look.items if item.id in articles]
        found |= {gate for piece in worn for gate in piece_breaks(piece, limits)} | {*budget_breaks(worn, limits)}
        found |= {*look_breaks(worn, limits)} if look.kind == "outfit" else set()
    return sorted(found - excused)


if __name__ == "__main__":
    main()
