from typing import Any

import pytest

from stores.colours import family_colour
from stores.vocabulary import (
    Brief,
    Budget,
    Conditions,
    Garment,
    Piece,
    Profile,
    Refinement,
    Sizes,
    SizeStock,
    Taboo,
    Wanted,
)
from tools.events import conditions_of, read_event
from tools.fitting import fits, size_of
from tools.gates import broken, build_limits, piece_breaks

WOMAN = Profile(presentation="women")
LOOK = (("blouse", "white"), ("trousers", "navy"), ("loafers", "black"))


def test_a_sound_look_breaks_nothing(wear: Any, dinner: Conditions) -> None:
    assert broken(wear(*LOOK), Brief(), dinner, WOMAN) == []


@pytest.mark.parametrize(
    ("brief", "profile", "names"),
    [
        (Brief(avoid_colours=["navy"]), WOMAN, ["colour"]),
        (Brief(), Profile(avoid_colours=["black"]), ["colour"]),
        (Brief(colours=["black"]), Profile(avoid_colours=["black"]), []),
        (Brief(avoid_categories=["loafers"]), WOMAN, ["category"]),
        (Brief(avoid_slots=["bottom"]), WOMAN, ["slot"]),
        (Brief(avoid_patterns=["solid"]), WOMAN, ["category"]),
        (Brief(avoid_patterns=["stripe"]), WOMAN, []),
        (Brief(), Profile(avoid_patterns=["solid"]), ["category"]),
        (Brief(patterns=["solid"]), Profile(avoid_patterns=["solid"]), []),
        (Brief(presentation="men"), WOMAN, ["presentation"]),
        (Brief(formality=(8, 9)), WOMAN, ["dress_code"]),
        (Brief(colours=["red"], colours_must=True), WOMAN, ["colour"]),
        (Brief(colours=["red"]), WOMAN, []),
        (Brief(colours=["navy", "red"], colours_must=True), WOMAN, []),
        (Brief(categories=["blazer"]), WOMAN, ["category"]),
        (Brief(wanted=[Wanted(slot="footwear")]), WOMAN, []),
        (Brief(wanted=[Wanted(slot="footwear", colours=["red"])], colours_must=True), WOMAN, ["colour"]),
        (Brief(wanted=[Wanted(slot="footwear", colours=["red"])]), WOMAN, []),
        (Brief(wanted=[Wanted(slot="headwear")]), WOMAN, ["slot"]),
        (Brief(wanted=[Wanted(slot="footwear", avoid_colours=["black"])]), WOMAN, ["colour"]),
        (Brief(budget=Budget(max=119.99, currency="EUR")), WOMAN, ["budget"]),
        (Brief(budget=Budget(max=120, currency="EUR")), WOMAN, []),
        (Brief(budget=Budget(max=132, currency="USD")), WOMAN, []),
        (Brief(budget=Budget(max=40, currency="EUR", per="item")), WOMAN, []),
        (Brief(budget=Budget(max=39, currency="EUR", per="item")), WOMAN, ["budget"]),
    ],
)
def test_each_constraint_is_named(wear: Any, brief: Brief, profile: Profile, names: list[str]) -> None:
    assert broken(wear(*LOOK), brief, None, profile) == names


@pytest.mark.parametrize(("refused", "worn"), [("wool", "merino"), ("wool", "cashmere"), ("leather", "suede")])
def test_a_refused_fabric_refuses_its_kin(article: Any, wear: Any, refused: str, worn: str) -> None:
    pieces = [*wear(*LOOK), article("cardigan", "grey", fabrics=[worn])]
    assert broken(pieces, Brief(avoid_fabrics=[refused]), None, WOMAN) == ["fabric"]
    assert broken(pieces, Brief(avoid_fabrics=["silk"]), None, WOMAN) == []


