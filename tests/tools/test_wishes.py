from typing import Any

import pytest

from agents.contracts import StyleRules
from stores.vocabulary import Brief, Conditions, Profile, Sizes, Wanted
from tools.events import conditions_of, read_event
from tools.modesty import covered
from tools.rules import required_categories, style_rules
from tools.wishes import build_wish, build_wishes, presentations_for, seasons_for

MAN = Profile(presentation="men")


def rules(brief: Brief, conditions: Conditions | None = None, profile: Profile = MAN) -> StyleRules:
    required = required_categories(brief, conditions, profile)
    return StyleRules(**style_rules(brief, conditions, profile), required=required)


def wish(slot: Any, brief: Brief, conditions: Conditions | None = None, wanted: Wanted | None = None) -> Any:
    return build_wish(slot, brief, conditions, MAN, rules(brief, conditions), wanted=wanted)


def test_a_named_piece_is_an_anchor_with_its_own_filters() -> None:
    named = Wanted(slot="mid", category="blazer", colours=["navy"], fabrics=["wool"])
    brief = Brief(wanted=[named], colours_must=True)
    found = wish("mid", brief, wanted=brief.wanted[0])
    assert found.anchor
    assert (found.filters.categories, found.filters.colours, found.filters.fabrics) == (["blazer"], ["navy"], ["wool"])
    assert found.query.startswith("navy wool blazer")


def test_a_liked_colour_is_preferred_for_what_leads_and_never_a_filter() -> None:
    brief = Brief(colours=["green"])
    top, shoes = wish("base_top", brief), wish("footwear", brief)
    assert top.prefer_colours == ["green"] and top.filters.colours == []
    assert shoes.prefer_colours[:1] == ["green"] and len(shoes.prefer_colours) > 1


def test_a_query_names_what_is_usual_at_the_occasion() -> None:
    assert "kurta" in wish("base_top", Brief(occasion="indian_wedding")).query
    assert "hiking boots" in wish("footwear", Brief(occasion="hike")).query
    assert "kurta" not in wish("base_top", Brief(occasion="office")).query


def test_refusals_and_sizes_are_filters() -> None:
    sizes = Sizes(clothes="M", shoes="43")
    brief = Brief(avoid_colours=["red"], avoid_fabrics=["wool"], avoid_categories=["jeans"], sizes=sizes)
    bottom, shoes, bag = (wish(slot, brief).filters for slot in ("bottom", "footwear", "bag"))
    assert (bottom.sizes, shoes.sizes, bag.sizes) == (["M"], ["43"], [])
    assert bottom.avoid_colours == ["red"] and bottom.avoid_fabrics == ["wool"] and "jeans" in bottom.avoid_categories


@pytest.mark.parametrize(
    ("mean", "indoors", "seasons"),
    [
        (28, False, ["summer"]),
        (18, False, []),
        (11, False, ["autumn", "winter"]),
        (2, False, ["winter"]),
        (2, True, []),
    ],
)
def test_the_season_is_a_filter_only_where_the_weather_leaves_no_doubt(
    mean: float, indoors: bool, seasons: list[str]
) -> None:
    assert seasons_for(Conditions(temp_min_c=mean, temp_max_c=mean, indoors=indoors)) == seasons


def test_a_coat_is_worn_outdoors_wherever_one_goes() -> None:
    evening = Conditions(temp_min_c=2, temp_max_c=8, indoors=True)
    assert seasons_for(evening) == []
    assert seasons_for(evening, "outer") == ["winter"]


def test_what_was_named_is_found_in_any_season() -> None:
    cold = Conditions(temp_min_c=0, temp_max_c=4)
    asked = Brief(wanted=[Wanted(slot="bottom", category="linen_trousers")])
    assert wish("bottom", asked, cold, asked.wanted[0]).filters.seasons == []
    assert wish("bottom", Brief(), cold).filters.seasons == ["winter"]


def test_one_wish_per_slot_and_one_per_required_category() -> None:
    evening = Conditions(dress_code="black_tie", formality=(7, 9))
    brief = Brief(occasion="black_tie")
    found = rules(brief, evening)
    wishes = build_wishes([*found.slots, *found.optional], brief, evening, MAN, found, required=found.slots)
    categories = [one.filters.categories for one in wishes if one.filters.categories]
    assert ["tuxedo_jacket"] in categories and ["bow_tie"] in categories
    assert {one.slot for one in wishes if one.required} == set(found.slots)
    assert not any(one.anchor for one in wishes)


def test_whom_a_piece_is_cut_for() -> None:
    assert presentations_for("women") == ["women", "unisex"]
    assert presentations_for(None) == presentations_for("unisex") == []


def test_flats_are_looked_for_where_a_dressy_evening_refuses_heels() -> None:
    opera, walk = Conditions(dress_code="formal", formality=(5.5, 8)), Conditions(dress_code="casual")
    refused = Brief(avoid_categories=["heels", "block_heels"])
    found = wish("footwear", refused, opera)
    assert "ballet flats" in found.query
    assert found.filters.formality[0] < 4 < wish("footwear", Brief(), opera).filters.formality[0]
    assert "ballet flats" not in wish("footwear", refused, walk).query


@pytest.mark.parametrize(
    ("brief", "barred"),
    [(Brief(occasion="party"), True), (Brief(modest=True), False), (Brief(occasion="mosque"), False)],
)
def test_a_headscarf_is_no_hat(brief: Brief, barred: bool) -> None:
    woman = Profile(presentation="women")
    found = build_wish("headwear", brief, None, woman, rules(brief, profile=woman), wanted=Wanted(slot="headwear"))
    assert ("headscarf" in found.filters.avoid_categories) == barred


@pytest.mark.parametrize(
    ("occasion", "culture", "barred"),
    [
        (None, None, True), ("temple", None, True), ("temple", "sikh", False), ("church", None, True),
        ("church", "orthodox", False), ("mosque", None, False),
    ],
)  # fmt: skip
def test_heads_are_covered_where_custom_asks_for_it_alone(
    occasion: str | None, culture: str | None, barred: bool
) -> None:
    brief, woman = Brief(modest=True, occasion=occasion), Profile(presentation="women")
    event = read_event(occasion or "", culture=culture, presentation="women") if occasion else None
    conditions = covered(conditions_of(None, event))
    offered = style_rules(brief, conditions, woman)["optional"]
    found = build_wish("headwear", brief, conditions, woman, rules(brief, conditions, woman))
    assert ("headscarf" in found.filters.avoid_categories) == barred
    assert ("headwear" in offered) != barred
