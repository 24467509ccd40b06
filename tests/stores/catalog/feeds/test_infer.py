from typing import Any

import pytest

from stores.catalog.feeds.infer import (
    AS_TYPED,
    IN_DESCRIPTION,
    IN_NAME,
    Stated,
    infer_article,
    infer_category,
    kind_of_name,
)
from stores.catalog.feeds.words import load_table
from stores.categories import load_categories
from stores.colours import family_colour
from stores.vocabulary import Article


def stated(kind: str, name: str = "Mara", **more: Any) -> Stated:
    return Stated(id="1", name=name, kind=kind, **more)


def inferred(kind: str, name: str = "Mara", **more: Any) -> Article:
    return infer_article(stated(kind, name, **more))


@pytest.mark.parametrize(
    ("kind", "name", "description", "category", "sure"),
    [
        ("cap", "Mara", "", "cap", AS_TYPED),
        ("trousers", "Mara chino", "Linen trousers.", "chinos", IN_NAME),
        ("trousers", "Mara", "Joggers in soft cotton.", "joggers", IN_DESCRIPTION),
        ("trousers", "Mara", "", "trousers", 0.65),
        ("jacket", "Mara", "Padded parka.", "parka", IN_DESCRIPTION),
        ("dress", "Mara maxi", "", "maxi_dress", IN_NAME),
        ("boots", "Mara", "Chelsea boots.", "chelsea_boots", IN_DESCRIPTION),
        ("bag", "Mara rucksack", "", "backpack", IN_NAME),
    ],
)
def test_the_category_comes_from_name_then_description_then_type(
    kind: str, name: str, description: str, category: str, sure: float
) -> None:
    assert infer_category(stated(kind, name, description=description)) == (category, sure)


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        infer_category(stated("spoon"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Blue Whale Swim Shorts", "shorts"),
        ("Denim Shirt Dress", "dress"),
        ("Wool Throw Blanket", ""),
        ("Riverside", None),
    ],
)
def test_the_last_noun_of_a_name_tells_the_kind(name: str, kind: str | None) -> None:
    assert kind_of_name(name) == kind


def test_a_name_without_a_noun_asks_the_description() -> None:
    assert kind_of_name("Riverside", "Scarf to wear with a coat") == "scarf"


def test_what_is_stated_is_not_inferred() -> None:
    article = inferred("tee", colours=(family_colour("teal"),), pattern="dot", presentation="men", price=9.0)
    assert (article.colours[0].family, article.pattern, article.presentation, article.price) == (
        "teal",
        "dot",
        "men",
        9.0,
    )
    assert article.confidence.keys().isdisjoint({"colours", "pattern", "presentation", "price", "name", "id"})
    assert article.confidence.keys() >= {"category", "slot", "formality", "clo", "seasons", "waterproof"}


def test_what_nothing_speaks_of_is_left_open() -> None:
    article = inferred("tee")
    assert (article.fabrics, article.fit, article.price, article.sizes) == ([], None, None, [])
    assert article.confidence.keys().isdisjoint({"fabrics", "fit"})


def test_a_colour_that_nobody_names_is_hardly_sure() -> None:
    article = inferred("tee")
    assert article.colours[0].family == "multi"
    assert article.confidence["colours"] == 0.1
    assert (
        inferred("tee", "Coral tee").confidence["colours"]
        > inferred("tee", description="In coral.").confidence["colours"]
    )


@pytest.mark.parametrize(
    ("description", "fabrics"),
    [
        ("Shoes in imitation leather.", ["faux_leather"]),
        ("Canvas shoes with leather insoles, satin linings and rubber soles.", ["canvas"]),
        ("Boots with lace-up fronts and a zip down the side.", []),
        ("Merino wool and silk.", ["merino", "silk"]),
        ("A rib-knit cotton jumper.", ["knit", "cotton"]),
    ],
)
def test_fabrics_are_those_one_sees(description: str, fabrics: list[str]) -> None:
    assert inferred("tee", description=description).fabrics == fabrics


def test_warmth_follows_words() -> None:
    plain = inferred("sweater").clo
    assert (
        inferred("sweater", description="Chunky knit.").clo > plain > inferred("sweater", description="Thin knit.").clo
    )
    assert inferred("tee", description="Short-sleeved.").clo == inferred("tee").clo
    assert inferred("parka", description="Padded.").clo == inferred("parka").clo


def test_formality_follows_words_within_reason() -> None:
    assert inferred("jeans", "Ripped jeans").formality < inferred("jeans").formality
    assert inferred("suit_trousers", hints="usage formal").formality == 6
    assert inferred("running_shoes", hints="usage sports").formality == 1


@pytest.mark.parametrize(
    ("kind", "description", "waterproof"),
    [
        ("parka", "Waterproof.", True),
        ("parka", "", False),
        ("rain_boots", "", True),
        ("coat", "Water-repellent wool.", True),
    ],
)
def test_keeping_out_water(kind: str, description: str, waterproof: bool) -> None:
    assert inferred(kind, description=description).waterproof is waterproof


def test_fit_and_pattern_come_from_words() -> None:
    article = inferred("shirt", "Slim checked shirt")
    assert (article.fit, article.pattern) == ("fitted", "check")
    assert inferred("belt", "Slim belt").fit is None


def test_the_season_of_sale_forbids_no_other() -> None:
    assert inferred("shorts", season="winter").seasons == ["spring", "summer", "winter"]
    assert len(inferred("tee", season="summer").seasons) == 4


def test_childrens_things_are_reserved_by_name() -> None:
    assert inferred("tee", "Kids tee").reserve == "children"
    assert inferred("bra").reserve == "underwear"
    assert inferred("tee").reserve is None


def test_rules_name_known_categories() -> None:
    rules = load_table("kinds")
    nouns = rules.pop("nouns")
    for rule in rules.values():
        assert {rule["category"], *rule.get("words", {})} <= set(load_categories())
    assert set(nouns) - {""} <= set(load_categories()) | set(rules)
    for feed in ("hm", "kaggle", "aws"):
        assert set(load_table(feed)["types"].values()) <= set(load_categories()) | set(rules)
