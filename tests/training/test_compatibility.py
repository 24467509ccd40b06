"""A model of outfits finds what the pieces of one share, and nothing where they share nothing."""

from itertools import pairwise

import numpy as np
import pytest

from tools.compatibility import Reading
from training.compatibility import build_axes, build_company, fit, fit_weights, lay_out

SIZE = 6


def outfits(shared: float, *, seed: int, count: int = 300) -> list[np.ndarray]:
    """Outfits of four pieces whose first axis is shared to this extent; the others are noise."""
    draw = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        pieces = draw.normal(size=(4, SIZE))
        pieces[:, 0] = np.sqrt(shared) * draw.normal() + np.sqrt(1 - shared) * pieces[:, 0]
        found.append(pieces)
    return found


def test_pieces_of_one_outfit_score_above_strangers() -> None:
    model = fit(outfits(0.8, seed=1))
    fresh = outfits(0.8, seed=2)
    own = [model.score(one, one)[0, 1] for one in fresh]
    strange = [model.score(one, other)[0, 1] for one, other in pairwise(fresh)]
    assert np.mean([mine > theirs for mine, theirs in zip(own, strange, strict=False)]) > 0.6


def test_where_nothing_is_shared_nothing_is_learned() -> None:
    learned, noise = fit(outfits(0.8, seed=1)), fit(outfits(0.0, seed=1))
    assert noise.gain.max() < learned.gain.max() / 3


def test_a_score_has_no_order_and_a_row_for_each_piece() -> None:
    model = fit(outfits(0.5, seed=3))
    one, other = outfits(0.5, seed=4, count=2)
    assert model.score(one[:3], other).shape == (3, 4)
    assert np.allclose(model.score(one, other), model.score(other, one).T)


def test_outfits_of_one_piece_teach_nothing() -> None:
    with pytest.raises(ValueError, match="no outfit"):
        fit([np.zeros((1, SIZE))])


def test_readings_are_laid_out_along_the_axes() -> None:
    draw = np.random.default_rng(1)
    readings = [
        Reading(
            vector=draw.normal(size=8).astype(np.float32) if place else None,
            words={"boho": 1.0} if place % 2 else {"office": 1.0},
            formality=float(place % 5),
            families=frozenset({"red"}) if place % 3 else frozenset(),
            fabrics=frozenset({"silk"}),
            seasons=frozenset(),
            levels=frozenset(),
        )
        for place in range(30)
    ]
    axes = build_axes(readings)
    assert set(axes.words) == {"boho", "office"}
    table = lay_out(readings, axes)
    assert len(table) == 30
    assert np.allclose(table.mean(axis=0), 0)
    assert np.allclose(lay_out(readings[:3], axes), table[:3])


def test_what_outfits_have_in_common_is_worth_more_than_what_strangers_have_too() -> None:
    draw = np.random.default_rng(5)
    together = draw.random(2000) < 0.5
    shared = together + draw.normal(scale=0.5, size=2000)
    noise = draw.normal(size=2000)
    pairs = [{"shared": float(one), "noise": float(other)} for one, other in zip(shared, noise, strict=True)]
    found = fit_weights(pairs, together.tolist())
    assert found["shared"] == 1.0
    assert abs(found["noise"]) < 0.1


def test_categories_that_meet_oftener_than_by_chance_score_above_those_that_never_do() -> None:
    company = build_company([["blazer", "trousers"]] * 10 + [["tee", "jeans"]] * 10)
    assert company.of("blazer", "trousers") == company.of("trousers", "blazer") > 0
    assert company.of("blazer", "jeans") < 0
    assert company.of("blazer", "blazer") == company.of("kilt", "sporran") == 0
