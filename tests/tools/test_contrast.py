"""The contrast of a look beside a person's own: a small loss where one is low and the other high."""

from typing import Any

import pytest

from stores.vocabulary import Brief, Direction, Profile, Taste
from tools.colour import harmony, patches
from tools.contrast import OFF, colour_score, contrast_level, is_far
from tools.gates import build_limits
from tools.score import WEIGHTS, build_aim, build_merits, look_parts, total_score


@pytest.mark.parametrize(
    ("step", "level"), [(0, "low"), (24.9, "low"), (25, "medium"), (50, "medium"), (50.1, "high"), (100, "high")]
)
def test_levels_of_lightness(step: float, level: str) -> None:
    assert contrast_level(step) == level


def test_a_look_two_levels_off_is_far_and_one_level_is_not(wear: Any) -> None:
    def far(pieces: list[Any], own: Any) -> bool:
        return is_far([(piece.slot, patches(piece)) for piece in pieces], own)

    sharp, soft = wear(("shirt", "white"), ("trousers", "black")), wear(("shirt", "beige"), ("trousers", "cream"))
    assert [far(sharp, own) for own in ("low", "medium", "high")] == [True, False, False]
    assert [far(soft, own) for own in ("low", "medium", "high")] == [False, False, True]


def test_it_weighs_little_and_nothing_where_nobody_told_it(wear: Any) -> None:
    pieces = wear(("shirt", "white"), ("trousers", "black"), ("loafers", "black"))
    worn = [(piece.slot, patches(piece)) for piece in pieces]
    assert colour_score(worn, None) == colour_score(worn, "high") == harmony(pieces).score
    assert colour_score(worn, "low") == pytest.approx(harmony(pieces).score - OFF)

    def score(profile: Profile) -> float:
        aim = build_aim(build_limits(Brief(), None, profile), profile, Direction(), Taste())
        return total_score(look_parts(pieces, [build_merits(piece, 1.0, aim) for piece in pieces], aim))

    assert score(Profile()) - score(Profile(contrast="low")) == pytest.approx(OFF * WEIGHTS["colour"])
