"""What is left of a wish where custom forbids a part of it: a dress, where a white one was wished for to a wedding.

Knows what is forbidden by its name alone, and no piece.
"""

from collections.abc import Collection, Iterable
from typing import Any

from stores.vocabulary import Brief, Conditions, Unmet

# The marks of a wish that custom may forbid, by the kind of the taboo.
MARKS = {"family": "colours", "pattern": "patterns"}


def within_custom(brief: Brief, conditions: Conditions | None) -> Brief:
    """The brief without what is never worn there, each told of as unmet; itself where it asks for none of it."""
    hard = [taboo.what for taboo in conditions.taboos if taboo.hard] if conditions else []
    gone = [what for what in hard if _is_wished(what, brief)]
    if not gone:
        return brief
    colours = _left("family", brief.colours, gone)
    return brief.model_copy(
        update={
            "colours": colours,
            "colours_must": brief.colours_must and bool(colours),
            "colours_only": brief.colours_only and bool(colours),
            "patterns": _left("pattern", brief.patterns, gone),
            "wanted": [one.model_copy(update=_marks_left(one, gone)) for one in brief.wanted],
            "unmet": [*brief.unmet, *(Unmet(constraint="taboo", asked=what) for what in gone)],
        }
    )


def refused_by_custom(brief: Brief, conditions: Conditions | None) -> list[Unmet]:
    """What was wished for and left out for custom's sake."""
    taboos = {taboo.what for taboo in conditions.taboos} if conditions else set[str]()
    return [gap for gap in brief.unmet if gap.constraint == "taboo" and gap.asked in taboos]


def _is_wished(what: str, brief: Brief) -> bool:
    kind, _, name = what.partition(":")
    return kind in MARKS and any(name in getattr(one, MARKS[kind]) for one in (brief, *brief.wanted))


def _left(kind: str, names: Iterable[str], gone: Collection[str]) -> list[str]:
    return [name for name in names if f"{kind}:{name}" not in gone]


def _marks_left(wanted: Any, gone: Collection[str]) -> dict[str, list[str]]:
    return {mark: _left(kind, getattr(wanted, mark), gone) for kind, mark in MARKS.items()}