@pytest.mark.parametrize(
    ("category", "changes", "names"),
    [
        ("earrings", {"fabrics": ["metal"]}, ["fabric"]),
        ("earrings", {"fabrics": ["metal"], "description": "Made of nickel-free metal."}, []),
        ("ring", {"name": "Titanium ring", "fabrics": ["metal"]}, []),
        ("watch", {"fabrics": ["metal", "leather"], "description": "Brushed steel and calf leather."}, ["fabric"]),
        ("necklace", {"fabrics": ["cotton"]}, []),
        ("belt", {"fabrics": ["leather", "nickel"]}, ["fabric"]),
        ("belt", {"fabrics": ["leather"]}, []),
    ],
)
def test_who_reacts_to_nickel_wears_metals_that_are_told_to_be_safe(
    article: Any, wear: Any, category: str, changes: dict[str, Any], names: list[str]
) -> None:
    pieces = [*wear(*LOOK), article(category, "black", **changes)]
    assert broken(pieces, Brief(avoid_fabrics=["nickel"]), None, WOMAN) == names
    assert broken(pieces, Brief(), None, WOMAN) == []


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        (["blouse", "loafers"], "slot"),
        (["blouse", "trousers"], "slot"),
        (["sheath_dress", "trousers", "loafers"], "slot"),
        (["blouse", "trousers", "loafers", "trench_coat", "overcoat"], "slot"),
        (["blouse", "trousers", "loafers", "tights"], "slot"),
        (["tee", "trousers", "loafers", "tie"], "slot"),
    ],
)
def test_the_grammar_of_a_look(wear: Any, pieces: list[str], name: str) -> None:
    assert name in broken(wear(*pieces), Brief(), None, Profile())


def test_one_look_is_for_one_side_of_the_shop(article: Any) -> None:
    pieces = [article("blouse"), article("trousers", presentation="men"), article("loafers")]
    assert broken(pieces, Brief(), None, Profile()) == ["slot"]


def test_kept_pieces_may_break_what_a_single_piece_can(wear: Any) -> None:
    pieces = wear(*LOOK)
    brief = Brief(avoid_colours=["black"])
    assert broken(pieces, brief, None, WOMAN, kept={pieces[2].id}) == []


def test_reserved_pieces_come_in_only_when_asked_for(article: Any, wear: Any) -> None:
    pieces = [article("swimsuit", reserve="swim"), *wear("sandals")]
    assert broken(pieces, Brief(), None, WOMAN) == ["category"]
    assert broken(pieces, Brief(reserve=["swim"]), None, WOMAN) == []


@pytest.mark.parametrize(
    ("stock", "sizes", "fit", "shown"),
    [
        ([("M", 1)], Sizes(clothes="M"), True, "M"),
        ([("M", 0), ("L", 2)], Sizes(clothes="M"), False, None),
        ([("ONE", 1)], Sizes(clothes="M"), True, "ONE"),
        ([("M", 0)], Sizes(), False, None),
        ([("M", 1)], Sizes(), True, None),
        ([("38", 1)], Sizes(clothes="M"), True, None),
        ([], Sizes(clothes="M"), True, None),
    ],
)
def test_sizes(article: Any, stock: list[tuple[str, int]], sizes: Sizes, fit: bool, shown: str | None) -> None:
    piece = article("blouse", sizes=[SizeStock(size=size, stock=left) for size, left in stock])
    limits = build_limits(Brief(sizes=sizes), None, WOMAN)
    assert (fits(piece, limits), size_of(piece, limits)) == (fit, shown)


def test_a_mosque_covers_hair_shoulders_and_knees(article: Any, wear: Any) -> None:
    taboos = [Taboo(what=f"bare:{part}", why="", hard=True) for part in ("hair", "shoulders", "knees")]
    visit = Conditions(dress_code="modest", formality=(2, 6), taboos=taboos)
    covered = wear("tunic", "wide_leg_trousers", "loafers", "headscarf")
    assert broken(covered, Brief(), visit, WOMAN) == []
    assert "taboo" in broken(covered[:3], Brief(), visit, WOMAN)
    assert "taboo" in broken([*wear("tunic", "mini_skirt", "loafers", "headscarf")], Brief(), visit, WOMAN)
    sleeveless = article("maxi_dress", name="sleeveless maxi dress")
    assert "taboo" in broken([sleeveless, *wear("loafers", "headscarf")], Brief(), visit, WOMAN)
    assert broken([sleeveless, *wear("loafers", "shawl")], Brief(), visit, WOMAN) == []


def test_sleeves_belong_to_a_closed_piece_where_arms_are_covered(article: Any, wear: Any) -> None:
    closed = Conditions(taboos=[Taboo(what="bare:arms", why="", hard=True)])
    bare = article("maxi_dress", name="strapless maxi dress")
    for layer in ("blazer", "shawl", "cardigan"):
        look = [bare, *wear(layer, "heels")]
        assert "taboo" in broken(look, Brief(), closed, WOMAN)
        assert "taboo" in broken(look, Brief(), closed, WOMAN, kept={bare.id})
    assert broken([bare, *wear("sweater", "heels")], Brief(), closed, WOMAN, kept={bare.id}) == []
    assert broken([article("maxi_dress", name="long-sleeved maxi dress"), *wear("heels")], Brief(), closed, WOMAN) == []


