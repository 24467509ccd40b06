from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, Item, ItemColour, Look, Score, ShownLook

TODAY = date(2026, 11, 21)


def read(text: str, **given: object) -> Brief:
    return understand(UnderstandRequest(text=text, today=TODAY, **given))  # type: ignore[arg-type]


def trip(text: str) -> list[tuple[str, int | None]] | None:
    events = read(text).trip
    return None if events is None else [(event.occasion, event.times) for event in events]


@pytest.mark.parametrize(
    ("text", "events", "days"),
    [
        ("Pack for 5 days in Lisbon in May, one dinner and a hike, carry-on only", [("dinner", 1), ("hike", 1)], 5),
        ("I'm going to Oslo for 4 days in January, what should I pack?", [], 4),
        ("what should I bring for a week in Crete, beach and two dinners", [("beach", None), ("dinner", 2)], 7),
        ("packing list for a business trip to Berlin, 3 days", [("business_meeting", None)], 3),
        ("capsule wardrobe for a week in Paris", [], 7),
        ("4 days of hiking in the Dolomites in July, what do I pack?", [("hike", 4)], 4),
        ("packing list for Iceland in February", [], None),
        ("ma valise pour 4 jours à Oslo en janvier", [], 4),
        ("que mettre dans ma valise pour une semaine à Nice, avec un dîner et une randonnée ?",
         [("dinner", 1), ("hike", 1)], 7),
        ("je pars 3 jours à Londres en déplacement professionnel, qu'est-ce que j'emporte ?",
         [("business_meeting", None)], 3),
        ("去东京出差一周要带什么", [("business_meeting", None)], 7),
        ("去里斯本玩五天，行李箱怎么装，有一顿晚餐和一天徒步", [("dinner", 1), ("hike", 1)], 5),
        ("帮我收拾行李，下周去北京开会三天", [("business_meeting", None)], 3),
    ],
)  # fmt: skip
def test_a_suitcase_is_read_with_its_days_and_events(text: str, events: list[object], days: int | None) -> None:
    brief = read(text)
    assert trip(text) == events
    assert (brief.intent, brief.days) == ("outfit", days)


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Pack for 5 days in Lisbon, one dinner", "city_trip"),
        ("packing list for a conference in Berlin, 3 days", "conference"),
        ("ma valise pour une semaine de ski à Chamonix", "skiing"),
        ("pack for 6 days of skiing in Chamonix", "skiing"),
    ],
)
def test_the_occasion_of_a_trip_is_that_of_its_days(text: str, occasion: str) -> None:
    assert read(text).occasion == occasion


@pytest.mark.parametrize(
    "text",
    [
        "What do I wear to a dinner in Lisbon on 3 May?",
        "a backpack for school",
        "what should I bring to the party?",
        "how many carry ons can I take on a flight to Boston",
        "I packed too much",
        "qu'est-ce que je mets pour un dîner à Lisbonne ?",
        "去里斯本吃晚餐穿什么",
    ],
)
def test_what_is_worn_once_is_no_suitcase(text: str) -> None:
    assert trip(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "what one piece would do most for my wardrobe?",
        "what's missing from my wardrobe?",
        "What am I missing?",
        "Which one item should I buy to get the most outfits with what I own?",
        "que me manque-t-il ?",
        "qu'est-ce qui manque à ma garde-robe ?",
        "Quelle pièce acheter en premier ?",
        "我衣橱里缺什么",
        "我的衣柜还缺什么？",
        "只买一件的话，买哪一件能多搭几套？",
    ],
)
def test_what_the_wardrobe_lacks_is_a_search(text: str) -> None:
    brief = read(text)
    assert (brief.intent, brief.gap, brief.owned, brief.changes) == ("find", True, [], [])


def test_a_kind_of_piece_may_be_asked_about() -> None:
    brief = read("Which shoes are missing from my wardrobe?")
    assert brief.gap and brief.slots == ["footwear"]


@pytest.mark.parametrize(
    "text", ["I have a navy blazer and grey trousers, what am I missing?", "I want a dress", "montre ma garde-robe"]
)
def test_what_completes_an_outfit_is_no_gap(text: str) -> None:
    assert not read(text).gap


def test_what_is_missing_in_a_look_is_asked_of_the_look() -> None:
    colour = ItemColour(name="navy", family="navy", hex="#1f2a44")
    item = Item(slot="mid", source="catalog", id="a", name="blazer", category="blazer", colour=colour)
    look = Look(id="look-1", kind="outfit", title="x", items=[item], total=1, currency="EUR", score=Score(total=1))
    shown = [ShownLook(number=1, turn=1, look=look, brief=Brief())]
    assert not read("what's missing?", shown=shown).gap
    assert read("what's missing from my wardrobe?", shown=shown).gap


def test_a_wardrobe_in_french_is_no_dress() -> None:
    brief = read("qu'est-ce qu'il y a dans ma garde-robe ?")
    assert (brief.intent, brief.changes, brief.categories) == ("wardrobe", [], [])


@pytest.mark.parametrize(
    ("text", "occasion", "trade"),
    [
        ("What do I wear to a job interview at a bank?", "job_interview", "finance"),
        ("what to wear to the office, I'm a teacher", "office", "education"),
        ("un entretien d'embauche dans une start-up, que mettre ?", "job_interview", "technology"),
        ("去律所面试穿什么", "job_interview", "law"),
        ("what do I wear to a wedding at a law firm?", "wedding", None),
    ],
)
def test_the_trade_is_read_where_work_is_dressed_for(text: str, occasion: str, trade: str | None) -> None:
    brief = read(text)
    assert (brief.occasion, brief.trade) == (occasion, trade)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("there's also a wedding", [("dinner", 1), ("wedding", 1)]),
        ("il me faut aussi quelque chose pour un mariage", [("dinner", 1), ("wedding", 1)]),
        ("还要参加一场婚礼", [("dinner", 1), ("wedding", 1)]),
    ],
)
def test_a_trip_can_grow(text: str, events: list[tuple[str, int]]) -> None:
    last = read("Pack for 5 days in Lisbon, one dinner")
    brief = read(text, last=last)
    assert [(event.occasion, event.times) for event in brief.trip or []] == events
    assert brief.refinement and brief.refinement.change == "amend"


@pytest.mark.parametrize("text", ["can I also wear it to a dinner?", "what do I wear to a wedding in Lyon?", "cheaper"])
def test_not_all_that_follows_a_suitcase_goes_into_it(text: str) -> None:
    assert read(text, last=read("Pack for 5 days in Lisbon, one dinner")).trip is None
