import pytest

from evals.evaluators.facts import facts
from tests.evals.evaluators.answered import article, judged, look, outputs

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


def test_a_look_that_was_never_shown_has_no_facts():
    assert judged(facts, asked("price", look=7), outputs("1 €", earlier=BEFORE)) == 0
    assert judged(facts, {}, outputs("1 €", earlier=BEFORE)) is None
