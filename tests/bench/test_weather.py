"""The goal is the protocol's, a row is read as it stands, and a tiny table is dressed month by month."""

from pathlib import Path

import pytest

from bench.weather import dress, figures, load_rows, target
from stores.demo.feed import demo_rows

TABLE = """city,country,month,high_c,low_c,rain_mm,dry_days,snow_days
Lisbon,Portugal,7,28,18,5,30,
Oslo,Norway,1,-2,-6,50,15,12
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "climate").mkdir()
    (tmp_path / "climate/climate_105.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("mean", "clo"), [(-30, 2.9), (0, 1.85), (1, 1.8), (30, 0.25), (40, 0.25)])
def test_the_goal_is_linear_and_clamped(mean: float, clo: float) -> None:
    assert target(mean) == pytest.approx(clo)


def test_a_row_is_read_as_it_stands(data: Path) -> None:
    lisbon, oslo = load_rows(data)
    assert (lisbon.mean_c, lisbon.wet_days, lisbon.snow) == (23, 1, False)
    assert (oslo.mean_c, oslo.wet_days, oslo.snow) == (-4, 16, True)
    assert load_rows(data, cities=1) == [lisbon]


async def test_every_row_is_dressed(data: Path) -> None:
    found = figures(await dress(load_rows(data), list(demo_rows())[::5]))
    assert (found["n"], found["snowy"], found["bare_in_snow"], found["without_look"]) == (2, 1, 0, 0)
    assert found["clo_error"] < 0.5
