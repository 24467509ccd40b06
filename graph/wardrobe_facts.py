"""What the merger may say of a suitcase and of what a wardrobe lacks: counts and sums as facts, pieces by token."""

from collections.abc import Iterator, Sequence

from agents.contracts import PackingFacts, StopFacts
from agents.house.phrases import load_table
from graph.state import State
from graph.wording import price_text
from stores.vocabulary import Brief, Gap, Language, Look, Packing
from tools.trips import day_of


def packing_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """How many pieces, days and outfits, and what all of it costs."""
    if (packing := _packing(state)) is None:
        return
    yield "packing.count", counted(len(packing.pieces), "piece", language)
    yield "packing.days", counted(max(row.day for row in packing.days), "day", language)
    yield "packing.looks", counted(len({row.look for row in packing.days}), "look", language)
    if packing.total is not None:
        yield "packing.total", price_text(packing.total, packing.currency, language)


def gap_rows(state: State, language: Language) -> Iterator[tuple[str, str]]:
    """How many new outfits each article makes."""
    for number, row in enumerate(state["gaps"], 1):
        yield f"gap.{number}", counted(row["outfits"], "new", language)


def examples_of(state: State) -> list[Look]:
    """An outfit that each article makes with what is owned."""
    return [Gap.model_validate(row).example for row in state["gaps"]]


def _packing(state: State) -> Packing | None:
    return Packing.model_validate(state["packing"]) if state["packing"] else None


def counted(count: int, noun: str, language: Language) -> str:
    """ "Eleven pieces", « onze pièces », 十一件; a figure from thirteen on."""
    words = load_table("counts")[language]
    one, several = words[noun]
    number = words["words"][count - 1] if count <= len(words["words"]) else str(count)
    return str(one if count == 1 else several.format(count=number))


def packing_facts(state: State, looks: Sequence[Look], brief: Brief) -> PackingFacts | None:
    """Each piece by the token of the look in which it first comes, and the looks by these tokens."""
    if (packing := _packing(state)) is None:
        return None
    tokens: dict[str, str] = {}
    for number, look in enumerate(looks, 1):
        for place, item in enumerate(look.items, 1):
            tokens.setdefault(item.id, f"{number}.{place}")
    occasions = {row.look: row.occasion for row in packing.days}
    return PackingFacts(
        day=day_of(brief.trip or []),
        pieces=[tokens[item.id] for item in packing.pieces],
        stops=[
            StopFacts(occasion=occasions[look.id], pieces=[tokens[item.id] for item in look.items]) for look in looks
        ],
    )
