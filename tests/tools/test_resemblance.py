"""What resembles a garment, over the demo catalogue; drawings are seen by the classifier that is shipped."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stores.catalog.shop import Query
from stores.gallery import Gallery, open_gallery
from stores.pictures import Pictures
from stores.vocabulary import Article, Filters
from tests.photos import red_square
from tools.encoders import Glance
from tools.likeness import Seen, kin_of, palette_gap, seen_of
from tools.resemblance import asked_of, measured, most_alike, pictured, resembling, shown_on


@pytest.fixture
async def gallery(tmp_path: Path) -> AsyncIterator[Gallery]:
    async with open_gallery(tmp_path / "gallery", Pictures(tmp_path / "pictures"), Glance()) as opened:
        yield opened


@pytest.fixture
async def skirts(services: Any) -> list[Article]:
    (hits,) = await services.catalog.search([Query(filters=Filters(categories=["midi_skirt"]))], limit=30)
    return [hit.article for hit in hits]


async def test_an_article_resembles_itself_most(services: Any, gallery: Gallery, skirts: list[Article]) -> None:
    known = await gallery.of(skirts[:3])
    for one in skirts[:3]:
        hits = await resembling(services.catalog, gallery, seen_of(one, known[one.id]), Query(), 6)
        assert hits[0].article.id == one.id and hits[0].score == pytest.approx(1.0)
        assert {hit.article.category for hit in hits} <= {*kin_of("midi_skirt")}
        near = [palette_gap(one.colours, hit.article.colours) for hit in hits]
        assert np.mean(near) < np.mean([palette_gap(one.colours, other.colours) for other in skirts])


async def test_what_is_learnt_puts_the_shortlist_in_order(gallery: Gallery, skirts: list[Article]) -> None:
    like = seen_of(skirts[0])
    plain = await most_alike(gallery, like, skirts)
    looked = await most_alike(gallery, like._replace(features=(await gallery.of(skirts[:1]))[skirts[0].id]), skirts)
    assert {one.article.id for one in plain} == {one.article.id for one in looked} == {one.id for one in skirts}
    assert [one.likeness for one in looked] == sorted((one.likeness for one in looked), reverse=True)
    assert [one.article.id for one in plain] != [one.article.id for one in looked]


async def test_filters_hold_and_named_colours_take_the_place_of_seen_ones(
    services: Any, gallery: Gallery, skirts: list[Article]
) -> None:
    query = Query(filters=Filters(price=(0, 60)))
    hits = await resembling(services.catalog, gallery, seen_of(skirts[0]), query, 8)
    assert hits and all((hit.article.price or 999) <= 60 for hit in hits)
    red = await resembling(services.catalog, gallery, seen_of(skirts[0]), Query(text="in red"), 3)
    assert red[0].article.colours[0].family in {"red", "burgundy"}


def test_a_kind_that_is_not_known_narrows_nothing() -> None:
    seen = Seen(colours=measured(red_square()).colours, pattern="solid")
    (query,) = asked_of(seen, Query())
    assert query.filters == Filters() and query.text == "red"
    skirt = seen._replace(category="midi_skirt", slot="bottom")
    (named,) = asked_of(skirt, Query(filters=Filters(slots=["one_piece"])))
    assert named.filters.slots == ["one_piece"] and named.text == "red midi skirt"
    kind, slot = asked_of(skirt, Query(text="wool"))
    assert kind.filters.categories == kin_of("midi_skirt") and slot.filters.slots == ["bottom"]
    assert kind.text == "wool red midi skirt"


def test_a_photo_is_measured_and_seen() -> None:
    seen = shown_on(red_square(), Glance())
    assert seen.colours[0].family == "red" and seen.features is not None
    assert np.linalg.norm(np.asarray(seen.features)) == pytest.approx(1, abs=1e-5)


async def test_words_are_looked_for_where_pictures_were_filled_alone(services: Any, gallery: Gallery) -> None:
    assert await pictured(services.catalog, gallery, Query(text="a coat"), np.ones(3, np.float32), 5) == []
