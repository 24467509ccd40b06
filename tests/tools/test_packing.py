from itertools import combinations
from typing import Any

import pytest

from stores.vocabulary import (
    Article,
    AtMost,
    Brief,
    Budget,
    Conditions,
    Direction,
    Garment,
    Look,
    Packing,
    Profile,
    TripEvent,
    Wish,
)
from tools.compose import Candidate, Slate
from tools.gates import broken
from tools.money import total
from tools.packing import Suitcase, clothes, pack
from tools.racks import Stage
from tools.trips import Stop, load_packing, plan_stops

WOMAN, MAN = Profile(presentation="women"), Profile(presentation="men")
SLOTS = ("one_piece", "base_top", "bottom", "footwear", "mid", "outer", "hosiery", "headwear")
MILD = Conditions(temp_min_c=14, temp_max_c=23, dress_code="casual", formality=(1.5, 4))
EVENING = MILD.model_copy(update={"dress_code": "smart_casual", "formality": (3, 5), "indoors": True})
TRAIL = MILD.model_copy(update={"dress_code": "outdoor", "formality": (0, 2.5)})
SKIES = {"city_trip": MILD, "dinner": EVENING, "hike": TRAIL}


def owned(article: Any, *pieces: tuple[str, str], **changes: Any) -> list[Garment]:
    fields = set(Garment.model_fields) - {"photo", "origin", "size"}
    rows = [article(category, family, id=f"own-{category}-{family}") for category, family in pieces]
    return [Garment(**row.model_dump(include=fields), confirmed=True).model_copy(update=changes) for row in rows]


def with_own(slates: list[Slate], own: list[Garment]) -> list[Slate]:
    rows = [Slate(s.wish, [Candidate(g, 0.7) for g in own if g.slot == s.wish.slot] + s.candidates) for s in slates]
    seen = {slate.wish.slot for slate in slates}
    return rows + [
        Slate(Wish(slot=g.slot, query="", required=False), [Candidate(g, 0.7)]) for g in own if g.slot not in seen
    ]


def trip(slates: list[Slate], *events: str, days: int = 4, profile: Profile = WOMAN, **asked: Any) -> Suitcase:
    stops = plan_stops([TripEvent(occasion=name, times=1) for name in events], days)
    briefs = {stop.occasion: Brief(occasion=stop.occasion, **asked) for stop in stops}
    stages = {name: Stage(brief, SKIES[name], Direction(), slates) for name, brief in briefs.items()}
    return pack(stops, stages, profile)


def packing_of(made: Suitcase) -> Packing:
    assert made.packing is not None
    return made.packing


def pieces_of(look: Look, slates: list[Slate]) -> list[Any]:
    known = {candidate.piece.id: candidate.piece for slate in slates for candidate in slate.candidates}
    return [known[item.id] for item in look.items]


@pytest.mark.parametrize("profile", [WOMAN, MAN])
def test_every_stop_has_a_look_that_breaks_nothing(slates: Any, profile: Profile) -> None:
    shop = slates(*SLOTS, presentation=profile.presentation)
    made = trip(shop, "dinner", "hike", profile=profile)
    assert [row.occasion for row in packing_of(made).days].count("city_trip") == 3
    occasion = {row.look: row.occasion for row in packing_of(made).days}
    for look in made.looks:
        name = occasion[look.id]
        assert broken(pieces_of(look, shop), Brief(occasion=name), SKIES[name], profile) == []


def test_the_sum_counts_each_piece_once(slates: Any) -> None:
    made = trip(slates(*SLOTS), "dinner")
    packing = packing_of(made)
    ids = {item.id for look in made.looks for item in look.items}
    assert {item.id for item in packing.pieces} == ids and len(packing.pieces) == len(ids)
    assert packing.total == total(item.price for item in packing.pieces)
    assert packing.total < sum(look.total or 0 for look in made.looks)


def test_looks_share_pieces_and_no_day_is_like_another(slates: Any) -> None:
    shop = slates(*SLOTS)
    made = trip(shop, days=6)
    assert len(packing_of(made).pieces) < sum(len(look.items) for look in made.looks) / 2
    assert len({clothes(pieces_of(look, shop)) for look in made.looks}) == len(made.looks) == 6
    assert len([item for item in packing_of(made).pieces if item.slot == "footwear"]) <= 2


def test_tops_are_worn_twice_at_most(slates: Any) -> None:
    shop = slates(*SLOTS)
    made = trip(shop, days=7)
    worn = [item.id for look in made.looks for item in look.items if item.slot in {"base_top", "one_piece"}]
    assert max(worn.count(key) for key in worn) <= load_packing().wears["base_top"]


def test_the_wardrobe_comes_first(article: Any, slates: Any) -> None:
    own = owned(
        article, ("shirt", "white"), ("tee", "navy"), ("jeans", "blue"), ("chinos", "beige"), ("sweater", "grey"),
        ("leather_sneakers", "white"),
    )  # fmt: skip
    made = trip(with_own(slates(*SLOTS), own), days=4)
    assert packing_of(made).total == 0
    assert {item.source for item in packing_of(made).pieces} == {"wardrobe"}


