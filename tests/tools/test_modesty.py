from stores.vocabulary import Conditions, Taboo
from tools.modesty import covered

SOFT = Taboo(what="bare:shoulders", why="the host likes it", hard=False)
RED = Taboo(what="family:red", why="not here", hard=False)


def test_shoulders_and_knees_are_covered_whatever_the_custom_says() -> None:
    taboos = covered(Conditions(taboos=[SOFT, RED])).taboos
    assert {taboo.what for taboo in taboos if taboo.hard} == {"bare:shoulders", "bare:knees"}
    assert RED in taboos and SOFT not in taboos


def test_by_muslim_custom_arms_are_covered_too() -> None:
    assert "bare:arms" in {taboo.what for taboo in covered(Conditions(), "muslim").taboos if taboo.hard}
    assert "bare:arms" not in {taboo.what for taboo in covered(Conditions(), "orthodox").taboos}


def test_an_occasion_keeps_its_own_code() -> None:
    assert covered(Conditions(dress_code="cocktail")).dress_code == "cocktail"
    assert covered(Conditions()).dress_code == "modest"
