from typing import Any

import pytest

from stores.vocabulary import Brief, Conditions, Profile
from tools.gates import build_limits
from tools.hazards import fault_of, mended

FROST = Conditions(temp_min_c=-3, temp_max_c=-1)
SNOW = FROST.model_copy(update={"snow": True})
RAIN = Conditions(temp_min_c=10, temp_max_c=14, rain_chance=0.9)
JULY = Conditions(temp_min_c=28, temp_max_c=36)


@pytest.mark.parametrize(
    ("category", "changes", "sky", "fault"),
    [
        ("flip_flops", {}, FROST, "cover"),
        ("sandals", {}, SNOW, "cover"),
        ("shorts", {}, FROST, "cover"),
        ("heels", {}, SNOW, "grip"),
        ("ankle_boots", {"fabrics": ["suede"]}, RAIN, "rainproof"),
        ("ankle_boots", {"fabrics": ["suede"], "waterproof": True}, RAIN, None),
        ("ankle_boots", {"fabrics": ["leather"]}, RAIN, None),
        ("blouse", {"fabrics": ["silk"]}, RAIN, None),
        ("blazer", {"fabrics": ["velvet"]}, JULY, "cooler"),
        ("sandals", {}, JULY, None),
    ],
)
def test_what_a_piece_lacks_in_a_weather(
    article: Any, category: str, changes: dict[str, Any], sky: Conditions, fault: str | None
) -> None:
    limits, piece = build_limits(Brief(), sky, Profile()), article(category, **changes)
    assert fault_of(piece, limits) == fault
    assert fault_of(piece.model_copy(update=mended(piece)), limits) is None
