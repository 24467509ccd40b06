"""What a run's outputs say and show, and what it was asked: read for evaluators, judged by none of this."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from evals.constraints import Outfit, worn
from evals.traces import AI, speaker, text_of, visits
from stores.demo.feed import demo_rows
from stores.vocabulary import Article, Look

Json = Mapping[str, Any]


def reply_of(outputs: Json) -> str:
    """The text of the last message, where the stylist wrote it."""
    messages = outputs.get("messages") or []
    return text_of(messages[-1]) if messages and speaker(messages[-1]) in AI else ""


def trace_of(outputs: Json, trace: Json | None) -> dict[str, Any]:
    return dict(trace or outputs.get("trace") or {})


def said_in(inputs: Json) -> list[str]:
    """What the person wrote, the turn that is judged last."""
    return [turn["text"] for turn in [*(inputs.get("history") or []), inputs.get("say") or {"text": ""}]]


def earlier_of(outputs: Json) -> list[dict[str, Any]]:
    return list(outputs.get("earlier") or [])


def seen_before(outputs: Json) -> list[dict[str, Any]]:
    """The turns before this one that showed looks."""
    return [turn for turn in earlier_of(outputs) if turn.get("looks")]


def shown_looks(outputs: Json) -> list[dict[str, Any]]:
    """Every look that an answer shows: its own, the examples of gaps."""
    return [*(outputs.get("looks") or []), *(gap["example"] for gap in outputs.get("gaps") or [])]


def shown_items(outputs: Json) -> list[dict[str, Any]]:
    """Every piece that an answer shows, those of a suitcase too."""
    packed = (outputs.get("packing") or {}).get("pieces") or []
    return [*(item for look in shown_looks(outputs) for item in look["items"]), *packed]


def articles_of(outputs: Json) -> dict[str, Article]:
    """The truth about the articles that were shown or found, from the outputs of this turn and of those before it."""
    told = [one.get("articles") or {} for one in [*earlier_of(outputs), *(outputs.get("variants") or []), outputs]]
    return {key: Article.model_validate(row) for rows in told for key, row in rows.items()}


def knows_shop(outputs: Json) -> bool:
    """Whether the truth about what is shown was handed over: an answer kept elsewhere may come without it."""
    return "articles" in outputs or not any(item["source"] == "catalog" for item in shown_items(outputs))


def outfits_of(outputs: Json, articles: Mapping[str, Article]) -> list[Outfit]:
    return [worn(Look.model_validate(look), articles) for look in outputs.get("looks") or []]


@cache
def feed(seed: int) -> tuple[Article, ...]:
    """All articles of the demo catalogue of a seed."""
    return tuple(row.article for row in demo_rows(seed) if row.article)


def feed_of(inputs: Json) -> Sequence[Article]:
    return feed(int((inputs.get("world") or {}).get("seed") or 1))


def person_of(outputs: Json, trace: Json | None = None) -> dict[str, Any]:
    """The profile and the wardrobe after the turn where the outputs have them, else as the turn found them."""
    if told := outputs.get("person"):
        return dict(told)
    recalled = (visit.outputs for visit in visits(trace_of(outputs, trace)) if visit.node == "recall")
    return next((dict(one["person"]) for one in recalled if isinstance(one, Mapping) and one.get("person")), {})


def owned_pieces(inputs: Json, outputs: Json, trace: Json | None = None) -> Iterator[dict[str, Any]]:
    """Garments of the person's own, as far as they are known: put in, hung up since, or named in the turn."""
    yield from inputs.get("wardrobe") or []
    yield from person_of(outputs, trace).get("wardrobe") or []
    for told in [*earlier_of(outputs), outputs]:
        yield from (told.get("brief") or {}).get("owned") or []
        yield from (told.get("person") or {}).get("wardrobe") or []
        yield from told.get("garments") or []
