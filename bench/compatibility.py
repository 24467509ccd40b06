"""Which piece is missing from an outfit, and which are one: `python -m bench.compatibility [--data DIR] [--json]`.

Asks `tools.compatibility` the questions of polyvore-t, by names alone. `fitb_accuracy` and `auc` are without any
model of outfits: what is usual comes from the same names with no word on outfits (`elsewhere`: from the demo shop).
`learned` adds which categories meet and a model of outfits: folds by outfit, and whoever shares a piece with a question
has no part in its model. `weights` are what `tools.compatibility.WEIGHTS` was taken from: fitted on the outfits at even
places, in the order of their ids, as all settings were chosen there; `odd` is of the others alone.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bench.outfits import Blank, Gathering, Named, Outfits, load_outfits, read_article
from bench.report import data_folder, publish
from stores.demo.feed import demo_rows
from stores.embeddings import MiniLM
from stores.vocabulary import Article, Slot
from tools.compatibility import Reading, Usual, build_usual, common, compatibility, read_piece, words_of
from training.compatibility import build_axes, build_company, fit, fit_weights, lay_out

Floats = npt.NDArray[np.float64]
# How well each piece of the first goes with each of the second, a row for each of the first.
Match = Callable[[Sequence[Named], Sequence[Named]], Floats]
Figures = dict[str, Any]

FOLDS = 40
# What the company that categories keep is worth beside `tools.compatibility.WEIGHTS`, and how many strangers teach
# those weights for each pair that was worn.
COMPANY, STRANGERS = 0.3, 3
SEED = 1
DECIMALS = 7
PLACES: dict[Slot, str] = {
    "base_top": "upper", "mid": "upper", "outer": "upper", "bottom": "bottom", "one_piece": "bottom",
    "footwear": "shoe", "bag": "bag", "accessory": "accessory", "headwear": "accessory", "hosiery": "accessory",
}  # fmt: skip


class Answers(NamedTuple):
    """Points by outfit, and how well pieces go together, by outfit and whether they are it."""

    points: list[tuple[str, float]]
    fits: list[tuple[str, bool, float]]

    def figures(self, odd: Container[str]) -> Figures:
        """The figures, and those of the `odd` outfits alone."""
        part = Answers([one for one in self.points if one[0] in odd], [one for one in self.fits if one[0] in odd])
        return {**self._whole(), "odd": part._whole()}

    def _whole(self) -> Figures:
        _, labels, scores = zip(*self.fits, strict=True)
        return {"fitb_accuracy": float(np.mean([point for _, point in self.points])), "auc": auc(scores, labels)}


def point(blank: Blank, match: Match) -> float:
    """1 where the answer fits best, its share of the point where it ties, else 0."""
    fits = np.round(match(blank.options, blank.context).mean(axis=1), DECIMALS)
    return float(fits[blank.answer] == fits.max()) / int((fits == fits.max()).sum())


def mean_match(gathering: Gathering, match: Match) -> float:
    """The mean over all pairs of pieces."""
    table = match(gathering.pieces, gathering.pieces)
    return float(table[np.triu_indices(len(table), 1)].mean())


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The share of pairs of an outfit and a random gathering where the outfit scores higher; a tie counts half."""
    values, right = np.round(scores, DECIMALS), np.array(labels)
    mine, others = values[right][:, None], values[~right][None, :]
    return float(((mine > others) + 0.5 * (mine == others)).mean())


def ask(blanks: Sequence[Blank], gatherings: Sequence[Gathering], match: Match) -> Answers:
    return Answers(
        points=[(blank.of, point(blank, match)) for blank in blanks],
        fits=[(one.of, one.is_outfit, mean_match(one, match)) for one in gatherings],
    )


def match_by(score: Callable[[Named, Named], float]) -> Match:
    return lambda first, second: np.array([[score(one, other) for other in second] for one in first])


def ask_learned(outfits: Outfits, readings: Mapping[Named, Reading], *, folds: int) -> Answers:
    """The answers with a model of outfits added, each question by a model that knows nothing of its pieces."""
    named = [piece for piece in readings if piece.name.strip()]
    axes = build_axes([readings[piece] for piece in named])
    layout = dict(zip(named, lay_out([readings[piece] for piece in named], axes), strict=True))
    answers = Answers([], [])
    for blanks, gatherings in folded(outfits, folds):
        pieces = {piece for blank in blanks for piece in (*blank.context, *blank.options)}
        model = _fitted(outfits, layout, readings, pieces, {key for blank in blanks for key in blank.sources})
        answers.points.extend(ask(blanks, [], model).points)
        pieces = {piece for one in gatherings for piece in one.pieces}
        model = _fitted(outfits, layout, readings, pieces, {one.of for one in gatherings})
        answers.fits.extend(ask([], gatherings, model).fits)
    return answers


