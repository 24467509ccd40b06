"""What goes with what: near in formality, quiet, in colours that agree; leather with its like."""

from typing import Any

from stores.vocabulary import Brief, Direction, Garment, Piece, Profile, Taste, Wish
from tools.company import suits
from tools.compose import Candidate, Slate, rank_articles
from tools.gates import build_limits
from tools.score import build_aim

WOMAN = Profile(presentation="women")


def test_a_dress_shirt_goes_with_a_suit_rather_than_a_tee(article: Any) -> None:
    suit = [article("suit_jacket", "grey"), article("suit_trousers", "grey")]
    shirt, tee, loud = article("dress_shirt", "white"), article("tee", "white"), article("dress_shirt", "orange")
    assert suits(shirt, suit) > max(suits(tee, suit), suits(loud, suit))


def test_a_belt_is_of_the_colour_of_the_shoes(article: Any) -> None:
    loafers, brown, black = article("loafers", "brown"), article("belt", "brown"), article("belt", "black")
    assert suits(brown, [loafers]) > suits(black, [loafers])
    assert suits(loafers, [brown]) > suits(loafers, [black])


def test_it_is_a_share_of_one(article: Any) -> None:
    for category in ("tee", "evening_gown", "sneakers"):
        assert 0 <= suits(article(category, "red"), [article("tuxedo_jacket", "black")]) <= 1


def test_articles_beside_pieces_are_ranked_by_how_they_go_with_them(article: Any) -> None:
    offered = [article("tee", "red"), article("dress_shirt", "white")]
    slate = Slate(Wish(slot="base_top", query="", anchor=True), [Candidate(piece, 0.8) for piece in offered])
    beside = [article("suit_jacket", "navy"), article("suit_trousers", "navy")]
    made = rank_articles([slate], Brief(intent="find"), None, WOMAN, beside=beside)
    assert made.looks[0].items[0].id == offered[1].id


def test_a_wide_jumper_goes_with_what_is_narrower_and_of_its_season(article: Any) -> None:
    jumper = [article("sweater", "grey", fit="oversized", seasons=["autumn", "winter", "spring"])]
    straight = article("trousers", "black", fit="regular", fabrics=["wool"])
    wide = article("wide_leg_trousers", "black", fit="oversized", fabrics=["wool"])
    linen = article("trousers", "black", fit="regular", fabrics=["linen"])
    assert suits(straight, jumper) > max(suits(wide, jumper), suits(linen, jumper))


def test_a_look_around_what_is_owned_is_of_its_season_where_no_other_is_told(article: Any) -> None:
    jumper = Garment.model_validate(article("sweater", "grey").model_dump(include=set(Piece.model_fields)))
    jumper.seasons = ["autumn", "winter"]
    limits = build_limits(Brief(owned=[jumper]), None, WOMAN)
    assert {*build_aim(limits, WOMAN, Direction(), Taste()).seasons} == {"autumn", "winter"}


def test_linen_goes_with_what_is_worn_in_summer(article: Any) -> None:
    top = [article("tee", "white", seasons=["summer"])]
    assert suits(article("trousers", "beige", fabrics=["linen"]), top) > suits(
        article("trousers", "beige", fabrics=["wool"]), top
    )
