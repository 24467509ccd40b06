"""`python -m training.taste`: what everybody's opinions teach together, so that a stranger's first word goes further.

Alternating least squares for r = mu + b_u + b_i + q_u . p_i: with the factors of attributes fixed each person's half is
a ridge regression, with everybody's half fixed so are the factors. It reads all opinions and orders in a data directory
and writes attributes alone (`stores.factors`), only those that at least five people spoke of: no person, no article.
After somebody was erased, fit again: what is written then knows nothing of them.
"""

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph.learning import ordered_entry
from stores.factors import Factors, save_factors
from stores.feedback import KIND as FEEDBACK
from stores.feedback import Entry
from stores.memory import WHOLE, open_memory
from stores.orders import KIND as ORDERS
from stores.orders import Order
from tools.taste import GENEROUS, SPREAD, is_trait, last_words, opinions

Floats = npt.NDArray[np.float64]

PEOPLE, ROUNDS, WIDTH, FOLDS = 5, 12, 4, 5
# How far an attribute's bias and its latent factors stray from nothing (variance).
BIASED, LATENT = 0.05, 0.05


class Table(NamedTuple):
    """Everybody's opinions: who, about which attributes, how liked, and how little each says (variance)."""

    who: npt.NDArray[np.intp]
    about: Floats
    liking: Floats
    noise: Floats

    def part(self, rows: npt.NDArray[np.bool_]) -> "Table":
        return Table(self.who[rows], self.about[rows], self.liking[rows], self.noise[rows])


class Fit(NamedTuple):
    mean: float
    bias: Floats
    factors: Floats


async def everybody(directory: Path) -> list[list[Entry]]:
    """What each person said and ordered, the last word on each thing, in no particular order of people."""
    async with open_memory(directory / "memory.db") as store:
        items = await store.asearch(("people",), limit=WHOLE)
    told: dict[str, list[Entry]] = {}
    for item in items:
        person, kind = item.namespace[1], item.namespace[2]
        if kind == FEEDBACK:
            told.setdefault(person, []).append(Entry.model_validate(item.value))
        elif kind == ORDERS:
            told.setdefault(person, []).append(ordered_entry(Order.model_validate(item.value)))
    return [list(last_words(sorted(entries, key=lambda entry: entry.at))) for entries in told.values()]


def spoken_of(people: Sequence[Sequence[Entry]]) -> list[str]:
    """The attributes that enough people spoke of for none of them to be known by it."""
    counts = Counter(name for entries in people for name in {n for entry in entries for n in entry.attributes})
    return sorted(name for name, count in counts.items() if count >= PEOPLE and is_trait(name))


def build_table(people: Sequence[Sequence[Entry]], names: Sequence[str]) -> Table:
    """Opinions over these attributes, row by row."""
    parts = [opinions(entries, names) for entries in people]
    columns = [[part.attributes.index(name) for name in names] for part in parts]
    who = np.concatenate([np.full(len(part.liking), number, dtype=np.intp) for number, part in enumerate(parts)])
    about = np.concatenate([part.about[:, at] for part, at in zip(parts, columns, strict=True)])
    liking, noise = (np.concatenate([getattr(part, key) for part in parts]) for key in ("liking", "noise"))
    return Table(who, about, liking, noise)


def fit(table: Table, names: Sequence[str], *, width: int = WIDTH, rounds: int = ROUNDS, seed: int = 0) -> Fit:
    """Mean, biases and latent factors of attributes; `seed` sets where the factors start from."""
    start: Floats = np.random.default_rng(seed).normal(0, LATENT**0.5, (len(names), width))
    found = Fit(float(np.average(table.liking, weights=1 / table.noise)), np.zeros(len(names)), start)
    for _ in range(rounds):
        found = shared_half(table, *personal_half(table, names, found), found.mean)
    return found


