"""What the query names comes first; what it does not name changes nothing."""

from collections.abc import Callable

from stores.catalog.rerank import AttributeReranker
from stores.catalog.shop import Hit, Query
from stores.vocabulary import Article

MakeArticle = Callable[..., Article]


def order(query: Query, *articles: Article) -> list[str]:
    hits = [Hit(article=each, score=1 - place / 10) for place, each in enumerate(articles)]
    return [hit.article.id for hit in AttributeReranker().rerank(query, hits)]


def test_a_named_colour_comes_first(article: MakeArticle) -> None:
    assert order(Query(text="a red shirt"), article("b", family="blue"), article("r", family="red")) == ["r", "b"]


def test_named_fabric_pattern_and_fit_come_first(article: MakeArticle) -> None:
    plain = article("plain")
    for text, more in (
        ("linen shirt", {"fabrics": ["linen"]}),
        ("striped stripe shirt", {"pattern": "stripe"}),
        ("oversized shirt", {"fit": "oversized"}),
    ):
        assert order(Query(text=text), plain, article("asked", **more)) == ["asked", "plain"]


def test_the_whole_category_beats_a_part_of_it(article: MakeArticle) -> None:
    hiking, chelsea = article("h", "hiking_boots", family="black"), article("c", "chelsea_boots", family="black")
    assert order(Query(text="black chelsea boots"), hiking, chelsea) == ["c", "h"]


def test_one_kind_alone_leaves_the_order(article: MakeArticle) -> None:
    wool, plain = article("w", "wool_socks"), article("p", "socks")
    assert order(Query(text="socks for skiing"), wool, plain) == ["w", "p"]


def test_a_liked_colour_comes_first_without_a_word(article: MakeArticle) -> None:
    query = Query(text="shirt", prefer_colours=["red"])
    assert order(query, article("b", family="blue"), article("r", family="red")) == ["r", "b"]


def test_a_liking_does_not_overturn_what_was_asked(article: MakeArticle) -> None:
    query = Query(text="blue linen shirt", prefer_colours=["red"])
    asked, liked = article("asked", family="blue", fabrics=["linen"]), article("liked", family="red")
    assert order(query, liked, asked) == ["asked", "liked"]


def test_nothing_named_leaves_the_order(article: MakeArticle) -> None:
    hits = [Hit(article=article(id_), score=0.5) for id_ in "zxy"]
    assert AttributeReranker().rerank(Query(text="something nice"), hits) == hits
    assert AttributeReranker().rerank(Query(text="shirt"), []) == []
