"""The questions are read as they are, the measures are right by hand, and a tiny run has every figure."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.compatibility import ask, auc, folded, match_by, measure, point
from bench.outfits import Blank, Gathering, Named, load_outfits, read_article
from stores.demo.generator import generate

STYLES = ("boho fringe", "tailored office", "sporty mesh", "sequin party", "denim weekend", "wool country")
NOUNS = {"upper": "top", "bottom": "skirt", "shoe": "boots", "bag": "tote"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: Any) -> Path:
    """Twelve outfits, each of one style, and the questions that they make."""
    data: Path = tmp_path_factory.mktemp("data")
    (data / "polyvore-t").mkdir()
    keys = [f"s{number}" for number in range(12)]
    name = {
        key: {place: f"{STYLES[at % 6]} {noun} {at}" for place, noun in NOUNS.items()} for at, key in enumerate(keys)
    }
    others = {key: [keys[(at + step) % 12] for step in (1, 2, 3)] for at, key in enumerate(keys)}
    files = {
        "valid": {key: {place: {"index": 1, "name": said} for place, said in name[key].items()} for key in keys},
        "fitb_valid": [
            {
                "set_id": key,
                "blank": "shoe",
                "context": {place: said for place, said in name[key].items() if place != "shoe"},
                "options": [{"id": f"{one}_1", "name": name[one]["shoe"]} for one in (*others[key], key)],
                "answer": 3,
            }
            for key in keys
        ],
        "compat_valid": [
            {"set_id": f"{key}{'' if right else '_neg'}", "label": int(right), "items": items}
            for key in keys
            for right, items in (
                (True, name[key]),
                (False, {p: name[one][p] for p, one in zip(NOUNS, (key, *others[key]), strict=True)}),
            )
        ],
    }
    for file, rows in files.items():
        (data / f"polyvore-t/{file}.json").write_text(json.dumps(rows), encoding="utf-8")
    return data


def named(*names: str) -> tuple[Named, ...]:
    return tuple(Named("shoe", name) for name in names)


def test_questions_are_read_without_ids_in_their_pieces(folder: Path) -> None:
    outfits = load_outfits(folder)
    assert (len(outfits.by_id), len(outfits.blanks), len(outfits.gatherings)) == (12, 12, 24)
    blank = outfits.blanks[0]
    assert blank.options[blank.answer] == Named("shoe", "boho fringe boots 0")
    assert blank.sources == {"s0", "s1", "s2", "s3"}
    assert {one.of for one in outfits.gatherings} == set(outfits.by_id)


def test_a_name_that_tells_no_kind_is_read_by_its_place() -> None:
    assert read_article(Named("shoe", "gianni")).slot == "footwear"
    assert read_article(Named("shoe", "leather tote")).slot == "bag"
    assert read_article(Named("upper", "")).slot == "base_top"


def test_a_tie_shares_the_point_and_counts_half() -> None:
    blank = Blank(named("a"), named("b", "c", "d", "e"), 0, "s", frozenset())
    assert point(blank, match_by(lambda one, _: 1.0 if one.name in "bc" else 0.0)) == 0.5
    assert point(blank, match_by(lambda one, _: float(one.name == "e"))) == 0
    assert auc([0.9, 0.5, 0.5, 0.1], [True, True, False, False]) == pytest.approx(3.5 / 4)
    gatherings = [Gathering(named("a", "a"), True, "s"), Gathering(named("a", "b"), False, "s")]
    assert ask([blank], gatherings, match_by(lambda one, other: float(one == other))).figures({"s"}) == {
        "fitb_accuracy": 0.25, "auc": 1, "odd": {"fitb_accuracy": 0.25, "auc": 1}
    }  # fmt: skip


def test_each_question_is_in_one_fold(folder: Path) -> None:
    outfits = load_outfits(folder)
    asked = [blank.of for blanks, _ in folded(outfits, 4) for blank in blanks]
    assert sorted(asked) == sorted(outfits.by_id)


def test_a_tiny_run_has_every_figure(folder: Path) -> None:
    figures = measure(load_outfits(folder), list(generate(3, 40)), folds=12)
    assert set(figures) == {
        "fitb_accuracy", "auc", "odd", "elsewhere", "cosine", "shared_words", "weights", "learned", "n", "seed"
    }  # fmt: skip
    assert figures["fitb_accuracy"] > 0.9
    assert figures["auc"] > 0.9
    for part in ("odd", "elsewhere", "cosine", "shared_words", "learned"):
        assert np.isfinite([figures[part]["fitb_accuracy"], figures[part]["auc"]]).all()
