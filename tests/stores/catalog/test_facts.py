"""Each filter alone against articles that differ in that one thing, then random filters against plain Python."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stores.catalog.facts import Facts, write_facts
from stores.vocabulary import Article, Colour, Filters, SizeStock

MakeArticle = Callable[..., Article]


def colours(**shares: float) -> list[Colour]:
    return [Colour.model_validate({"name": f, "family": f, "hex": "#000000", "share": s}) for f, s in shares.items()]


def sizes(**stock: int) -> list[SizeStock]:
    return [SizeStock(size=size, stock=left) for size, left in stock.items()]


@pytest.fixture(scope="module")
def articles(article: MakeArticle) -> list[Article]:
    made = [
        article("plain", sizes=sizes(M=2, L=0), brand="Nord", fabrics=["cotton"], pattern="stripe"),
        article("speckled", colours=colours(white=0.9, red=0.12), sizes=sizes(ONE=1), fabrics=["linen", "silk"]),
        article("trace", colours=colours(white=0.95, red=0.05), sizes=sizes(M=0), seasons=["summer"]),
        article("unpriced", price=None, seasons=[], brand="nord"),
        article("parka", "parka", "red", price=200, waterproof=True),
        article("gown", "evening_gown", "black", price=300),
        article("swim", "swimsuit", "navy"),
    ]
    return sorted(made, key=lambda each: (each.slot, each.id))


@pytest.fixture(scope="module")
def facts(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    path: Path = tmp_path_factory.mktemp("facts") / "facts.db"
    with closing(sqlite3.connect(path)) as connection:
        write_facts(connection, ((row, "digest", each) for row, each in enumerate(articles)))
    with closing(Facts(path)) as opened:
        yield opened


def test_a_brand_is_named_in_full_or_not_at_all(facts: Facts, articles: list[Article]) -> None:
    found = {articles[row].id for row in facts.of_named_brands("a NORD shirt")}
    assert found == {"plain", "unpriced"}
    assert len(facts.of_named_brands("a northern shirt")) == 0


@pytest.mark.parametrize(
    ("filters", "allowed"),
    [
        ({}, "plain speckled trace unpriced parka gown"),
        ({"slots": ["outer", "one_piece"]}, "parka gown"),
        ({"slots": ["bag"]}, ""),
        ({"categories": ["shirt", "parka"], "price": (100, 250)}, "parka"),
        ({"colours": ["red"]}, "speckled parka"),
        ({"avoid_colours": ["red"]}, "plain trace unpriced gown"),
        ({"fabrics": ["silk", "cotton"]}, "plain speckled"),
        ({"avoid_fabrics": ["silk"]}, "plain trace unpriced parka gown"),
        ({"avoid_categories": ["shirt"]}, "parka gown"),
        ({"patterns": ["stripe"]}, "plain"),
        ({"brands": ["NORD"]}, "plain unpriced"),
        ({"seasons": ["winter"], "categories": ["shirt"]}, "plain speckled unpriced"),
        ({"presentations": ["men", "unisex"]}, "plain speckled trace unpriced parka"),
        ({"sizes": ["M"], "categories": ["shirt"]}, "plain speckled unpriced"),
        ({"sizes": ["L"], "categories": ["shirt"]}, "speckled unpriced"),
        ({"price": (0, 1000)}, "plain speckled trace parka gown"),
        ({"price": (50, 50)}, "plain speckled trace"),
        ({"formality": (7, 9)}, "gown"),
        ({"clo": (0.9, 1.1)}, "parka"),
        ({"waterproof": True}, "parka"),
        ({"waterproof": False, "slots": ["outer"]}, ""),
        ({"reserve": ["swim"], "slots": ["one_piece"]}, "gown swim"),
        ({"exclude": ["plain", "nobody"], "categories": ["shirt"]}, "speckled trace unpriced"),
    ],
)
def test_filter(facts: Facts, articles: list[Article], filters: dict[str, Any], allowed: str) -> None:
    mask = facts.allowed(Filters(**filters))
    assert {articles[row].id for row in np.flatnonzero(mask)} == set(allowed.split())


SOME = st.fixed_dictionaries(
    {},
    optional={
        "slots": st.lists(st.sampled_from(["base_top", "outer", "bag"]), max_size=2),
        "colours": st.lists(st.sampled_from(["red", "white", "black"]), max_size=2),
        "avoid_colours": st.lists(st.sampled_from(["red", "white"]), max_size=2),
        "price": st.sampled_from([(0, 60), (60, 400)]),
        "clo": st.sampled_from([(0, 0.5), (0.5, 2)]),
    },
)


@settings(max_examples=60, deadline=None)
@given(chosen=SOME)
def test_filters_together_are_all_kept(facts: Facts, articles: list[Article], chosen: dict[str, Any]) -> None:
    filters = Filters(**chosen)

    def keeps(each: Article) -> bool:
        families = {colour.family for colour in each.colours if colour.share >= 0.1}
        return (
            each.reserve is None
            and (not filters.slots or each.slot in filters.slots)
            and (not filters.colours or bool(families & set(filters.colours)))
            and not families & set(filters.avoid_colours)
            and (not filters.price or (each.price is not None and filters.price[0] <= each.price <= filters.price[1]))
            and (not filters.clo or filters.clo[0] <= each.clo <= filters.clo[1])
        )

    assert facts.allowed(filters).tolist() == [keeps(each) for each in articles]


def test_articles_come_back_whole(facts: Facts, articles: list[Article]) -> None:
    rows = facts.rows(["gown", "plain", "nobody"])
    assert set(rows) == {"gown", "plain"}
    assert all(each == articles[row] for row, each in facts.articles(rows.values()).items())


def test_slots_are_blocks_of_rows(facts: Facts, articles: list[Article]) -> None:
    assert {slot: {each.slot for each in articles[rows]} for slot, rows in facts.slots.items()} == {
        slot: {slot} for slot in ("base_top", "one_piece", "outer")
    }
