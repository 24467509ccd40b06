from typing import Any

import pytest

from stores.colours import family_colour
from stores.vocabulary import Brief, Filters, Garment, Piece, Refinement, Wanted
from tools.remake import as_worn, likest, remake


@pytest.fixture
def suit(article: Any) -> list[Piece]:
    kinds = (("blouse", "green"), ("midi_skirt", "beige"), ("blazer", "navy"), ("loafers", "brown"), ("tote", "black"))
    return [article(category, family) for category, family in kinds]


@pytest.fixture
def dress(article: Any) -> list[Piece]:
    return [article("sheath_dress", "red"), article("heels", "black"), article("trench_coat", "beige")]


def categories(pieces: Any) -> list[str]:
    return [piece.category for piece in pieces]


def test_a_named_piece_takes_the_place_of_another_and_the_rest_stays(suit: list[Piece]) -> None:
    flat = Wanted(slot="footwear", category="ballet_flats")
    made = remake(Brief(wanted=[flat]), suit)
    assert categories(made.gone) == ["loafers"]
    assert categories(made.keep) == ["blouse", "midi_skirt", "blazer", "tote"]
    assert (list(made.recast), list(made.wanted)) == ([], [flat])


def test_a_slot_that_is_named_alone_is_filled_again(suit: list[Piece]) -> None:
    made = remake(Brief(slots=["footwear"]), suit)
    assert [one.slot for one in made.wanted] == ["footwear"]


def test_a_bag_that_is_refused_is_left_out_and_trousers_are_replaced(suit: list[Piece]) -> None:
    assert list(remake(Brief(avoid_slots=["bag"]), suit).wanted) == []
    assert categories(remake(Brief(avoid_slots=["bag"]), suit).gone) == ["tote"]
    made = remake(Brief(avoid_categories=["midi_skirt"]), suit)
    assert [one.slot for one in made.wanted] == ["bottom"]


def test_trousers_instead_of_a_dress_ask_for_a_top_too(dress: list[Piece]) -> None:
    made = remake(Brief(wanted=[Wanted(slot="bottom", category="trousers")]), dress)
    assert categories(made.gone) == ["sheath_dress"]
    assert {one.slot for one in made.wanted} == {"bottom", "base_top"}


def test_a_dress_takes_the_place_of_a_top_and_a_skirt(suit: list[Piece]) -> None:
    made = remake(Brief(wanted=[Wanted(slot="one_piece")]), suit)
    assert categories(made.gone) == ["blouse", "midi_skirt"]
    assert [one.slot for one in made.wanted] == ["one_piece"]


def test_a_jacket_is_added_where_there_was_none(dress: list[Piece]) -> None:
    made = remake(Brief(wanted=[Wanted(slot="mid", category="blazer")]), dress)
    assert (categories(made.keep), list(made.gone)) == (categories(dress), [])


def test_what_is_kept_stays_while_the_rest_changes(suit: list[Piece]) -> None:
    brief = Brief(refinement=Refinement(change="swap", keep=["blazer-navy"]))
    made = remake(brief, suit)
    assert categories(made.keep) == ["blazer"]
    assert [one.slot for one in made.wanted] == ["base_top", "bottom", "footwear"]
    both = brief.model_copy(update={"wanted": [Wanted(slot="footwear")]})
    assert categories(remake(both, suit).gone) == ["loafers"]


def test_a_quiet_colour_is_worn_from_head_to_toe(suit: list[Piece]) -> None:
    made = remake(Brief(colours=["black"]), suit)
    assert categories(made.recast) == ["blouse", "midi_skirt", "blazer", "loafers"]
    assert categories(made.keep) == ["tote"]


def test_a_bright_colour_takes_the_place_of_a_bright_one(suit: list[Piece], dress: list[Piece]) -> None:
    assert categories(remake(Brief(colours=["red"]), suit).recast) == ["blouse"]
    assert categories(remake(Brief(colours=["blue"]), dress).recast) == ["sheath_dress"]
    assert list(remake(Brief(colours=["red"]), dress).recast) == []


def test_a_bright_colour_leads_where_all_is_quiet(article: Any) -> None:
    quiet = [
        article("trousers", "black"),
        article("blazer", "navy"),
        article("shirt", "white"),
        article("loafers", "black"),
    ]
    assert categories(remake(Brief(colours=["red"]), quiet).recast) == ["shirt"]


def test_a_cloth_is_of_clothes(suit: list[Piece]) -> None:
    assert categories(remake(Brief(fabrics=["linen"]), suit).recast) == ["blouse", "midi_skirt", "blazer"]


def test_what_is_owned_is_not_made_anew(suit: list[Piece]) -> None:
    skirt = Garment(
        id="own-1",
        name="skirt",
        category="midi_skirt",
        slot="bottom",
        colours=[family_colour("red")],
        formality=4,
        clo=0.2,
    )
    made = remake(Brief(colours=["black"]), [skirt, suit[0]])
    assert (categories(made.keep), categories(made.recast)) == (["midi_skirt"], ["blouse"])


@pytest.mark.parametrize(
    ("base", "offered", "nearest"),
    [
        ("chinos", ["jeans", "chinos", "midi_skirt"], ["chinos"]),
        ("chinos", ["jeans", "trousers", "midi_skirt"], ["jeans", "trousers"]),
        ("cocktail_dress", ["maxi_dress", "jumpsuit"], ["maxi_dress"]),
        ("fine_knit", ["sweater", "hoodie", "suit_jacket"], ["sweater"]),
        ("sneakers", ["heels", "leather_sneakers"], []),
    ],
)
def test_what_takes_the_place_of_a_piece_is_of_its_kind(
    article: Any, base: str, offered: list[str], nearest: list[str]
) -> None:
    found = likest(article(base), [article(category) for category in offered], Filters(colours=["navy"]))
    assert categories(found) == nearest
    assert likest(article(base), [article(category, "red") for category in offered], Filters(colours=["navy"])) == []


def test_a_kind_that_is_named_after_its_cloth_is_of_the_cloth(article: Any) -> None:
    offered = [article("linen_trousers"), article("jeans")]
    assert categories(likest(article("suit_trousers"), offered, Filters(fabrics=["linen"]))) == ["linen_trousers"]


def test_the_jacket_is_the_one_that_is_worn(suit: list[Piece], dress: list[Piece]) -> None:
    jacket = Brief(wanted=[Wanted(slot="outer", text="jacket")], slots=["outer"], categories=["bomber", "rain_jacket"])
    worn = as_worn(jacket, suit)
    assert [(one.slot, one.category) for one in worn.wanted] == [("mid", "blazer")]
    assert (worn.slots, worn.categories) == (["mid"], ["blazer"])
    assert as_worn(jacket, dress) == jacket
    coat = Brief(wanted=[Wanted(slot="outer", category="trench_coat")])
    assert as_worn(coat, suit) == coat
    over = Brief(wanted=[Wanted(slot="outer", text="coat")], slots=["outer"], categories=["overcoat", "down_jacket"])
    assert as_worn(over, suit) == over


def test_a_scarf_is_worn_beside_a_belt_and_takes_the_place_of_a_scarf(suit: list[Piece], article: Any) -> None:
    base = [*suit, article("belt", "black"), article("scarf", "red")]
    made = remake(Brief(categories=["scarf"], wanted=[Wanted(slot="accessory", category="scarf")]), base)
    assert categories(made.gone) == ["scarf"]
