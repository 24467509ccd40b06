"""What of a shop resembles a garment: a shortlist by its attributes, put in order by what is learnt of looks too.

What goes with it is another question, and not answered here.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from stores.catalog.shop import Hit, Query, ShopSearch
from stores.categories import load_categories
from stores.colours import colours_named
from stores.gallery import Encoder, Gallery
from stores.vocabulary import Article, Filters
from tools.likeness import Features, Seen, kin_of, likeness, seen_of
from tools.pixels import look

# Looked at, of those that are most alike by their attributes: to draw and to see one that is new takes 40 ms, and half
# as many again find hardly more.
SHORTLIST = 16
SURE = 0.75  # of a kind, from where on it counts: below it is right half of the time
POOL = 72  # asked of the shop by words
NEAREST = 200  # asked of a gallery that knows all of the catalogue, whatever the filters


class Alike(NamedTuple):
    """An article, and how much it resembles what was shown, 0..1."""

    article: Article
    likeness: float


async def most_alike(gallery: Gallery, like: Seen, articles: Sequence[Article]) -> list[Alike]:
    """Articles by likeness, the most alike first; beyond the shortlist by their attributes alone.

    Raises Blind, Undrawable.
    """
    plain = like._replace(features=None)
    told = sorted((Alike(one, likeness(plain, seen_of(one))) for one in articles), key=lambda one: -one.likeness)
    if like.features is None:
        return told
    known = await gallery.of([one.article for one in told[:SHORTLIST]])
    if not known:
        return told
    looked = [Alike(one, likeness(like, seen_of(one, known.get(one.id)))) for one, _ in told[:SHORTLIST]]
    looked.sort(key=lambda one: -one.likeness)
    least = looked[-1].likeness
    return [*looked, *(one._replace(likeness=min(one.likeness, least)) for one in told[SHORTLIST:])]


async def nearest(shop: ShopSearch, gallery: Gallery, features: Features | None, filters: Filters) -> list[Article]:
    """Articles within filters that look most like this, best first; none where the gallery knows no catalogue."""
    ids = [] if features is None else await gallery.nearest(np.asarray(features, np.float32), NEAREST)
    found = await shop.within(ids, filters) if ids else {}
    return [found[key] for key in ids if key in found]


async def resembling(shop: ShopSearch, gallery: Gallery, like: Seen, query: Query, limit: int) -> list[Hit]:
    """The articles within a query's filters that resemble what is seen, best first, its own kind before any other.

    Colours that the query names take the place of those that are seen: "like this in red". Raises Blind, Undrawable.
    """
    like = like._replace(colours=colours_named(query.text) or like.colours)
    found: dict[str, Alike] = {}
    for wanted in asked_of(like, query):
        if len(found) < limit:
            (hits,) = await shop.search([wanted], limit=max(POOL, limit))
            near = await nearest(shop, gallery, like.features, wanted.filters)
            articles = {one.id: one for one in [*near, *(hit.article for hit in hits)] if one.id not in found}
            found |= {one.article.id: one for one in await most_alike(gallery, like, list(articles.values()))}
    ranked = islice(found.values(), limit)
    return [
        Hit(article=one.article, score=min(max(one.likeness, 0.0), 1.0), ranks={"likeness": place})
        for place, one in enumerate(ranked, 1)
    ]


async def pictured(shop: ShopSearch, gallery: Gallery, query: Query, words: Features, limit: int) -> list[Hit]:
    """The articles within a query's filters whose pictures are nearest to a vector of words."""
    found = await nearest(shop, gallery, words, query.filters)
    return [Hit(article=one, score=1 / place, ranks={"pictures": place}) for place, one in enumerate(found[:limit], 1)]


def measured(photo: bytes) -> Seen:
    """What pixels alone tell of the garment on a photo; a kind that is too uncertain is none. Blocking."""
    (found, *_) = look(photo).garments
    kind = load_categories().get(found.category or "") if found.confidence >= SURE else None
    category = kind.name if kind and not found.vague else None
    return Seen(found.colours, found.pattern, category, kind.slot if kind else None)


def shown_on(photo: bytes, encoder: Encoder) -> Seen:
    """The same with what the encoder sees. Blocking. Raises Blind."""
    return measured(photo)._replace(features=encoder.pictures([photo])[0])


def asked_of(like: Seen, query: Query) -> list[Query]:
    """The query in words for what is seen: within its kind, then its slot, where these are known and none is named."""
    colours = list(dict.fromkeys(colour.family for colour in like.colours))
    pattern = [] if like.pattern in {"solid", "other"} else [like.pattern]
    words = [query.text, *colours, *pattern, (like.category or "").replace("_", " ")]
    said = {"text": " ".join(filter(None, words)), "prefer_colours": query.prefer_colours or colours}
    if query.filters.slots or query.filters.categories or like.slot is None:
        return [query.model_copy(update=said)]
    narrowed: list[dict[str, Any]] = [{"slots": [like.slot]}]
    narrowed = [{"categories": kin_of(like.category)}, *narrowed] if like.category else narrowed
    return [query.model_copy(update={**said, "filters": query.filters.model_copy(update=one)}) for one in narrowed]
