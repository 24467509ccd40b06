from typing import Any

import pytest

from stores.vocabulary import Conditions, Profile
from tools.comfort import bakes, clings, dew_point, ease, is_muggy
from tools.warmth import suffers, wanted_clo

# Clo that is neutral by ISO 7730 outdoors, as a straight line in the air temperature, by met.
NEUTRAL = {1.2: (4.85, -0.179), 1.6: (3.75, -0.140), 2.0: (3.03, -0.114), 2.6: (2.30, -0.091)}


def neutral(met: float, temp: float) -> float:
    start, slope = NEUTRAL[met]
    return start + slope * temp


@pytest.mark.parametrize(("met", "usual"), [(1.2, 1.6), (2.6, 2.0)])
def test_effort_is_worth_what_it_is_by_iso_7730(met: float, usual: float) -> None:
    """Who sits at 18 C is dressed as who stands in the cold that `ease` names; who walks fast as who strolls."""
    felt = 18 + ease(Conditions(met=met), 18)
    assert neutral(usual, felt) == pytest.approx(neutral(met, 18), abs=0.04)


@pytest.mark.parametrize(
    ("temp", "humidity", "dew"), [(20, 1.0, 20.0), (25, 0.5, 13.9), (30, 0.6, 21.4), (10, 0.8, 6.7)]
)
def test_dew_points_of_known_air(temp: float, humidity: float, dew: float) -> None:
    assert dew_point(temp, humidity) == pytest.approx(dew, abs=0.1)


@pytest.mark.parametrize(
    ("day", "degrees"),
    [
        (Conditions(), 0.0),
        (Conditions(met=2.0), 0.0),
        (Conditions(met=8.0, indoors=True), 0.0),
        (Conditions(met=8.0), 5.0),
        (Conditions(uv=7, source="forecast"), 2.0),
        (Conditions(uv=7, source="forecast", rain_chance=0.5), 0.0),
        (Conditions(uv=7), 0.0),
        (Conditions(humidity=0.9), 0.67),
        (Conditions(humidity=0.3), -0.33),
    ],
)
def test_what_a_day_is_eased_by(day: Conditions, degrees: float) -> None:
    assert ease(day, 24) == pytest.approx(degrees, abs=0.01)


def test_damp_air_is_felt_in_warmth_alone() -> None:
    assert ease(Conditions(humidity=0.9), 10) == 0
    assert is_muggy(Conditions(humidity=0.9), 24) and not is_muggy(Conditions(humidity=0.9), 18)
    assert not is_muggy(Conditions(), 30)


def test_a_picnic_asks_for_more_than_a_walk_and_a_hike_for_less() -> None:
    def clo(met: float) -> float:
        return wanted_clo(Conditions(temp_min_c=12, temp_max_c=18, met=met), Profile()) or 0.0

    assert clo(1.2) > clo(1.6) == clo(2.0) > clo(2.6) > clo(3.8)


def test_in_muggy_air_nothing_clings_and_no_grey_shirt_shows_it(article: Any) -> None:
    muggy, dry = (Conditions(temp_min_c=26, temp_max_c=30, humidity=share) for share in (0.9, 0.3))
    for piece in (article("shirt", "white", fabrics=["viscose"]), article("tee", "grey", fabrics=["cotton"])):
        assert suffers(piece, muggy) and not suffers(piece, dry)
    assert not clings(article("sport_top", "grey", fabrics=["polyester"]))
    assert not suffers(article("shirt", "white", fabrics=["linen"]), muggy)


def test_large_dark_pieces_bake_in_the_open(article: Any) -> None:
    hot = Conditions(temp_min_c=24, temp_max_c=34)
    assert bakes(article("tee", "black"), hot, 29)
    assert not bakes(article("tee", "white"), hot, 29) and not bakes(article("loafers", "black"), hot, 29)
    assert not bakes(article("tee", "black"), hot.model_copy(update={"indoors": True}), 29)
    assert not bakes(article("tee", "black"), Conditions(temp_min_c=10, temp_max_c=20), 15)
