"""Patterns are learnt from what is drawn here; the fit finds what is there, and what is written is what is read."""

import tomllib
from pathlib import Path
from random import Random

import numpy as np
import pytest

from tools.lab import Array
from tools.pattern import KINDS, TRAITS
from training.patterns import Examples, examples_of, fit, held_out, photographs, save, together
from training.scenes import SIZE, laid_out, scene
from training.swatches import COVERS, swatch


def clouds(count: int, seed: int) -> Examples:
    """Traits that tell their kind: each kind is far out along a trait of its own."""
    noise = np.random.default_rng(seed)
    kinds = noise.integers(0, len(KINDS), count)
    traits: Array = noise.normal(0, 1, (count, len(TRAITS)))
    traits[np.arange(count), kinds] += 8
    return Examples(traits, [[int(kind)] for kind in kinds], np.ones(count))


def test_a_fit_tells_kinds_it_has_not_seen() -> None:
    fresh = clouds(60, 2)
    guessed = fit(clouds(300, 1)).kinds(fresh.traits)
    assert np.mean([kind in right for kind, right in zip(guessed, fresh.right, strict=True)]) > 0.95


def test_folds_tell_drawings_and_photos_apart() -> None:
    blind = clouds(100, 3)._replace(traits=np.random.default_rng(5).normal(0, 1, (100, len(TRAITS))))
    told, guessed = held_out(clouds(200, 4), blind, seed=1)
    assert told > 0.9 > 0.6 > guessed


def test_what_is_written_has_a_row_for_each_trait(tmp_path: Path) -> None:
    fitted = fit(clouds(100, 1))
    save(fitted, tmp_path / "weights.toml")
    table = tomllib.loads((tmp_path / "weights.toml").read_text(encoding="utf-8"))
    assert [*table["slopes"]] == [*TRAITS]
    assert table["mean"]["relief"] == pytest.approx(fitted.mean[0], abs=1e-3)
    assert len(table["offsets"]["all"]) == len(KINDS)


def test_the_same_seed_draws_the_same() -> None:
    one, other = (swatch(Random("a")) for _ in range(2))
    assert one[1] == other[1] and one[0].tobytes() == other[0].tobytes()
    assert scene(Random("b"))[0].tobytes() == scene(Random("b"))[0].tobytes()


@pytest.mark.parametrize("kind", [*COVERS])
def test_a_cover_is_as_large_as_a_picture(kind: str) -> None:
    cover = COVERS[kind](Random(1), np.random.default_rng(1))
    assert cover.shape == (SIZE[1], SIZE[0])
    assert 0 <= cover.min() <= cover.max() <= 1
    assert (cover.max() > 0) == (kind != "solid")


@pytest.mark.parametrize("ground", ["paper", "plain", "wood", "carpet"])
def test_a_ground_is_a_picture(ground: str) -> None:
    assert laid_out(Random(1), np.random.default_rng(1), ground).shape == (SIZE[1], SIZE[0], 3)


def test_pictures_become_traits_and_their_kind() -> None:
    found = examples_of([swatch(Random(number)) for number in range(6)])
    assert found.traits.shape[1] == len(TRAITS)
    assert len(found.right) == len(found.traits) == len(found.weights) >= 4
    assert len(together(found, found).right) == 2 * len(found.right)


def test_a_photo_of_the_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"\.jpg"):
        photographs(tmp_path)
