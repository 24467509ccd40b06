"""What a garment word means by the sport or the cloth of the same text; days, sizes and places said in passing."""

from datetime import date

import pytest

from agents.contracts import UnderstandRequest
from agents.house.understand import understand

TODAY = date(2026, 11, 22)


def brief_of(text: str):
    return understand(UnderstandRequest(text=text, today=TODAY))


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("trousers for the gym, woman", ["joggers", "leggings"]),
        ("gym trousers, man", ["joggers", "leggings"]),
        ("pantalon pour le ski, homme", ["snow_trousers"]),
        ("健身穿的裤子，男", ["joggers", "leggings"]),
        ("shorts for running, man", ["sport_shorts"]),
        ("cashmere jumper under 100", ["sweater", "fine_knit"]),
        ("un pull en cachemire", ["sweater", "fine_knit"]),
    ],
)
def test_a_piece_is_of_what_is_done_in_it_and_of_its_cloth(text, categories):
    assert brief_of(text).categories == categories


@pytest.mark.parametrize("text", ["trousers for the office, woman", "trousers for work and then the gym, woman"])
def test_trousers_of_another_day_are_any(text):
    assert "suit_trousers" in brief_of(text).categories


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("wedding Saturday week in London, man", "2026-12-05"),
        ("wedding a week on Friday in London, man", "2026-12-04"),
        ("mariage à Lyon samedi en huit, homme", "2026-12-05"),
        ("office christmas party on the 18th, London, man", "2026-12-18"),
    ],
)
def test_a_day_told_by_weeks_or_by_its_number(text, day):
    assert brief_of(text).date == day


@pytest.mark.parametrize(
    ("text", "size"),
    [("I need a suit, 42 chest, man", "XL"), ("a suit for a man, chest 38", "M"), ("he takes a 44 long, man", "XXL")],
)
def test_inches_of_a_chest(text, size):
    assert brief_of(text).sizes.clothes == size


def test_of_two_names_the_place_is_the_one_on_the_map():
    assert brief_of("visiting the Sultan Ahmed mosque in Istanbul, woman").place == "Istanbul"


@pytest.mark.parametrize("text", ["retirement dinner at a golf club in Surrey, man", "dinner at the country club, man"])
def test_a_club_of_members_is_no_night_out(text):
    assert brief_of(text).occasion == "dinner"


def test_who_runs_hot_does_not_run():
    assert brief_of("dinner in Chicago on Saturday, man, I run hot").occasion == "dinner"


@pytest.mark.parametrize(
    ("text", "worn_by", "size"),
    [
        ("christening on Sunday in Leeds, size 16", "women", "L"),
        ("need a dress, size 8, wedding in Austin in May", "women", "M"),
        ("first date on Friday, drinks, im 24 f", "women", None),
        ("24m, first date on Friday in Leeds", "men", None),
    ],
)
def test_a_label_or_an_age_with_an_initial_tells_who_is_dressed(text, worn_by, size):
    brief = brief_of(text)
    assert (brief.presentation, brief.sizes.clothes, brief.stated_temp_c) == (worn_by, size, None)


@pytest.mark.parametrize("text", ["boots size 8", "what do I wear at 24 f in Leeds?", "size M for the office"])
def test_other_numbers_and_letters_tell_nobody(text):
    assert brief_of(text).presentation is None


def test_a_laptop_that_a_bag_is_for_is_no_errand():
    assert (brief_of("a bag for my laptop").intent, brief_of("a bag for my laptop").categories) == (
        "find",
        ["briefcase"],
    )


@pytest.mark.parametrize(
    "text", ["buenos aires january, what to wear to dinner, woman", "buenos aires next week, woman"]
)
def test_a_town_of_two_words_opens_a_message(text):
    assert brief_of(text).place == "buenos aires"


@pytest.mark.parametrize(
    "text", ["5 day trip to Edinburgh in October, woman", "voyage de 5 jours à Rome en mai, femme"]
)
def test_a_trip_of_some_days_is_packed_for(text):
    assert brief_of(text).trip is not None


@pytest.mark.parametrize(
    "text", ["only show me men's clothes from now on", "désormais uniquement des vêtements homme", "以后只看男装"]
)
def test_what_holds_from_now_on_is_kept(text):
    assert [(one.key, one.value) for one in brief_of(text).changes] == [("presentation", "men")]


@pytest.mark.parametrize("text", ["I've only got trainers and black ankle boots", "I have trainers and a navy coat"])
def test_trainers_of_ones_own_are_owned_with_what_is_named_beside_them(text):
    brief = brief_of(text)
    assert len(brief.owned) == 2
    assert not brief.wanted


def test_the_s_of_womens_is_no_size():
    sizes = brief_of("shoes for the office, women's 39").sizes
    assert (sizes.clothes, sizes.shoes) == (None, "39")


