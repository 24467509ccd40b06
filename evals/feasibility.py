"""Whether a catalogue has anything that keeps to what a turn orders, so that an empty answer can be judged.

Each needed seat is filled with its cheapest fitting article; what only a whole look shows, such as its warmth, counts
as possible. So an empty answer that is called right was right, and a doubtful one counts as a failure.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from evals.constraints import (
    Outfit,
    answers,
    broken,
    comes_in,
    cut_suits,
    euros,
    is_liked,
    offends,
    suits,
    total,
)
from evals.turns import Asked, Disliked, Expectation, load_terms
from stores.vocabulary import Article, ReservedUse, Sizes, Unmet

CENT = 0.01
SKELETONS = (("one_piece",), ("base_top", "bottom"))
# Names of `brief.unmet` that speak of an order, by what is given up to keep the rest.
RELAXED: dict[str, dict[str, object]] = {
    "budget": {"budget": None, "than": None},
    "size": {"sizes": Sizes()},
    "dress_code": {"code": None},
    "taboo": {"taboos": []},
    "presentation": {"presentation": None},
}
STRIPPED = {"colour": "colours", "fabric": "fabrics", "category": "patterns"}


def judge(
    expect: Expectation,
    looks: Sequence[Outfit],
    earlier: Sequence[Outfit],
    unmet: Collection[Unmet],
    articles: Sequence[Article],
) -> list[str]:
    """What is wrong with an answer: broken orders, or `empty` where nothing was shown though something fits."""
    if looks:
        return broken(expect, looks, earlier)
    return [] if {one.constraint for one in unmet} & blocking(expect, earlier, articles) else ["empty"]


def blocking(expect: Expectation, earlier: Sequence[Outfit], articles: Sequence[Article]) -> set[str]:
    """The constraints each of which alone stands in the way; none where the turn can be answered."""
    if is_possible(expect, earlier, articles):
        return set()
    return {name for name, easier in relaxed(expect) if is_possible(easier, earlier, articles)}


def relaxed(expect: Expectation) -> Iterator[tuple[str, Expectation]]:
    """The same orders with one of them given up."""
    for name, change in RELAXED.items():
        yield name, expect.model_copy(update=change)
    for name, key in STRIPPED.items():
        pieces = [asked.model_copy(update={key: []}) for asked in expect.pieces]
        avoid = expect.avoid.model_copy(update={key: [], "categories": []} if key == "patterns" else {key: []})
        yield name, expect.model_copy(update={"pieces": pieces, "avoid": avoid})
    yield "slot", expect.model_copy(update={"avoid": Disliked(), "lacks": []})


def is_possible(expect: Expectation, earlier: Sequence[Outfit], articles: Sequence[Article]) -> bool:
    """Whether every seat of some whole look can be filled within the budget."""
    least = [cost for seats in layouts(expect) if (cost := cheapest(expect, seats, articles)) is not None]
    return bool(least) and min(least) <= ceiling(expect, earlier)


def ceiling(expect: Expectation, earlier: Sequence[Outfit]) -> float:
    """The most that a look may cost in euros; a budget for one piece is kept seat by seat instead."""
    limits = [euros(expect.budget)] if expect.budget and expect.budget.per == "look" else []
    if expect.than == "cheaper" and earlier:
        limits.append(min(map(total, earlier)) - CENT)
    return min(limits, default=float("inf"))


def layouts(expect: Expectation) -> Iterator[list[Asked]]:
    """The seats that have to be filled: what is asked for, what a code requires, and the rest of a whole look."""
    named = list(expect.pieces)
    code = load_terms().codes.get(expect.code or "")
    for group in code.requires.get(expect.presentation or "", []) if code else []:
        if not any(group & {*asked.of} for asked in named):
            named.append(Asked(of=sorted(group)))
    if not expect.outfit:
        yield named
        return
    for skeleton in SKELETONS:
        yield [*named, *(Asked(of=[slot]) for slot in (*skeleton, "footwear"))]


def cheapest(expect: Expectation, seats: Iterable[Asked], articles: Sequence[Article]) -> float | None:
    """The least that the seats cost, a slot once filled being filled for good; None where a seat stays empty."""
    allowed = [article for article in articles if is_allowed(article, expect)]
    cost, filled = 0.0, set[str]()
    for asked in seats:
        if filled & {*asked.of}:
            continue
        fitting = [article for article in allowed if answers(article, asked)]
        if not fitting:
            return None
        chosen = min(fitting, key=lambda article: article.price or 0.0)
        cost += chosen.price or 0.0
        filled.add(chosen.slot)
    return cost


def is_allowed(article: Article, expect: Expectation) -> bool:
    code = load_terms().codes.get(expect.code or "")
    dear = expect.budget and expect.budget.per == "item" and (article.price or 0.0) > euros(expect.budget)
    everything = expect.all_colours and article.colours[0].family not in expect.all_colours
    return (
        cut_suits(article, expect)
        and comes_in(article, expect.sizes)
        and is_liked(article, expect.avoid)
        and is_in_reserve(article, expect)
        and not dear
        and not everything
        and (code is None or suits(article, expect, code))
        and not any(offends(article, taboo) for taboo in expect.taboos if taboo != "bare:shoulders")
    )


def is_in_reserve(article: Article, expect: Expectation) -> bool:
    """Swimwear and the like come in only where they are asked for."""
    kept: ReservedUse | None = article.reserve
    return kept is None or any(article.category in asked.of for asked in expect.pieces)
