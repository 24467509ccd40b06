from collections import Counter

import pytest

from stores.categories import load_categories
from stores.demo.generator import generate
from stores.vocabulary import SLOTS, Article


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return list(generate())


def test_a_seed_gives_the_same_bytes() -> None:
    first, second = ([article.model_dump_json() for article in generate(3, 400)] for _ in range(2))
    assert first == second


def test_seeds_share_no_article() -> None:
    assert {article.id for article in generate(1)}.isdisjoint(article.id for article in generate(2))


@pytest.mark.parametrize("count", [0, 60, 900, 1000, 1500])
def test_there_are_as_many_as_asked_for_and_all_differ(count: int) -> None:
    assert len({article.id for article in generate(4, count)}) == count


def test_a_longer_catalogue_holds_the_must_pieces_of_a_shorter_one() -> None:
    assert [article.id for article in generate(1, 300)] == [article.id for article in generate(1, 1000)][:300]


def test_a_short_catalogue_has_every_slot() -> None:
    assert {article.slot for article in generate(1, 200)} == set(SLOTS)


def test_the_catalogue_is_wide(articles: list[Article]) -> None:
    assert {article.slot for article in articles} == set(SLOTS)
    assert len({article.category for article in articles}) >= 100
    assert Counter(article.presentation for article in articles).keys() == {"women", "men", "unisex"}
    assert len({article.brand for article in articles}) >= 14
    sold_out = sum(size.stock == 0 for article in articles for size in article.sizes)
    assert sold_out > 100


def test_articles_agree_with_their_category(articles: list[Article]) -> None:
    for article in articles:
        category = load_categories()[article.category]
        assert article.slot == category.slot
        assert article.reserve == category.reserve
        assert abs(article.formality - category.formality) <= 1.5
        assert set(article.seasons) <= set(category.seasons)
        assert article.seasons
        assert category.presentation in {"unisex", article.presentation}
        assert article.confidence == {}


def test_articles_can_be_bought(articles: list[Article]) -> None:
    for article in articles:
        assert article.price is not None
        assert 2 < article.price < 1200
        assert article.currency == "EUR"
        assert article.url is not None
        assert article.url.startswith("https://shop.example/")
        assert sum(size.stock for size in article.sizes) > 0


def test_sizes_suit_the_slot(articles: list[Article]) -> None:
    for article in articles:
        sizes = {size.size for size in article.sizes}
        if article.slot == "footwear":
            assert {"40", "41", "42"} <= sizes
        elif article.slot in {"bag", "headwear"}:
            assert sizes == {"ONE"}
        elif article.slot in {"base_top", "bottom", "one_piece", "mid", "outer"}:
            assert {"XS", "S", "M", "L", "XL", "XXL"} <= sizes


def test_colours_come_by_share(articles: list[Article]) -> None:
    for article in articles:
        shares = [colour.share for colour in article.colours]
        assert sum(shares) == pytest.approx(1)
        assert shares == sorted(shares, reverse=True)
        assert (article.pattern in {"solid", "sequin"}) == (len(shares) == 1)


def test_a_model_comes_in_different_colours(articles: list[Article]) -> None:
    models: dict[str | None, list[Article]] = {}
    for article in articles:
        models.setdefault(article.group, []).append(article)
    assert max(map(len, models.values())) == 3
    for colourways in models.values():
        assert len({article.colours[0].name for article in colourways}) == len(colourways)
        assert len({(article.price, article.clo, article.fit, article.brand) for article in colourways}) == 1