def test_soft_taboos_and_small_neutral_pieces_break_nothing(wear: Any) -> None:
    wedding = Conditions(taboos=[Taboo(what="family:black", why="", hard=True)])
    assert broken(wear(("blouse", "pink"), ("trousers", "navy"), ("loafers", "black")), Brief(), wedding, WOMAN) == []
    assert "taboo" in broken(wear(("sheath_dress", "black"), ("heels", "red")), Brief(), wedding, WOMAN)
    soft = Conditions(taboos=[Taboo(what="family:black", why="", hard=False)])
    assert broken(wear(("sheath_dress", "black"), ("heels", "red")), Brief(), soft, WOMAN) == []


def test_a_wet_hike_needs_a_waterproof_layer(article: Any, wear: Any) -> None:
    wet = Conditions(temp_min_c=3, temp_max_c=7, rain_chance=0.8, dress_code="outdoor", formality=(0, 2.5))
    worn = wear("long_sleeve_top", "hiking_trousers", "hiking_boots")
    brief = Brief(occasion="hike")
    assert broken(worn, brief, wet, WOMAN) == ["weather"]
    assert broken([*worn, article("rain_jacket", waterproof=True)], brief, wet, WOMAN) == []


def test_a_piece_that_was_asked_for_may_be_off_the_code(wear: Any, dinner: Conditions) -> None:
    pieces = wear("blouse", "trousers", "running_shoes")
    assert "dress_code" in broken(pieces, Brief(), dinner, WOMAN)
    assert broken(pieces, Brief(categories=["running_shoes"]), dinner, WOMAN) == []


@pytest.mark.parametrize(
    ("piece", "brief", "names"),
    [
        (("bow_tie", "burgundy"), Brief(), ["dress_code"]),
        (("bow_tie", "black"), Brief(), []),
        (("bow_tie", "yellow"), Brief(categories=["bow_tie"]), ["dress_code"]),
        (("bow_tie", "burgundy"), Brief(colours=["burgundy"]), []),
        (("dress_shirt", "navy"), Brief(colours=["navy"]), ["dress_code"]),
    ],
)
def test_a_code_knows_its_colours(wear: Any, piece: tuple[str, str], brief: Brief, names: list[str]) -> None:
    evening = Conditions(dress_code="black_tie", formality=(7, 9))
    assert piece_breaks(wear(piece)[0], build_limits(brief, evening, Profile())) == names


def test_what_a_code_requires_of_men_binds_mens_looks_only_where_nobody_said_which(wear: Any) -> None:
    evening = Conditions(dress_code="black_tie", formality=(7, 9))
    tuxedo = wear("tuxedo_shirt", ("tuxedo_trousers", "black"), ("patent_shoes", "black"))
    gown = wear("evening_gown", "evening_sandals")
    tuxedo[0] = tuxedo[0].model_copy(update={"colours": [family_colour("white")]})
    assert broken(gown, Brief(), evening, Profile()) == []
    assert broken(tuxedo, Brief(), evening, Profile()) == ["dress_code"]
    whole = [*tuxedo, *wear(("tuxedo_jacket", "black"), ("bow_tie", "black"))]
    assert broken(whole, Brief(), evening, Profile()) == []


def test_a_look_all_in_one_colour_has_no_piece_of_another(wear: Any) -> None:
    brief = Brief(colours=["navy"], colours_must=True, colours_only=True)
    assert broken(wear(*LOOK), brief, None, WOMAN) == ["colour"]
    assert broken(wear(*((category, "navy") for category, _ in LOOK)), brief, None, WOMAN) == []


@pytest.mark.parametrize(
    ("only", "asked", "pattern", "off"),
    [
        (["white"], [], "floral", True),
        (["white"], [], "solid", False),
        (["white"], ["floral"], "floral", False),
        (["white", "black"], [], "check", False),
    ],
)
def test_flowers_bring_another_colour_into_what_is_to_be_of_one(article, only, asked, pattern, off):
    brief = Brief(colours=only, colours_must=True, colours_only=True, patterns=asked)
    limits = build_limits(brief, None, Profile())
    assert ("colour" in piece_breaks(article("blouse", "white", pattern=pattern), limits)) == off


