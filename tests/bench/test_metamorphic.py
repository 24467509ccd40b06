"""Each relation fails where it has to, and a few cases of every kind are played through."""

import pytest

from bench.metamorphic import Answer, Case, brief_differs, differ, essence, fails, figures, load_cases, measure, rise
from stores.demo.feed import demo_rows
from stores.vocabulary import Item, ItemColour, Look, Score


def look(number: int, total: float) -> Look:
    colour = ItemColour(name="red", family="red", hex="#c71f2d")
    item = Item(slot="outer", source="catalog", id="a", name="a", category="overcoat", colour=colour)
    made = {"id": f"look-{number}", "kind": "outfit", "title": "", "items": [item], "currency": "EUR"}
    return Look.model_validate(made | {"total": total, "score": Score(total=50)})


def answer(*totals: float, broken: tuple[str, ...] = ()) -> Answer:
    return Answer([look(at, total) for at, total in enumerate(totals)], [*broken], None)


def test_a_total_that_rises_with_less_money_fails() -> None:
    assert not rise([answer(90, 80), answer(70, 80), answer(70)])
    assert rise([answer(90, 80), answer(70, 85)])
    assert rise([answer(), answer()])


def test_no_look_and_broken_gates_fail() -> None:
    assert fails([answer()])
    assert fails([answer(90, broken=("size",))]) == "size"
    assert not fails([answer(90)])
    assert differ([answer(), answer()])
    assert not differ([answer(90), answer(80)])


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (["a red coat in size M", "a red coat in size L"], "sizes"),
        (["a red coat", "a coat, not red"], "colours"),
        (["what do I wear in Rome?", "what do I wear in Oslo?"], "place"),
    ],
)
def test_briefs_that_differ_say_where(texts: list[str], key: str) -> None:
    assert key in brief_differs(Case("paraphrase", "en", texts))


def test_words_are_no_difference() -> None:
    assert essence("A red coat!") == essence("a red coat")
    assert not brief_differs(Case("language", "en", ["a red dress", "une robe rouge", "红色连衣裙"]))


async def test_a_few_cases_are_played_through() -> None:
    cases = list({case.relation: case for case in load_cases()}.values())
    rows = list(demo_rows())[::6]
    found = figures(await measure(cases, rows, rows[::2]))
    derived = {"polite", "lower_case", "twice", "seed_2"}
    assert set(found["relations"]) - derived == {case.relation for case in cases}
    assert found["n"] == sum(row["n"] for row in found["relations"].values())
    assert found["relations"]["twice"] == {"passed": 1, "n": 1, "share": 1.0}
