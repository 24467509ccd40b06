"""Of orders that something fits nearly all get a look, and no look is off a budget, a size or a dislike."""

from random import Random

from bench.orders import Outcome, figures, measure, open_demo, play, poor_wishes, spoiled
from evals.orders import draw_order
from stores.vocabulary import Filters, Wish

FEW = range(1000, 1060)
# What a look may never break, whatever else of it is a matter of taste.
HARD = {"budget", "size", "colour", "piece", "dislike", "presentation", "taboo", "slot"}


def test_figures_are_of_the_orders_that_something_fits() -> None:
    outcomes = [Outcome(1, True, True, []), Outcome(2, True, False, ["empty"]), Outcome(3, False, False, [])]
    assert figures(outcomes) == {"fitting": 2, "kept": 0.5, "shown": 0.5, "broken": {"empty": 1}}


async def test_what_fits_is_found_and_no_order_is_broken() -> None:
    async with open_demo(3, 1000) as shop:
        outcomes = await play(shop, FEW)
    found = figures(outcomes)
    assert found["shown"] >= 0.9
    assert not HARD & {*found["broken"]}


async def test_orders_are_measured_by_seed_and_bad_wishes_are_answered_too() -> None:
    with poor_wishes():
        found = await measure(range(4), [5, 6], 200)
    assert found["orders"] == 8 and set(found["failures"]) == {"5", "6"}


def test_a_bad_wish_is_for_the_same_slot() -> None:
    wish = Wish(slot="outer", query="coat", filters=Filters(slots=["outer"], sizes=["M"]))
    wishes = [spoiled(Random(seed), wish) for seed in range(30)]
    assert {one.slot for one in wishes} == {"outer"} and {one.filters.sizes[0] for one in wishes} == {"M"}
    assert wish in wishes and any(one != wish for one in wishes)


def test_an_order_is_a_brief() -> None:
    assert draw_order(1).brief.model_validate_json(draw_order(1).brief.model_dump_json()) == draw_order(1).brief
