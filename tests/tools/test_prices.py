from typing import Any

import pytest

from tools.prices import extras_fit, price_fit


def test_prices_of_one_level_go_together() -> None:
    assert price_fit(40, 40) == price_fit(None, 40) == price_fit(40, None) == 1
    assert 1 > price_fit(60, 40) > price_fit(100, 40) > price_fit(400, 40) == 0
    assert price_fit(20, 40) == pytest.approx(price_fit(80, 40))


def test_an_extra_does_not_outshine_what_it_finishes(article: Any, wear: Any) -> None:
    gown = [article("evening_gown", price=120.0), article("evening_sandals", price=40.0)]
    modest, dear = (extras_fit([*gown, article("clutch", price=price)]) for price in (30.0, 144.0))
    assert modest == 1 > dear
    assert extras_fit(wear("tee", "jeans")) == extras_fit([article("clutch", price=90.0)]) == 1
