import pytest

from stores.vocabulary import Article, Brief, Colour, Profile
from tools.gates import build_limits, piece_breaks
from tools.sleeves import lacks_sleeves, sleeves_of


def dress(name="Navy dress", description="", category="cocktail_dress", slot="one_piece"):
    colour = Colour(name="navy", family="navy", hex="#1f2a44")
    piece = {"id": "a", "name": name, "category": category, "slot": slot, "colours": [colour]}
    return Article(**piece, formality=6, clo=0.3, description=description)


@pytest.mark.parametrize(
    ("piece", "told"),
    [
        (dress("Pink satin off-the-shoulder midi dress"), "bare"),
        (dress(description="Cut in crêpe, with three-quarter sleeves."), "short"),
        (dress("Lilac long-sleeved maxi dress", category="maxi_dress"), "long"),
        (dress("Robe à manches longues", category="maxi_dress"), "long"),
        (dress("无袖连衣裙", category="casual_dress"), "bare"),
        (dress("Navy jersey tank dress", category="casual_dress"), "bare"),
        (dress("Silver party dress"), "bare"),
        (dress("Tiered maxi dress", category="maxi_dress"), None),
        (dress("White oxford shirt", category="shirt", slot="base_top"), "long"),
    ],
)
def test_sleeves_are_known_by_name_by_description_else_by_category(piece, told):
    assert sleeves_of(piece) == told


def test_long_sleeves_have_to_be_told_of_and_any_may_be_unknown():
    unknown = dress("Tiered maxi dress", category="maxi_dress")
    assert not lacks_sleeves(unknown, "any")
    assert lacks_sleeves(unknown, "long")
    assert not lacks_sleeves(dress(category="heels", slot="footwear"), "long")
    assert not lacks_sleeves(dress("Strapless dress"), None)


def test_a_strapless_dress_breaks_the_wish_for_sleeves():
    limits = build_limits(Brief(sleeves="any"), None, Profile())
    assert piece_breaks(dress("Strapless dress"), limits) == ["sleeves"]
