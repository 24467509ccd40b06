"""Talks put together by chance: a first turn, then ways to go on from it, each with what it orders from there on.

`datasets/walks.toml` has the turns and what they order. The stylist was mended by its wordings (`dev`); those of
`walks_unread.toml` say the same in words of other people, who had seen none of them and no answer (`test`).
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Literal

from evals.cases import LANGUAGES, Strict
from evals.parallel import ParallelTalk, SpokenTurn
from evals.turns import Asked, Disliked, Expectation, Step
from stores.vocabulary import Budget, ColourFamily, Language, Slot

Split = Literal["dev", "test"]
Wordings = dict[Language, list[str]]
# What is drawn for a talk, as each language says it.
Drawn = Mapping[Language, Mapping[str, str]]


class Draws(Strict):
    """What a talk may tell of a person: sizes, a sum in euros, a colour."""

    clothes: list[str]
    shoes: dict[Literal["women", "men"], list[str]]
    sum: list[str]
    colours: dict[ColourFamily, dict[Language, str]]


class Start(Strict):
    say: Wordings
    orders: Expectation


class Move(Strict):
    """A way to go on; `datasets/walks.toml` tells what its fields mean."""

    say: Wordings
    topics: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    tells: tuple[Literal["clothes", "shoes", "sum", "colour"], ...] = ()
    piece: tuple[str, ...] = ()
    in_colours: tuple[ColourFamily, ...] = ()
    instead_of: tuple[str, ...] = ()
    lacks: Slot | None = None
    avoid: Disliked = Disliked()
    colours: tuple[ColourFamily, ...] = ()
    than: Step | None = None
    new: bool = False
    talk: bool = False


class Book(Strict):
    draws: Draws
    starts: dict[str, Start]
    moves: dict[str, Move]


@cache
def load_book(split: Split) -> Book:
    """The first turns and the moves in the wordings of a split."""
    told = _table("walks")
    kinds = told.pop("kinds")
    for group, rows in _table("walks_unread").items() if split == "test" else ():
        for name, say in rows.items():
            told[group][name]["say"] = say
    return Book.model_validate(_spelt(told, kinds))


def draw(split: Split, seed: str, moves: int) -> ParallelTalk:
    """The talk of a seed: a first turn and so many moves, the same in every language but for the wording."""
    book, random = load_book(split), Random(seed)
    start = random.choice(sorted(book.starts))
    orders, say = book.starts[start].orders, [book.starts[start].say]
    talk = [book.moves[name] for name in chosen(book.moves, start, moves, random)]
    drawn, family = drawn_for(orders, book.draws, random)
    checks = [checks_of(orders)]
    for move in talk:
        orders = after(orders, move, drawn["en"], family)
        this = orders.model_copy(update={"than": move.than, "new": move.new})
        checks.append(checks_of(this, is_talk=move.talk))
        say.append(move.say)
    spoken = [{one: random.choice(words[one]).format(**drawn[one]) for one in LANGUAGES} for words in say]
    turns = [SpokenTurn(say=said, checks=check) for said, check in zip(spoken, checks, strict=True)]
    return ParallelTalk(id=f"{split}-{seed}", split=split, turns=turns)


def chosen(moves: Mapping[str, Move], start: str, count: int, random: Random) -> list[str]:
    """Names of moves that can follow the start, no two of them of one topic."""
    names, topics = list[str](), set[str]()
    for name in random.sample(sorted(moves), len(moves)):
        fits = start in moves[name].starts or not moves[name].starts
        if fits and not topics & {*moves[name].topics} and len(names) < count:
            names.append(name)
            topics |= {*moves[name].topics}
    return names


def drawn_for(orders: Expectation, draws: Draws, random: Random) -> tuple[Drawn, ColourFamily]:
    """What the person of a talk may tell, in the words of each language, and the colour that it names."""
    sizes = draws.shoes["men" if orders.presentation == "men" else "women"]
    told = {"clothes": random.choice(draws.clothes), "shoes": random.choice(sizes), "sum": random.choice(draws.sum)}
    family = random.choice(sorted(draws.colours))
    return {one: told | {"colour": draws.colours[family][one]} for one in LANGUAGES}, family


def after(orders: Expectation, move: Move, told: Mapping[str, str], family: ColourFamily) -> Expectation:
    """What stands once a move is made; `told` is what the person may tell, `family` the colour among it."""
    sizes: dict[str, str] = {name: told[name] for name in ("clothes", "shoes") if name in move.tells}
    budget = Budget(max=float(told["sum"]), currency="EUR", per="look") if "sum" in move.tells else orders.budget
    colours = [family] if "colour" in move.tells else []
    return orders.model_copy(
        update={
            "pieces": _pieces(orders.pieces, move),
            "lacks": [*orders.lacks, *([move.lacks] if move.lacks else [])],
            "outfit": orders.outfit and move.lacks != "footwear",
            "sizes": orders.sizes.model_copy(update=sizes),
            "budget": budget,
            "avoid": _joined(_joined(orders.avoid, move.avoid), Disliked(colours=colours)),
            "colours": [*orders.colours, *move.colours],
        }
    )


def checks_of(orders: Expectation, *, is_talk: bool = False) -> dict[str, Any]:
    """What holds of an answer: the looks keep to the orders, and the sizes that were told are known."""
    sizes = orders.sizes.model_dump(exclude_none=True)
    known = {"memory": {"profile": {"sizes": sizes}}} if sizes else {}
    return known if is_talk else {"orders": orders.model_dump(mode="json", exclude_defaults=True), **known}


def _pieces(asked: Sequence[Asked], move: Move) -> list[Asked]:
    left = [one for one in asked if not {*one.of} & {*move.instead_of}]
    return [*left, Asked(of=[*move.piece], colours=[*move.in_colours])] if move.piece else left


def _joined(one: Disliked, other: Disliked) -> Disliked:
    both = [each.model_dump() for each in (one, other)]
    return Disliked.model_validate({name: [*both[0][name], *both[1][name]] for name in both[0]})


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("evals").joinpath(f"datasets/{name}.toml").read_text(encoding="utf-8"))


def _spelt(told: Any, kinds: Mapping[str, list[str]]) -> Any:
    """A table with the categories of each kind ("@dresses") in place of its name."""
    if isinstance(told, dict):
        return {key: _spelt(value, kinds) for key, value in told.items()}
    if isinstance(told, list):
        return [each for one in told for each in (kinds[one[1:]] if is_kind(one) else [_spelt(one, kinds)])]
    return told


def is_kind(told: Any) -> bool:
    return isinstance(told, str) and told.startswith("@")
