from typing import Any

import pytest

from stores.vocabulary import Brief, Conditions, Fix, Piece, Profile, SubScore, Taboo
from tools.fixes import fixes
from tools.rubric import WEIGHTS, rubric, weighted

WOMAN = Profile(presentation="women")
OFFICE = Conditions(temp_min_c=14, temp_max_c=20, dress_code="business_casual", formality=(3.5, 5.5))
GOOD = (("shirt", "white"), ("trousers", "navy"), ("cardigan", "grey"), ("loafers", "brown"))


def judged(
    pieces: list[Piece], brief: Brief | None = None, conditions: Conditions | None = OFFICE
) -> dict[str, SubScore]:
    return rubric(pieces, brief or Brief(), conditions, WOMAN)


def fixed(pieces: list[Piece], brief: Brief | None = None, conditions: Conditions | None = OFFICE) -> list[Fix]:
    return fixes(pieces, judged(pieces, brief, conditions), brief or Brief(), conditions, WOMAN)


def test_nine_dimensions_that_weigh_a_hundred(wear: Any) -> None:
    sub = judged(wear(*GOOD))
    assert set(sub) == set(WEIGHTS)
    assert sum(WEIGHTS.values()) == 100
    assert all(part.why for part in sub.values())
    assert weighted({name: SubScore(score=10, why="") for name in WEIGHTS}) == 100
    assert weighted({}) == 0


def test_a_good_look_scores_above_a_poor_one(wear: Any) -> None:
    poor = wear(("tank", "orange"), ("shorts", "purple"), ("flip_flops", "green"))
    assert weighted(judged(wear(*GOOD))) > 78 > 55 > weighted(judged(poor))


@pytest.mark.parametrize(
    ("dimension", "pieces", "brief"),
    [
        ("occasion", [("shirt", "white"), ("joggers", "navy"), ("loafers", "brown")], Brief()),
        ("weather", [("shirt", "white"), ("trousers", "navy"), ("parka", "black"), ("loafers", "brown")], Brief()),
        ("colour", [("shirt", "orange"), ("trousers", "purple"), ("loafers", "green"), ("scarf", "red")], Brief()),
        ("completeness", [("shirt", "white"), ("trousers", "navy")], Brief()),
        ("personal", list(GOOD), Brief(avoid_colours=["navy"])),
        ("coherence", [("dress_shirt", "white"), ("joggers", "navy"), ("loafers", "brown")], Brief()),
    ],
)
def test_a_fault_is_found_by_its_dimension(
    wear: Any, dimension: str, pieces: list[tuple[str, str]], brief: Brief
) -> None:
    assert judged(wear(*pieces), brief)[dimension].score < judged(wear(*GOOD))[dimension].score - 1.5


def test_pieces_of_different_seasons_are_not_one_idea(article: Any) -> None:
    boots = article("winter_boots", "brown", seasons=["winter"], formality=3)
    dress = article("summer_dress", "navy", seasons=["summer"], formality=3)
    worn = [dress, boots]
    assert judged(worn, conditions=None)["coherence"].why == "coherence:apart"
    either = [dress.model_copy(update={"seasons": ["summer", "winter"]}), boots]
    assert judged(either, conditions=None)["coherence"].why == "coherence:one"


def test_heels_on_snow_and_clashing_patterns(article: Any, wear: Any) -> None:
    snow = Conditions(temp_min_c=-3, temp_max_c=1, snow=True)
    assert judged(wear("sheath_dress", "heels"), conditions=snow)["weather"].score <= 1
    loud = [
        article("blouse", "red", pattern="floral"),
        article("midi_skirt", "green", pattern="animal"),
        *wear("heels"),
    ]
    assert judged(loud)["texture"].score < 6


def test_an_unknown_price_and_unknown_weather_are_said(article: Any, wear: Any) -> None:
    sub = judged([*wear("shirt", "trousers"), article("loafers", price=None)], conditions=None)
    assert sub["feasibility"].why == "feasibility:unpriced"
    assert sub["weather"].why == "weather:unknown"