def personal_half(table: Table, names: Sequence[str], found: Fit) -> tuple[Floats, Floats]:
    """With the factors fixed: the factors q_u of each person, by row, and what else is theirs alone, by row."""
    own = np.array([SPREAD[name.partition(":")[0]] for name in names])
    tastes, rest = np.zeros((len(table.who), found.factors.shape[1])), np.zeros(len(table.who))
    surprise = table.liking - found.mean - table.about @ found.bias
    for rows in by_person(table):
        about = table.about[rows]
        latent, private = about @ found.factors, (about * own) @ about.T + GENEROUS
        weights = np.linalg.solve(latent @ latent.T + private + np.diag(table.noise[rows]), surprise[rows])
        tastes[rows], rest[rows] = latent.T @ weights, private @ weights
    return tastes, rest


def shared_half(table: Table, tastes: Floats, rest: Floats, mean: float) -> Fit:
    """With everybody's half fixed: biases and factors of all attributes, by one ridge regression."""
    attributes, width = table.about.shape[1], tastes.shape[1]
    scaled = [table.about, *(table.about * tastes[:, [column]] for column in range(width))]
    design = np.hstack(scaled) / np.sqrt(table.noise)[:, None]
    penalty = np.repeat([1 / BIASED, *[1 / LATENT] * width], attributes)
    target = (table.liking - mean - rest) / np.sqrt(table.noise)
    solved = np.linalg.solve(design.T @ design + np.diag(penalty), design.T @ target)
    blocks = solved.reshape(width + 1, attributes)
    return Fit(mean, np.asarray(blocks[0], dtype=np.float64), np.asarray(blocks[1:].T, dtype=np.float64))


def by_person(table: Table) -> Iterator[npt.NDArray[np.intp]]:
    for number in np.unique(table.who):
        yield np.flatnonzero(table.who == number)


def held_out_error(table: Table, names: Sequence[str], *, width: int, rounds: int = ROUNDS, seed: int = 0) -> float:
    """Root mean square error of opinions held out, five-fold over opinions; with `width` 0 nobody shares factors."""
    fold = np.random.default_rng(seed).permutation(len(table.liking)) % FOLDS
    errors = [
        predict(table.part(fold != at), table.part(fold == at), names, width=width, rounds=rounds)
        - table.liking[fold == at]
        for at in range(FOLDS)
    ]
    return float(np.sqrt(np.mean(np.concatenate(errors) ** 2)))


def predict(known: Table, asked: Table, names: Sequence[str], *, width: int, rounds: int) -> Floats:
    """The liking of what is asked, from what is known of everybody and of each person."""
    found = fit(known, names, width=width, rounds=rounds)
    own = np.diag([SPREAD[name.partition(":")[0]] for name in names]) + found.factors @ found.factors.T
    guessed = found.mean + asked.about @ found.bias
    for rows in by_person(known):
        theirs, mine = asked.who == known.who[rows[0]], known.part(np.isin(np.arange(len(known.who)), rows))
        surprise = mine.liking - found.mean - mine.about @ found.bias
        covered = mine.about @ own @ mine.about.T + GENEROUS + np.diag(mine.noise)
        guessed[theirs] += (asked.about[theirs] @ own @ mine.about.T + GENEROUS) @ np.linalg.solve(covered, surprise)
    return guessed


def build_factors(found: Fit, names: Sequence[str], people: int) -> Factors:
    return Factors(
        mean=round(found.mean, 6),
        bias=dict(zip(names, found.bias.round(6).tolist(), strict=True)),
        factors=dict(zip(names, found.factors.round(6).tolist(), strict=True)),
        people=people,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, measure on opinions held out, write the file and say what was found."""
    parser = argparse.ArgumentParser(prog="python -m training.taste", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data-dir", type=Path, default=Path(".maison"), help="the data directory to read and write")
    directory = parser.parse_args(arguments).data_dir
    people = asyncio.run(everybody(directory))
    names = spoken_of(people)
    if not names:
        parser.error(f"{directory} holds no attribute that {PEOPLE} people spoke of; there is nothing to fit yet")
    table = build_table(people, names)
    errors = {label: held_out_error(table, names, width=width) for label, width in (("alone", 0), ("shared", WIDTH))}
    path = save_factors(directory, build_factors(fit(table, names), names, len(people)))
    said = {"people": len(people), "opinions": len(table.liking), "attributes": len(names), "rmse": errors}
    sys.stdout.write(json.dumps({**said, "file": str(path)}, indent=1) + "\n")


if __name__ == "__main__":
    main()