def test_shoes_alone_do_not_make_a_look_red(wear: Any) -> None:
    brief = Brief(colours=["black"], colours_must=True)
    assert broken(wear(*LOOK), brief, None, WOMAN) == ["colour"]


def test_what_may_not_come_again_does_not_but_for_what_is_kept(wear: Any) -> None:
    brief = Brief(refinement=Refinement(change="other", without=["loafers-black"]))
    assert broken(wear(*LOOK), brief, None, WOMAN) == ["other"]
    assert broken(wear(*LOOK), brief, None, WOMAN, kept={"loafers-black"}) == []


def test_a_look_that_is_not_warmer_is_none_when_warmer_is_asked(wear: Any) -> None:
    worn = wear(*LOOK)
    clo = sum(piece.clo for piece in worn)
    assert broken(worn, Brief(refinement=Refinement(change="warmer", than=clo)), None, WOMAN) == ["warmth"]
    assert broken(worn, Brief(refinement=Refinement(change="warmer", than=clo - 0.1)), None, WOMAN) == []


def test_a_piece_put_in_the_place_of_another_takes_its_part_in_the_code(wear: Any) -> None:
    evening = Conditions(dress_code="cocktail", formality=(5, 7))
    worn = wear(("dress_shirt", "white"), ("suit_trousers", "navy"), ("waistcoat", "navy"), ("derbies", "black"))
    waistcoat = Brief(presentation="men", wanted=[Wanted(slot="mid", category="waistcoat")])
    swapped = waistcoat.model_copy(update={"refinement": Refinement(change="swap")})
    assert "dress_code" in broken(worn, waistcoat, evening, Profile())
    assert "dress_code" not in broken(worn, swapped, evening, Profile())


def test_flats_stand_in_where_heels_are_refused(wear: Any) -> None:
    opera = Conditions(dress_code="formal", formality=(5.5, 8))
    worn = wear(("evening_gown", "black"), ("ballet_flats", "black"))
    assert "dress_code" in broken(worn, Brief(), opera, WOMAN)
    assert broken(worn, Brief(avoid_categories=["heels", "block_heels"]), opera, WOMAN) == []
    assert "category" in broken(worn, Brief(avoid_categories=["heels", "ballet_flats"]), opera, WOMAN)


def test_a_dinner_jacket_and_the_coat_over_it_are_plain(article: Any) -> None:
    limits = build_limits(Brief(), Conditions(dress_code="black_tie", formality=(7, 9)), WOMAN)
    assert piece_breaks(article("overcoat", "grey"), limits) == []
    assert piece_breaks(article("overcoat", "grey", pattern="check"), limits) == ["dress_code"]


@pytest.mark.parametrize("code", ["business_formal", "mourning"])
def test_shoes_are_closed_where_the_code_is_strict_unless_sandals_are_asked_for(article: Any, code: str) -> None:
    strict = Conditions(dress_code=code, formality=(5, 7))
    pump, sandal = (article("block_heels", "black", name=f"black block-heel {name}") for name in ("pumps", "sandals"))
    assert piece_breaks(pump, build_limits(Brief(), strict, WOMAN)) == []
    assert piece_breaks(sandal, build_limits(Brief(), strict, WOMAN)) == ["dress_code"]
    assert piece_breaks(sandal, build_limits(Brief(categories=["block_heels"]), strict, WOMAN)) == []


def test_business_is_not_met_in_leopard(article: Any) -> None:
    strict = Conditions(dress_code="business_formal", formality=(5, 7))
    patterns = {"solid": [], "stripe": [], "check": [], "animal": ["dress_code"], "floral": ["dress_code"]}
    for pattern, breaks in patterns.items():
        worn = article("blouse", "white", pattern=pattern)
        assert piece_breaks(worn, build_limits(Brief(), strict, WOMAN)) == breaks
        tie = article("scarf", "navy", pattern=pattern)
        assert piece_breaks(tie, build_limits(Brief(), strict, WOMAN)) == []
    asked = build_limits(Brief(patterns=["animal"]), strict, WOMAN)
    assert piece_breaks(article("blouse", "white", pattern="animal"), asked) == []


