from typing import Any

import pytest

from stores.vocabulary import Conditions
from tools.heat import is_lined_for_snow


@pytest.mark.parametrize(
    ("low", "high", "snow", "lined"), [(11, 21, False, True), (-8, -2, True, False), (2, 8, False, False)]
)
def test_lined_boots_are_for_the_cold(article: Any, low: float, high: float, snow: bool, lined: bool) -> None:
    day = Conditions(temp_min_c=low, temp_max_c=high, snow=snow)
    assert is_lined_for_snow(article("winter_boots"), day) == lined
    assert not is_lined_for_snow(article("hiking_boots"), day)
