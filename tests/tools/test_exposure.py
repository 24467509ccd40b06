from typing import Any

import pytest

from stores.vocabulary import Brief, Budget, Conditions, Direction, Figures, Profile, Wanted, Wish
from tools.compose import Candidate, Slate, compose, rank_articles
from tools.demands import answers
from tools.exposure import asked_of_sky
from tools.gates import build_limits
from tools.rules import required_categories
from tools.warmth import WATERTIGHT

SOAKING = Conditions(temp_min_c=12, temp_max_c=16, rain_chance=1.0, rain_mm=15, source="stated")
SUNNY = Conditions(temp_min_c=18, temp_max_c=26)
MAN = Profile(presentation="men")


def told(uv: float) -> Brief:
    return Brief(stated_figures=Figures(uv=uv))


def asked(brief: Brief, conditions: Conditions) -> dict[str, Any]:
    return {demand.name: demand for demand in asked_of_sky(brief, conditions)}


@pytest.mark.parametrize(
    ("category", "fabrics", "sheds", "dry"),
    [
        ("rain_boots", ["rubber"], True, True),
        ("ankle_boots", ["leather"], True, False),
        ("ankle_boots", ["suede"], False, False),
        ("ballet_flats", ["leather"], False, False),
        ("sneakers", ["cotton"], False, False),
        ("sneakers", ["faux_leather"], True, False),
        ("winter_boots", ["nylon"], True, False),
        ("hiking_boots", ["leather"], True, False),
    ],
)
def test_pouring_rain_asks_for_shoes_that_shed_water_and_at_best_keep_it_out(
    article: Any, category: str, fabrics: list[str], sheds: bool, dry: bool
) -> None:
    demands, shoes = asked(Brief(), SOAKING), article(category, fabrics=fabrics)
    assert (answers(demands["shedding"], shoes), answers(demands["watertight"], shoes)) == (sheds, dry)


def test_lined_boots_are_for_the_cold_and_walking_boots_for_a_walk(article: Any) -> None:
    cold = SOAKING.model_copy(update={"temp_min_c": 2, "temp_max_c": 6})
    assert answers(asked(Brief(), cold)["watertight"], article("winter_boots", fabrics=["nylon"]))
    walk = Brief(activities=["walking"])
    assert answers(asked(walk, SOAKING)["watertight"], article("hiking_boots", fabrics=["leather"]))


FROZEN = Conditions(temp_min_c=-14, temp_max_c=-5, source="stated")


@pytest.mark.parametrize(
    ("category", "said", "warm"),
    [
        ("winter_boots", {}, True),
        ("chelsea_boots", {}, False),
        ("chelsea_boots", {"name": "Black shearling Chelsea boots"}, True),
        ("ankle_boots", {"description": "Bottines fourrées pour la neige."}, True),
        ("sneakers", {}, False),
    ],
)
def test_deep_cold_asks_for_lined_shoes(article: Any, category: str, said: dict[str, str], warm: bool) -> None:
    assert answers(asked(Brief(), FROZEN)["insulated"], article(category, **said)) == warm
    assert "insulated" not in asked(Brief(), FROZEN.model_copy(update={"temp_min_c": -6, "temp_max_c": 2}))


@pytest.mark.parametrize(
    ("category", "fabric", "warm"),
    [("beanie", "wool", True), ("fedora", "wool", True), ("fedora", "straw", False), ("cap", "wool", False)],
)
def test_deep_cold_outdoors_asks_for_a_hat_that_warms(article: Any, category: str, fabric: str, warm: bool) -> None:
    assert answers(asked(Brief(), FROZEN)["warm_hat"], article(category, fabrics=[fabric])) == warm
    assert "warm_hat" not in asked(Brief(), FROZEN.model_copy(update={"indoors": True}))


