import re
from typing import Any

import pytest

from agents.house.merge import write
from stores.vocabulary import Conditions, Language, Wanted
from tests.agents.house.merge_requests import piece, rendered, request


def test_a_tie_is_needed_where_the_code_asks_for_it() -> None:
    for code, said in (("business_formal", "Yes|I'd say so"), ("cocktail", "Not required|No,")):
        sky = Conditions(formality=(4, 7), dress_code=code)
        asked = request(
            "en", intent="ask_advice", text="is a tie necessary?", categories=["tie"], occasion="office", sky=sky
        )
        assert re.match(said, rendered(asked))


def test_a_question_about_a_places_weather_is_answered_by_it() -> None:
    cold = Conditions(temp_min_c=-4, temp_max_c=3)
    asked = request("en", intent="ask_advice", text="what's the weather like?", place="Oslo", sky=cold)
    assert "[[temp_max]]" in next(write(asked))


def test_how_comfortable_shoes_are_is_told_by_their_heel() -> None:
    for category, said in (("heels", "heel|less so"), ("loafers", "flat|no heel")):
        shoes = [piece("footwear", category, "black", "leather")]
        told = rendered(request("en", [shoes], intent="ask_advice", text="are they comfortable?"))
        assert re.search(said, told)
        assert told.count("[[1.1") <= 1


@pytest.mark.parametrize(("language", "text"), [("en", "tuxedo or suit?"), ("fr", "smoking ou costume ?")])
def test_of_two_kinds_of_piece_the_one_nearer_to_the_occasion_is_taken(language: Language, text: str) -> None:
    wanted = [Wanted(slot="mid", category=f"{one}_jacket", text=one) for one in ("tuxedo", "suit")]
    given = {"intent": "ask_advice", "wanted": wanted, "categories": ["tuxedo_jacket", "suit_jacket"], "text": text}
    day = {"occasion": "job_interview", "sky": Conditions(formality=(5, 7), dress_code="business_formal")}
    suit, dinner = {"en": ("suit jacket", "dinner jacket"), "fr": ("veste de costume", "veste de smoking")}[language]
    told = rendered(request(language, **given, **day))
    assert told.index(suit) < told.index(dinner)
    told = rendered(request(language, **given))
    assert told.index(dinner) < told.index(suit)


def test_kinds_of_one_level_are_left_to_liking() -> None:
    wanted = [Wanted(slot="footwear", category=one, text=one) for one in ("ankle_boots", "chelsea_boots")]
    given = {"wanted": wanted, "categories": ["ankle_boots", "chelsea_boots"], "text": "ankle boots or Chelsea boots?"}
    assert re.match("Either|Both", rendered(request("en", intent="ask_advice", **given)))


@pytest.mark.parametrize(
    ("category", "said"),
    [("jumpsuit", "crêpe"), ("jeans", "No,|Better not|I wouldn't"), ("suit_trousers", "Yes|all means")],
)
def test_what_a_dressy_cloth_lifts_may_be_worn_in_it(category: str, said: str) -> None:
    sky = Conditions(formality=(5, 7), dress_code="cocktail")
    asked = request("en", intent="ask_advice", text=f"{category}?", categories=[category], occasion="wedding", sky=sky)
    assert re.search(said, rendered(asked))


def test_of_a_kind_the_dressier_one_may_do_where_the_plainest_falls_short() -> None:
    sky = Conditions(formality=(3, 5.5))
    given = {"intent": "ask_advice", "occasion": "date", "sky": sky, "text": "are trainers ok for a date?"}
    told = rendered(request("en", categories=["sneakers", "leather_sneakers"], **given))
    assert re.search("smart kind|dressier kind", told)
    canvas = [Wanted(slot="footwear", category="sneakers", text="canvas trainers")]
    assert re.match(
        "No,|Better not|I wouldn't", rendered(request("en", categories=["sneakers"], wanted=canvas, **given))
    )


@pytest.mark.parametrize(
    ("language", "text", "answer"),
    [
        ("en", "do green and pink clash?", "No, |Not if|They needn't"),
        ("fr", "le vert et le rose, ça jure ?", "Non, |Pas si"),
        ("zh", "绿色和粉色会不会撞？", "不会|绿色配粉色，别平分就不会"),
    ],
)
def test_who_asks_if_colours_clash_is_not_told_yes_where_they_agree(language: Language, text: str, answer: str) -> None:
    assert re.match(answer, rendered(request(language, intent="ask_advice", text=text, colours=["green", "pink"])))


def test_what_is_right_for_mourning_is_dark_and_plain() -> None:
    sky = Conditions(formality=(4.5, 7), dress_code="mourning")
    given = {"occasion": "funeral", "sky": sky, "categories": ["jumpsuit"]}
    told = rendered(request("en", intent="ask_advice", text="is a jumpsuit ok for a funeral?", **given))
    assert "dark" in told and "dressiest" not in told


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "what is gorpcore?", "know"),
        ("en", "what's quiet luxury?", "know"),
        ("fr", "c'est quoi le style preppy ?", "connais|m'échappe"),
        ("zh", "什么是多巴胺穿搭？", "不了解|没听过"),
    ],
)
def test_of_a_term_that_nobody_here_knows_it_is_said_so(language: Language, text: str, said: str) -> None:
    assert re.search(said, rendered(request(language, intent="ask_advice", text=text)))


@pytest.mark.parametrize("text", ["what is the dress code?", "what are my options?", "what should I do?"])
def test_what_is_no_term_is_asked_back(text: str) -> None:
    assert not re.search("that term|That word", rendered(request("en", intent="ask_advice", text=text)))


@pytest.mark.parametrize(
    ("language", "text", "spared", "taken"),
    [
        ("en", "do I need a down jacket for Tokyo?", "No|You can leave", "Yes|I'd pack"),
        ("fr", "j'ai besoin d'une doudoune à Tokyo ?", "Non", "Oui"),
        ("zh", "去东京要带羽绒服吗？", "不用带", "要带"),
    ],
)
def test_whether_a_coat_is_needed_is_answered_by_the_weather_of_the_place(
    language: Language, text: str, spared: str, taken: str
) -> None:
    coat = [piece("outer", "down_jacket", "black", "nylon")]
    given: dict[str, Any] = {"intent": "ask_advice", "text": text, "place": "Tokyo", "categories": ["down_jacket"]}
    wanted = [Wanted(slot="outer", category="down_jacket", text="down jacket")]
    for low, high, says in ((5, 14, spared), (-6, 2, taken)):
        sky = Conditions(temp_min_c=low, temp_max_c=high)
        told = rendered(request(language, [coat], **given, wanted=wanted, sky=sky))
        assert re.match(says, told)
        assert ("49 €" in told) == (says == taken)
