import pytest

from stores.vocabulary import Brief, Conditions
from tools.seasons import seasons_of


@pytest.mark.parametrize(
    ("mean", "seasons"),
    [(25, {"summer"}), (18, {"spring", "summer"}), (15, {"spring", "autumn"}), (10, {"autumn"}), (2, {"winter"})],
)
def test_seasons_follow_the_temperature(mean: float, seasons: set[str]) -> None:
    assert set(seasons_of(Brief(), Conditions(temp_min_c=mean, temp_max_c=mean))) == seasons


def test_a_season_that_was_said_counts_and_nothing_known_is_no_season() -> None:
    assert seasons_of(Brief(season="winter"), Conditions(temp_min_c=25, temp_max_c=25)) == ("winter",)
    assert seasons_of(Brief(), None) == ()


def test_the_month_tells_the_season_where_no_temperature_is_known() -> None:
    assert set(seasons_of(Brief(), Conditions(date="2026-11-21"))) == {"autumn", "winter"}
    assert "summer" in seasons_of(Brief(), Conditions(date="2027-07"))
    warm = Conditions(date="2026-11-21", temp_min_c=25, temp_max_c=31)
    assert seasons_of(Brief(), warm) == ("summer",)