def test_vegan_shoes_are_of_no_leather():
    assert {"leather", "suede"} <= {*brief_of("need vegan shoes for the office, woman").avoid_fabrics}


@pytest.mark.parametrize(
    ("text", "worn_by"),
    [
        ("my boyfriends parents for the first time, sunday lunch", None),
        ("dinner on Saturday, my husband will be in a navy suit, what do I wear?", "women"),
        ("dinner on Saturday. My wife will be in a red dress. What do I wear?", "men"),
    ],
)
def test_who_is_with_one_tells_who_is_dressed_and_whose_parents_do_not(text, worn_by):
    assert brief_of(text).presentation == worn_by


@pytest.mark.parametrize("text", ["girls brunch sunday, size small, nashville", "brunch, nashville, under 80 dollars"])
def test_a_town_by_itself_between_commas_is_the_place(text):
    assert brief_of(text).place == "nashville"


@pytest.mark.parametrize("text", ["too hot for a jacket tho", "il fait trop chaud pour une veste"])
def test_what_it_is_too_hot_for_is_left_out(text):
    assert not brief_of(text).wanted


@pytest.mark.parametrize("text", ["cruise in September, woman 60s", "a man in his 50s, dinner on Friday"])
def test_a_decade_is_no_size(text):
    assert brief_of(text).sizes.clothes is None


@pytest.mark.parametrize(
    ("text", "day"), [("a rave this sat, man", "2026-11-28"), ("party on fri, woman", "2026-11-27")]
)
def test_a_day_of_the_week_in_short(text, day):
    assert brief_of(text).date == day


def test_an_office_like_the_arctic_is_an_office():
    assert brief_of("office is business casual, ac is arctic. woman, houston").occasion == "office"


@pytest.mark.parametrize(
    "text", ["no money for a suit, 150 quid max, man", "court tomorrow, man, I can't afford a suit"]
)
def test_what_there_is_no_money_for_is_not_looked_for(text):
    assert not brief_of(text).wanted


def test_children_beside_others_do_not_make_it_an_outfit_for_a_child():
    assert "children" not in brief_of("photo shoot on the beach in May, me, hubby and 2 kids").reserve
    assert "children" in brief_of("outfit for my son, 6 years old").reserve


@pytest.mark.parametrize(
    "text",
    [
        "nothing white, the kids wipe their hands on me",
        "pockets please, I carry the baby everywhere",
        "rien de clair, les enfants ont les mains sales",
        "不要浅色，孩子的手总是脏的",
    ],
)
def test_children_who_are_spoken_of_are_not_dressed(text):
    assert "children" not in brief_of(text).reserve


@pytest.mark.parametrize(
    "text", ["a coat for the kids", "kids' shoes", "un manteau pour les enfants", "给孩子买件外套"]
)
def test_children_who_wear_it_are(text):
    assert "children" in brief_of(text).reserve


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("an outfit for a date, I only have 120 now", 120),
        ("bon, il me reste que 90", 90),
        ("je n'ai plus que 75 euros", 75),
        ("现在只剩下130欧了", 130),
    ],
)
def test_what_is_left_is_what_may_be_spent(text, most):
    budget = brief_of(text).budget
    assert budget is not None
    assert budget.max == most


def test_years_that_are_past_are_nothing_that_was_owned():
    brief = brief_of("pas de jupe courte, je n'ai plus 30 ans")
    assert (brief.avoid_categories, brief.changes) == (["mini_skirt"], [])


def test_who_is_not_father_christmas_is_no_man():
    assert brief_of("pas de rouge, je suis pas le père noël").presentation is None
    assert brief_of("une tenue pour mon père").presentation == "men"


def test_up_there_is_no_top():
    assert not brief_of("plus chaud, il fait 3 degrés là-haut").wanted


def test_wool_that_is_not_worn_is_a_fact_without_its_ne_too():
    changes = [(one.key, one.value) for one in brief_of("je porte pas de laine, ça me gratte").changes]
    assert changes == [("avoid_fabrics", "wool")]


@pytest.mark.parametrize(
    "texts",
    [
        ("my nephew's christening in May, woman", "le baptême de mon neveu en mai, femme", "五月侄子的洗礼，女"),
        ("I'm the godmother, christening in May", "je suis marraine, baptême en mai", "五月洗礼，我是教母"),
        ("starting as a teacher, an outfit, woman", "je commence comme prof, une tenue, femme", "刚当上老师，女"),
        ("a festive outfit, woman", "une tenue de fête, femme", "要有节日气氛的一身，女"),
    ],
)
def test_an_occasion_is_the_same_one_in_each_language(texts):
    said = [brief_of(text) for text in texts]
    told = [(one.occasion, one.presentation, one.trade, one.formality, one.date) for one in said]
    assert told[1:] == told[:1] * 2