def test_in_deep_cold_lined_boots_are_worn_where_they_fit_and_are_else_told_of(article: Any, wear: Any) -> None:
    pieces = [
        *wear("shirt", "jeans"),
        article("parka", clo=1.0),
        article("beanie"),
        article("chelsea_boots", price=5.0),
    ]
    boots = article("winter_boots", price=90.0)
    warm = compose(slates_of([*pieces, boots]), Direction(), Brief(), FROZEN, MAN)
    assert warm.looks and not warm.unmet
    assert all("winter_boots" in {item.category for item in look.items} for look in warm.looks)
    bare = compose(slates_of(pieces), Direction(), Brief(), FROZEN, MAN)
    assert [one.constraint for one in bare.unmet] == ["insulated"]


@pytest.mark.parametrize(
    ("brief", "changes"),
    [
        (Brief(), {"rain_mm": 4}),
        (Brief(), {"temp_min_c": 26, "temp_max_c": 32}),
        (Brief(), {"dress_code": "sport"}),
        (Brief(occasion="home"), {}),
        (Brief(wanted=[Wanted(slot="footwear", category="sneakers")]), {}),
        (Brief(avoid_slots=["footwear"]), {}),
    ],
)
def test_no_dry_shoes_are_asked_for_in_a_shower_in_the_heat_or_where_shoes_were_chosen(
    brief: Brief, changes: dict[str, Any]
) -> None:
    assert not asked(brief, SOAKING.model_copy(update=changes))


def slates_of(pieces: list[Any]) -> list[Slate]:
    found: dict[str, list[Candidate]] = {}
    for place, piece in enumerate(pieces):
        found.setdefault(piece.slot, []).append(Candidate(piece, 1 - place / 50))
    return [Slate(Wish(slot=slot, query=slot, required=False), rows) for slot, rows in found.items()]  # type: ignore[arg-type]


def test_every_look_of_a_soaking_day_has_dry_feet_where_the_shop_has_such_shoes(article: Any, wear: Any) -> None:
    tops = [article("shirt", family, fabrics=["cotton"]) for family in ("blue", "grey", "navy")]
    sneakers = [article("sneakers", family, price=10.0) for family in ("white", "black", "navy")]
    shop = slates_of([*tops, *wear("chinos", ("jeans", "blue")), *sneakers, article("rain_boots", "green", price=90.0)])
    made = compose(shop, Direction(), Brief(), SOAKING, MAN)
    assert made.looks and not made.unmet
    assert all({item.category for item in look.items} & WATERTIGHT for look in made.looks)
    dry = compose(shop, Direction(), Brief(), SOAKING.model_copy(update={"rain_mm": 1}), MAN)
    assert any("sneakers" in {item.category for item in look.items} for look in dry.looks)


def test_where_no_dry_shoes_fit_the_rest_sheds_water_and_it_is_said(article: Any, wear: Any) -> None:
    pieces = [*wear("shirt", ("shirt", "blue"), "trousers"), article("rain_boots", "green")]
    shoes = [
        article("loafers", "brown", fabrics=["suede"], price=5.0),
        article("derbies", "black", fabrics=["leather"]),
    ]
    office = SOAKING.model_copy(update={"dress_code": "business_casual", "formality": (3.5, 5.5)})
    made = compose(slates_of([*pieces, *shoes]), Direction(), Brief(), office, MAN)
    assert [one.constraint for one in made.unmet] == ["watertight"]
    assert all("derbies" in {item.category for item in look.items} for look in made.looks)


@pytest.mark.parametrize(
    ("uv", "code", "names"),
    [
        (2, "casual", set()),
        (4, "casual", set()),
        (4, "outdoor", {"hat", "sunglasses"}),
        (7, "casual", {"sleeves", "hat", "sunglasses"}),
        (9, "beach", {"hat", "sunglasses"}),
    ],
)
def test_the_index_decides_what_the_sun_asks_for(uv: float, code: str, names: set[str]) -> None:
    assert set(asked(told(uv), SUNNY.model_copy(update={"dress_code": code}))) == names


def test_a_sun_of_which_no_index_is_told_or_forecast_asks_for_nothing_of_every_look() -> None:
    glaring = SUNNY.model_copy(update={"uv": 7.0})
    assert not asked(Brief(stated_weather=["sun"]), glaring)
    assert asked(Brief(), glaring.model_copy(update={"source": "forecast"}))
    assert not asked(told(9), SUNNY.model_copy(update={"indoors": True}))
    assert not asked(told(9), SUNNY.model_copy(update={"rain_chance": 0.9}))


