"""What the card says, on judgements whose figures are known."""

from pathlib import Path

import numpy as np
import pytest

from training.eyes.card import Judged, Report, calibration_error, recalls, write_card
from training.eyes.photos import classes

REPORT = Report(
    photos=90, drawings=7, members=2, epochs=3, seed=1, minutes=2.4, side=96, temperature=1.25, parameters=1_629_302
)  # fmt: skip


def judged(confidence: float, *, right: int, wrong: int) -> Judged:
    """Photos of the first class, taken with `confidence` for it, or for the second."""
    rest = (1 - confidence) / (len(classes()) - 1)
    rows = np.full((right + wrong, len(classes())), rest)
    rows[:right, 0] = rows[right:, 1] = confidence
    return Judged(rows, np.zeros(right + wrong, np.int64))


def error(one: Judged) -> float:
    return calibration_error(one.top, one.right)


def test_who_is_as_sure_as_right_has_no_calibration_error() -> None:
    assert error(judged(0.8, right=8, wrong=2)) == pytest.approx(0)


def test_who_is_surer_than_right_errs_by_the_difference() -> None:
    assert error(judged(0.9, right=5, wrong=5)) == pytest.approx(0.4)


def test_recall_is_known_only_of_what_was_tried() -> None:
    first, *others = recalls(judged(0.9, right=3, wrong=1))
    assert first == 0.75
    assert all(np.isnan(share) for share in others)


def test_the_card_tells_what_was_learnt_from_and_how_well(tmp_path: Path) -> None:
    weights = tmp_path / "garments.onnx"
    weights.write_bytes(b"0" * 3_260_000)
    write_card(
        REPORT, weights, {"held back": judged(0.9, right=5, wrong=5), "validation": judged(0.8, right=8, wrong=2)}
    )
    card = weights.with_suffix(".md").read_text(encoding="utf-8")
    assert "3.3 MB, 1629302 parameters" in card
    assert "90 photos" in card
    assert "| held back | 10 | 0.500 | 0.400 |" in card
    assert "| validation | 10 | 0.800 | 0.000 |" in card
    assert "$" not in card
