"""Who may sit where, before any look is searched."""

from typing import Any

import pytest

from stores.vocabulary import Article, Brief, Conditions, Direction, Profile, Taste, Wish
from tools.gates import build_limits
from tools.score import Aim, build_aim
from tools.seats import MOST_CHOICES, Candidate, Plan, Slate, Stock, build_plans, build_stock

FROST = Conditions(temp_min_c=-9, temp_max_c=-3, dress_code="outdoor", formality=(0, 3))


def aim_of(conditions: Conditions | None = None) -> Aim:
    return build_aim(build_limits(Brief(), conditions, Profile()), Profile(), Direction(), Taste())


def stocked(*rows: list[Article], conditions: Conditions | None = None) -> tuple[Stock, list[Plan]]:
    """Each list of articles as what was found for one wish, the first the most relevant."""
    offered = [
        Slate(
            Wish(slot=row[0].slot, query="", required=False),
            [Candidate(piece, 1 - at / 100) for at, piece in enumerate(row)],
        )
        for row in rows
    ]
    aim = aim_of(conditions)
    stock = build_stock(offered, [], aim)
    return stock, build_plans(stock, aim.limits)


@pytest.fixture
def many(article: Any) -> Any:
    """So many articles of a category for women or men."""

    def build(category: str, presentation: str, count: int) -> list[Article]:
        ids = [f"{category}-{presentation}-{n}" for n in range(count)]
        return [article(category, id=each, presentation=presentation) for each in ids]

    return build


def test_who_cannot_be_dressed_to_the_shoes_is_not_begun(many: Any) -> None:
    shirts = [*many("shirt", "men", MOST_CHOICES + 5), *many("shirt", "women", 2)]
    chinos = [*many("chinos", "men", 3), *many("chinos", "women", 1)]
    stock, (plan,) = stocked(shirts, chinos, many("loafers", "women", 4), many("blazer", "men", 2))
    worn = {seat.slot: [stock.pieces[row].presentation for row in seat.choices] for seat in plan}
    assert worn == {"base_top": ["women"] * 2, "bottom": ["women"], "footwear": ["women"] * 4}


def test_pieces_of_which_none_go_together_have_no_plan(many: Any) -> None:
    _, plans = stocked(many("shirt", "men", 2), many("chinos", "women", 2), many("loafers", "unisex", 2))
    assert plans == []


def test_both_are_begun_where_both_can_be_dressed(many: Any) -> None:
    rows = [[*many(kind, "men", 2), *many(kind, "women", 2)] for kind in ("shirt", "chinos", "loafers")]
    _, (plan,) = stocked(*rows)
    assert [len(seat.choices) for seat in plan] == [4, 4, 4]


def test_a_full_seat_keeps_the_most_relevant_and_the_cheapest(article: Any, many: Any) -> None:
    prices = range(100, 100 - MOST_CHOICES - 10, -1)
    shirts = [article("shirt", id=f"shirt-{price}", price=float(price)) for price in prices]
    stock, (plan,) = stocked(shirts, many("chinos", "unisex", 1), many("loafers", "unisex", 1))
    kept = {stock.pieces[row].id for row in plan[0].choices}
    assert kept >= {"shirt-100", f"shirt-{prices[-1]}"} and len(kept) == MOST_CHOICES + 6


def test_the_cold_makes_room_for_one_layer_and_one_accessory_more(many: Any) -> None:
    core = [many(kind, "unisex", 2) for kind in ("shirt", "chinos", "hiking_boots")]
    warm, mild = ([*core, many("fleece", "unisex", 2), *rows] for rows in ([many("scarf", "unisex", 2)], []))
    few, _ = stocked(*warm, conditions=FROST)
    assert [seat.slot for seat in few.seats if seat.slot in {"mid", "accessory"}] == ["mid"] * 2 + ["accessory"] * 2
    full, _ = stocked(*warm, many("gloves", "unisex", 1), many("umbrella", "unisex", 1), conditions=FROST)
    assert [seat.slot for seat in full.seats].count("accessory") == 3
    light, _ = stocked(*mild)
    assert [seat.slot for seat in light.seats].count("mid") == 1


def test_the_usual_price_of_a_slot_is_below_its_middle(article: Any) -> None:
    prices = [66.0, 66.0, 394.0, 419.0, 420.0]
    jackets = [article("tuxedo_jacket", id=f"jacket-{at}", price=price) for at, price in enumerate(prices)]
    stock, _ = stocked(jackets)
    assert stock.merits[0].price > stock.merits[3].price
