"""Scores of runs that nobody played for a case: what evaluators can tell of any answer, whoever gave it.

The case is made from the trace: what was said in its thread, in which language, by whom. What the answer is held
against is the shop's own articles, which the caller brings; this module opens no catalogue.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from evals import traces
from evals.cases import LANGUAGES, Case, Said
from evals.evaluators.language import language_of
from evals.evaluators.registry import ALWAYS, EVALUATORS
from evals.kept import Kept
from evals.results import Score
from evals.scoring import score
from evals.traces import Document
from stores.vocabulary import Language

Outputs = dict[str, Any]
Articles = Mapping[str, Mapping[str, Any]]

MOST_MS = 10_000.0
SHOWN = ("looks", "packing", "gaps", "advice", "critique")
IDS = {"id", "item", "in", "out"}
# Evaluators that hold an answer against the shop, and can tell nothing where the shop is another's.
OF_THE_SHOP = frozenset({"grounded", "money", "named", "facts", "advice", "recall", "ranked", "ndcg", "orders"})
ANOTHER_SHOP = "what is shown is of another shop"


class Scored(NamedTuple):
    kept: Kept
    scores: list[Score]


def score_kept(
    chosen: Sequence[Kept], articles: Articles, case: Case | None = None, most_ms: float = MOST_MS
) -> list[Scored]:
    """A score per evaluator for each trace, in their order; those of one thread are taken as its turns.

    What is shown of another shop than these articles are of is not held against them: None, with `ANOTHER_SHOP`.

    `case` is whose checks hold for all of them, beside their own; `most_ms` is what a turn may take.
    """
    threads: dict[str, list[Kept]] = {}
    for kept in sorted(chosen, key=began):
        threads.setdefault(kept.thread, []).append(kept)
    return [scored(kept, before(kept, threads[kept.thread]), articles, case, most_ms) for kept in chosen]


def scored(kept: Kept, earlier: Sequence[Kept], articles: Articles, case: Case | None, most_ms: float) -> Scored:
    told = [outputs_of(one, articles) for one in earlier] or list(recalled(kept, articles))
    outputs = outputs_of(kept, articles) | {"earlier": told, "variants": []}
    judged = case or kept.case or case_of(kept)
    ids = shown_ids(traces.outputs(kept.document))
    strange = bool(ids) and not ids & {*articles}
    asked = {"latency": {"most": most_ms}} | judged.checks
    left = [name for name in {**asked, **ALWAYS} if strange and name in OF_THE_SHOP]
    names = {name: one for name, one in EVALUATORS.items() if name not in left}
    checks = {name: check for name, check in asked.items() if name in names}
    found = score(judged.model_copy(update={"checks": checks}), outputs, names)
    return Scored(kept, [*found, *(Score(key=name, score=None, comment=ANOTHER_SHOP) for name in left)])


def before(kept: Kept, thread: Sequence[Kept]) -> list[Kept]:
    return [one for one in thread if began(one) < began(kept)]


def began(kept: Kept) -> str:
    return str(kept.document.get("start") or "")


def outputs_of(kept: Kept, articles: Articles) -> Outputs:
    """A run's output as a case's would be: with its trace, and with the truth about the articles that it names."""
    outputs = traces.outputs(kept.document)
    return outputs | {"trace": kept.document, "articles": known(outputs, articles)}


def recalled(kept: Kept, articles: Articles) -> Iterator[Outputs]:
    """The turns before one whose own traces are not at hand, as far as its run remembered them."""
    memory = remembered(kept)
    if looks := [one["look"] for one in memory.get("shown") or []]:
        outputs = {"looks": looks, "brief": memory.get("last") or {}}
        yield outputs | {"articles": known(outputs, articles)}


def remembered(kept: Kept) -> dict[str, Any]:
    """What the node that recalls a thread and a person found."""
    found = (visit.outputs for visit in traces.visits(kept.document) if visit.node == "recall")
    return next((dict(one) for one in found if isinstance(one, Mapping)), {})


def case_of(kept: Kept) -> Case:
    """The case that a trace could have been played for: what was said, and what was known of the person."""
    person = remembered(kept).get("person") or {}
    messages = traces.outputs(kept.document).get("messages") or []
    said = [traces.text_of(one) for one in messages if traces.speaker(one) in traces.HUMAN]
    return Case(
        id=kept.run,
        language=spoken(kept.document),
        profile=person.get("profile") or {},
        wardrobe=person.get("wardrobe") or [],
        history=[Said(text=text) for text in said[:-1]],
        say=Said(text=traces.said(kept.document)),
        checks={},
    )


def known(outputs: Outputs, articles: Articles) -> dict[str, Any]:
    return {key: articles[key] for key in shown_ids(outputs) if key in articles}


def spoken(document: Document) -> Language:
    """The language of what was said, told by the words themselves; where they give no hint, the brief's."""
    told = (traces.outputs(document).get("brief") or {}).get("language")
    return language_of(traces.said(document)) or (told if told in LANGUAGES else "en")


def shown_ids(outputs: Outputs) -> set[str]:
    """Ids of the shop's articles that an answer shows or points at."""
    return {key for part in SHOWN for key in ids_in(outputs.get(part)) if not key.startswith("look-")}


def needed_ids(chosen: Sequence[Kept]) -> set[str]:
    """Ids of all articles that scoring these would look up."""
    outputs = [one for kept in chosen for one in (traces.outputs(kept.document), *recalled(kept, {}))]
    return {key for one in outputs for key in shown_ids(one)}


def ids_in(value: Any) -> Iterator[str]:
    """Every id in a value, but those of what is the person's own."""
    if isinstance(value, Mapping):
        if value.get("source") != "wardrobe":
            yield from (one for key, one in value.items() if key in IDS and isinstance(one, str))
        yield from (found for key, one in value.items() if key not in IDS for found in ids_in(one))
    elif isinstance(value, list):
        for one in value:
            yield from ids_in(one)


def as_json(scored: Scored) -> str:
    """A line for programs."""
    told = {"thread_id": scored.kept.thread, "run_id": scored.kept.run, "said": traces.said(scored.kept.document)}
    return json.dumps(told | {"scores": [one.model_dump() for one in scored.scores]}, ensure_ascii=False)
