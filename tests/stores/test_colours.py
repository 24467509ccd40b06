import pytest

from stores.colours import (
    NOT_IN_PIXELS,
    colour_named,
    colours_named,
    family_colour,
    family_of_hex,
    lab_of_hex,
    load_colours,
)
from stores.vocabulary import COLOUR_FAMILIES, ColourFamily


@pytest.mark.parametrize(
    ("text", "name", "family"),
    [
        ("Ivory silk blouse", "ivory", "cream"),
        ("a CAMEL coat", "camel", "beige"),
        ("khaki", "khaki", "green"),
        ("Greenish Khaki", "greenish khaki", "green"),
        ("Navy Blue", "navy blue", "navy"),
        ("off-white tee", "off white", "white"),
        ("Dark  Red", "dark red", "burgundy"),
        ("grey melange", "grey melange", "grey"),
        ("rose gold ring", "rose gold", "gold"),
        ("Other Pink", "pink", "pink"),
    ],
)
def test_the_longest_name_comes_before_the_family(text: str, name: str, family: ColourFamily) -> None:
    colour = colour_named(text)
    assert colour is not None
    assert (colour.name, colour.family) == (name, family)


@pytest.mark.parametrize("text", ["", "Unknown", "tanned", "credit", "wool"])
def test_a_text_without_a_colour_names_none(text: str) -> None:
    assert colour_named(text) is None


def test_colours_are_told_in_their_order_and_each_family_once() -> None:
    assert [colour.name for colour in colours_named("teal and navy, midnight blue lining, gold zip")] == [
        "teal",
        "navy",
        "gold",
    ]


def test_a_named_colour_is_the_callers_own() -> None:
    first = colour_named("red")
    assert first is not None
    first.share = 0.2
    assert load_colours()["red"].share == 1.0


@pytest.mark.parametrize("family", COLOUR_FAMILIES)
def test_every_family_has_a_colour_of_its_own_name(family: ColourFamily) -> None:
    assert family_colour(family).name == family


def test_a_named_value_falls_into_the_family_of_its_name() -> None:
    families: dict[str, set[ColourFamily]] = {}
    for colour in load_colours().values():
        families.setdefault(colour.hex, set()).add(colour.family)
    for value, named in families.items():
        if not named & NOT_IN_PIXELS:
            assert family_of_hex(value) in named


@pytest.mark.parametrize(
    ("value", "family"),
    [("#000000", "black"), ("#ffffff", "white"), ("#808080", "grey"), ("#ff0000", "red"), ("#101c3c", "navy")],
)
def test_plain_values_have_plain_families(value: str, family: ColourFamily) -> None:
    assert family_of_hex(value) == family


def test_lab_agrees_with_published_values() -> None:
    assert lab_of_hex("#ffffff") == pytest.approx((100, 0, 0), abs=0.02)
    assert lab_of_hex("#ff0000") == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert lab_of_hex("#0000ff") == pytest.approx((32.30, 79.19, -107.86), abs=0.05)
