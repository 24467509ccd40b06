import numpy as np
import pytest

from evals.intervals import mean_interval, score_interval, share_interval


def test_wilsons_interval_is_that_of_the_textbooks() -> None:
    low, high = share_interval(81 / 263, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)  # Newcombe, Statistics in Medicine 17 (1998), table I


def test_sixty_passes_do_not_make_sure_of_the_next() -> None:
    low, high = score_interval([1.0] * 60)
    assert 0.93 < low < 0.95
    assert high == 1


def test_no_case_tells_nothing() -> None:
    assert score_interval([]) == (0, 1)


def test_a_mean_lies_in_its_interval_and_the_same_seed_gives_the_same() -> None:
    values = [0.2, 0.9, 1.0, 0.4, 0.7, 1.0, 0.8]
    low, high = mean_interval(values)
    assert low < np.mean(values) < high
    assert mean_interval(values) == (low, high)


@pytest.mark.parametrize(
    ("values", "interval"),
    [
        ([0.2, 0.9, 1.0, 0.4, 0.7, 1.0, 0.8], (0.457, 0.886)),
        ([0.0] * 36 + [1.0] * 4, (0.025, 0.225)),
        ([1.0, 1.0, 1.0, 0.0], (0.25, 1.0)),
    ],
)
def test_it_is_what_the_formula_gives(values: list[float], interval: tuple[float, float]) -> None:
    """Worked out apart: 40,000 resamples, and the jackknife by leaving each value out."""
    assert mean_interval(values) == pytest.approx(interval, abs=0.01)


def test_values_that_agree_leave_no_width() -> None:
    assert mean_interval([0.25] * 9) == (0.25, 0.25)
    assert mean_interval([0.5]) == (0.5, 0.5)


def test_more_cases_make_it_narrower() -> None:
    few, many = mean_interval([0.0, 1.0, 0.5] * 5), mean_interval([0.0, 1.0, 0.5] * 50)
    assert many.high - many.low < 0.5 * (few.high - few.low)


@pytest.mark.parametrize("skewed", [False, True])
def test_the_truth_is_in_it_about_as_often_as_it_says(skewed: bool) -> None:
    """Two hundred samples of forty; skewed ones are latencies, where no bootstrap of so few reaches 95 %."""
    drawn = np.random.default_rng(3)
    samples = drawn.lognormal(0, 1, (200, 40)) if skewed else drawn.normal(1, 2, (200, 40))
    truth = float(np.exp(0.5)) if skewed else 1.0
    hits = sum(low <= truth <= high for low, high in map(mean_interval, samples.tolist()))
    assert (0.86 if skewed else 0.91) <= hits / 200 <= 0.985


def test_skew_pushes_the_interval_out_on_the_long_side() -> None:
    values = [1.0] * 30 + [2.0, 3.0, 20.0]
    low, high = mean_interval(values)
    assert high - np.mean(values) > 1.5 * (np.mean(values) - low)
