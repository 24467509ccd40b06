"""What a person may ask of the demo shop must be there in any seed, told by attributes and not by names."""

from functools import cache
from typing import Any, NamedTuple

import pytest

from stores.demo.generator import generate
from stores.vocabulary import Article, Presentation

SEEDS = range(1, 6)


class Want(NamedTuple):
    """One piece: its category, and what else must be true of it."""

    category: str
    families: frozenset[str] | set[str] = frozenset()
    fabrics: frozenset[str] | set[str] = frozenset()
    pattern: str | None = None
    waterproof: bool | None = None
    clo: float = 0.0
    formality: tuple[float, float] = (0, 9)
    price: float = 10_000
    told: str = ""


BOTH: dict[str, list[Want]] = {
    "job interview": [
        Want("suit_jacket", {"navy"}, formality=(5, 7)),
        Want("suit_trousers", {"navy"}, formality=(5, 7)),
        Want("dress_shirt", {"white"}, pattern="solid"),
    ],
    "hike at 5 C in the rain": [
        Want("rain_jacket", waterproof=True, price=100),
        Want("hiking_boots", waterproof=True),
        Want("hiking_trousers"),
        Want("fleece", clo=0.3),
        Want("thermal_top", fabrics={"merino"}),
        Want("sport_top", fabrics={"merino", "polyester"}),
        Want("wool_socks", fabrics={"merino", "wool"}),
        Want("beanie"),
        Want("gloves"),
        Want("backpack"),
    ],
    "gym": [
        Want("sport_top", fabrics={"polyester"}),
        Want("sport_shorts"),
        Want("leggings"),
        Want("joggers"),
        Want("running_shoes"),
    ],
    "Arctic trip": [
        Want("parka", waterproof=True, clo=0.9),
        Want("down_jacket", clo=0.8),
        Want("snow_trousers", waterproof=True, clo=0.45),
        Want("winter_boots", waterproof=True),
        Want("thermal_top"),
        Want("leggings", fabrics={"merino"}),
        Want("sweater", clo=0.33),
        Want("gloves"),
        Want("beanie"),
        Want("scarf"),
        Want("wool_socks"),
    ],
    "office": [
        Want("blazer", {"black"}, pattern="solid"),
        Want("blazer", {"navy"}, pattern="solid"),
        Want("suit_trousers", {"grey"}, pattern="solid"),
        Want("chinos"),
        Want("shirt", {"blue"}, pattern="solid"),
        Want("fine_knit", fabrics={"merino"}),
        Want("loafers"),
        Want("umbrella", waterproof=True),
    ],
    "navy warm coat": [Want("winter_coat", {"navy"}, {"wool"}, clo=0.68)],
    "funeral": [
        Want("suit_jacket", {"black"}, pattern="solid"),
        Want("suit_trousers", {"black"}, pattern="solid"),
        Want("overcoat", {"black"}, pattern="solid"),
    ],
    "Indian wedding": [Want("kurta", pattern="embroidered"), Want("juttis"), Want("churidar")],
    "beach wedding": [Want("espadrilles"), Want("sun_hat"), Want("sunglasses")],
    "party hat": [Want("fedora"), Want("beret")],
    "first date": [Want("leather_jacket"), Want("leather_sneakers", {"white"})],
    "prints": [
        Want("tee", pattern="stripe"),
        Want("shirt", pattern="check"),
        Want("blazer", pattern="check"),
        Want("scarf", pattern="check"),
    ],
    "plain knits": [
        Want("sweater", {"burgundy"}, {"merino"}, "solid"),
        Want("cardigan", fabrics={"cotton"}, price=40),
        Want("turtleneck", {"burgundy"}, {"merino"}),
    ],
    "winter colours": [Want("down_jacket", {"red"}, clo=0.8)],
    "rain": [Want("rain_jacket", {"yellow"}, waterproof=True, price=65)],
    "cheap": [
        Want("blazer", price=50),
        Want("tee", price=10),
        Want("jeans", price=20),
        Want("sneakers", price=20),
    ],
}
WOMEN: dict[str, list[Want]] = {
    "black tie": [
        Want("evening_gown", {"black"}, formality=(7.5, 9), price=80),
        Want("evening_sandals", {"black"}, price=40),
        Want("clutch", {"black"}, price=30),
        Want("earrings"),
    ],
    "job interview": [
        Want("sheath_dress", {"navy"}),
        Want("blouse", {"cream"}, pattern="solid"),
        Want("heels", {"black"}, told="four centimetres"),
        Want("handbag", {"black"}),
    ],
    "beach wedding": [Want("maxi_dress", {"orange", "teal", "red"}, {"chiffon"}, pattern="floral"), Want("sandals")],
    "mosque": [
        Want("tunic", pattern="solid", told="full-length sleeves"),
        Want("maxi_skirt", {"black"}, pattern="solid"),
        Want("maxi_dress", told="long sleeves and a high round neck"),
        Want("wide_leg_trousers"),
        Want("headscarf", pattern="solid"),
        Want("shawl", pattern="solid"),
    ],
    "gym": [Want("sports_bra")],
    "prints": [
        Want("blouse", pattern="floral"),
        Want("blouse", pattern="dot"),
        Want("midi_skirt", pattern="floral"),
        Want("midi_skirt", pattern="animal"),
    ],
    "prom": [
        Want("evening_gown", {"pink"}),
        Want("cocktail_dress", {"grey", "silver"}),
        Want("cocktail_dress", {"pink"}),
    ],
    "Indian wedding": [
        Want("lehenga", {"pink"}, pattern="embroidered"),
        Want("anarkali", pattern="embroidered"),
        Want("saree"),
        Want("shawl", {"gold", "pink"}),
    ],
    "cocktail": [Want("cocktail_dress", {"navy"}, formality=(5.5, 7.5), told="three-quarter sleeves"), Want("clutch")],
    "funeral": [Want("sheath_dress", {"black"}, told="three-quarter sleeves"), Want("tights", {"black"})],
    "first date": [
        Want("midi_skirt", fabrics={"satin"}),
        Want("evening_top"),
        Want("block_heels"),
        Want("ankle_boots"),
    ],
    "dressed up": [
        Want("evening_top", {"black"}, pattern="sequin"),
        Want("cocktail_dress", {"purple"}, pattern="solid"),
        Want("maxi_dress", {"purple"}),
        Want("scarf", fabrics={"silk"}, price=40),
    ],
    "casual floral summer dress": [Want("summer_dress", pattern="floral", formality=(2, 4), price=40)],
    "party hat": [Want("fascinator")],
}
MEN: dict[str, list[Want]] = {
    "black tie": [
        Want("tuxedo_jacket", {"black"}, formality=(7.5, 9), price=70),
        Want("tuxedo_trousers", {"black"}, price=30),
        Want("tuxedo_shirt", {"white"}, price=20),
        Want("bow_tie", {"black"}, price=8),
        Want("patent_shoes", {"black"}, price=30),
        Want("cummerbund"),
    ],
    "job interview": [Want("oxfords", {"black"}), Want("tie", {"navy"}, pattern="solid"), Want("belt", {"black"})],
    "beach wedding": [
        Want("linen_trousers", {"beige"}, {"linen"}),
        Want("shirt", {"blue"}, {"linen"}),
        Want("blazer", {"beige"}, {"linen"}),
    ],
    "mosque": [
        Want("kurta", pattern="solid"),
        Want("trousers", {"grey"}, pattern="solid"),
        Want("shirt", {"white"}, told="long sleeves"),
    ],
    "prom": [Want("tuxedo_jacket", {"burgundy"})],
    "Indian wedding": [Want("sherwani"), Want("nehru_jacket")],
    "cocktail": [Want("suit_jacket", {"navy"}, {"wool"}, "solid"), Want("pocket_square")],
    "funeral": [Want("tie", {"black"}, pattern="solid"), Want("oxfords", {"black"})],
    "first date": [Want("polo", fabrics={"knit"}), Want("chelsea_boots")],
}
ABILITIES = [
    (who, ability, wants)
    for who, table in (("women", BOTH), ("men", BOTH), ("women", WOMEN), ("men", MEN))
    for ability, wants in table.items()
]


