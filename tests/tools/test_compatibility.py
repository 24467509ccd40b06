"""What pieces have in common, by name and by attribute, and what is usual counts for nothing."""

from math import log
from typing import Any

import numpy as np
import pytest

from stores.colours import family_colour
from stores.embeddings import MiniLM
from stores.vocabulary import Piece
from tools.compatibility import (
    LEVELS,
    WEIGHTS,
    Reading,
    agreement,
    build_usual,
    common,
    compatibility,
    goes_with,
    levels_of,
    read_piece,
)

NAMES = ["boho fringe top", "tailored office shirt", "boho fringe sandals", "tailored office pumps", "black pumps", ""]
PLACES = ["base_top", "base_top", "footwear", "footwear", "footwear", "footwear"]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """The readings of `NAMES`, which differ in nothing but their names."""
    vectors = MiniLM().encode_documents(NAMES)
    usual = build_usual(NAMES, PLACES, vectors)
    named_pieces = zip(NAMES, vectors, PLACES, strict=True)
    return [read_piece(named(name), vector, usual, place=place) for name, vector, place in named_pieces]


def named(name: str) -> Piece:
    return Piece(
        id=name, name=name, category="tee", slot="base_top", colours=[family_colour("multi")], formality=3, clo=0.1
    )


def test_names_of_one_style_go_together(readings: list[Reading]) -> None:
    boho_top, office_shirt, boho_sandals, office_pumps, *_ = readings
    assert compatibility(boho_top, boho_sandals) > compatibility(boho_top, office_pumps)
    assert compatibility(office_shirt, office_pumps) > compatibility(office_shirt, boho_sandals)
    assert goes_with(boho_sandals, [boho_top]) > goes_with(boho_sandals, [office_shirt])
    assert goes_with(boho_sandals, [boho_top, boho_top]) == pytest.approx(compatibility(boho_sandals, boho_top))
    assert goes_with(boho_sandals, []) == 0


def test_compatibility_has_no_order(readings: list[Reading]) -> None:
    for one in readings:
        for other in readings:
            assert compatibility(one, other) == pytest.approx(compatibility(other, one))


def test_what_is_usual_of_a_place_counts_for_nothing() -> None:
    vectors = np.array([[1, 1, 0], [1, -1, 0]], np.float32)
    usual = build_usual(["one", "other"], ["footwear", "footwear"], vectors)
    one, other = (read_piece(named("any"), vector, usual, place="footwear") for vector in vectors)
    assert vectors[0] @ vectors[1] == 0
    assert common(one, other)["idea"] == pytest.approx(-1)


def test_a_word_counts_by_its_rarity() -> None:
    usual = build_usual(
        ["black boots", "black bag", "studded bag", " "], ["footwear"] * 4, np.zeros((4, 3), np.float32)
    )
    assert usual.rarity["studded"] == usual.rarest == log(3)
    assert usual.rarity["black"] == pytest.approx(log(3 / 2))
    said = read_piece(named("black studded belt"), usual=usual).words
    assert said["belt"] == said["studded"] > said["black"]
    assert sum(weight**2 for weight in said.values()) == pytest.approx(1)


def test_a_blank_name_says_nothing_and_breaks_nothing(readings: list[Reading]) -> None:
    blank = readings[-1]
    assert blank.vector is None
    assert common(readings[0], blank)["idea"] == common(readings[0], blank)["words"] == 0


def test_attributes_count_without_any_vector(article: Any) -> None:
    shirt = article("dress_shirt", "white", fabrics=["cotton"])
    near = article("suit_trousers", "white", fabrics=["cotton"], name="plain")
    far = article("joggers", "green", fabrics=["fleece"], name="plain")
    one, close, apart = map(read_piece, (shirt, near, far))
    found = common(one, close)
    assert set(found) == set(WEIGHTS)
    assert found["colour"] == found["fabric"] == 1
    assert common(one, apart)["colour"] == common(one, apart)["fabric"] == 0
    assert compatibility(one, close) > compatibility(one, apart)


def test_a_colour_nobody_named_is_no_common_colour(article: Any) -> None:
    tee, bag = (read_piece(article(category, "multi")) for category in ("tee", "tote"))
    assert common(tee, bag)["colour"] == 0


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Dolce & Gabbana lace pumps", {"luxury"}),
        ("my zara blazer", {"high_street"}),
        ("Dr. Martens boots", {"sport"}),
        ("Zarape poncho", set()),
        ("Topshop x Adidas top", {"high_street", "sport"}),
        ("a plain coat", set()),
    ],
)
def test_brands_tell_a_level(text: str, levels: set[str]) -> None:
    assert levels_of(text) == levels
    assert levels <= set(LEVELS)


def test_a_brand_beside_the_name_counts(article: Any) -> None:
    one, other = (read_piece(article(c, brand=brand)) for c, brand in (("tee", "Prada"), ("tote", "Gucci")))
    assert common(one, other)["level"] == 1


def test_pieces_of_different_seasons_do_not_agree(article: Any) -> None:
    summer, winter = article("sandals", seasons=["summer"]), article("parka", seasons=["winter"])
    jeans = article("jeans", seasons=["spring", "summer", "autumn", "winter"])
    assert agreement([summer, jeans], "season") == agreement([winter, jeans], "season") == 1
    assert agreement([summer, winter], "season") == 0
    assert agreement([summer, winter, jeans], "season") == pytest.approx(2 / 3)
    assert agreement([summer], "season") == 1
