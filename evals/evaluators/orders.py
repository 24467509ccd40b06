"""Whether looks keep to what the turn orders, told by tables that are not the stylist's.

`orders` reads an `evals.turns.Expectation`.
"""

from typing import Any

from evals.constraints import ordered
from evals.evaluators import Verdict
from evals.evaluators.answers import articles_of, feed_of, outfits_of, seen_before
from evals.evaluators.verdicts import nothing, verdict
from evals.feasibility import judge
from evals.turns import Expectation
from stores.vocabulary import Unmet


def orders(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Every look keeps every order; or nothing is shown, nothing fits, and what stands in the way is named."""
    if "orders" not in reference_outputs:
        return nothing("orders")
    expect = Expectation.model_validate(reference_outputs["orders"])
    articles = articles_of(outputs)
    looks = outfits_of(outputs, articles)
    earlier = [outfit for turn in seen_before(outputs)[-1:] for outfit in outfits_of(turn, articles)]
    unmet = [Unmet.model_validate(row) for row in (outputs.get("brief") or {}).get("unmet") or []]
    broken = judge(expect, looks, earlier, unmet, feed_of(inputs))
    asked = 1 if broken == ["empty"] else max(len(ordered(expect)), len(broken), 1)
    return verdict("orders", broken, asked)