@pytest.mark.parametrize(
    ("category", "uv", "shades"),
    [
        ("shirt", 9, True),
        ("tee", 9, False),
        ("tee", 7, True),
        ("tank", 7, False),
        ("summer_dress", 7, False),
        ("cardigan", 9, True),
        ("waistcoat", 9, False),
        ("jeans", 7, False),
    ],
)
def test_sleeves_are_long_where_the_index_is_very_high(article: Any, category: str, uv: float, shades: bool) -> None:
    assert answers(asked(told(uv), SUNNY)["sleeves"], article(category)) is shades


def test_a_knit_too_warm_for_the_day_shades_nobody(article: Any) -> None:
    hot = Conditions(temp_min_c=24, temp_max_c=34)
    assert not answers(asked(told(9), hot)["sleeves"], article("cardigan", fabrics=["wool"]))
    assert answers(asked(told(9), hot)["sleeves"], article("shirt", fabrics=["linen"]))


def test_every_look_under_a_very_high_index_has_sleeves_a_hat_and_sunglasses(article: Any, wear: Any) -> None:
    tops = wear(("tank", "blue"), ("tank", "grey"), ("shirt", "blue"), ("shirt", "green"))
    rest = wear("chinos", ("linen_trousers", "beige"), "sneakers", "sun_hat", ("cap", "black"), "sunglasses")
    made = compose(slates_of([*tops, *rest]), Direction(), told(9), SUNNY, MAN)
    assert made.looks and not made.unmet
    for look in made.looks:
        worn = {item.category for item in look.items}
        assert "shirt" in worn and "sunglasses" in worn and worn & {"sun_hat", "cap"}
        assert "sun:sleeves" in made.reasons[look.id]


def test_what_the_shop_has_not_against_the_sun_stops_no_look(wear: Any) -> None:
    made = compose(slates_of(wear("tee", "chinos", "sneakers", "sunglasses")), Direction(), told(9), SUNNY, MAN)
    assert made.looks and not made.unmet
    assert "sunglasses" in {item.category for item in made.looks[0].items}


def test_dry_shoes_and_sunglasses_are_looked_for() -> None:
    assert "rain_boots" in required_categories(Brief(), SOAKING, MAN)["footwear"]
    assert "sunglasses" in required_categories(told(7), SUNNY, MAN)["accessory"]
    assert build_limits(Brief(), SOAKING, MAN).sky


def test_shoes_that_are_looked_for_by_themselves_keep_the_rain_out(article: Any) -> None:
    shoes = [article("sneakers", "white", fabrics=["leather"], price=9.0), article("rain_boots", "green", price=90.0)]
    brief = Brief(intent="find", wanted=[Wanted(slot="footwear")])
    made = rank_articles(slates_of(shoes), brief, SOAKING, MAN)
    assert [look.items[0].category for look in made.looks] == ["rain_boots", "sneakers"]


def test_a_small_sum_goes_into_a_whole_outfit_before_dry_shoes(article: Any) -> None:
    day = SOAKING.model_copy(update={"temp_min_c": 9, "temp_max_c": 13})
    knits = [article("sweater", family, fabrics=["wool"], price=60.0) for family in ("navy", "grey")]
    rest = [article("tank", "pink", price=5.0, formality=1.0), article("shirt", "blue", price=20.0)]
    rest += [article("chinos", "beige", price=20.0), article("joggers", "grey", price=5.0)]
    shoes = [article("derbies", "black", fabrics=["leather"], price=20.0), article("rain_boots", "red", price=95.0)]
    brief = Brief(budget=Budget(max=125, currency="EUR"))
    made = compose(slates_of([*knits, *rest, *shoes]), Direction(), brief, day, MAN)
    assert "derbies" in {item.category for item in made.looks[0].items}
    assert [one.constraint for one in made.unmet] == ["watertight"]
