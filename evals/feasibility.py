"""Whether a catalogue has anything that keeps to what a turn orders, so that an empty answer can be judged.

Each needed seat is filled with its cheapest fitting article; what only a whole look shows, such as its warmth, counts
as possible. So an empty answer that is called right was right, and a doubtful one counts as a failure. Where nothing
fits, a look that goes without what `unmet` leaves to the person's own, or says that the shop or custom has no such
piece, is not blamed for it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from evals.constraints import (
    LARGE,
    LISTED,
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
from stores.vocabulary import Article, ReservedUse, Sizes, Slot, Unmet

CENT = 0.01
SKELETONS = (("one_piece",), ("base_top", "bottom"))
# Names of `brief.unmet` that speak of an order, by what is given up to keep the rest.
RELAXED: dict[str, dict[str, object]] = {
    "budget": {"budget": None, "than": None},
    "size": {"sizes": Sizes()},
    "dress_code": {"code": None},
    "taboo": {"taboos": []},
    "presentation": {"presentation": None},
    "weather": {"weather": None},
    "warmth": {"weather": None},
}
STRIPPED = {"colour": "colours", "fabric": "fabrics", "category": "patterns"}
# Euros that a clo may be worth, and how many more pieces of a slot a look has room for.
PER_CLO = (0.0, 25.0, 50.0, 100.0, 200.0)
MORE: dict[Slot, int] = {"mid": 2, "outer": 1, "hosiery": 1, "headwear": 1, "accessory": 3}
# What a look lacks where the person's own coat or jacket is to go over it.
LEFT_TO_OWN = {"outer": "weather", "mid": "dress_code"}
# Names of `brief.unmet` by which a look has but the kind of a piece that was described.
GIVEN_UP = frozenset({"described", "taboo"})


class Seat(NamedTuple):
    """A place to fill: the slots or categories that may take it, and which articles of them will do."""

    of: Collection[str]
    fits: Callable[[Article], bool]


def judge(
    expect: Expectation,
    looks: Sequence[Outfit],
    earlier: Sequence[Outfit],
    unmet: Collection[Unmet],
    articles: Sequence[Article],
) -> list[str]:
    """What is wrong with an answer: broken orders, or `empty` where nothing was shown though something fits."""
    if not looks:
        return [] if {one.constraint for one in unmet} & blocking(expect, earlier, articles) else ["empty"]
    found = broken(expect, looks, earlier)
    excused = {LEFT_TO_OWN.get(one.asked) for one in unmet if one.constraint == "own"} if found else set()
    excused |= {"piece" for one in unmet if one.constraint in GIVEN_UP}
    if excused and is_possible(expect, earlier, articles):
        excused = set()
    if "count" in found and len(looks) >= _most(expect, articles):
        excused.add("count")
    return [name for name in found if name not in excused]


def _most(expect: Expectation, articles: Sequence[Article]) -> float:
    """How many answers there can be: as many as there are articles of the one piece that is looked for."""
    if expect.outfit or len(expect.pieces) != 1:
        return inf
    return sum(is_allowed(one, expect) and answers(one, expect.pieces[0]) for one in articles)


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
        easier = expect.model_copy(update={"pieces": pieces, "avoid": avoid})
        yield name, easier.model_copy(update={"colours": [], "all_colours": []}) if key == "colours" else easier
    yield "slot", expect.model_copy(update={"avoid": Disliked(), "lacks": []})


def is_possible(expect: Expectation, earlier: Sequence[Outfit], articles: Sequence[Article]) -> bool:
    """Whether every seat of some whole look can be filled within the budget."""
    allowed = [article for article in articles if is_allowed(article, expect)]
    least = [cost for seats in layouts(expect) if (cost := least_cost(expect, seats, allowed)) is not None]
    return bool(least) and min(least) <= ceiling(expect, earlier)


def least_cost(expect: Expectation, seats: Sequence[Seat], allowed: Sequence[Article]) -> float | None:
    """What a look costs at the least; where it has to be warm too, by the best of the bounds that prices of clo give.

    Each is a Lagrangian bound: no look of so much clo costs less than the cheapest does where warmth is paid for.
    """
    sky = load_terms().weather.get(expect.weather or "")
    needed = max(0.0, (sky.clo[0] - 0.161) / 0.835) if sky and expect.outfit else 0.0
    bounds = [cheapest(seats, allowed, worth) for worth in (PER_CLO if needed else PER_CLO[:1])]
    known = [bound + worth * needed for bound, worth in zip(bounds, PER_CLO, strict=False) if bound is not None]
    return max(known, default=None)


def ceiling(expect: Expectation, earlier: Sequence[Outfit]) -> float:
    """The most that a look may cost in euros; a budget for one piece is kept seat by seat instead."""
    limits = [euros(expect.budget)] if expect.budget and expect.budget.per == "look" else []
    if expect.than == "cheaper" and earlier:
        limits.append(min(map(total, earlier)) - CENT)
    return min(limits, default=float("inf"))


def layouts(expect: Expectation) -> Iterator[list[Seat]]:
    """The seats to fill, in every way: what bears the colour, what is asked for and required, the rest of a look."""
    named = [_seat(asked) for asked in _named(expect)]
    for skeleton in [(*one, "footwear") for one in SKELETONS] if expect.outfit else [()]:
        rest = [_seat(Asked(of=[slot])) for slot in skeleton]
        bearers = [slot for slot in sorted(LARGE) if not skeleton or slot in {*skeleton, "mid", "outer"}]
        for slot in bearers if expect.colours else [None]:
            yield [*([_bearer(slot, expect)] if slot else []), *named, *rest]


def _named(expect: Expectation) -> list[Asked]:
    """What is asked for, and beside it what the code and the weather require."""
    named = list(expect.pieces)
    code = load_terms().codes.get(expect.code or "")
    for group in code.requires.get(expect.presentation or "", []) if code else []:
        if not any(group & {*asked.of} for asked in named):
            named.append(Asked(of=sorted(group)))
    sky = load_terms().weather.get(expect.weather or "")
    coat = [Asked(of=["outer"])] if sky and sky.outer and "outer" not in expect.avoid.slots else []
    return named + coat


def _seat(asked: Asked) -> Seat:
    return Seat(asked.of, partial(answers, asked=asked))


def _bearer(slot: Slot, expect: Expectation) -> Seat:
    """A seat for what bears a colour that is wished for, if only as the second of two."""

    def fits(article: Article) -> bool:
        listed = {colour.family for colour in article.colours if colour.share >= LISTED}
        return article.slot == slot and bool(listed & {*expect.colours})

    return Seat([slot], fits)


def cheapest(seats: Iterable[Seat], allowed: Sequence[Article], worth: float = 0.0) -> float | None:
    """The least that the seats cost, less `worth` for each clo; None where a seat stays empty.

    A slot once filled is filled for good; whatever else is worth its price is put on.
    """

    def price(article: Article) -> float:
        return (article.price or 0.0) - worth * article.clo

    cost, filled = 0.0, Counter[str]()
    for seat in seats:
        if not any(filled[name] for name in seat.of):
            chosen = min((one for one in allowed if seat.fits(one)), key=price, default=None)
            if chosen is None:
                return None
            cost += price(chosen)
            filled[chosen.slot] += 1
    for slot, most in MORE.items() if worth else ():
        best = min((price(one) for one in allowed if one.slot == slot), default=0.0)
        cost += min(0.0, best) * max(0, most - filled[slot])
    return cost


def is_allowed(article: Article, expect: Expectation) -> bool:
    code, sky = load_terms().codes.get(expect.code or ""), load_terms().weather.get(expect.weather or "")
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
        and (sky is None or article.category not in sky.never)
        and not any(offends(article, taboo) for taboo in expect.taboos if taboo != "bare:shoulders")
    )


def is_in_reserve(article: Article, expect: Expectation) -> bool:
    """Swimwear and the like come in only where they are asked for."""
    kept: ReservedUse | None = article.reserve
    return kept is None or any(article.category in asked.of for asked in expect.pieces)
