"""What goes with what: near in formality, quiet, in colours that agree; leather with its like."""

from typing import Any

from stores.vocabulary import Brief, Profile, Wish
from tools.company import suits
from tools.compose import Candidate, Slate, rank_articles

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
