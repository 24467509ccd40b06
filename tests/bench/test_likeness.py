"""The bench runs on a tiny folder of the same shape, and counts as it says."""

from pathlib import Path

import pytest

from bench import likeness
from bench.likeness import Shown, agreement, by_attributes, by_features, figures, nearest
from stores.colours import family_colour
from stores.vocabulary import ColourFamily
from tests.bench.test_captioning import data  # noqa: F401
from tests.stores.mean_colour import MeanColour
from tools.likeness import Seen


def shown(kind: str, colour: ColourFamily, features: list[float]) -> Shown:
    return Shown(kind, colour, Seen([family_colour(colour)], "solid", features=features))


def test_every_figure_is_there(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr(likeness, "EVERY", 1)
    found = figures(data, MeanColour())
    assert (found["encoder"], found["kaggle"]["n"], found["photos"]["n"]) == ("mean-1", 2, 3)
    for name in ("attributes", "learnt", "fused"):
        assert {*found["kaggle"][name]} == {"kind_at_5", "colour_at_5"}
        assert {*found["photos"][name]} == {"kind_at_5", "gap_at_5"}
    assert found["ms"]["see"] > 0


def test_the_nearest_are_counted_by_kind_and_colour() -> None:
    like, same, other = shown("hat", "red", [1, 0]), shown("hat", "navy", [1, 0]), shown("shoes", "red", [0, 1])
    photos = [like, same, other]
    assert nearest(like, photos, by_attributes)[0] is other
    assert nearest(like, photos, by_features)[0] is same
    assert agreement(photos, by_features)["kind_at_5"] == pytest.approx(1 / 3)
