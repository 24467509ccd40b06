import re

from agents.house.merge import write
from stores.vocabulary import Conditions
from tests.agents.house.merging import piece, rendered, request


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
