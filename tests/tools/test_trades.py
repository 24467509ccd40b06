import pytest

from agents.house.lexicon import load_lexicon
from agents.house.reading.occasions import occasion_of, trade_of
from agents.house.reading.text import read
from stores.vocabulary import Language
from tools.dress import load_codes
from tools.events import read_event
from tools.trades import HIGHEST, trades, work_code


@pytest.mark.parametrize(
    ("trade", "low", "high"), [("law", 6, 7), ("finance", 6, 7), ("technology", 3, 4), ("creative", 3, 4)]
)
def test_an_interview_is_dressed_as_the_trade_has_it(trade: str, low: float, high: float) -> None:
    """Banks and courts six, software three to four, design three, on the scale from 0 to 9."""
    found = read_event("job_interview", trade=trade).formality
    assert found[0] <= high and found[1] >= low


def test_an_interview_is_a_step_above_an_ordinary_day() -> None:
    for trade in trades():
        office, interview = work_code("office", trade), work_code("job_interview", trade)
        assert office and interview
        assert interview.formality[0] == min(HIGHEST, office.formality[0] + 1)


def test_every_code_is_one_that_there_is() -> None:
    codes = {work.code for trade in trades() for one in ("office", "job_interview") if (work := work_code(one, trade))}
    assert codes <= set(load_codes()) and {"business_formal", "business_casual", "smart_casual"} <= codes


def test_trades_are_ordered_from_the_court_to_the_workshop() -> None:
    ends = [
        work.formality for trade in ("law", "public", "education", "technology") if (work := work_code("office", trade))
    ]
    assert ends == sorted(ends, reverse=True)


def test_a_wedding_knows_no_trade_and_an_unknown_trade_changes_nothing() -> None:
    assert work_code("wedding", "law") is None
    assert work_code("office", "piracy") is None
    assert read_event("office", trade="piracy") == read_event("office")
    assert read_event("wedding", trade="law") == read_event("wedding")


def test_the_taboos_of_an_interview_stay() -> None:
    assert read_event("job_interview", trade="technology").taboos == read_event("job_interview").taboos


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_every_language_names_every_trade(language: Language) -> None:
    named = {key for _, found in load_lexicon(language).cues.items() for _, key in found}
    assert {f"trade_{trade}" for trade in trades()} <= named


@pytest.mark.parametrize("trade", ["health", "childcare", "service"])
def test_a_shift_on_ones_feet_is_worked_in_flat_shoes_that_close(trade: str) -> None:
    day = work_code("office", trade)
    rules = load_codes()[day.code] if day else load_codes()["casual"]
    assert rules.closed_shoes and {"heels", "block_heels", "evening_sandals"} <= rules.avoid


def test_who_waits_at_table_wears_black_below() -> None:
    rules = load_codes()["service"]
    assert rules.colours["bottom"] == rules.colours["footwear"] == ["black"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm a chef, what shoes and clothes for the kitchen, ten hours on my feet?", "en"),
        ("I start as a line cook on Monday, what should I wear?", "en"),
        ("je suis cuisinier, il me faut une tenue pour la cuisine", "fr"),
        ("我是厨师，厨房里穿什么鞋", "zh"),
    ],
)
def test_a_cook_is_dressed_for_a_hot_kitchen(text: str, language: Language) -> None:
    reading = read(text, load_lexicon(language))
    occasion = occasion_of(reading)
    day = work_code(occasion or "", trade_of(reading, occasion))
    assert day and day.code == "kitchen"
    rules = load_codes()["kitchen"]
    assert rules.closed_shoes and {"ballet_flats", "linen_trousers", "cardigan"} <= rules.avoid
    assert "white" not in rules.colours["bottom"]


def test_a_dinner_in_a_kitchen_is_no_work() -> None:
    reading = read("what do I wear to a dinner in the kitchen of friends", load_lexicon("en"))
    assert occasion_of(reading) == "dinner"


def test_work_by_hand_is_dressed_to_kneel_and_lift_in() -> None:
    day = work_code("office", "manual")
    assert day and day.code == "workwear"
    rules = load_codes()["workwear"]
    assert rules.separates and {"heels", "sandals", "midi_skirt", "blazer"} <= rules.avoid
    interview = work_code("job_interview", "manual")
    assert interview and interview.code != "workwear"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm a carpenter, what do I wear to work", "en"),
        ("first day as an electrician", "en"),
        ("I'm a mechanic. Outfit for work tomorrow?", "en"),
        ("je suis charpentière, je mets quoi pour aller bosser", "fr"),
        ("我是木匠，上班穿什么", "zh"),
        ("我是电工，明天上班穿啥", "zh"),
    ],
)
def test_a_trade_of_the_hands_is_known_by_its_name(text: str, language: Language) -> None:
    reading = read(text, load_lexicon(language))
    assert trade_of(reading, occasion_of(reading)) == "manual"