def folded(outfits: Outfits, folds: int) -> Iterator[tuple[list[Blank], list[Gathering]]]:
    """The questions in folds, by the outfit that each is of."""
    keys = sorted(outfits.by_id)
    Random(SEED).shuffle(keys)
    fold = {key: place % folds for place, key in enumerate(keys)}
    for part in range(folds):
        yield (
            [blank for blank in outfits.blanks if fold[blank.of] == part],
            [one for one in outfits.gatherings if fold[one.of] == part],
        )


def _fitted(
    outfits: Outfits,
    layout: Mapping[Named, Floats],
    readings: Mapping[Named, Reading],
    pieces: set[Named],
    keys: set[str],
) -> Match:
    """A match by attributes, by which categories meet, and by a model of outfits that hold none of the pieces and are
    none of the keys.
    """
    apart = [
        [piece for piece in outfit if piece in layout]
        for key, outfit in outfits.by_id.items()
        if key not in keys and not any(piece in pieces and piece in layout for piece in outfit)
    ]
    model, company = fit([np.array([layout[piece] for piece in outfit]) for outfit in apart]), company_of(apart)
    nothing = np.zeros_like(next(iter(layout.values())))
    by_hand = match_by(lambda one, other: compatibility(readings[one], readings[other]) + COMPANY * company(one, other))

    def match(first: Sequence[Named], second: Sequence[Named]) -> Floats:
        one, other = (np.array([layout.get(piece, nothing) for piece in side]) for side in (first, second))
        return by_hand(first, second) + model.score(one, other)

    return match


def company_of(outfits: Sequence[Sequence[Named]]) -> Callable[[Named, Named], float]:
    """How much oftener the categories of two pieces meet in these outfits than by chance."""
    kind = cache(lambda piece: read_article(piece).category)
    company = build_company([[kind(piece) for piece in outfit] for outfit in outfits])
    return lambda one, other: company.of(kind(one), kind(other))


def fitted_weights(outfits: Outfits, readings: Mapping[Named, Reading]) -> dict[str, float]:
    """What each thing in common is worth, by the outfits at even places: their pairs, and each first piece with pieces
    of the second one's place from other outfits.
    """
    random, pairs, together = Random(SEED), list[dict[str, float]](), list[bool]()
    keys = sorted(outfits.by_id)[::2]
    there = defaultdict(list)
    for key in keys:
        for piece in outfits.by_id[key]:
            there[piece.place].append(piece)
    for first, second in (pair for key in keys for pair in combinations(outfits.by_id[key], 2)):
        strangers = random.choices(there[second.place], k=STRANGERS)
        pairs += [common(readings[first], readings[other]) for other in (second, *strangers)]
        together += [True, *[False] * STRANGERS]
    return fit_weights(pairs, together)


def usual_elsewhere(articles: Sequence[Article], embeddings: MiniLM) -> Usual:
    """What is usual among the names of a shop, whose slots are taken for places."""
    names = [article.name for article in articles]
    return build_usual(names, [PLACES[article.slot] for article in articles], embeddings.encode_documents(names))


def measure(outfits: Outfits, foreign: Sequence[Article], *, folds: int = FOLDS) -> Figures:
    embeddings, pieces = MiniLM(), outfits.pieces
    names, places = [piece.name for piece in pieces], [piece.place for piece in pieces]
    vectors = embeddings.encode_documents(names)
    row = {piece: at for at, piece in enumerate(pieces)}

    def readings_by(usual: Usual) -> dict[Named, Reading]:
        read = ((p, read_piece(read_article(p), v, usual, place=p.place)) for p, v in zip(pieces, vectors, strict=True))
        return dict(read)

    own, elsewhere = readings_by(build_usual(names, places, vectors)), readings_by(usual_elsewhere(foreign, embeddings))
    odd = set(sorted(outfits.by_id)[1::2])
    matches = {
        "by_hand": match_by(lambda one, other: compatibility(own[one], own[other])),
        "elsewhere": match_by(lambda one, other: compatibility(elsewhere[one], elsewhere[other])),
        "cosine": match_by(lambda one, other: float(vectors[row[one]] @ vectors[row[other]])),
        "shared_words": match_by(lambda one, other: len(words_of(one.name) & words_of(other.name))),
    }
    asked = {name: ask(outfits.blanks, outfits.gatherings, match) for name, match in matches.items()}
    figures = {name: answers.figures(odd) for name, answers in asked.items()}
    return {
        **figures.pop("by_hand"),
        **figures,
        "weights": fitted_weights(outfits, own),
        "learned": {**ask_learned(outfits, own, folds=folds).figures(odd), "folds": folds},
        "n": {"blanks": len(outfits.blanks), "gatherings": len(outfits.gatherings), "outfits": len(outfits.by_id)},
        "seed": SEED,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="What goes with what.")
    parser.add_argument("--data", type=Path, default=data_folder(), help="a folder that holds polyvore-t")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    options = parser.parse_args()
    demo = [row.article for row in demo_rows(1) if row.article]
    publish(measure(load_outfits(options.data), demo), as_json=options.json)
