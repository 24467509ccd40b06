"""Orders drawn by a seed, in machine form: what a turn asks for, as a brief and as what its looks are held against.

Money, sizes, colours, pieces, dislikes, occasions and weather in any combination, also such as nobody would think of.
Knows no catalogue, so that an order may be one that nothing keeps.
"""

import tomllib
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from evals.constraints import PER_EURO
from evals.turns import Asked, Disliked, Expectation
from stores.categories import load_categories
from stores.vocabulary import Brief, Budget, ColourFamily, Pattern, Presentation, Sizes, Sky, Slot, Wanted

CURRENCIES = ("EUR", "EUR", "EUR", "USD", "GBP", "CNY")
CLOTHES = ("XS", "S", "M", "L", "XL", "XXL")
SHOES: dict[Presentation | None, tuple[int, int]] = {"women": (36, 42), "men": (40, 46), None: (39, 42)}
# Least euros of a budget and how many times as much it may be, for a piece and for a look.
PIECE_MONEY, LOOK_MONEY = (15.0, 8.0), (60.0, 6.0)
SOUGHT: frozenset[Slot] = frozenset({"base_top", "bottom", "one_piece", "mid", "outer", "footwear", "bag"})


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Day(Row):
    code: str | None = None
    taboos: list[str] = []
    modest: bool = False


class Weather(Row):
    temp: float
    said: list[Sky] = []


class Table(Row):
    families: list[ColourFamily]
    fabrics: list[str]
    patterns: list[Pattern]
    spared: list[Slot]
    refused: list[list[str]]
    occasions: dict[str, Day]
    skies: dict[str, Weather]


class Order(NamedTuple):
    """An order as the graph is told of it, and what its looks have to keep to."""

    brief: Brief
    expect: Expectation


@cache
def load_table() -> Table:
    text = files("evals").joinpath("datasets/orders.toml").read_text(encoding="utf-8")
    return Table.model_validate(tomllib.loads(text))


def draw_order(seed: int) -> Order:
    """One order, the same for the same seed: of an outfit, or, one in four, of a single piece."""
    draw, table = Random(f"order/{seed}"), load_table()
    who: Presentation | None = draw.choice(["women", "men", "women", "men", None])
    single = draw.random() < 0.25
    occasion = None if single or draw.random() < 0.15 else draw.choice([*table.occasions])
    day = table.occasions.get(occasion or "", Day())
    sky = None if single or day.code == "sport" or draw.random() < 0.6 else draw.choice([*table.skies])
    pieces = [_piece(draw, single=single)] if single or draw.random() < 0.3 else []
    avoid = _dislikes(draw, pieces, single=single)
    free = not pieces and draw.random() < 0.2
    colours = [one for one in [draw.choice(table.families)] if free and one not in avoid.colours]
    expect = Expectation(
        outfit=not single,
        only=pieces[0].of if single else [],
        pieces=pieces,
        avoid=avoid,
        colours=colours,
        all_colours=colours if draw.random() < 0.25 else [],
        presentation=who,
        sizes=_sizes(draw, who),
        budget=_budget(draw, single=single) if draw.random() < 0.55 else None,
        code=day.code,
        taboos=day.taboos,
        weather=sky,
    )
    return Order(_brief(expect, occasion), expect)


def _piece(draw: Random, *, single: bool) -> Asked:
    slots = SOUGHT if single else SOUGHT - {"outer"}
    kinds = [name for name, row in load_categories().items() if row.reserve is None and row.slot in slots]
    return Asked(of=[draw.choice(kinds)], colours=draw.sample(load_table().families, draw.choice([0, 1])))


def _dislikes(draw: Random, pieces: list[Asked], *, single: bool) -> Disliked:
    """Dislikes that do not refuse what is asked for."""
    table = load_table()
    worn = {name for asked in pieces for name in asked.of}
    taken = {load_categories()[name].slot for name in worn}
    shown = {family for asked in pieces for family in asked.colours}
    colours = draw.sample(table.families, draw.choice([1, 1, 2, 3])) if draw.random() < 0.35 else []
    kinds = draw.choice(table.refused) if draw.random() < 0.2 else []
    slots = [draw.choice(table.spared)] if not single and draw.random() < 0.15 else []
    return Disliked(
        colours=[family for family in colours if family not in shown],
        fabrics=[draw.choice(table.fabrics)] if draw.random() < 0.2 else [],
        patterns=[draw.choice(table.patterns)] if draw.random() < 0.15 else [],
        categories=[name for name in kinds if name not in worn],
        slots=[slot for slot in slots if slot not in taken],
    )


def _sizes(draw: Random, who: Presentation | None) -> Sizes:
    clothes = draw.choice(CLOTHES) if draw.random() < 0.4 else None
    return Sizes(clothes=clothes, shoes=str(draw.randint(*SHOES[who])) if draw.random() < 0.4 else None)


def _budget(draw: Random, *, single: bool) -> Budget:
    currency = draw.choice(CURRENCIES)
    least, times = PIECE_MONEY if single else LOOK_MONEY
    most = round(least * times ** draw.random() * PER_EURO[currency])
    return Budget(max=most, currency=currency, per="item" if single else "look")


def _brief(expect: Expectation, occasion: str | None) -> Brief:
    """The brief that a good reading of such an order gives."""
    table, kinds = load_table(), load_categories()
    wanted = [
        Wanted(slot=kinds[one.of[0]].slot, category=one.of[0], colours=one.colours, text=one.of[0])
        for one in expect.pieces
    ]
    sky = table.skies.get(expect.weather or "")
    colours = [*expect.colours, *(family for one in expect.pieces for family in one.colours)]
    said: dict[str, Any] = {f"avoid_{name}": getattr(expect.avoid, name) for name in Disliked.model_fields}
    return Brief(
        intent="outfit" if expect.outfit else "find",
        slots=[one.slot for one in wanted],
        categories=[name for one in expect.pieces for name in one.of],
        colours=colours,
        colours_must=bool(colours),
        colours_only=bool(expect.all_colours),
        occasion=occasion,
        budget=expect.budget,
        sizes=expect.sizes,
        presentation=expect.presentation,
        stated_temp_c=sky.temp if sky else None,
        stated_weather=sky.said if sky else [],
        modest=table.occasions.get(occasion or "", Day()).modest,
        wanted=wanted,
        **said,
    )
