from typing import Any

import pytest

from stores.vocabulary import Brief, Conditions, Direction, Profile, Taste, Wish
from tools.compose import Candidate, Slate
from tools.money import RATES
from tools.pool import worn
from tools.racks import Rack, Stage, build_rack, drafts

CLOTHES = [("tee", "white"), ("shirt", "blue"), ("jeans", "blue"), ("chinos", "beige")]


def rack(article: Any, sky: Conditions, *pieces: tuple[str, str], occasion: str = "city_trip") -> Rack:
    by_slot: dict[str, list[Candidate]] = {}
    for category, family in pieces:
        piece = article(category, family)
        key = piece.category if piece.slot in {"accessory", "headwear"} else piece.slot
        by_slot.setdefault(key, []).append(Candidate(piece, 0.8))
    slates = [
        Slate(
            Wish(
                slot=rows[0].piece.slot,
                query="",
                required=False,
                filters={"categories": [key] if key == rows[0].piece.category else []},  # type: ignore[arg-type]
            ),
            rows,
        )
        for key, rows in by_slot.items()
    ]
    stage = Stage(Brief(occasion=occasion), sky, Direction(), slates)
    return build_rack(stage, Profile(), Taste(), "EUR", RATES)


def slots_of(made: Rack) -> list[set[str]]:
    return [{p.slot for p in worn(made.stock, d.rows)} for d in drafts(made.stock, made)]


def categories_of(made: Rack) -> list[set[str]]:
    return [{p.category for p in worn(made.stock, d.rows)} for d in drafts(made.stock, made)]


@pytest.mark.parametrize(("low", "high", "layered"), [(12, 22, True), (17, 21, False), (21, 31, False)])
def test_a_warm_day_with_a_cool_evening_has_a_layer_in_every_look(
    article: Any, low: float, high: float, layered: bool
) -> None:
    sky = Conditions(temp_min_c=low, temp_max_c=high, dress_code="casual", formality=(1.5, 4))
    made = rack(article, sky, *CLOTHES, ("cardigan", "navy"), ("sneakers", "white"))
    assert all("mid" in slots for slots in slots_of(made)) is layered


def test_frost_asks_for_gloves_scarf_hat_and_hose(article: Any) -> None:
    sky = Conditions(temp_min_c=-6, temp_max_c=-1, dress_code="casual", formality=(1.5, 4))
    wraps = [("gloves", "black"), ("scarf", "grey"), ("beanie", "grey"), ("wool_socks", "grey")]
    pieces = [*CLOTHES, ("sweater", "grey"), ("parka", "black"), ("ankle_boots", "black"), *wraps]
    asked = {name for name, _ in wraps}
    found = categories_of(rack(article, sky, *pieces))
    assert found and all(asked <= kinds for kinds in found)


def test_no_sneakers_share_their_way_with_a_mountain_path(article: Any) -> None:
    sky = Conditions(temp_min_c=14, temp_max_c=20, dress_code="outdoor", formality=(0, 2.5))
    pieces = [("sport_top", "grey"), ("hiking_trousers", "olive"), ("fleece", "grey")]
    both = rack(article, sky, *pieces, ("leather_sneakers", "white"), ("hiking_boots", "brown"), occasion="hike")
    assert all("hiking_boots" in kinds for kinds in categories_of(both))
    only = rack(article, sky, *pieces, ("leather_sneakers", "white"), occasion="hike")
    assert all("leather_sneakers" in kinds for kinds in categories_of(only))
