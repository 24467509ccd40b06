"""The beam against every look there is."""

from itertools import product
from typing import Any

import numpy as np

from stores.vocabulary import Brief, Direction, Profile, Taste, Wish
from tools.beam import PER_TIER, TIERS, search_looks
from tools.gates import build_limits
from tools.score import build_aim
from tools.seats import Candidate, Slate, build_plans, build_stock
from tools.worth import NEVER

AIM = build_aim(build_limits(Brief(), None, Profile()), Profile(), Direction(), Taste())
KINDS = ("shirt", "chinos", "loafers", "blazer")


def offered(article: Any, count: int) -> list[Slate]:
    """So many of each kind, every one in its own colour, the dearer the less relevant."""
    families = ("navy", "white", "red", "green", "black", "beige", "pink", "grey")
    return [
        Slate(
            Wish(slot=article(kind).slot, query="", required=kind != "blazer"),
            [
                Candidate(article(kind, family, id=f"{kind}-{family}", price=9.0 * n + 5), 1 - n / 20)
                for n, family in enumerate(families[:count])
            ],
        )
        for kind in KINDS
    ]


def test_the_best_look_of_all_is_found(article: Any) -> None:
    stock = build_stock(offered(article, 5), [], AIM)
    (plan,) = build_plans(stock, AIM.limits)
    choices = [[*seat.choices, *(() if seat.required else (-1,))] for seat in plan]

    def worth(look: tuple[int, ...]) -> float:
        pairs = sum(float(stock.pairs[a, b]) for at, a in enumerate(look) for b in look[:at])
        return pairs + sum(float(stock.worth[row]) for row in look if row >= 0)

    best = max(product(*choices), key=worth)
    assert search_looks(stock, plan, AIM)[0] == tuple(row for row in best if row >= 0)


def test_no_look_wears_what_clashes_and_every_lead_has_one(article: Any) -> None:
    stock = build_stock(offered(article, 8), [], AIM)
    (plan,) = build_plans(stock, AIM.limits)
    found = search_looks(stock, plan, AIM)
    assert {look[0] for look in found} == set(plan[0].choices)
    assert len(set(found)) == len(found) <= len(plan[0].choices) + PER_TIER * (len(TIERS) + 1)
    assert all(stock.pairs[a, b] > NEVER / 2 for look in found for a in look for b in look if a != b)
    every = [sum(stock.price[list(look)]) for look in product(*(seat.choices for seat in plan))]
    prices = [sum(stock.price[list(look)]) for look in found]
    assert min(prices) < np.quantile(every, TIERS[0]) and max(prices) >= np.median(every)


def test_a_layer_may_lead_and_be_left_out(article: Any) -> None:
    slates = offered(article, 3)
    kept = [slate.candidates[0].piece for slate in slates[:3]]
    stock = build_stock(slates[3:], kept, AIM)
    (plan,) = build_plans(stock, AIM.limits)
    assert {len(look) for look in search_looks(stock, plan, AIM)} == {3, 4}
