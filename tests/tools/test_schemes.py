import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.colour import WEIGHTS
from tools.schemes import Hue, area_balance, clusters, scheme_of

LEAD = (0.5, 0.25, 0.15, 0.1)


def look(*angles: float, areas: tuple[float, ...] = LEAD) -> list[Hue]:
    return [Hue(angle % 360, area) for angle, area in zip(angles, areas, strict=False)]


@pytest.mark.parametrize(
    ("angles", "name"),
    [
        ((0, 120, 240), "triad"),
        ((10, 140, 235), "triad"),
        ((0, 150, 210), "split"),
        ((5, 150, 215), "split"),
        ((0, 90, 180, 270), "tetrad"),
        ((0, 30, 60), None),
        ((0, 80, 160), None),
        ((0, 180), None),
        ((0,), None),
        ((), None),
    ],
)
def test_hues_make_a_named_scheme_by_their_arcs(angles: tuple[float, ...], name: str | None) -> None:
    assert scheme_of(look(*angles)) == name


@given(st.sampled_from([(0, 120, 240), (0, 150, 210), (0, 90, 180, 270), (0, 40, 90)]), st.integers(0, 359))
def test_a_scheme_does_not_depend_on_where_the_wheel_starts(angles: tuple[int, ...], turn: int) -> None:
    assert scheme_of(look(*(angle + turn for angle in angles))) == scheme_of(look(*angles))


def test_no_colour_leads_where_two_are_large() -> None:
    assert scheme_of(look(0, 120, 240, areas=(0.4, 0.4, 0.1))) is None


def test_hues_that_are_nearly_one_count_as_one_round_the_whole_wheel() -> None:
    assert [round(hue.area, 2) for hue in clusters(look(355, 8, 120, areas=(0.3, 0.2, 0.1)))] == [0.5, 0.1]
    assert scheme_of(look(350, 5, 120, 240, areas=(0.3, 0.2, 0.2, 0.1))) == "triad"


def test_the_parts_of_harmony_weigh_one_together() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1) and WEIGHTS["pairs"] <= 0.2


@pytest.mark.parametrize(
    ("shares", "balance"),
    [
        ((0.6, 0.3, 0.1), 1.0),
        ((0.7, 0.2, 0.1), 1.0),
        ((0.5, 0.35, 0.15), 1.0),
        ((0.89, 0.11), 1.0),
        ((0.8, 0.1, 0.1), 1.0),
        ((1.0,), 1.0),
        ((0.8, 0.2), 0.88),
        ((0.5, 0.5), 0.78),
        ((0.34, 0.33, 0.33), 0.48),
        ((0.25, 0.25, 0.25, 0.25), 0.34),
    ],
)
def test_areas_are_shared_sixty_thirty_ten_or_one_colour_leads_alone(shares: tuple[float, ...], balance: float) -> None:
    """Shares of 3.1 cost nothing, nor does one colour with accents alone, such as a dress or a look of one colour."""
    assert area_balance(shares) == pytest.approx(balance)
    assert area_balance(shares[::-1]) == area_balance(shares)