def test_who_asks_for_unisex_clothes_gets_no_kind_that_is_cut_for_one(wear: Any) -> None:
    dress = wear(("summer_dress", "blue"), ("sneakers", "white"))
    assert broken(dress, Brief(presentation="unisex"), None, Profile()) == ["presentation"]
    assert broken(dress, Brief(presentation="unisex", categories=["summer_dress"]), None, Profile()) == []
    assert broken(wear("tee", "jeans", "sneakers"), Brief(presentation="unisex"), None, Profile()) == []


def test_nobody_skis_in_jeans(wear: Any) -> None:
    slope = conditions_of(None, read_event("skiing"))
    brief = Brief(occasion="skiing")
    assert broken(wear("thermal_top", "snow_trousers", "winter_boots"), brief, slope, WOMAN) == []
    assert "taboo" in broken(wear("thermal_top", "jeans", "winter_boots"), brief, slope, WOMAN)


@pytest.mark.parametrize(
    ("code", "worn", "owned"),
    [
        ("business_formal", (("sheath_dress", "navy"), ("suit_jacket", "navy")), {"avoid_slots": ["footwear"]}),
        ("black_tie", (("evening_gown", "black"),), {"avoid_slots": ["footwear"]}),
    ],
)
def test_what_the_person_sees_to_is_not_demanded_of_a_look(wear: Any, code: str, worn: Any, owned: Any) -> None:
    conditions = Conditions(dress_code=code)
    assert "slot" in broken(wear(*worn), Brief(), conditions, WOMAN)
    assert broken(wear(*worn), Brief(**owned), conditions, WOMAN) == []


def test_a_code_requires_nothing_of_a_slot_or_a_kind_that_is_left_out(wear: Any) -> None:
    man, evening = Profile(presentation="men"), Conditions(dress_code="black_tie")
    rest = [("tuxedo_trousers", "black"), ("tuxedo_shirt", "white"), ("patent_shoes", "black")]
    bow_tie, jacket = ("bow_tie", "black"), ("tuxedo_jacket", "black")
    assert "dress_code" in broken(wear(*rest, jacket), Brief(), evening, man)
    assert "dress_code" not in broken(wear(*rest, jacket), Brief(avoid_categories=["bow_tie"]), evening, man)
    assert "dress_code" not in broken(wear(*rest, bow_tie), Brief(avoid_slots=["mid"]), evening, man)


def test_a_child_is_dressed_in_nothing_that_is_for_grown_ups(article: Any) -> None:
    limits = build_limits(Brief(reserve=["children"]), None, Profile())
    assert piece_breaks(article("tee", "white"), limits) == ["presentation"]
    assert piece_breaks(article("tee", "white", reserve="children"), limits) == []


def test_what_is_owned_is_no_reason_to_dress_as_plainly(article: Any, wear: Any) -> None:
    opera = Conditions(dress_code="formal", formality=(5.5, 8))
    own = Garment.model_validate(wear(("casual_dress", "black"))[0].model_dump(include=set(Piece.model_fields)))
    worn = [own, *wear(("heels", "black"))]
    assert "dress_code" in broken(worn, Brief(), opera, WOMAN, kept=[own.id])
    assert "dress_code" not in broken(worn, Brief(owned=[own]), opera, WOMAN, kept=[own.id])


def test_of_a_kind_that_was_asked_for_the_code_leaves_what_suits_it(article: Any) -> None:
    trainers = Brief(occasion="gym", categories=["sneakers", "leather_sneakers"], wanted=[Wanted(slot="footwear")])
    gym = conditions_of(None, read_event("gym"))
    limits = build_limits(trainers, gym, Profile())
    assert "dress_code" in piece_breaks(article("leather_sneakers"), limits)
    assert "dress_code" not in piece_breaks(article("sneakers"), limits)
    by_name = trainers.model_copy(update={"wanted": [Wanted(slot="footwear", category="leather_sneakers")]})
    assert "dress_code" not in piece_breaks(article("leather_sneakers"), build_limits(by_name, gym, Profile()))


def test_a_guest_at_an_orthodox_wedding_is_covered(article: Any) -> None:
    orthodox = conditions_of(None, read_event("wedding", culture="orthodox", presentation="women"))
    short = article("cocktail_dress", description="a skirt well above the knee")
    assert "taboo" in piece_breaks(short, build_limits(Brief(occasion="wedding"), orthodox, Profile()))
    plain = conditions_of(None, read_event("wedding", presentation="women"))
    assert "taboo" not in piece_breaks(short, build_limits(Brief(occasion="wedding"), plain, Profile()))
