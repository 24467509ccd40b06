"""Whether an asked fact is answered, and with the truth: what a shown piece costs, is made of, comes in, who made it.

`facts` reads a list of `{"about": "price" | "total" | "brand" | "fabric" | "size" | "waterproof", "turn": -1,
"look": 1, "slot": slot}`: of the look in that of the turns that showed looks, counted from the end, the piece of that
slot, else any of its pieces. Sizes are told as they are where some that can be had are named and none that is sold out.
`{"about": "sums"}` is of the answer itself: what its looks cost is told of each in its turn, as they are shown.
"""

from collections.abc import Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, reply_of, seen_before
from evals.evaluators.claims import WIDER, language_due
from evals.evaluators.figures import CENT, amounts_in
from evals.evaluators.verdicts import nothing, verdict
from evals.evaluators.words import found_in, load_words, meanings_in
from stores.vocabulary import Article, Language


def facts(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Each fact that was asked for is in the reply as the catalogue has it."""
    expected = reference_outputs.get("facts")
    if not expected:
        return nothing("facts")
    failures = (said for one in expected if (said := _failure(one, inputs, outputs)))
    return verdict("facts", failures, len(expected))


def _failure(expected: Mapping[str, Any], inputs: Mapping[str, Any], outputs: Mapping[str, Any]) -> str:
    if expected["about"] == "sums":
        return _sums_failure(outputs)
    look = _look(expected, outputs)
    if look is None:
        return f"there was no look {expected.get('look', 1)} before"
    articles, reply = articles_of(outputs), reply_of(outputs)
    if expected["about"] == "total":
        return "" if _names_sum(reply, look["total"]) else f"the total {look['total']} is not named"
    meant = [
        articles[item["id"]]
        for item in look["items"]
        if expected.get("slot") in (None, item["slot"])
        if item["id"] in articles
    ]
    if any(_is_told(one, expected["about"], reply, language_due(inputs, outputs)) for one in meant):
        return ""
    return f"{expected['about']} of {', '.join(one.id for one in meant) or 'nothing'} is not told as it is"


def _look(expected: Mapping[str, Any], outputs: Mapping[str, Any]) -> dict[str, Any] | None:
    earlier, number = seen_before(outputs), int(expected.get("look", 1))
    looks = earlier[expected.get("turn", -1)].get("looks") or [] if earlier else []
    return looks[number - 1] if len(looks) >= number else None


def _sums_failure(outputs: Mapping[str, Any]) -> str:
    """Where a sum of one look is told before that of a look which is shown earlier, or none is told at all."""
    totals = [look["total"] for look in outputs.get("looks") or []]
    told = [totals.index(amount) for amount in amounts_in(reply_of(outputs)) if amount in totals]
    if not told:
        return "no sum of these looks is told"
    first = [*dict.fromkeys(told)]
    return "" if first == sorted(first) else f"the sums of looks {', '.join(str(one + 1) for one in first)} are told so"


def _names_sum(reply: str, amount: float | None) -> bool:
    return amount is not None and any(abs(amount - one) < CENT for one in amounts_in(reply))


def _is_told(article: Article, about: str, reply: str, language: Language) -> bool:
    """Whether the reply tells this of the article, as it is."""
    match about:
        case "price":
            return _names_sum(reply, article.price)
        case "brand":
            return bool(found_in(reply, [article.brand]))
        case "size":
            there, gone = ([row.size for row in article.sizes if bool(row.stock) is had] for had in (True, False))
            return bool(found_in(reply, there)) and not found_in(reply, gone)
        case "fabric":
            cloths = {*article.fabrics} | {wide for cloth in article.fabrics for wide in WIDER.get(cloth, ())}
            return bool(meanings_in(reply, load_words().fabrics[language]) & cloths)
        case "waterproof":
            return bool(found_in(reply, load_words().answers[language]["yes" if article.waterproof else "no"]))
    return False