def test_the_first_fix_names_the_worst_piece(wear: Any) -> None:
    pieces = wear(("shirt", "white"), ("joggers", "navy"), ("cardigan", "grey"), ("loafers", "brown"))
    first = fixed(pieces)[0]
    assert first.item == pieces[1].id
    assert (first.what, first.why) == ("change:dressier", "off_code")


def test_a_missing_layer_is_added_in_the_cold(wear: Any) -> None:
    cold = OFFICE.model_copy(update={"temp_min_c": 4, "temp_max_c": 8})
    found = fixed(wear(*GOOD), conditions=cold)
    assert (found[0].what, found[0].why) == ("add:outer", "warmth")
    assert found[0].item is None


def test_one_fix_per_piece_and_none_where_nothing_helps(wear: Any) -> None:
    found = fixed(wear(("tank", "orange"), ("shorts", "purple"), ("flip_flops", "green")))
    items = [fix.item for fix in found if fix.item]
    assert len(items) == len(set(items))
    assert fixed(wear(("shirt", "white"), ("trousers", "navy"), ("fine_knit", "navy"), ("loafers", "brown"))) == []


def test_every_piece_that_is_off_the_code_is_to_be_changed(wear: Any) -> None:
    interview = Conditions(dress_code="business_formal", formality=(5, 7))
    plain = wear(("tee", "red"), ("jeans", "blue"), ("sneakers", "white"))
    found = fixed(plain, conditions=interview)
    assert {fix.item for fix in found} == {piece.id for piece in plain}
    assert {fix.why for fix in found} == {"off_code"}


FUNERAL = Conditions(
    dress_code="mourning",
    formality=(4.5, 7),
    taboos=[
        Taboo(what="pattern:sequin", why="shine is out of place", hard=True),
        Taboo(what="family:red", why="bright colours are out of place", hard=True),
    ],
)


def test_what_a_custom_rules_out_goes_first_plain_or_in_a_colour_that_may_be_worn(article: Any, wear: Any) -> None:
    sequins = [article("sheath_dress", "black", pattern="sequin"), *wear(("heels", "black"))]
    assert [(fix.what, fix.why, fix.item) for fix in fixed(sequins, conditions=FUNERAL)[:1]] == [
        ("change:solid", "taboo", sequins[0].id)
    ]
    red = [*wear(("blouse", "red"), ("trousers", "red"), ("heels", "black"))]
    found = fixed(red, conditions=FUNERAL)[:2]
    assert [(fix.what, fix.why) for fix in found] == [("change:colour:navy", "taboo")] * 2
    assert {fix.item for fix in found} == {piece.id for piece in red[:2]}


def test_of_cuts_and_cloths_that_nobody_told_nothing_is_said(article: Any) -> None:
    told = [article("shirt"), article("trousers"), article("loafers")]
    untold = [piece.model_copy(update={"fit": None, "fabrics": []}) for piece in told]
    assert (judged(untold)["silhouette"].why, judged(untold)["texture"].why) == (
        "silhouette:unknown",
        "texture:unknown",
    )


def test_a_coat_may_be_dressier_than_a_day_that_nobody_has_named(wear: Any) -> None:
    coat = wear(("overcoat", "red"))
    assert rubric(coat, Brief(), None, Profile())["occasion"].why == "occasion:right"
    office = Conditions(dress_code="casual", formality=(1, 3))
    assert rubric(coat, Brief(), office, Profile())["occasion"].why.startswith("occasion:dressy")


def test_what_was_only_imagined_to_fill_a_gap_is_not_itself_changed(wear: Any) -> None:
    worn, office = wear(("casual_dress", "yellow")), Conditions(dress_code="business_casual", formality=(3.5, 5.5))
    found = fixes(worn, rubric(worn, Brief(), office, Profile()), Brief(), office, Profile())
    assert found
    assert {fix.item for fix in found} <= {None, worn[0].id}


