"""Whether what is shown is true: pieces exist, and cost, are named, coloured and sized as they are in the catalogue.

`grounded` is held against the catalogue itself, not against what the pipeline said of it. What is the person's own has
no price and hangs in their wardrobe, as far as that is known.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from evals.evaluators import Verdict
from evals.evaluators.answers import (
    articles_of,
    earlier_of,
    knows_shop,
    owned_pieces,
    person_of,
    shown_items,
    shown_looks,
)
from evals.evaluators.verdicts import UNTOLD, nothing, verdict
from stores.vocabulary import Article

CENT = 0.005


def grounded(
    *,
    inputs: dict[str, Any],
    outputs: dict[str, Any],
    reference_outputs: dict[str, Any],
    trace: dict[str, Any] | None = None,
) -> Verdict:
    """Every piece, sum and id of the answer is true; nothing to judge where nothing is shown or pointed at."""
    if not knows_shop(outputs):
        return nothing("grounded", UNTOLD)
    articles = articles_of(outputs)
    owned = {str(piece.get("id")) for piece in owned_pieces(inputs, outputs, trace)}
    known = owned if person_of(outputs, trace) else None
    items, looks = shown_items(outputs), shown_looks(outputs)
    ids = [*_pointed_at(outputs)]
    failures = [
        *(said for item in items for said in _item_failures(item, articles, known)),
        *(said for look in looks for said in _sum_failures(look, look["items"], articles)),
        *_packing_failures(outputs, articles),
        *_strange(ids, {*articles, *owned, *(str(item["id"]) for item in items)}),
        *_look_failures(outputs),
    ]
    return verdict("grounded", failures, max(len(items) + len(looks) + len(ids), len(failures)))


def _item_failures(
    item: Mapping[str, Any], articles: Mapping[str, Article], owned: Collection[str] | None
) -> Iterator[str]:
    if item["source"] == "wardrobe":
        yield from [f"{item['id']} is the person's own and has a price"] if item.get("price") is not None else []
        yield from [f"{item['id']} hangs in no wardrobe"] if owned is not None and item["id"] not in owned else []
        return
    article = articles.get(item["id"])
    if article is None:
        yield f"{item['id']} is not in the catalogue"
        return
    colour = item.get("colour") or {}
    told = {key: item.get(key) for key in ("name", "category", "slot", "url", "currency")}
    true = {key: getattr(article, key) for key in told}
    true["currency"] = article.currency if article.price is not None else told["currency"]
    told |= {"colour": colour.get("family"), "colour name": colour.get("name")}
    true |= {"colour": article.colours[0].family, "colour name": article.colours[0].name}
    yield from (f"{item['id']}: {key} {told[key]!r}, in truth {one!r}" for key, one in true.items() if told[key] != one)
    yield from _price_failures(item, article)
    if item.get("size") is not None and item["size"] not in {row.size for row in article.sizes if row.stock}:
        yield f"{item['id']} is not to be had in {item['size']}"


def _price_failures(item: Mapping[str, Any], article: Article) -> Iterator[str]:
    price = item.get("price")
    if (price is None) != (article.price is None) or abs((price or 0.0) - (article.price or 0.0)) > CENT:
        yield f"{item['id']} costs {article.price}, not {price}"


def _sum_failures(
    told: Mapping[str, Any], items: Collection[Mapping[str, Any]], articles: Mapping[str, Article]
) -> Iterator[str]:
    """The sum of what is to be bought, by the catalogue's prices."""
    bought = {str(item["id"]): articles[item["id"]].price for item in items if item["id"] in articles}
    total = None if None in bought.values() else sum(price or 0.0 for price in bought.values())
    said = told.get("total")
    if (total is None) != (said is None) or abs((total or 0.0) - (said or 0.0)) > CENT:
        yield f"{told.get('id', 'the suitcase')} comes to {total}, not {said}"


def _packing_failures(outputs: Mapping[str, Any], articles: Mapping[str, Article]) -> Iterator[str]:
    if packing := outputs.get("packing"):
        yield from _sum_failures(packing, packing["pieces"], articles)


def _pointed_at(outputs: Mapping[str, Any]) -> Iterator[str]:
    """Ids of pieces that advice, critique and gaps speak of."""
    advice, critique = outputs.get("advice") or {}, outputs.get("critique") or {}
    yield from (keep["id"] for keep in advice.get("keep") or [])
    yield from (key for swap in advice.get("swap") or [] for key in (swap["out"], swap.get("in")) if key)
    yield from (add["id"] for add in advice.get("add") or [] if add.get("id"))
    yield from (fix["item"] for fix in critique.get("fixes") or [] if fix.get("item"))
    yield from (gap["id"] for gap in outputs.get("gaps") or [])


def _strange(ids: Collection[str], known: Collection[str]) -> Iterator[str]:
    yield from (f"{key} is pointed at and is nothing" for key in ids if key not in known)


def _look_failures(outputs: Mapping[str, Any]) -> Iterator[str]:
    """Levels, days of a suitcase and a preview point at looks that were shown."""
    shown = {look["id"] for turn in [*earlier_of(outputs), outputs] for look in turn.get("looks") or []}
    levels = ((outputs.get("advice") or {}).get("levels") or {}).values()
    days = [day["look"] for day in (outputs.get("packing") or {}).get("days") or []]
    preview = [one["look_id"]] if (one := outputs.get("preview")) else []
    yield from (f"{key} is no look that was shown" for key in [*levels, *days, *preview] if key and key not in shown)
