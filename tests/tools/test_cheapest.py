from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stores.vocabulary import Brief, Direction, Profile, Taste, Wish
from tools.gates import broken, build_limits
from tools.money import total
from tools.pool import build_pool, cheapest_rows
from tools.score import Aim, build_aim
from tools.seats import Candidate, Slate, build_plans, build_stock

KINDS = {"base_top": ["blouse", "tee", "tuxedo_shirt"], "bottom": ["jeans", "chinos", "tuxedo_trousers"],
         "footwear": ["loafers", "heels", "sneakers"], "mid": ["tuxedo_jacket", "cardigan", "blazer"]}  # fmt: skip
FAMILIES = ["black", "red", "white"]


@st.composite
def offers(draw: st.DrawFn, build: Any) -> list[Slate]:
    found = []
    for slot, kinds in KINDS.items():
        rows = draw(st.lists(st.tuples(st.sampled_from(kinds), st.sampled_from(FAMILIES), st.integers(1, 300)),
                             min_size=1, max_size=4))  # fmt: skip
        pieces = [build(k, f, id=f"{slot}{n}", price=float(p)) for n, (k, f, p) in enumerate(rows)]
        found.append(Slate(Wish(slot=slot, query="", required=False), [Candidate(piece, 0.5) for piece in pieces]))  # type: ignore[arg-type]
    return found


def aim_of(brief: Brief) -> Aim:
    profile = Profile()
    return build_aim(build_limits(brief, None, profile), profile, Direction(), Taste())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), must=st.booleans())
def test_nothing_cheaper_was_passed_by(data: st.DataObject, article: Any, must: bool) -> None:
    slates = data.draw(offers(article))
    brief = Brief(colours=["red"], colours_must=must)
    aim = aim_of(brief)
    stock = build_stock(slates, (), aim)
    found = [cheapest_rows(stock, plan, aim) for plan in build_plans(stock, aim.limits)]
    least = min((stock.price[list(rows)].sum() for rows in found if rows), default=None)
    by_slot = [[c.piece for c in slate.candidates] for slate in slates]
    every = [look for mids in ([None], by_slot[3]) for look in product(*by_slot[:3], mids)]
    sound = [[p for p in look if p] for look in every if not broken([p for p in look if p], brief, None, Profile())]
    assert least == pytest.approx(min((total(p.price for p in look) for look in sound), default=None))  # type: ignore[union-attr]
    pool = build_pool(stock, aim)
    assert min((draft.total for draft in pool if draft.total is not None), default=None) == least


def test_where_a_clo_has_a_price_layers_are_put_on(article: Any) -> None:
    pieces = {
        "base_top": [article("tee", price=7.0, clo=0.09), article("long_sleeve_top", price=9.0, clo=0.2)],
        "bottom": [article("jeans", price=16.0)],
        "footwear": [article("loafers", price=20.0)],
        "mid": [article("cardigan", price=20.0, clo=0.3)],
    }
    slates = [
        Slate(Wish(slot=slot, query="", required=slot != "mid"), [Candidate(one, 0.5) for one in ones])  # type: ignore[arg-type]
        for slot, ones in pieces.items()
    ]
    aim = aim_of(Brief())
    stock = build_stock(slates, [], aim)
    [plan] = build_plans(stock, aim.limits)

    def worn(per_clo: float) -> set[str]:
        return {stock.pieces[row].category for row in cheapest_rows(stock, plan, aim, per_clo=per_clo) or ()}

    assert worn(0) == {"tee", "jeans", "loafers"}
    assert worn(40) == {"long_sleeve_top", "jeans", "loafers"}
    assert worn(120) == {"long_sleeve_top", "jeans", "loafers", "cardigan"}
