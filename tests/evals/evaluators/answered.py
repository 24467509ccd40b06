"""Answers made by code over the demo catalogue of seed 7: real articles, and whatever reply and trace one wants."""

from collections.abc import Mapping, Sequence
from typing import Any

from evals.evaluators import Evaluator
from evals.evaluators.answers import feed
from stores.vocabulary import Article

SEED = 7
INPUTS: dict[str, Any] = {"language": "en", "say": {"text": "What do I wear to dinner?"}, "world": {"seed": SEED}}


def article(**wanted: Any) -> Article:
    """The first article whose fields are these."""
    return next(one for one in feed(SEED) if all(getattr(one, key) == value for key, value in wanted.items()))


def item(one: Article, **changes: Any) -> dict[str, Any]:
    colour = one.colours[0]
    told = {
        "slot": one.slot,
        "source": "catalog",
        "id": one.id,
        "name": one.name,
        "category": one.category,
        "colour": {"name": colour.name, "family": colour.family, "hex": colour.hex},
        "price": one.price,
        "currency": one.currency,
        "size": None,
        "url": one.url,
        "image": one.image,
    }
    return told | changes


def look(*articles: Article, name: str = "look-1", **changes: Any) -> dict[str, Any]:
    told = {
        "id": name,
        "kind": "outfit" if len(articles) > 1 else "article",
        "title": "made",
        "items": [item(one) for one in articles],
        "total": sum(one.price or 0.0 for one in articles),
        "currency": "EUR",
        "score": {"total": 80.0, "parts": {}},
        "why": [],
    }
    return told | changes


def outputs(reply: str = "Wear it.", looks: Sequence[dict[str, Any]] = (), **changes: Any) -> dict[str, Any]:
    told = {
        "messages": [{"type": "human", "content": "?"}, {"type": "ai", "content": reply}],
        "brief": {"intent": "outfit", "language": "en", "unmet": []},
        "conditions": None,
        "critique": None,
        "advice": None,
        "looks": list(looks),
        "packing": None,
        "gaps": [],
        "preview": None,
        "degraded": [],
        "articles": {one.id: one.model_dump(mode="json") for one in feed(SEED)},
    }
    return told | changes


def node(name: str, step: int, start: str = "00", end: str = "01", **changes: Any) -> dict[str, Any]:
    told = {
        "id": name,
        "name": name,
        "run_type": "chain",
        "start": f"2026-11-21T09:00:{start}+00:00",
        "end": f"2026-11-21T09:00:{end}+00:00",
        "duration_ms": 1000.0,
        "inputs": None,
        "outputs": {},
        "error": None,
        "tags": [],
        "model": None,
        "metadata": {"langgraph_node": name, "langgraph_step": step},
        "children": [],
    }
    return told | changes


def tool(name: str, inputs: dict[str, Any], result: Any = None) -> dict[str, Any]:
    return node(name, 1, run_type="tool", inputs=inputs, outputs={"output": result})


def trace(*nodes: Mapping[str, Any]) -> dict[str, Any]:
    return node("stylist", 0, metadata={}, children=list(nodes), duration_ms=1200.0)


def judged(evaluator: Evaluator, checks: Mapping[str, Any], answer: dict[str, Any], **inputs: Any) -> float | None:
    """The score that an evaluator gives an answer."""
    return evaluator(inputs=INPUTS | inputs, outputs=answer, reference_outputs=dict(checks))["score"]
