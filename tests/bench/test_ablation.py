"""A part earns its place where a measure falls without it, and every part is tried on a tiny set."""

from bench.ablation import PARTS, Answered, measure, measure_orders, shown, success, variety, verdict
from bench.rerank import load_judgements
from evals.turns import load_turns
from stores.demo.feed import demo_rows
from stores.vocabulary import Item, ItemColour, Look, Score


def look(*worn: str) -> Look:
    colour = ItemColour(name="red", family="red", hex="#c71f2d")
    items = [Item(slot="outer", source="catalog", id=name, name=name, category=name, colour=colour) for name in worn]
    return Look(id="look-1", kind="outfit", title="", items=items, total=1, currency="EUR", score=Score(total=50))


def test_a_part_earns_its_place_where_a_measure_falls_without_it() -> None:
    assert verdict({"success": (0.9, 0.9), "shown": (3, 2)})["earns"]
    assert not verdict({"success": (0.9, 0.95)})["earns"]


def test_measures_on_answers_done_by_hand() -> None:
    answers = [Answered(True, [look("coat", "scarf"), look("coat", "hat")]), Answered(False, [])]
    assert (success(answers), shown(answers)) == (0.5, 1)
    assert variety(answers) == 1 - 1 / 3


async def test_every_part_is_tried() -> None:
    turns = [turn for turn in load_turns() if not turn.before and turn.expect.outfit]
    rows = list(demo_rows())[::3]
    found = await measure(turns[:2], load_judgements()[:2], rows, rows)
    assert set(found) == {*PARTS, "dense", "lexical", "rerank", "turns", "queries"}
    assert all("earns" in found[name] for name in PARTS)


async def test_the_cheapest_articles_are_tried_on_orders() -> None:
    found = await measure_orders(range(6), 200)
    assert set(found["cheapest_articles"]) == {"kept", "earns"} and found["articles"] == 200
