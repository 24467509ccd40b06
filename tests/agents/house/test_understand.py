"""Turns in three languages against their briefs, from the tables `turns_{en,fr,zh}*.toml`."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, Colour, Garment, Item, ItemColour, Look, Profile, Score, ShownLook, Slot

TODAY = date(2026, 11, 21)
RED_SCARF = Garment(
    id="g-red",
    name="red scarf",
    category="scarf",
    slot="accessory",
    colours=[Colour(name="red", family="red", hex="#c71f2d")],
    formality=4,
    clo=0.05,
)


def item(id_: str, slot: Slot, category: str) -> Item:
    colour = ItemColour(name="green", family="green", hex="#2f8a4a")
    return Item(slot=slot, source="catalog", id=id_, name=id_, category=category, colour=colour)


def shown(number: int, turn: int, brief: Brief, items: list[Item]) -> ShownLook:
    kind = "article" if len(items) == 1 else "outfit"
    id_ = f"{'F' if kind == 'article' else 'L'}{number}"
    look = Look(id=id_, kind=kind, title="", items=items, total=None, currency="EUR", score=Score(total=50))
    return ShownLook(number=number, turn=turn, look=look, brief=brief)


def before(section: str) -> dict[str, Any]:
    """What came before a turn of this section."""
    wedding, blazers = Brief(intent="outfit", occasion="wedding"), Brief(intent="find", slots=["mid"])
    slots: list[tuple[Slot, str]] = [("one_piece", "midi"), ("footwear", "sandals"), ("bag", "clutch")]
    outfits = [
        shown(number, 1, wedding, [item(f"a{number}{i}", *slot) for i, slot in enumerate(slots, 1)])
        for number in (1, 2, 3)
    ]
    articles = [shown(number, 2, blazers, [item(f"b{number}", "mid", "blazer")]) for number in (1, 2, 3, 4)]
    return {
        "alone": {},
        "after_outfits": {"shown": outfits, "last": wedding},
        "after_articles": {"shown": [*outfits, *articles], "last": blazers},
    }[section]


def turns() -> list[Any]:
    rows = []
    for language in ("en", "fr", "zh"):
        for path in sorted(Path(__file__).parent.glob(f"turns_{language}*.toml")):
            for section, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
                for text, expected in table.items():
                    rows.append(pytest.param(language, section, text, expected, id=f"{section}: {text}"))
    return rows


def short(brief: Brief, key: str) -> Any:
    """A key of a brief in the short form of the tables; `none` for what is not set."""
    value = getattr(brief, key)
    if value is None:
        return "none"
    match key:
        case "budget":
            return f"{value.max:g} {value.currency} {value.per}"
        case "sizes" | "stated_figures":
            return value.model_dump(exclude_none=True)
        case "formality":
            return list(value)
        case "refinement":
            return value.change
        case "at_most":
            return [f"{one.count} {one.slot}" for one in value]
        case "owned":
            return [f"{garment.slot} {garment.colours[0].family}" for garment in value]
        case "changes":
            return [f"{c.action} {c.key} {spelled(c.value)}" for c in value]
    return value


def spelled(value: Any) -> str:
    return " ".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("language", "section", "text", "expected"), turns())
def test_a_turn_is_understood(language: str, section: str, text: str, expected: dict[str, Any]) -> None:
    request = UnderstandRequest(
        text=text, today=TODAY, wardrobe=[RED_SCARF], profile=Profile(language=language), **before(section)
    )
    brief = understand(request)
    assert brief.text == text
    assert brief.language == language
    assert {key: short(brief, key) for key in expected} == expected


@pytest.mark.parametrize(
    "text", ["我穿 M 码，喜欢绿色。", "I’m a size M and I love green…", "Je fais du M ; j’adore le vert !"]
)
def test_what_is_learned_keeps_the_sentence_as_it_was_written(text: str) -> None:
    changes = understand(UnderstandRequest(text=text, today=TODAY)).changes
    assert {"sizes", "colours"} <= {change.key for change in changes}
    assert {change.said for change in changes} == {text}
