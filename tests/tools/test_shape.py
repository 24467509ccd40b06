from typing import Any

import pytest

from stores.categories import load_categories
from stores.vocabulary import SLOTS, Colour
from tools.shape import (
    SHELLS,
    clash,
    details_balance,
    hem_balance,
    is_wearable,
    load_shape,
    missing_slots,
    refused_fabrics,
    season_fit,
    surface_balance,
    textures,
    volume_balance,
)


def test_the_tables_name_known_categories_and_slots() -> None:
    known = set(load_categories())
    for category, rules in load_shape()["only"].items():
        assert category in known
        for slot, allowed in rules.items():
            assert slot in SLOTS
            assert set(allowed) <= {name for name in known if load_categories()[name].slot == slot}, (category, slot)


@pytest.mark.parametrize(
    ("pieces", "missing"),
    [
        (["sheath_dress", "heels"], []),
        (["blouse", "jeans", "loafers"], []),
        (["blouse", "heels"], ["bottom"]),
        (["blazer"], ["base_top", "bottom", "footwear"]),
        (["swim_shorts", "sandals"], []),
    ],
)
def test_what_a_look_still_needs(wear: Any, pieces: list[str], missing: list[str]) -> None:
    assert missing_slots(wear(*pieces)) == missing


def test_barefoot_looks_need_no_shoes(wear: Any) -> None:
    assert missing_slots(wear("sheath_dress"), barefoot=True) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("suit_jacket", "navy"), ("suit_trousers", "grey")),
        (("suit_jacket", "navy"), ("jeans", "navy")),
        (("tuxedo_jacket", "black"), ("tuxedo_trousers", "navy")),
        (("suit_jacket", "grey"), ("waistcoat", "brown")),
        (("cummerbund", "black"), ("waistcoat", "black")),
        (("tie", "red"), ("tee", "white")),
        (("bow_tie", "black"), ("sheath_dress", "black")),
        (("socks", "white"), ("sandals", "brown")),
        (("blazer", "navy"), ("suit_jacket", "navy")),
        (("scarf", "red"), ("scarf", "blue")),
        (("blouse", "white"), ("tuxedo_shirt", "white")),
    ],
)
def test_what_does_not_go_together(wear: Any, first: tuple[str, str], second: tuple[str, str]) -> None:
    a, b = wear(first, second)
    assert clash(a, b)
    assert clash(b, a)


def test_layers_and_suits_that_do(wear: Any) -> None:
    assert is_wearable(wear("dress_shirt", ("suit_jacket", "navy"), ("suit_trousers", "navy"), "tie", "oxfords"))
    assert is_wearable(wear("shirt", "fine_knit", "blazer", "chinos", "loafers", "scarf", "gloves"))
    assert not is_wearable(wear("shirt", "fine_knit", "cardigan", "blazer", "chinos", "loafers"))


def test_volumes_balance(article: Any) -> None:
    def balance(top: str, bottom: str) -> float:
        return volume_balance([article("blouse", fit=top), article("trousers", fit=bottom)])

    assert balance("fitted", "relaxed") == 1.0
    assert balance("oversized", "oversized") < balance("regular", "regular") < 1.0


def test_wide_on_wide_is_gathered_by_a_belt_or_of_the_street_and_close_on_close_is_for_sport(article: Any) -> None:
    def balance(top: str, bottom: str, fit: str, *more: str) -> float:
        return volume_balance([article(top, fit=fit), article(bottom, fit=fit), *(article(one) for one in more)])

    wide = balance("blouse", "wide_leg_trousers", "oversized")
    assert wide < balance("blouse", "wide_leg_trousers", "oversized", "belt")
    assert wide < balance("hoodie", "cargo_trousers", "oversized", "sneakers")
    assert balance("shirt", "trousers", "fitted") < balance("sport_top", "leggings", "fitted") == 1.0
    assert balance("evening_top", "tuxedo_trousers", "fitted") == 1.0


def test_fabrics_of_the_season(article: Any) -> None:
    assert season_fit(article("shirt", fabrics=["linen"]), ["spring", "summer"]) == 1.0
    assert season_fit(article("shirt", fabrics=["linen"]), ["winter"]) == 0.4
    assert season_fit(article("shirt", seasons=["summer"]), ["winter"]) == 0.2
    assert season_fit(article("shirt", seasons=["summer"]), []) < season_fit(article("shirt"), []) == 1.0


def test_textures_and_kin(article: Any) -> None:
    assert textures([article("shirt", fabrics=["cotton"]), article("cardigan", fabrics=["merino"])]) == {
        "smooth",
        "soft",
    }
    assert refused_fabrics(["wool"]) >= {"wool", "merino"}
    assert refused_fabrics(["suede"]) == {"suede"}


SUITINGS = (("charcoal", "#3a3b3f"), ("light grey", "#c6c7c9"))


