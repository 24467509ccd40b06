from typing import Any

import pytest

from stores.vocabulary import Brief, Conditions, Direction, Profile, Taste
from tools.dress import coat_gap
from tools.gates import build_limits
from tools.score import (
    Aim,
    build_aim,
    build_merits,
    finish,
    look_parts,
    preference,
    total_score,
)

WOMAN = Profile(presentation="women")


def aim(brief: Brief | None = None, conditions: Conditions | None = None, palette: tuple[Any, ...] = ()) -> Aim:
    limits = build_limits(brief or Brief(), conditions, WOMAN)
    return build_aim(limits, WOMAN, Direction(palette=list(palette)), Taste())


def parts(pieces: list[Any], of: Aim) -> dict[str, float]:
    return look_parts(pieces, [build_merits(piece, 1.0, of, 40) for piece in pieces], of)


def test_a_look_of_one_price_level_and_of_the_occasion_scores_more(article: Any, wear: Any) -> None:
    office = aim(Brief(occasion="office"), Conditions(dress_code="business_casual", formality=(3.5, 5.5)))
    usual = wear(("blouse", "blue"), ("trousers", "navy"), ("loafers", "black"))
    dear = [usual[0], usual[1], article("loafers", "black", price=390)]
    odd = wear(("blouse", "blue"), ("trousers", "navy"), ("espadrilles", "black"))
    assert total_score(parts(usual, office)) > total_score(parts(dear, office))
    assert parts(usual, office)["idiom"] > parts(odd, office)["idiom"]


def test_an_asked_colour_has_to_lead(wear: Any) -> None:
    red = aim(Brief(colours=["red"]))
    led = wear(("summer_dress", "red"), ("loafers", "white"))
    trimmed = wear(("summer_dress", "white"), ("loafers", "red"))
    assert parts(led, red)["preference"] > parts(trimmed, red)["preference"]


def test_one_colour_among_neutrals_is_more_interesting_than_none_or_many(wear: Any) -> None:
    day = aim()
    none, one, many = (
        parts(wear(("tee", a), ("jeans", b), ("sneakers", c)), day)["variety"]
        for a, b, c in (("white", "navy", "grey"), ("green", "navy", "white"), ("green", "red", "purple"))
    )
    assert one > none and one > many


def test_nothing_has_to_stand_out_at_a_funeral(wear: Any) -> None:
    sober = aim(Brief(occasion="funeral"))
    dark, bright = (
        wear(("blouse", family), ("trousers", "black"), ("loafers", "black")) for family in ("grey", "teal")
    )
    assert parts(dark, sober)["variety"] == parts(bright, sober)["variety"]


def test_a_cheap_extra_is_as_good_as_a_usual_one(article: Any) -> None:
    day = aim()
    assert build_merits(article("clutch", price=18.0), 1.0, day, 140).price == 1
    assert build_merits(article("heels", price=18.0), 1.0, day, 140).price < 0.5


def test_linen_yields_in_november(article: Any, wear: Any) -> None:
    autumn = aim(conditions=Conditions(date="2026-11-21"))
    top, shoes = wear(("tee", "white"), ("sneakers", "white"))
    linen = article("linen_trousers", "navy", fabrics=["linen"], seasons=["spring", "summer"])
    wool = article("trousers", "navy", fabrics=["wool"])
    assert parts([top, wool, shoes], autumn)["warmth"] > parts([top, linen, shoes], autumn)["warmth"]


def test_a_bare_dress_yields_in_november_where_no_place_is_told(article: Any, wear: Any) -> None:
    dress, cardigan, shoes = wear(("casual_dress", "blue"), ("cardigan", "cream"), ("sneakers", "white"))
    november, june = (aim(conditions=Conditions(date=date)) for date in ("2026-11-21", "2027-06-12"))
    assert parts([dress, cardigan, shoes], november)["warmth"] > parts([dress, shoes], november)["warmth"]
    assert parts([dress, cardigan, shoes], june)["warmth"] == parts([dress, shoes], june)["warmth"]


def test_an_evening_in_november_is_dressed_for_by_its_code(wear: Any) -> None:
    gown, heels, coat = wear(("evening_gown", "navy"), ("heels", "black"), ("overcoat", "black"))
    gala = aim(conditions=Conditions(date="2026-11-21", dress_code="black_tie"))
    assert parts([gown, heels], gala)["warmth"] == parts([gown, heels, coat], gala)["warmth"]


def test_pale_socks_are_for_sport(article: Any) -> None:
    office, gym = (aim(conditions=Conditions(dress_code=code)) for code in ("business_casual", "sport"))
    pale, dark = article("socks", "white"), article("socks", "grey")
    assert preference(pale, office) < preference(dark, office)
    assert preference(pale, gym) == preference(dark, gym)


def test_navy_is_nearly_the_blue_that_was_asked_for(article: Any) -> None:
    blue = aim(Brief(colours=["blue"]))
    first, near, other = (preference(article("shirt", family), blue) for family in ("blue", "navy", "grey"))
    assert first > near > other


def test_one_dear_piece_costs_a_look_more_than_its_share(wear: Any, article: Any) -> None:
    usual = wear("blouse", "trousers", "loafers")
    dear = [*usual[:2], article("loafers", price=300.0)]
    assert parts(dear, aim())["price"] == pytest.approx(1 / 3, abs=0.01)
    assert parts(usual, aim())["price"] == 1


def test_a_coat_far_from_what_it_is_worn_over_costs_formality(wear: Any) -> None:
    core = wear("tee", "jeans", "sneakers")
    fitting, dressy = ([*core, *wear(coat)] for coat in ("parka", "overcoat"))
    assert coat_gap(fitting) == coat_gap(core) == 0 < coat_gap(dressy)
    assert parts(dressy, aim())["formality"] < parts(fitting, aim())["formality"]


def test_a_colour_is_echoed_and_not_repeated_from_head_to_toe(wear: Any) -> None:
    base = wear(("turtleneck", "burgundy"), ("trousers", "grey"), ("loafers", "black"))
    echoed = [*base, *wear(("scarf", "burgundy"))]
    drowned = [*echoed, *wear(("beanie", "burgundy"), ("overcoat", "burgundy"))]
    assert parts(echoed, aim())["variety"] > parts(drowned, aim())["variety"]


def test_a_scarf_finishes_no_suit(wear: Any) -> None:
    suited = wear("dress_shirt", "suit_trousers", "suit_jacket", "oxfords")
    assert finish([*suited, *wear("scarf")], ["accessory"]) == 0
    assert finish([*suited, *wear("tie")], ["accessory"]) == 1
