import pytest

from stores.vocabulary import Brief, Direction, Profile
from tools.colour import harmony
from tools.compose import compose
from tools.palettes import palettes

OFFICE = ("base_top", "bottom", "one_piece", "mid", "footwear")


def test_of_one_colour_are_looks_of_a_family_alone_before_those_of_its_tones():
    single, tones = palettes("one_colour")
    assert {len(one.worn) for one in single} == {1}
    assert {"beige", "cream", "brown"} in [one.worn for one in tones]


def test_opposites_lie_across_the_wheel_and_neighbours_beside_each_other():
    [opposite], [beside] = palettes("complementary"), palettes("analogous")
    assert ("blue", "yellow") in [one.seen for one in opposite]
    assert ("red", "pink") in [one.seen for one in beside]
    assert not {one.seen for one in opposite} & {one.seen for one in beside}


def test_a_palette_holds_the_colours_that_are_asked_for():
    [opposite] = palettes("complementary", ["blue", "black"])
    assert opposite
    assert all("blue" in one.seen for one in opposite)


@pytest.fixture
def made(slates):
    offered = slates(*OFFICE, count=200)
    direction = Direction(wishes=[slate.wish for slate in offered])
    known = {candidate.piece.id: candidate.piece for slate in offered for candidate in slate.candidates}

    def build(scheme, found=offered):
        composition = compose(found, direction, Brief(scheme=scheme), None, Profile())
        return composition, [[known[item.id] for item in look.items] for look in composition.looks]

    return build


def test_a_look_of_one_colour_is_so_down_to_the_shoes_and_says_it(made):
    composition, looks = made("one_colour")
    assert len(looks) == 3
    assert all(len({piece.colours[0].family for piece in look}) == 1 for look in looks)
    assert all({"colour:one", "colour:mono"} & {*why} for why in composition.reasons.values())
    assert not composition.unmet


def test_a_look_in_opposite_colours_shows_them(made):
    composition, looks = made("complementary")
    assert looks
    assert {harmony(look).key for look in looks} == {"colour:complementary"}
    assert all("colour:complementary" in why for why in composition.reasons.values())


def test_a_scheme_that_a_shop_cannot_make_is_said_to_be_missed(made, slates):
    quiet = [
        slate._replace(candidates=[one for one in slate.candidates if one.piece.colours[0].family in {"black", "navy"}])
        for slate in slates(*OFFICE, count=200)
    ]
    composition, looks = made("complementary", quiet)
    assert looks
    assert [(one.constraint, one.asked) for one in composition.unmet] == [("scheme", "complementary")]