def test_a_suit_is_of_one_cloth(article: Any) -> None:
    jacket, plain = article("suit_jacket", "grey", pattern="check"), article("suit_trousers", "grey")
    assert clash(jacket, plain)
    assert not clash(jacket, article("suit_trousers", "grey", pattern="check"))
    assert not clash(article("suit_jacket", "grey"), article("suit_trousers", "grey", pattern="other"))
    charcoal, light = (Colour(name=name, family="grey", hex=hex_) for name, hex_ in SUITINGS)
    assert clash(article("suit_jacket", colours=[charcoal]), article("suit_trousers", colours=[light]))
    assert not clash(article("suit_jacket", colours=[charcoal]), article("suit_trousers", colours=[charcoal]))


def test_a_skirt_suit_is_of_one_colour_and_cloth(article: Any) -> None:
    jacket = article("suit_jacket", "navy", fabrics=["wool"])
    assert not clash(jacket, article("midi_skirt", "navy", fabrics=["wool", "polyester"]))
    assert not clash(jacket, article("midi_skirt", "navy"))
    assert clash(jacket, article("midi_skirt", "navy", fabrics=["satin"]))
    assert clash(jacket, article("midi_skirt", "grey", fabrics=["wool"]))


@pytest.mark.parametrize(
    ("inner", "over", "shows"),
    [
        ("blazer", "bomber", True),
        ("suit_jacket", "denim_jacket", True),
        ("blazer", "overcoat", False),
        ("suit_jacket", "rain_jacket", False),
        ("cardigan", "bomber", False),
    ],
)
def test_a_coat_covers_the_jacket_under_it(wear: Any, inner: str, over: str, shows: bool) -> None:
    jacket, coat = wear(inner, over)
    assert clash(jacket, coat) is clash(coat, jacket) is shows


def test_every_outer_layer_and_tailored_jacket_has_a_hem() -> None:
    outers = {name for name, row in load_categories().items() if row.slot == "outer"}
    assert outers | SHELLS == set(load_shape()["hem"])


def test_metals_are_of_one_family_and_a_belt_goes_with_dress_shoes(wear: Any) -> None:
    gold, silver = ("earrings", "gold"), ("necklace", "silver")
    assert details_balance(wear(gold, ("ring", "gold"))) == 1.0
    assert details_balance(wear(gold, silver)) < 1.0
    assert details_balance(wear(("belt", "brown"), ("oxfords", "black"))) < 1.0
    assert details_balance(wear(("belt", "black"), ("oxfords", "black"))) == 1.0
    assert details_balance(wear(("belt", "brown"), ("sneakers", "white"))) == 1.0
    both = wear(gold, silver, ("belt", "brown"), ("oxfords", "black"))
    assert 0 <= surface_balance(both) == details_balance(both) < details_balance(wear(gold, silver))


@pytest.mark.parametrize(
    ("pieces", "meets"),
    [
        (["blouse", "midi_skirt", "ankle_boots"], False),
        (["blouse", "midi_skirt", "ankle_boots", "tights"], True),
        (["blouse", "midi_skirt", "loafers"], True),
        (["blouse", "mini_skirt", "ankle_boots"], True),
        (["blouse", "wide_leg_trousers", "ballet_flats"], False),
        (["blouse", "wide_leg_trousers", "heels"], True),
        (["blouse", "jeans", "chelsea_boots"], True),
    ],
)
def test_shoes_take_up_the_hem_above_them(wear: Any, pieces: list[str], meets: bool) -> None:
    assert (hem_balance(wear(*pieces)) == 1.0) is meets


def test_hems_and_shoes_of_the_table_are_known() -> None:
    for row in load_shape()["below"].values():
        assert {*row["hems"], *row["shoes"], *row["unless"]} <= set(load_categories())


def test_no_roll_neck_goes_over_another(article: Any) -> None:
    chunky, crew = (article("sweater", name=name) for name in ("chunky roll-neck sweater", "crew-neck sweater"))
    assert clash(article("turtleneck"), chunky) and not clash(article("turtleneck"), crew)
    assert not clash(article("shirt"), chunky)


def test_no_jumper_hides_an_evening_top(wear: Any) -> None:
    top, jumper, jacket = wear("evening_top", "fine_knit", "blazer")
    assert clash(top, jumper) and not clash(top, jacket)


def test_a_velvet_dinner_jacket_is_worn_with_black_trousers(article: Any) -> None:
    velvet = article("tuxedo_jacket", "burgundy", fabrics=["velvet"])
    assert not clash(velvet, article("tuxedo_trousers", "black"))
    assert clash(velvet, article("tuxedo_trousers", "navy"))
    assert clash(article("tuxedo_jacket", "burgundy", fabrics=["wool"]), article("tuxedo_trousers", "black"))
