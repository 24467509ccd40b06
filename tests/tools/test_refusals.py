import pytest

from stores.categories import load_categories
from stores.vocabulary import Brief, Conditions, Profile
from tools.gates import build_limits
from tools.refusals import profile_on
from tools.rules import style_rules

NO_SKIRTS = Profile(at_times=["office:avoid_categories:midi_skirt"], avoid_categories=["heels"])


@pytest.mark.parametrize("occasion", ["office", "business_meeting", "conference"])
def test_what_is_refused_at_work_is_refused_wherever_one_is_at_work(occasion: str) -> None:
    brief = Brief(occasion=occasion)
    assert profile_on(NO_SKIRTS, brief, None).avoid_categories == ["heels", "midi_skirt"]
    assert "midi_skirt" in build_limits(brief, None, NO_SKIRTS).avoid_categories
    assert "midi_skirt" in style_rules(brief, None, NO_SKIRTS)["avoid_categories"]


@pytest.mark.parametrize("occasion", ["party", None])
def test_elsewhere_it_is_worn(occasion: str | None) -> None:
    brief = Brief(occasion=occasion)
    assert profile_on(NO_SKIRTS, brief, None).avoid_categories == ["heels"]
    assert "midi_skirt" not in build_limits(brief, None, NO_SKIRTS).avoid_categories


def test_what_is_asked_for_comes_before_what_is_refused_then() -> None:
    limits = build_limits(Brief(occasion="office", categories=["midi_skirt"]), None, NO_SKIRTS)
    assert "midi_skirt" not in limits.avoid_categories


def test_a_wedding_on_the_beach_is_a_wedding() -> None:
    profile = Profile(at_times=["wedding:avoid_colours:red"])
    assert profile_on(profile, Brief(occasion="beach_wedding"), None).avoid_colours == ["red"]


@pytest.mark.parametrize(
    ("brief", "conditions", "refused"),
    [
        (Brief(season="summer"), None, True),
        (Brief(), Conditions(temp_min_c=22, temp_max_c=30), True),
        (Brief(), Conditions(date="2027-07"), True),
        (Brief(), Conditions(date="2027-07", temp_min_c=-2, temp_max_c=4), False),
        (Brief(season="winter"), None, False),
        (Brief(), None, False),
    ],
)
def test_a_season_is_that_of_the_day(brief: Brief, conditions: Conditions | None, refused: bool) -> None:
    profile = Profile(at_times=["summer:avoid_colours:black"])
    assert ("black" in profile_on(profile, brief, conditions).avoid_colours) is refused


def test_where_one_kind_alone_is_worn_the_others_of_its_place_are_refused() -> None:
    profile = Profile(at_times=["office:only_categories:midi_skirt", "office:only_categories:mini_skirt"])
    refused = {*profile_on(profile, Brief(occasion="office"), None).avoid_categories}
    slots = {load_categories()[one].slot for one in refused}
    assert {"trousers", "sheath_dress"} <= refused
    assert not {"midi_skirt", "mini_skirt"} & refused
    assert slots == {"bottom", "one_piece"}


def test_where_one_colour_alone_is_worn_the_others_are_refused() -> None:
    refused = profile_on(Profile(at_times=["office:only_colours:black"]), Brief(occasion="office"), None).avoid_colours
    assert "red" in refused
    assert "black" not in refused
