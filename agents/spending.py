"""What the calls of a run took and cost, by role: summed up from its trace, where every call is, whoever made it."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from agents.models import HOUSE

Amount = Annotated[float, Field(ge=0)]
MILLION = 1_000_000


class Price(BaseModel):
    """Per million tokens, in whatever currency the operator counts in."""

    model_config = ConfigDict(extra="forbid")

    input: Amount = 0.0
    output: Amount = 0.0


class Spent(BaseModel):
    """Calls of one role. `cost` is None where a price is not known, `seconds` is the sum of their durations."""

    model_config = ConfigDict(extra="forbid")

    models: list[str] = []
    calls: int = 0
    failed: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0
    cost: float | None = None


def spent_in(document: Mapping[str, Any], prices: Mapping[str, Price]) -> dict[str, Spent]:
    """By role, what a run's calls of models took; the house's cost nothing and are left out."""
    roles: dict[str, Spent] = {}
    for call in calls_in(document):
        metadata = call["metadata"]
        spent = roles.setdefault(metadata["role"], Spent())
        _add(spent, metadata["model"], call, prices.get(metadata["model"]))
    return roles


def calls_in(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every call of a model other than the house, retries among them."""
    told = document.get("metadata") or {}
    if document.get("run_type") == "chat_model" and told.get("model", HOUSE) != HOUSE and "role" in told:
        yield document
        return
    for child in document.get("children") or []:
        yield from calls_in(child)


def _add(spent: Spent, model: str, call: Mapping[str, Any], price: Price | None) -> None:
    usage = usage_of(call.get("outputs"))
    taken, given = int(usage.get("input_tokens") or 0), int(usage.get("output_tokens") or 0)
    spent.models = list(dict.fromkeys([*spent.models, model]))
    spent.calls += 1
    spent.failed += bool(call.get("error"))
    spent.input_tokens += taken
    spent.output_tokens += given
    spent.seconds = round(spent.seconds + float(call.get("duration_ms") or 0) / 1000, 3)
    if price is not None:
        spent.cost = round((spent.cost or 0.0) + (taken * price.input + given * price.output) / MILLION, 8)


def usage_of(outputs: Any) -> Mapping[str, Any]:
    """The token counts of a chat model's outputs, as a trace holds them."""
    if isinstance(outputs, Mapping):
        if isinstance(found := outputs.get("usage_metadata"), Mapping):
            return found
        outputs = list(outputs.values())
    for inner in outputs if isinstance(outputs, list) else []:
        if found := usage_of(inner):
            return found
    return {}