@cache
def shop(seed: int) -> list[Article]:
    return list(generate(seed, 900))


def meets(article: Article, want: Want) -> bool:
    checks: list[Any] = [
        article.category == want.category,
        not want.families or article.colours[0].family in want.families,
        not want.fabrics or want.fabrics & set(article.fabrics),
        want.pattern in {None, article.pattern},
        want.waterproof in {None, article.waterproof},
        article.clo >= want.clo,
        want.formality[0] <= article.formality <= want.formality[1],
        article.price is not None and article.price <= want.price,
        want.told in article.description,
        all(size.stock for size in article.sizes),
    ]
    return all(checks)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("who", "ability", "wants"), ABILITIES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_ability_is_there_in_every_seed(seed: int, who: Presentation, ability: str, wants: list[Want]) -> None:
    for want in wants:
        fitting = [a for a in shop(seed) if a.presentation in {who, "unisex"} and meets(a, want)]
        assert fitting, f"{ability} for {who}: {want}"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("who", ["women", "men"])
def test_a_complete_casual_outfit_is_cheap(seed: int, who: Presentation) -> None:
    parts = ("tee", "jeans", "sneakers")
    prices = [[a.price or 0 for a in shop(seed) if a.category == part and a.presentation == who] for part in parts]
    assert sum(map(min, prices)) <= 45


@pytest.mark.parametrize("seed", SEEDS)
def test_black_tie_can_be_had_for_150(seed: int) -> None:
    for who, parts in (
        ("men", ("tuxedo_jacket", "tuxedo_trousers", "tuxedo_shirt", "bow_tie", "patent_shoes")),
        ("women", ("evening_gown", "evening_sandals", "clutch")),
    ):
        prices = [
            [
                a.price or 0
                for a in shop(seed)
                if (a.category, a.presentation, a.colours[0].family) == (part, who, family)
            ]
            for part in parts
            for family in ["white" if part == "tuxedo_shirt" else "black"]
        ]
        assert sum(map(min, prices)) <= 150
