"""How sure a mean is: 95 % intervals over cases, which are what a suite draws from; repeats are averaged before.

BCa bootstrap for means and paired differences (Efron, "Better bootstrap confidence intervals", JASA 82, 1987; Efron and
Tibshirani, "An introduction to the bootstrap", 1993, ch. 14), Wilson's interval for shares (Wilson, JASA 22, 1927),
since a resample of sixty passes has never seen a failure and would be sure of what sixty cases cannot show.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVEL = 0.95
SEED = 7
DRAWS = 5000
NORMAL = NormalDist()
EDGE = NORMAL.inv_cdf((1 + LEVEL) / 2)


class Interval(NamedTuple):
    low: float
    high: float


def share_interval(share: float, count: int) -> Interval:
    """Wilson's, of a share of `count` cases. Values between 0 and 1 vary less, so it is wide enough for those too."""
    if not count:
        return Interval(0.0, 1.0)
    middle = share + EDGE**2 / (2 * count)
    reach = EDGE * sqrt(share * (1 - share) / count + EDGE**2 / (4 * count**2))
    whole = 1 + EDGE**2 / count
    low, high = (middle - reach) / whole, (middle + reach) / whole
    return Interval(0.0 if share == 0 else low, 1.0 if share == 1 else high)


def score_interval(values: Sequence[float]) -> Interval:
    """Of the mean of scores from 0 to 1: Wilson's where all of them are passes and failures, else the bootstrap's."""
    if len(set(values)) < 2 or set(values) <= {0.0, 1.0}:
        return share_interval(float(np.mean(values)) if len(values) else 0.0, len(values))
    return mean_interval(values)


def mean_interval(values: Sequence[float], seed: int = SEED) -> Interval:
    """Of a mean, or of a mean difference between pairs, by the BCa bootstrap: no wider than a point where all agree."""
    found = np.asarray(values, dtype=np.float64)
    mean = float(found.mean()) if len(found) else 0.0
    if len(found) < 2 or np.ptp(found) == 0:
        return Interval(mean, mean)
    drawn = resampled_means(found, seed)
    low, high = np.quantile(drawn, corrected_levels(found, drawn))
    return Interval(float(low), float(high))


def resampled_means(values: Floats, seed: int) -> Floats:
    """Means of as many cases drawn with replacement; equal values are drawn as one, so shares cost next to nothing."""
    levels, counts = np.unique(values, return_counts=True)
    drawn = np.random.default_rng(seed).multinomial(len(values), counts / len(values), size=DRAWS)
    means: Floats = drawn @ levels / len(values)
    return means


def corrected_levels(values: Floats, drawn: Floats) -> list[float]:
    """Which quantiles bound a mean, corrected for bias (ties count half) and for skew (the jackknife's, in short)."""
    mean = values.mean()
    tied = np.isclose(drawn, mean, rtol=0, atol=1e-12)
    below = float(((drawn < mean) & ~tied).mean() + tied.mean() / 2)
    bias = NORMAL.inv_cdf(min(max(below, 1 / DRAWS), 1 - 1 / DRAWS))
    apart = values - mean
    skew = float((apart**3).sum() / (6 * (apart**2).sum() ** 1.5))
    bounds = [bias - EDGE, bias + EDGE]
    return [NORMAL.cdf(bias + bound / (1 - skew * bound)) for bound in bounds]
