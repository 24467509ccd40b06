"""Which patterns sit together: two at most, of two sizes or with a colour in common, one of them quiet."""

from typing import Any

import pytest

from tools.pairing import pairing
from tools.prints import is_quiet, pattern_balance, scale_of


def test_patterns_two_at_most_and_one_quiet(article: Any) -> None:
    floral, stripe, dots = (
        article("blouse", "navy", pattern="floral"),
        article("midi_skirt", "navy", pattern="stripe"),
        article("scarf", "red", pattern="dot"),
    )
    assert pattern_balance([floral]) == 1.0
    assert pattern_balance([floral, stripe]) > pattern_balance([floral, dots]) > pattern_balance([floral, stripe, dots])


@pytest.mark.parametrize(
    ("name", "scale"),
    [
        ("Navy pinstriped wool blazer", "small"),
        ("pin-dot tie", "small"),
        ("houndstooth skirt", "small"),
        ("chemise à fines rayures", "small"),
        ("robe à petites fleurs", "small"),
        ("蓝色碎花衬衫", "small"),
        ("bold-striped shirt", "large"),
        ("wide-stripe shirt", "large"),
        ("big floral print dress", "large"),
        ("jupe à grands carreaux", "large"),
        ("粗条纹上衣", "large"),
        ("striped shirt", None),
        ("wide-leg striped trousers", None),
    ],
)
def test_how_large_a_pattern_is_drawn(name: str, scale: str | None) -> None:
    assert scale_of(name) == scale


def test_two_patterns_of_one_size_clash_and_of_two_sizes_or_one_colour_do_not(article: Any) -> None:
    def pair(first: str, second: str, family: str = "red") -> float:
        shirt = article("shirt", "blue", name=first, pattern="stripe")
        return pattern_balance([shirt, article("midi_skirt", family, name=second, pattern="floral")])

    untold = pair("striped shirt", "floral skirt")
    assert pair("pinstripe shirt", "ditsy skirt") < untold < pair("pinstripe shirt", "big floral skirt")
    assert pair("pinstripe shirt", "ditsy skirt", "blue") > untold
    assert pair("pinstripe shirt", "big floral skirt") == pytest.approx(0.9)


def test_the_pairing_says_so(article: Any) -> None:
    def why(first: str, second: str) -> str:
        shirt = article("shirt", "white", name=first, pattern="stripe")
        return pairing([shirt, article("blazer", "navy", name=second, pattern="check")]).why

    assert why("pinstripe shirt", "houndstooth blazer") == "patterns"
    assert why("pinstripe shirt", "windowpane blazer") == "both_quiet"


def test_the_halves_of_a_suit_are_one_pattern(article: Any) -> None:
    suit = [article(one, "grey", pattern="check") for one in ("suit_jacket", "suit_trousers")]
    assert pattern_balance(suit) == 1.0
    dotted, striped = article("tie", "navy", pattern="dot"), article("shirt", "blue", pattern="stripe")
    assert pattern_balance([*suit, dotted]) == pattern_balance([suit[0], dotted]) > 0.5
    assert pattern_balance([*suit, dotted, striped]) == 0.2


def test_a_leopard_in_its_own_colours_and_a_small_check_are_quiet(article: Any) -> None:
    def quiet(family: str, pattern: str, name: str) -> bool:
        return is_quiet(article("blouse", family, pattern=pattern, name=name))

    assert quiet("brown", "animal", "leopard blouse") and not quiet("green", "animal", "green leopard blouse")
    assert quiet("red", "check", "gingham blouse") and not quiet("red", "check", "buffalo check shirt")
    assert not quiet("white", "floral", "floral blouse")


def test_a_colour_that_nobody_named_is_held_against_no_pattern_and_links_none_of_one_size(article: Any) -> None:
    def balance(said: str, size: str) -> float:
        blouse = article("blouse", "grey", pattern="floral", name=f"{size} floral blouse")
        colour = blouse.colours[0].model_copy(update={"name": said})
        return pattern_balance(
            [
                blouse.model_copy(update={"colours": [colour]}),
                article("midi_skirt", "red", pattern="dot", name="big dot"),
            ]
        )

    assert balance("", "pretty") > balance("grey", "pretty")
    assert balance("", "big") == balance("grey", "big")
