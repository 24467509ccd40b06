import random
from math import hypot

import pytest
from PIL import Image

from stores.vocabulary import Item, ItemColour, Slot
from tools.preview.arrangement import Laid, arranged, draw_out, extent, pleasing, spread_out, strewn

SHAPE = 1.07
SIZES: dict[str, tuple[Slot, float, float]] = {
    "shirt": ("base_top", 720, 780), "trousers": ("bottom", 480, 1080), "blazer": ("outer", 700, 780),
    "evening_gown": ("one_piece", 480, 1500), "loafers": ("footwear", 340, 200), "clutch": ("bag", 300, 190),
    "earrings": ("accessory", 110, 80), "tie": ("accessory", 140, 710), "bow_tie": ("accessory", 236, 110),
}  # fmt: skip


def piece(category: str, colour: str = "#203a5c") -> Laid:
    slot, wide, tall = SIZES[category]
    item = Item(
        slot=slot, source="catalog", id=category, name=category, category=category,
        colour=ItemColour(name="navy", family="navy", hex=colour),
    )  # fmt: skip
    return Laid(item, Image.new("RGBA", (1, 1)), wide, tall)


def lying(*categories: str, seed: int = 1) -> dict[str, Laid]:
    laid = arranged([piece(category) for category in categories], SHAPE, random.Random(seed))
    return {one.item.category: one for one in laid}


def inside(one: Laid, other: Laid) -> bool:
    return abs(one.x - other.x) < 0.3 * other.wide and abs(one.y - other.y) < 0.3 * other.tall


@pytest.mark.parametrize("seed", range(6))
def test_what_lies_beside_the_clothes_is_not_covered_by_them(seed: int) -> None:
    laid = lying("shirt", "trousers", "blazer", "loafers", "clutch", "earrings", seed=seed)
    for one in laid.values():
        assert one.worn or not any(inside(one, other) for other in laid.values() if other is not one)


@pytest.mark.parametrize("seed", range(6))
def test_a_long_gown_leaves_no_side_of_the_room_empty(seed: int) -> None:
    laid = list(lying("evening_gown", "loafers", "clutch", "earrings", seed=seed).values())
    left, top, right, low = extent(laid)
    assert (right - left) / (low - top) > 0.6 * SHAPE
    gown = laid[0]
    sides = {one.x > gown.x for one in laid[1:]}
    heavy = sum(one.area * (one.x - (left + right) / 2) for one in laid) / sum(one.area for one in laid)
    assert len(sides) == 2 or abs(heavy) < 0.3 * (right - left)


@pytest.mark.parametrize("tie", ["tie", "bow_tie"])
def test_a_tie_lies_on_its_shirt_under_the_collar_as_the_shirt_is_turned(tie: str) -> None:
    laid = lying("shirt", "trousers", "blazer", tie)
    on, shirt = laid[tie], laid["shirt"]
    assert on.on == "shirt" and on.turn == shirt.turn
    assert abs(on.x - shirt.x) < 0.1 * shirt.wide
    assert shirt.y - shirt.tall / 2 - 30 < on.y - on.tall / 2 < shirt.y


def test_without_a_shirt_a_tie_lies_beside() -> None:
    laid = lying("blazer", "tie")
    assert laid["tie"].on is None and not inside(laid["tie"], laid["blazer"])


def test_clothes_of_one_colour_overlap_less() -> None:
    def apart(other: str) -> float:
        pieces = [piece("shirt"), piece("blazer", other)]
        for one in pieces:
            one.x, one.y = 1000.0, 500.0
        pieces[1].x += 10
        spread_out(pieces, random.Random(2))
        return abs(pieces[0].x - pieces[1].x)

    assert apart("#203a5c") > 1.2 * apart("#d8c7a0")


def test_an_arrangement_narrower_than_its_room_is_drawn_out_and_clothes_move_less() -> None:
    pieces = [piece("evening_gown"), piece("clutch"), piece("earrings")]
    for one, x, y in zip(pieces, (50.0, -300.0, 330.0), (0.0, 200.0, -400.0), strict=True):
        one.x, one.y = x, y
    draw_out(pieces, SHAPE)
    assert pieces[1].x < -400 and pieces[2].x > 400 and abs(pieces[0].x) < 100
    assert [one.y for one in pieces] == [0.0, 200.0, -400.0]


def test_the_most_pleasing_try_stays() -> None:
    gown = piece("evening_gown")
    balanced, lopsided = (
        [gown, piece("clutch"), piece("loafers")],
        [piece("evening_gown"), piece("clutch"), piece("loafers")],
    )
    for one, x, y in zip(balanced, (0.0, -550.0, 550.0), (0.0, -300.0, 400.0), strict=True):
        one.x, one.y = x, y
    for one, x, y in zip(lopsided, (0.0, 550.0, 560.0), (0.0, 200.0, 450.0), strict=True):
        one.x, one.y = x, y
    assert pleasing(balanced, SHAPE) > pleasing(lopsided, SHAPE)
    hidden = strewn(balanced, random.Random(3))
    for one in hidden:
        one.x = one.y = 0.0
    assert pleasing(hidden, SHAPE) < pleasing(balanced, SHAPE)


def test_looks_lie_differently() -> None:
    ways = [lying("shirt", "trousers", "blazer", "loafers", seed=seed) for seed in range(8)]
    orders = {tuple(sorted(one, key=lambda name: one[name].x)) for one in ways}
    assert len(orders) >= 3
    assert all(hypot(one["shirt"].x - one["trousers"].x, one["shirt"].y - one["trousers"].y) < 1500 for one in ways)