def test_what_misses_the_code_as_a_whole_goes_from_what_is_farthest_off(wear: Any) -> None:
    suit = wear(("suit_jacket", "navy"), ("suit_trousers", "navy"), ("dress_shirt", "white"), ("oxfords", "brown"))
    beach = Conditions(dress_code="beach", formality=(0, 2))
    found = fixed(suit, conditions=beach)
    assert len(found) == 3 and {fix.what for fix in found} == {"change:plainer"}
    assert fixed(suit, conditions=Conditions(dress_code="business_formal", formality=(6, 7))) == []


@pytest.mark.parametrize(("code", "formality"), [("black_tie", (7, 9)), ("formal", (6.5, 8))])
def test_what_is_off_the_code_altogether_is_changed_before_a_bag_is_added(
    wear: Any, code: str, formality: tuple[float, float]
) -> None:
    plain = wear(("tee", "white"), ("trousers", "blue"), ("sneakers", "white"))
    found = fixed(plain, conditions=Conditions(dress_code=code, formality=formality, indoors=True))
    assert {fix.item for fix in found} >= {plain[0].id, plain[2].id}
    assert {fix.what for fix in found if fix.item} == {"change:dressier"}


def test_nobody_asks_for_the_top_below_a_closed_knit(wear: Any) -> None:
    assert judged(wear(("hoodie", "grey"), ("jeans", "blue"), ("sneakers", "red")))["completeness"].score >= 8
    assert judged(wear(("blazer", "grey"), ("jeans", "blue"), ("sneakers", "red")))["completeness"].score < 4


FREEZING = Conditions(temp_min_c=-2, temp_max_c=-2)


def test_what_the_weather_rules_out_is_changed_before_any_colour(wear: Any) -> None:
    worn = wear(("shirt", "orange"), ("shorts", "pink"), ("flip_flops", "red"))
    found = fixed(worn, conditions=FREEZING)
    assert [(fix.what, fix.item) for fix in found] == [
        ("change:cover", worn[1].id), ("change:cover", worn[2].id), ("add:outer", None),
    ]  # fmt: skip


def test_suede_in_rain_is_what_is_wrong_with_an_outfit(article: Any, wear: Any) -> None:
    rain = Conditions(temp_min_c=8, temp_max_c=10, rain_chance=1.0)
    boots = article("ankle_boots", "brown", fabrics=["suede"])
    worn = [*wear(("turtleneck", "grey"), ("jeans", "blue"), ("overcoat", "navy")), boots]
    assert judged(worn, conditions=rain)["weather"].why == f"weather:unfit:{boots.id}"
    assert (fixed(worn, conditions=rain)[0].what, fixed(worn, conditions=rain)[0].item) == (
        "change:rainproof",
        boots.id,
    )


def test_colours_that_nobody_told_are_neither_praised_nor_blamed(article: Any, wear: Any) -> None:
    def untold(category: str) -> Piece:
        piece = article(category, "grey")
        return piece.model_copy(update={"colours": [piece.colours[0].model_copy(update={"name": ""})]})

    worn = [untold("sweater"), untold("jeans"), *wear(("ankle_boots", "brown"))]
    assert judged(worn)["colour"].why == "colour:unknown"
    assert all(fix.why != "colours" for fix in fixed(worn) if fix.item in {worn[0].id, worn[1].id})
    loud = [untold("cardigan"), *wear(("shirt", "red"), ("trousers", "orange"), ("heels", "pink"))]
    assert judged(loud)["colour"].why == "colour:clash"


def test_a_blazer_is_right_where_the_code_is_smart_but_casual(wear: Any) -> None:
    worn = wear(("blazer", "navy"), ("tee", "white"), ("jeans", "navy"), ("sneakers", "white"))
    found = judged(worn, Brief(formality=(2.5, 4.5)), None)
    assert found["occasion"].why == "occasion:right"
