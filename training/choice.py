"""Choosing one of several: a linear score per option, fitted so that what was chosen is likely (McFadden 1974)."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

STEPS, LEAST_STEP, LEAST_GAIN = 40, 1e-4, 1e-4


def fit_choice(options: Floats, chosen: Places, *, ridge: float) -> Floats:
    """One weight per feature, by Newton's method with halved steps.

    `options` is (questions, options, features), `chosen` the place of each answer; `ridge` draws weights to 0.
    """
    flat = options.reshape(-1, options.shape[2])
    right = options[np.arange(len(options)), chosen].sum(axis=0)
    weights = np.zeros(options.shape[2])
    loss, likely = _loss(options, chosen, weights, ridge)
    for _ in range(STEPS):
        means = np.matmul(likely[:, None, :], options)[:, 0]
        slope = right - means.sum(axis=0) - ridge * weights
        bend = (flat * likely.reshape(-1, 1)).T @ flat - means.T @ means + ridge * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        before = loss
        while np.abs(step).max() > LEAST_STEP:
            loss, likely = _loss(options, chosen, weights + step, ridge)
            if loss < before:
                break
            step = step / 2
        else:
            break
        weights = weights + step
        if before - loss < LEAST_GAIN:
            break
    return weights


def _loss(options: Floats, chosen: Places, weights: Floats, ridge: float) -> tuple[float, Floats]:
    """The penalised negative log likelihood, and how likely each option is."""
    scores = options @ weights
    scores -= scores.max(axis=1, keepdims=True)
    powers = np.exp(scores)
    likely = powers / powers.sum(axis=1, keepdims=True)
    told = np.log(likely[np.arange(len(options)), chosen])
    return float(-told.sum() + ridge / 2 * weights @ weights), likely
