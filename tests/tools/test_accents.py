import pytest

from stores.vocabulary import Accent, Brief, Direction, Profile
from tools.accents import is_accent, size_cost
from tools.compose import compose
from tools.gates import build_limits, piece_breaks

OFFICE = ("base_top", "bottom", "one_piece", "mid", "footwear", "bag")
BLACK = {"colours": ["black"], "colours_must": True}


@pytest.fixture
def made(slates):
    offered = slates(*OFFICE, count=200)
    direction = Direction(wishes=[slate.wish for slate in offered])
    known = {candidate.piece.id: candidate.piece for slate in offered for candidate in slate.candidates}

    def build(brief, found=offered, profile=None):
        composition = compose(found, direction, brief, None, profile or Profile())
        return composition, [[known[item.id] for item in look.items] for look in composition.looks]

    return build


def families(look):
    return sorted(piece.colours[0].family for piece in look)


@pytest.mark.parametrize("only", [True, False])
def test_one_piece_is_in_the_colour_of_the_accent_and_the_rest_as_it_was_asked(made, only):
    composition, looks = made(Brief(**BLACK, colours_only=only, accent=Accent(colours=["red"])))
    assert looks and not composition.unmet
    for look in looks:
        assert families(look) == ["black"] * (len(look) - 1) + ["red"]
    assert all("colour:asked:red" in why for why in composition.reasons.values())


def test_an_accent_that_is_not_named_is_any_lively_colour(made):
    brief = Brief(**BLACK, colours_only=True, accent=Accent())
    _, looks = made(brief)
    assert looks
    assert all(sum(piece.colours[0].family != "black" for piece in look) == 1 for look in looks)
    assert all(sum(is_accent(piece, brief) for piece in look) == 1 for look in looks)


def test_beside_no_colour_that_was_asked_for_the_rest_is_quiet(made):
    _, looks = made(Brief(accent=Accent(colours=["red"])))
    assert looks
    assert all(sum(family == "red" for family in families(look)) == 1 for look in looks)
    assert not {"green", "pink", "yellow", "orange", "purple"} & {one for look in looks for one in families(look)}


def test_a_small_accent_costs_least(wear):
    brief = Brief(accent=Accent(colours=["red"]))
    bag, knit, shirt = (size_cost(wear((kind, "red")), brief) for kind in ("handbag", "sweater", "shirt"))
    assert 0 < bag < knit < shirt


def test_a_piece_that_is_named_for_it_brings_it(made):
    _, looks = made(Brief(**BLACK, accent=Accent(slots=["base_top"])))
    assert {p.slot for look in looks for p in look if p.colours[0].family != "black"} == {"base_top"}


def test_an_accent_that_a_shop_has_not_is_said_to_be_missed(made, slates):
    quiet = [
        slate._replace(candidates=[one for one in slate.candidates if one.piece.colours[0].family == "black"])
        for slate in slates(*OFFICE, count=200)
    ]
    composition, looks = made(Brief(**BLACK, accent=Accent(colours=["red"])), quiet)
    assert looks
    assert [(one.constraint, one.asked) for one in composition.unmet] == [("accent", "red")]


def test_an_accent_that_is_named_counts_before_what_the_profile_avoids(made):
    composition, looks = made(
        Brief(**BLACK, accent=Accent(colours=["red"])), profile=Profile(avoid_colours=["red", "pink"])
    )
    assert looks and not composition.unmet


def test_all_in_one_colour_allows_the_accent(article):
    limits = build_limits(Brief(**BLACK, colours_only=True, accent=Accent(colours=["red"])), None, Profile())
    assert not piece_breaks(article("sweater", "red"), limits)
    assert "colour" in piece_breaks(article("sweater", "green"), limits)
