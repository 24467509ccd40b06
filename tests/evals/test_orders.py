"""Orders are the same for the same seed, are of every kind, and refuse nothing that they ask for."""

from evals.orders import draw_order, load_table
from evals.turns import load_terms
from stores.categories import load_categories

ORDERS = [draw_order(seed) for seed in range(300)]


def test_an_order_is_drawn_by_its_seed() -> None:
    assert draw_order(7) == draw_order(7) != draw_order(8)


def test_there_are_orders_of_every_kind() -> None:
    table = load_table()
    assert {order.brief.occasion for order in ORDERS} == {None, *table.occasions}
    assert {order.expect.weather for order in ORDERS} == {None, *table.skies}
    assert {order.brief.intent for order in ORDERS} == {"outfit", "find"}
    assert {order.expect.budget.per for order in ORDERS if order.expect.budget} == {"look", "item"}


def test_nothing_that_is_asked_for_is_refused() -> None:
    for order in ORDERS:
        avoid, kinds = order.expect.avoid, load_categories()
        for asked in order.expect.pieces:
            assert not {*asked.of} & {*avoid.categories} and not {*asked.colours} & {*avoid.colours}
            assert not {kinds[name].slot for name in asked.of} & {*avoid.slots}
        assert not {*order.expect.colours} & {*avoid.colours}


def test_what_a_look_is_held_against_is_known() -> None:
    terms, table = load_terms(), load_table()
    assert {day.code for day in table.occasions.values()} - {None} <= set(terms.codes)
    assert set(table.skies) <= set(terms.weather)


def test_the_brief_says_what_is_expected() -> None:
    for order in ORDERS:
        assert order.brief.budget == order.expect.budget and order.brief.sizes == order.expect.sizes
        assert order.brief.categories == [name for asked in order.expect.pieces for name in asked.of]
        assert order.brief.avoid_colours == order.expect.avoid.colours
