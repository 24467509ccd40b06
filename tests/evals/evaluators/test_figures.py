import pytest

from evals.evaluators.figures import amounts_in, han_number, money, number_in, sums_in, weather
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")
LOOK = look(DRESS, HEELS)
SKY = {"temp_min_c": 15.2, "temp_max_c": 24.6, "rain_chance": 0.27}


@pytest.mark.parametrize(
    ("text", "number"), [("1 200,50", 1200.5), ("1,200.50", 1200.5), ("24,98", 24.98), ("−3", -3), ("150", 150)]
)
def test_numbers_are_read_as_each_language_writes_them(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("text", "number"), [("一百五十", 150), ("一百五", 150), ("三百零五", 305), ("二十", 20), ("两千", 2000)]
)
def test_so_are_chinese_ones(text, number):
    assert han_number(text) == number


def test_sums_are_told_from_other_numbers():
    assert amounts_in("116 €, $20, 30 欧, 12 euros, size 38, 25 °C, photo 2") == [116, 20, 30, 12]
    assert amounts_in("一共一百五十欧，搭一块") == [150]
    assert amounts_in("1,299.50 €, $1,200, 1\u202f299,50 €, ¥1200") == [1299.5, 1200, 1299.5, 1200]


@pytest.mark.parametrize(
    ("reply", "score"),
    [
        (f"The dress is {DRESS.price:g} €.", 1),
        (f"It comes to {LOOK['total']:g} €.", 1),
        (f"It comes to {LOOK['total'] + 1:g} €.", 0),
        (f"The dress is {DRESS.price:g} €, the shoes {(HEELS.price or 0) + 1:g} €.", 0.5),
        ("It keeps to your 150 €.", 1),
        (f"About ${(DRESS.price or 0) * 1.1:.2f}.", 1),
        ("No price at all.", None),
    ],
)
def test_a_sum_in_a_reply_is_one_of_the_turn(reply, score):
    said = {"text": "under 150 euros"}
    assert judged(money, {}, outputs(reply, [LOOK]), say=said) == score


@pytest.mark.parametrize(
    ("reply", "score"),
    [
        (f"The dress is ${DRESS.price:g}.", 0),
        (f"It comes to £{LOOK['total']:g}.", 0),
        ("It keeps to your $150.", 1),
        ("It keeps to your 150 €.", 0),
        ("I converted at 1 € = $1.10.", 1),
        ("I converted at 1 € = $0.85.", 0.5),
        ("I converted at 1 € = £1.10.", 0.5),
        ("I converted at £1 = 1.18 €.", 1),
        ("汇率用的是 1 欧 = ¥7.80。", 1),
        (f"About £{(DRESS.price or 0) * 0.85:.2f}.", 1),
    ],
)
def test_a_sum_is_named_in_its_own_currency(reply, score):
    brief = {"intent": "outfit", "unmet": [], "budget": {"max": 150.0, "currency": "USD", "per": "look"}}
    assert judged(money, {}, outputs(reply, [LOOK], brief=brief)) == score


def test_a_sum_is_read_with_its_currency():
    said = "116 €, $20, 30 欧, 12 euros, £5, 7 pounds, 40 美元, 9 英镑, ¥500, 三十欧"
    kinds = ["EUR", "USD", "EUR", "EUR", "GBP", "GBP", "USD", "GBP", "CNY", "EUR"]
    assert [one.currency for one in sums_in(said)] == kinds


def test_what_was_saved_may_be_said():
    dearer = look(DRESS, HEELS) | {"total": LOOK["total"] + 21}
    answer = outputs("That is 21 € less.", [LOOK], earlier=[outputs(looks=[dearer])])
    assert judged(money, {}, answer) == 1
    assert judged(money, {}, outputs("That is 21 € less.", [LOOK])) == 0


@pytest.mark.parametrize(
    ("reply", "score"),
    [
        ("It goes from 15 °C to 25 °C.", 1),
        ("It reaches 30 °C.", 0),
        ("27 % chance of rain.", 1),
        ("80 % chance of rain.", 0),
        ("下午 25 度，晚上 15 度。", 1),
        ("It is mild.", None),
    ],
)
def test_weather_in_a_reply_is_that_of_the_turn(reply, score):
    assert judged(weather, {}, outputs(reply, conditions=SKY)) == score


def test_a_temperature_that_was_said_may_be_given_back():
    assert judged(weather, {}, outputs("At 30 °C, linen."), say={"text": "it's 30 degrees"}) == 1
