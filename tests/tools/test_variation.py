from typing import Any

import pytest

from stores.vocabulary import Brief, Budget, Conditions, Direction, Profile, Taste
from tools.choice import choose
from tools.compose import compose
from tools.gates import build_limits, look_breaks
from tools.pool import build_pool, worn
from tools.score import Aim, build_aim
from tools.seats import Stock, build_stock
from tools.variation import SAVING, Variation

WOMAN = Profile(presentation="women")
SLOTS = ("base_top", "bottom", "footwear", "mid", "outer", "bag")


@pytest.fixture
def made(slates: Any, dinner: Conditions) -> tuple[Stock, Aim]:
    aim = build_aim(build_limits(Brief(occasion="dinner"), dinner, WOMAN), WOMAN, Direction(), Taste())
    return build_stock(slates(*SLOTS), (), aim), aim


def test_no_shoe_is_shown_twice_where_there_are_others(slates: Any, dinner: Conditions) -> None:
    looks = compose(slates(*SLOTS), Direction(), Brief(occasion="dinner"), dinner, WOMAN).looks
    shoes = [item.id for look in looks for item in look.items if item.slot == "footwear"]
    assert len(looks) == len(shoes) == len(set(shoes))


def test_a_varied_look_keeps_its_lead_and_every_gate(made: tuple[Stock, Aim]) -> None:
    stock, aim = made
    best, *others = build_pool(stock, aim)
    twin = next(draft for draft in others if draft.traits & best.traits and not draft.leads & best.leads)
    varied = Variation(stock, aim).vary(twin, [best])
    assert len(varied.rows) == len(twin.rows)
    assert len(varied.traits & best.traits) < len(twin.traits & best.traits)
    assert look_breaks(worn(stock, varied.rows), aim.limits) == []


def test_a_cheaper_look_saves_a_good_deal_with_one_piece(made: tuple[Stock, Aim]) -> None:
    stock, aim = made
    dearest = max(build_pool(stock, aim), key=lambda draft: draft.total or 0.0)
    cheaper = Variation(stock, aim).cheaper(dearest)
    assert cheaper
    for draft in cheaper:
        assert len(set(draft.rows) ^ set(dearest.rows)) == 2
        assert (draft.total or 0.0) < (1 - SAVING) * (dearest.total or 0.0)


def test_what_the_person_named_is_never_varied(slates: Any, dinner: Conditions) -> None:
    brief = Brief(occasion="dinner", budget=Budget(max=120, currency="EUR"))
    aim = build_aim(build_limits(brief, dinner, WOMAN), WOMAN, Direction(), Taste())
    stock = build_stock(slates(*SLOTS, anchor="bottom"), (), aim)
    varying = Variation(stock, aim)
    first, second, *_ = choose(build_pool(stock, aim), 3)
    named = {row for row in second.rows if row in stock.named}
    assert named <= set(varying.vary(second, [first]).rows)
    assert all(named <= set(draft.rows) for draft in varying.cheaper(second))
