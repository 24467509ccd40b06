"""How much of what is right a search found, and how high it stands: recall@k and nDCG@k.

`recall` and `ndcg` read `{"relevant": CRITERIA, "better": CRITERIA, "slot": slot, "k": 10, "at_least": 1.0}`. What is
relevant is told by criteria over the catalogue itself, so that labels hold for each seed: `{"categories": [..],
"families": [..], "fabrics": [..], "patterns": [..], "presentations": [..], "price": [low, high], "formality": [low,
high], "clo": [low, high], "waterproof": true, "seasons": [..], "size": "M", "brands": [..], "reserve": false}`; what is
`better` beside it counts twice. The score is the share of `at_least` that was reached. A search is held against as many
as could have been found: k, or all that are relevant where these are fewer.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import feed_of, trace_of
from evals.evaluators.verdicts import nothing
from evals.traces import tool_calls
from stores.vocabulary import Article

DEFAULT_K = 10
LISTED = 0.10  # from which share on a colour counts as one of an article's


def recall(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """The share of what could be found among the first k that was."""
    return _judged("recall", _recall, inputs, trace_of(outputs, trace), reference_outputs)


def ndcg(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Discounted cumulative gain of the first k over the best there is (Jarvelin and Kekalainen 2002)."""
    return _judged("ndcg", _ndcg, inputs, trace_of(outputs, trace), reference_outputs)


Gain = Callable[[Sequence[int], Sequence[int], int], float]


def _judged(
    key: str, gain: Gain, inputs: Any, trace: Mapping[str, Any], reference_outputs: Mapping[str, Any]
) -> Verdict:
    expected = reference_outputs.get(key)
    if not expected:
        return nothing(key)
    graded = grades(expected, feed_of(inputs))
    if not graded:
        return nothing(key, "the catalogue has nothing of the kind")
    rankings = found(trace, expected.get("slot"))
    if not rankings:
        return Verdict(key=key, score=0.0, comment="nothing was searched for")
    k, wanted = int(expected.get("k", DEFAULT_K)), float(expected.get("at_least", 1.0))
    best = max(
        gain([graded.get(one, 0) for one in ranking], sorted(graded.values(), reverse=True), k) for ranking in rankings
    )
    strange = [one for one in rankings[0][:k] if one not in graded]
    told = f"{key}@{k} {best:.3f} of {len(graded)} relevant" + (
        f", beside them {', '.join(strange[:5])}" if strange else ""
    )
    return Verdict(key=key, score=min(1.0, best / wanted), comment=told)


def _recall(gains: Sequence[int], ideal: Sequence[int], k: int) -> float:
    return sum(gain > 0 for gain in gains[:k]) / min(k, len(ideal))


def _ndcg(gains: Sequence[int], ideal: Sequence[int], k: int) -> float:
    return discounted(gains[:k]) / discounted(ideal[:k])


def discounted(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def found(trace: Mapping[str, Any], slot: str | None = None) -> list[list[str]]:
    """The ids that each wish of a turn's searches brought, best first: all wishes, or those for a slot."""
    wishes = [row for call in tool_calls(trace, "search_catalog") for row in call.result or []]
    return [
        [str(entry[0]) for entry in row["articles"]]
        for row in wishes
        if slot is None or row["wish"].get("slot") == slot
    ]


def grades(expected: Mapping[str, Any], articles: Iterable[Article]) -> dict[str, int]:
    """1 for each article that is relevant, 2 for the better ones."""
    better = expected.get("better")
    return {
        one.id: 2 if better and is_such(one, better) else 1 for one in articles if is_such(one, expected["relevant"])
    }


def is_such(article: Article, criteria: Mapping[str, Any]) -> bool:
    """Whether an article is as criteria say."""
    if article.reserve and not criteria.get("reserve"):
        return False
    return all(CRITERIA[name](article, told) for name, told in criteria.items() if name != "reserve")


def _families(article: Article) -> set[str]:
    return {colour.family for colour in article.colours if colour.share >= LISTED}


def _within(value: float | None, told: Sequence[float | None]) -> bool:
    low, high = told
    return value is not None and (low is None or value >= low) and (high is None or value <= high)


def _comes_in(article: Article, size: str) -> bool:
    return bool({row.size for row in article.sizes if row.stock} & {size, "ONE"})


def _one_of(name: str) -> Callable[[Article, Collection[Any]], bool]:
    return lambda article, told: getattr(article, name) in told


CRITERIA: Mapping[str, Callable[[Article, Any], bool]] = {
    "categories": _one_of("category"),
    "slots": _one_of("slot"),
    "families": lambda article, told: article.colours[0].family in told,
    "lists": lambda article, told: bool(_families(article) & {*told}),
    "avoids": lambda article, told: not _families(article) & {*told},
    "fabrics": lambda article, told: bool({*article.fabrics} & {*told}),
    "without": lambda article, told: not {*article.fabrics} & {*told},
    "patterns": _one_of("pattern"),
    "fits": _one_of("fit"),
    "presentations": _one_of("presentation"),
    "price": lambda article, told: _within(article.price, told),
    "formality": lambda article, told: _within(article.formality, told),
    "clo": lambda article, told: _within(article.clo, told),
    "waterproof": lambda article, told: article.waterproof is told,
    "seasons": lambda article, told: bool({*article.seasons} & {*told}),
    "size": _comes_in,
    "brands": _one_of("brand"),
}
