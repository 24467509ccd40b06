"""What an article is found by, and what makes a version's id."""

from collections.abc import Callable
from contextlib import closing

from stores.catalog.staging import Staging, describe
from stores.vocabulary import Article, Colour

MakeArticle = Callable[..., Article]


def test_the_text_says_each_thing_once(article: MakeArticle) -> None:
    camel = Colour(name="camel", family="beige", hex="#c19a6b")
    made = article(
        "a", "trench_coat", name="Camel Trench Coat", colours=[camel], fabrics=["cotton"], description="For showers."
    )
    assert describe(made) == "Camel Trench Coat beige cotton unisex For showers."


def test_a_part_of_a_word_is_not_the_word(article: MakeArticle) -> None:
    assert describe(article("a", "shirt", "red", name="Women's layered top", presentation="men")) == (
        "Women's layered top shirt red men"
    )


def test_a_brand_says_nothing_of_a_piece(article: MakeArticle) -> None:
    made = article("a", "shirt", "red", name="Lark & Linen shirt", brand="Lark & Linen", description="By Lark & Linen.")
    assert describe(made) == "shirt red unisex By ."
    assert describe(made.model_copy(update={"name": "Linen shirt", "brand": "Lin"})).startswith("Linen shirt")


def version(*articles: Article, model: str = "model") -> str:
    with closing(Staging()) as staging:
        for each in articles:
            staging.add(each)
        return staging.version(model)


def test_a_version_is_named_by_its_articles_and_its_model(article: MakeArticle) -> None:
    one, two = article("1"), article("2")
    assert version(one, two) == version(two, one, one)
    different = [version(one), version(one, two), version(article("1", price=51), two), version(one, model="other")]
    assert len(set(different)) == 4


def test_info_names_the_commonest_currency_and_whether_anything_is_priced(article: MakeArticle) -> None:
    with closing(Staging()) as staging:
        for id_, currency in (("1", "EUR"), ("2", "USD"), ("3", "USD")):
            staging.add(article(id_, price=None, currency=currency))
        info = staging.info("v", "minilm")
        assert (info.currency, info.priced, info.slots) == ("USD", False, {"base_top": 3})
        staging.add(article("4", "jeans", price=0))
        assert staging.info("v", "minilm").priced
