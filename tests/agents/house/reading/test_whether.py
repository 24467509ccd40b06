"""What is asked and what is told, in the ways Chinese has for it, and what is meant by a measure word alone."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.lexicon import load_lexicon
from agents.house.reading.text import read
from agents.house.reading.whether import is_put
from agents.house.understand import understand
from stores.vocabulary import Brief, Language
from tests.agents.house.reading.test_pointing import GRAND, LIGHT, WARM, pointed


def told(text: str, language: Language = "zh") -> bool:
    return is_put(read(text, load_lexicon(language)))


def alone(text: str) -> Brief:
    return understand(UnderstandRequest(text=text, today=date(2027, 5, 3)))


@pytest.mark.parametrize(
    "text",
    [
        "会不会太正式",
        "那晚上呢",
        "不打领带行吗。",
        "换不换鞋",
        "有没有别的",
        "这样搭行不行啊",
        "is it too formal",
        "好看么",
    ],
)
def test_a_question_needs_no_sign(text: str) -> None:
    assert told(text, "en" if text.isascii() else "zh")


@pytest.mark.parametrize("text", ["太正式了", "我时不时去健身", "不要高跟", "换成藏青色", "my boss will be there"])
def test_what_is_told_asks_nothing(text: str) -> None:
    assert not told(text, "en" if text.isascii() else "zh")


@pytest.mark.parametrize("text", ["会不会冷", "冷不冷啊", "这样会冷吗"])
def test_whether_one_will_be_cold_is_asked_and_changes_nothing(text: str) -> None:
    asked = pointed(text, "zh")
    assert (asked.intent, asked.about) == ("ask_advice", ["warmth"])


@pytest.mark.parametrize(
    ("text", "slots"), [("换双棕色的", ["footwear"]), ("来双平一点的", ["footwear"]), ("再换一双黑的", ["footwear"])]
)
def test_a_measure_word_stands_for_the_piece_that_it_counts(text: str, slots: list[str]) -> None:
    changed = pointed(text, "zh")
    assert changed.slots == slots
    assert changed.refinement is not None and changed.refinement.change in {"swap", "amend"}


def test_what_a_measure_word_counts_is_what_was_worn() -> None:
    assert pointed("换条黑色的", "zh", [GRAND]).slots == ["one_piece"]
    assert pointed("换件白的", "zh", [LIGHT]).slots == ["base_top"]
    assert pointed("换条黑色的", "zh", [WARM]).slots == []
    assert alone("换双棕色的").slots == []


@pytest.mark.parametrize("text", ["卫衣可以吗", "牛仔裤行吗", "不打领带行吗", "不穿裙子可以吗"])
def test_whether_a_piece_may_be_worn_or_left_out_is_asked(text: str) -> None:
    asked = pointed(text, "zh")
    assert asked.intent == "ask_advice"
    assert not any(change.target == "profile" for change in asked.changes)


@pytest.mark.parametrize("text", ["怀孕六个月了 周日去闺蜜婚礼", "enceinte de six mois, je vais à un mariage dimanche"])
def test_months_of_a_pregnancy_are_no_stay(text: str) -> None:
    assert (alone(text).days, alone(text).occasion) == (None, "wedding")


def test_new_years_day_is_a_day_and_a_trip_over_it_no_party() -> None:
    assert (alone("元旦去哈尔滨玩三天").date, alone("元旦去哈尔滨玩三天").occasion) == ("2028-01-01", None)
    assert alone("元旦晚会穿什么").occasion == "new_year"


@pytest.mark.parametrize(
    ("text", "sum_", "currency"),
    [("太贵了不要超过900", 900, "CNY"), ("不要超过80", 80, "EUR"), ("80块以内", 80, "CNY")],
)
def test_a_bare_sum_is_of_the_prices_that_it_would_limit(text: str, sum_: float, currency: str) -> None:
    budget = pointed(text, "zh").budget
    assert budget is not None and (budget.max, budget.currency) == (sum_, currency)


@pytest.mark.parametrize(
    ("text", "language"), [("空调很冷", "zh"), ("the air conditioning is freezing", "en"), ("la clim est à fond", "fr")]
)
def test_cold_from_a_machine_asks_for_a_layer_and_no_coat(text: str, language: Language) -> None:
    asked = pointed(text, language)
    assert (asked.slots, asked.stated_weather) == (["mid"], [])


def test_what_is_to_be_used_is_no_question_of_the_wardrobe() -> None:
    for text in ("我有一条牛仔裤和一双小白鞋 能用上吗", "I own jeans and white sneakers, can I use them?"):
        used = pointed(text, "en" if text.isascii() else "zh")
        assert used.refinement is not None and used.refinement.change == "swap"
        assert {one.slot for one in used.owned} == {"bottom", "footwear"}


@pytest.mark.parametrize("text", ["鞋子会不会太高", "鞋好不好走"])
def test_whether_shoes_are_too_high_is_asked_and_none_is_taken_off(text: str) -> None:
    asked = pointed(text, "zh", [GRAND])
    assert (asked.about, asked.changes) == (["comfort"], [])


@pytest.mark.parametrize("text", ["可以不穿高跟吗", "能不能不打领带"])
def test_what_may_be_left_out_is_no_lasting_refusal(text: str) -> None:
    asked = pointed(text, "zh")
    assert asked.intent == "ask_advice"
    assert not [change for change in asked.changes if change.target == "profile"]


def test_a_day_out_of_a_stay_says_nothing_of_its_length() -> None:
    assert alone("七月去曼谷 有一天去大皇宫 女").days is None
    assert alone("去曼谷一天").days == 1


def test_who_goes_skiing_over_the_new_year_is_dressed_for_the_snow() -> None:
    assert (alone("春节去崇礼滑雪 女").occasion, alone("春节去崇礼滑雪 女").season) == ("skiing", "winter")
    assert alone("春节拜年穿什么").occasion == "chinese_new_year"
    assert alone("skiing in Chamonix over Christmas, woman").occasion == "skiing"


def test_it_is_asked_on_about_a_father() -> None:
    assert pointed("那我爸呢", "zh").presentation == "men"