def test_what_the_wardrobe_lacks_is_bought(article: Any, slates: Any) -> None:
    own = owned(article, ("shirt", "white"), ("tee", "navy"), ("jeans", "blue"), ("chinos", "beige"))
    made = trip(with_own(slates(*SLOTS), own), days=3)
    assert {item.slot for item in packing_of(made).pieces if item.source == "catalog"} >= {"footwear"}
    assert not {"base_top", "bottom"} & {item.slot for item in packing_of(made).pieces if item.source == "catalog"}


def test_few_pieces_are_nearly_as_few_as_can_be(article: Any) -> None:
    """A small wardrobe, where every choice of pieces can be tried: two tops and two bottoms make four days."""
    own = owned(
        article, ("shirt", "white"), ("tee", "navy"), ("long_sleeve_top", "grey"), ("polo", "blue"), ("jeans", "blue"),
        ("chinos", "beige"), ("trousers", "black"), ("leather_sneakers", "white"), ("loafers", "brown"),
    )  # fmt: skip
    sky = MILD.model_copy(update={"temp_min_c": 20, "temp_max_c": 24})
    stops, brief = plan_stops([], 4), Brief(occasion="city_trip")
    stage = Stage(brief, sky, Direction(), with_own([], own))
    made = pack(stops, {"city_trip": stage}, Profile())
    assert fewest(own, 4) == 5 and len(packing_of(made).pieces) <= 6


def fewest(own: list[Garment], days: int) -> int:
    """The least number of pieces for so many different days, each top worn twice at most, in one pair of shoes."""
    tops, bottoms = ([g for g in own if g.slot == slot] for slot in ("base_top", "bottom"))
    return min(
        len(some) + len(legs) + 1
        for size in range(1, len(tops) + 1)
        for some in combinations(tops, size)
        for count in range(1, len(bottoms) + 1)
        for legs in combinations(bottoms, count)
        if sum(min(2, len(legs)) for _ in some) >= days
    )


def test_one_suitcase_is_for_one_person(slates: Any) -> None:
    both = [*slates(*SLOTS), *slates(*SLOTS, presentation="men")]
    stops = plan_stops([TripEvent(occasion="dinner", times=1)], 4)
    stages = {name: Stage(Brief(occasion=name), SKIES[name], Direction(), both) for name in ("city_trip", "dinner")}
    made = pack(stops, stages, Profile())
    known = {candidate.piece.id: candidate.piece for slate in both for candidate in slate.candidates}
    assert {known[item.id].presentation for item in packing_of(made).pieces} <= {"unisex", "women"} or {
        known[item.id].presentation for item in packing_of(made).pieces
    } <= {"unisex", "men"}


def test_a_smaller_budget_never_costs_more(slates: Any) -> None:
    shop = slates(*SLOTS)
    sums = []
    for most in (1000, 400, 300, 200, 150):
        made = trip(shop, days=3, budget=Budget(max=most, currency="EUR"))
        if made.packing:
            assert made.packing.total is not None and made.packing.total <= most
            sums.append(made.packing.total)
    assert len(sums) > 1 and sums == sorted(sums, reverse=True)


def test_a_budget_for_each_piece_keeps_the_dear_ones_at_the_shop(slates: Any) -> None:
    made = trip(slates(*SLOTS), days=3, budget=Budget(max=40, currency="EUR", per="item"))
    assert all(item.price is not None and item.price <= 40 for item in packing_of(made).pieces)


def test_a_budget_that_cannot_be_kept_is_named_with_the_least_that_could(slates: Any) -> None:
    made = trip(slates(*SLOTS), days=3, budget=Budget(max=5, currency="EUR"))
    assert made.looks == [] and made.packing is None
    assert [gap.constraint for gap in made.unmet] == ["budget"]
    assert made.unmet[0].nearest and made.unmet[0].nearest.endswith(" EUR")


def test_an_event_that_nothing_can_be_had_for_is_named_and_the_rest_is_packed(slates: Any) -> None:
    shop = slates(*SLOTS)
    stages = {
        "city_trip": Stage(Brief(occasion="city_trip"), MILD, Direction(), shop),
        "dinner": Stage(Brief(occasion="dinner"), EVENING, Direction(), [s for s in shop if s.wish.slot == "bag"]),
    }
    made = pack([Stop("city_trip", (1,)), Stop("dinner", (1,))], stages, WOMAN)
    assert [row.occasion for row in packing_of(made).days] == ["city_trip"]
    assert made.unmet


def test_nothing_refused_is_packed(slates: Any) -> None:
    made = trip(slates(*SLOTS), "dinner", avoid_colours=["black"], avoid_categories=["jeans"])
    items = packing_of(made).pieces
    assert items and not any(item.colour.family == "black" or item.category == "jeans" for item in items)


def test_no_more_of_a_kind_is_packed_than_may_be(slates: Any) -> None:
    free = packing_of(trip(slates(*SLOTS), "dinner", days=7)).pieces
    bounds = [AtMost(slot="base_top", count=1)]
    bound = packing_of(trip(slates(*SLOTS), "dinner", days=7, at_most=bounds)).pieces
    assert sum(item.slot == "base_top" for item in free) > 1
    assert sum(item.slot == "base_top" for item in bound) == 1


def test_an_unpriced_shop_has_no_sum(slates: Any) -> None:
    bare = [
        Slate(s.wish, [Candidate(c.piece.model_copy(update={"price": None}), c.relevance) for c in s.candidates])
        for s in slates(*SLOTS)
        if all(isinstance(c.piece, Article) for c in s.candidates)
    ]
    assert packing_of(trip(bare, days=2)).total is None
