"""Garment words that mean another kind by what is said beside them: the trousers of a gym, the jumper in cashmere."""

from dataclasses import replace

from agents.house.lexicon import load_meanings
from agents.house.reading.mentions import Mention

# Cloths of which a jumper is knitted fine as often as not.
_FINE = frozenset({"cashmere", "merino", "silk"})


def of_context(mention: Mention, mentions: list[Mention]) -> Mention:
    """The garment as the kind that the occasion or the cloth of the same text makes of it."""
    if mention.kind not in ("kind", "category"):
        return mention
    key = _of_event(mention, mentions) or _of_sport(mention, mentions) or _of_cloth(mention, mentions)
    key = key or _of_half(mention, mentions)
    if key is None:
        return mention
    return replace(mention, kind="kind" if key in load_meanings().kinds else "category", key=key)


def _of_event(mention: Mention, mentions: list[Mention]) -> str | None:
    """The jacket of a ball or a wedding is one to dress up in."""
    tailored = load_meanings().occasions["tailored"]
    dressed = any(m.kind == "occasion" and m.key in tailored for m in mentions)
    return "dress_jacket" if (mention.kind, mention.key) == ("kind", "jacket") and dressed else None


def _of_sport(mention: Mention, mentions: list[Mention]) -> str | None:
    """The trousers of the gym, of a run, of the snow, where nothing else is dressed for."""
    meanings = load_meanings()
    done = {m.key for m in mentions if m.kind == "occasion"}
    done |= {meanings.activities[m.key] for m in mentions if m.kind == "activity" and m.key in meanings.activities}
    tables = [meanings.worn_for.get(one, {}) for one in sorted(done)]
    kinds = {table.get(mention.key) for table in tables}
    return kinds.pop() if len(kinds) == 1 else None


def _of_cloth(mention: Mention, mentions: list[Mention]) -> str | None:
    """The jumper of a fine cloth may be a fine knit."""
    fine = any(m.kind == "fabric" and m.key in _FINE for m in mentions)
    return "fine_sweater" if (mention.kind, mention.key) == ("category", "sweater") and fine else None


def _of_half(mention: Mention, mentions: list[Mention]) -> str | None:
    """The skirt that comes for trousers, where a word means a dress as well: 裤子换成裙子."""
    slot = load_meanings().slot
    halves = (m for m in mentions if m.kind in ("category", "kind") and m.last <= mention.first)
    wide = (mention.kind, mention.key) == ("kind", "dresses_and_skirts")
    return "skirt" if wide and any(slot(m.kind, m.key) == "bottom" for m in halves) else None
