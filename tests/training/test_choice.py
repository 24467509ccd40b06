"""Weights by which what was chosen is likely."""

import numpy as np

from training.choice import fit_choice


def questions(weights: list[float], *, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """400 choices of five options by these weights and Gumbel noise, for which the model is exact."""
    draw = np.random.default_rng(seed)
    options = draw.normal(size=(400, 5, len(weights)))
    return options, (options @ np.array(weights) + draw.gumbel(size=(400, 5))).argmax(axis=1)


def test_the_weights_of_the_choices_are_found() -> None:
    found = fit_choice(*questions([1.5, -1.0, 0.0], seed=1), ridge=1e-3)
    assert np.allclose(found, [1.5, -1.0, 0.0], atol=0.3)


def test_a_ridge_draws_weights_to_zero() -> None:
    asked = questions([1.5, -1.0, 0.0], seed=2)
    assert np.abs(fit_choice(*asked, ridge=1e4)).max() < 0.1 < np.abs(fit_choice(*asked, ridge=1)).max()


def test_choices_that_one_feature_tells_whole_do_not_run_away() -> None:
    options = np.zeros((50, 3, 1))
    options[:, 1] = 1
    found = fit_choice(options, np.ones(50, dtype=np.intp), ridge=1.0)
    assert 1 < found[0] < 10
