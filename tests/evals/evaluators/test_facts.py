import pytest

from evals.evaluators.answers import feed
from evals.evaluators.facts import facts
from tests.evals.evaluators.answered import SEED, article, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")
COAT = article(category="rain_jacket", waterproof=True)
BEFORE = [outputs(looks=[look(DRESS, HEELS), look(COAT)])]


def asked(about, **more):
    return {"facts": [{"about": about, **more}]}


@pytest.mark.parametrize(
    ("about", "right", "wrong"),
    [
        ("price", f"It is {HEELS.price:g} €.", f"It is {(HEELS.price or 0) + 1:g} €."),
        ("brand", f"{HEELS.brand} makes them.", "Prada makes them."),
        ("fabric", f"They are {HEELS.fabrics[0].replace('_', ' ')}.", "They are denim."),
        ("size", f"In {next(row.size for row in HEELS.sizes if row.stock)}.", "In 99."),
    ],
)
def test_an_asked_fact_is_told_as_it_is(about, right, wrong):
    assert judged(facts, asked(about, slot="footwear"), outputs(right, earlier=BEFORE)) == 1
    assert judged(facts, asked(about, slot="footwear"), outputs(wrong, earlier=BEFORE)) == 0


def test_a_total_is_that_of_the_look_that_was_seen():
    total = (DRESS.price or 0) + (HEELS.price or 0)
    assert judged(facts, asked("total"), outputs(f"{total:g} € in all.", earlier=BEFORE)) == 1
    assert judged(facts, asked("total", look=2), outputs(f"{total:g} € in all.", earlier=BEFORE)) == 0


def test_whether_it_keeps_the_rain_out_is_a_yes_or_a_no():
    assert judged(facts, asked("waterproof", look=2), outputs("Yes, it does.", earlier=BEFORE)) == 1
    assert judged(facts, asked("waterproof", look=2), outputs("I couldn't say.", earlier=BEFORE)) == 0


def test_sizes_are_told_as_they_are_where_none_that_is_sold_out_is_named():
    part = next(one for one in feed(SEED) if {bool(row.stock) for row in one.sizes} == {True, False})
    there = [row.size for row in part.sizes if row.stock]
    before = [outputs(looks=[look(part)])]
    assert judged(facts, asked("size"), outputs(f"In {', '.join(there)}.", earlier=before)) == 1
    whole = ", ".join(row.size for row in part.sizes)
    assert judged(facts, asked("size"), outputs(f"In {whole}.", earlier=before)) == 0


@pytest.mark.parametrize(
    ("reply", "score"),
    [
        ("The dress is {0:g} €, the coat {1:g} €.", 1),
        ("The coat comes second, for {1:g} €.", 1),
        ("Take the coat, {1:g} €; else the dress, {0:g} €.", 0),
        ("Take the dress.", 0),
    ],
)
def test_sums_are_told_in_the_order_in_which_looks_are_shown(reply, score):
    shown = [look(DRESS), look(COAT)]
    told = reply.format(DRESS.price, COAT.price)
    assert judged(facts, asked("sums"), outputs(told, looks=shown)) == score


def test_a_look_that_was_never_shown_has_no_facts():
    assert judged(facts, asked("price", look=7), outputs("1 €", earlier=BEFORE)) == 0
    assert judged(facts, {}, outputs("1 €", earlier=BEFORE)) is None
