import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.drawing.outline import band, bezier, both, ellipse, leaf, line, mirror, rectangle, sampled, through, turn

numbers = st.floats(-500, 500)


def test_an_outline_runs_through_its_knots() -> None:
    knots = [(0.0, 0.0), (100.0, 10.0, 1.0), (120.0, 90.0), (10.0, 80.0, 0.5)]
    shape = through(*knots)
    ends = [shape.contours[0].start, *(curve[2] for curve in shape.contours[0].curves)]
    assert ends == [*(knot[:2] for knot in knots), knots[0][:2]]


def test_between_corners_an_outline_is_straight() -> None:
    start, curves = (0.0, 0.0), through((0, 0), (90, 30), closed=False).contours[0].curves
    assert [bezier(start, *curves[0], t)[1] * 3 for t in (0.2, 0.7)] == pytest.approx(
        [bezier(start, *curves[0], t)[0] for t in (0.2, 0.7)]
    )


def test_a_half_is_closed_by_its_mirror_image() -> None:
    half = [(0.0, 0.0), (40.0, 5.0), (30.0, 90.0, 1.0), (0.0, 100.0)]
    points = {(round(x, 6), round(y, 6)) for x, y in both(*half).points()}  # type: ignore[arg-type]
    assert {(-x, y) for x, y in points} == points
    assert mirror(half[1:3]) == [(-30.0, 90.0, 1.0), (-40.0, 5.0)]  # type: ignore[arg-type]


def test_an_ellipse_is_round_and_a_rectangle_has_its_corners_cut() -> None:
    for x, y in sampled(ellipse(10, 20, 50).contours[0], 6):
        assert (x - 10) ** 2 + (y - 20) ** 2 == pytest.approx(2500, rel=0.02)
    assert (0.0, 0.0) in rectangle(0, 0, 10, 10).points()
    assert (0.0, 0.0) not in rectangle(0, 0, 10, 10, 3).points()


def test_a_band_is_as_wide_as_it_says_at_both_ends() -> None:
    points = band([(0, 0), (0, 100)], 10, 30).contours[0]
    ends = [points.start, *(curve[2] for curve in points.curves)]
    assert sorted({round(x, 6) for x, y in ends if y == pytest.approx(0)}) == [-5, 5]
    assert sorted({round(x, 6) for x, y in ends if y == pytest.approx(100)}) == [-15, 15]


def test_a_fold_begins_and_ends_where_it_is_told() -> None:
    points = leaf((1, 2), (30, 40), 8, 3).points()
    assert (1, 2) in points and (30, 40) in points


@given(x=numbers, y=numbers, degrees=st.floats(-360, 360))
def test_to_turn_there_and_back_is_to_stay(x: float, y: float, degrees: float) -> None:
    assert turn(turn((x, y), degrees, (3, 4)), -degrees, (3, 4)) == pytest.approx((x, y), abs=1e-6)


def test_an_open_line_is_not_closed() -> None:
    assert not line((0, 0), (1, 1)).contours[0].closed
