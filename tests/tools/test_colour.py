from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.colours import load_colours
from tools.colour import (
    affinity,
    arc,
    harmony,
    is_neutral,
    is_soft_neutral,
    lch,
    moderate,
    ou_luo,
    palette,
    template_fit,
)

NAMES = sorted(load_colours())


def hex_of(name: str) -> str:
    return load_colours()[name].hex


@pytest.mark.parametrize(
    "name", ["black", "white", "grey", "navy", "camel", "cream", "beige", "charcoal", "olive", "loden"]
)
def test_neutrals(name: str) -> None:
    assert is_neutral(hex_of(name))


@pytest.mark.parametrize("name", ["red", "emerald", "mustard", "fuchsia", "orange", "light olive"])
def test_chromatic_colours(name: str) -> None:
    assert not is_neutral(hex_of(name))


def test_lch_of_a_known_swatch() -> None:
    light, chroma, hue = lch("#ff0000")
    assert (round(light), round(chroma), round(hue)) == (53, 105, 40)


def test_ou_luo_prefers_white_with_navy_to_red_with_green() -> None:
    white_navy, red_green = ou_luo("#ffffff", hex_of("navy")), ou_luo("#e02020", "#20a040")
    assert white_navy > 0.3 > -0.3 > red_green


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_ou_luo_is_symmetric_and_bounded(first: str, second: str) -> None:
    value = ou_luo(hex_of(first), hex_of(second))
    assert value == pytest.approx(ou_luo(hex_of(second), hex_of(first)))
    assert -2.5 < value < 1.6


@given(st.lists(st.integers(0, 71).map(lambda n: n * 5), min_size=2, max_size=4), st.integers(0, 71))
def test_templates_do_not_depend_on_where_the_wheel_starts(hues: list[int], turn: int) -> None:
    weights = tuple(1.0 for _ in hues)
    turned = tuple((hue + turn * 5) % 360 for hue in hues)
    assert template_fit(tuple(hues), weights) == pytest.approx(template_fit(turned, weights), abs=0.06)


def test_close_hues_fit_better_than_scattered_ones() -> None:
    assert template_fit((20, 30), (1.0, 1.0)) > template_fit((20, 140, 260), (1.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("pieces", "key"),
    [
        ([("shirt", "white"), ("trousers", "navy"), ("loafers", "black")], "colour:neutral"),
        ([("shirt", "white"), ("trousers", "navy"), ("heels", "red")], "colour:accent:red"),
        ([("blouse", "pink"), ("midi_skirt", "pink"), ("heels", "black")], "colour:mono"),
        ([("blouse", "pink"), ("trousers", "navy"), ("cardigan", "pink")], "colour:echo"),
        ([("blouse", "white"), ("trousers", "yellow"), ("scarf", "teal"), ("handbag", "purple")], "colour:triad"),
    ],
)
def test_the_scheme_is_named(wear: Any, pieces: list[tuple[str, str]], key: str) -> None:
    assert harmony(wear(*pieces)).key == key


def test_quiet_looks_score_above_clashing_ones(wear: Any) -> None:
    quiet = wear(("shirt", "white"), ("trousers", "navy"), ("loafers", "brown"))
    loud = wear(("shirt", "orange"), ("trousers", "purple"), ("loafers", "green"), ("scarf", "red"))
    assert harmony(quiet).score > harmony(loud).score + 0.15


def test_harmony_does_not_depend_on_the_order_of_pieces(wear: Any) -> None:
    pieces = wear(("shirt", "pink"), ("trousers", "grey"), ("loafers", "brown"))
    assert harmony(pieces).score == pytest.approx(harmony(pieces[::-1]).score)


def test_palettes_keep_what_was_asked_and_the_neutrals() -> None:
    for family in ("green", "burgundy", "navy"):
        found = palette([family])  # type: ignore[list-item]
        assert found[0] == family
        assert {"black", "white", "navy", "beige"} <= set(found)
    assert "orange" not in palette(["pink", "teal"])


def test_arcs_go_the_short_way() -> None:
    assert arc(350, 10) == 20
    assert arc(0, 180) == 180


def test_one_bright_hue_from_head_to_toe_is_a_costume(wear: Any) -> None:
    drenched = wear(("shirt", "burgundy"), ("trousers", "burgundy"), ("cardigan", "burgundy"), ("loafers", "burgundy"))
    led = wear(("shirt", "white"), ("trousers", "burgundy"), ("cardigan", "burgundy"), ("loafers", "black"))
    assert harmony(led).score > harmony(drenched).score


@pytest.mark.parametrize(
    ("value", "expected"),
    [("#ffffff", (100, 0)), ("#000000", (0, 0)), ("#808080", (54, 0)), ("#00ff00", (88, 120)), ("#0000ff", (32, 134))],
)
def test_lightness_and_chroma_of_srgb(value: str, expected: tuple[int, int]) -> None:
    """CIE 15 values of the sRGB primaries under D65."""
    light, chroma, _ = lch(value)
    assert (round(light), round(chroma)) == expected


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [("navy", "white", 0.49), ("beige", "brown", 0.33), ("navy", "camel", -0.43), ("navy", "orange", -0.55)],
)
def test_ou_luo_of_known_pairs(first: str, second: str, value: float) -> None:
    """As four public implementations of Ou and Luo 2006 have it; it is hard on classics, and so weighs little."""
    assert ou_luo(hex_of(first), hex_of(second)) == pytest.approx(value, abs=0.02)


@pytest.mark.parametrize(
    ("hues", "template"),
    [((10,), 1.0), ((10, 18), 1.0), ((0, 60), 0.96), ((0, 180), 0.94), ((0, 50, 180), 0.86), ((0, 90, 180, 270), 0.72)],
)
def test_hues_within_the_sectors_of_a_template_fit_it_whole(hues: tuple[int, ...], template: float) -> None:
    """Types i, V, I, Y and X of Cohen-Or et al. 2006: at no distance only the template's own favour counts."""
    assert template_fit(hues, tuple(1.0 for _ in hues)) == pytest.approx(template)


def test_hues_outside_every_template_cost_by_their_distance() -> None:
    fits = [template_fit((0, 120, 240), (weight, weight, weight)) for weight in (0.5, 1.0, 2.0)]
    assert fits == sorted(fits, reverse=True) and fits[0] < 0.94


@pytest.mark.parametrize(("match", "score"), [(0.5, 1.0), (0.0, 0.0), (1.0, 0.0), (0.25, 0.75), (0.75, 0.75)])
def test_moderate_matches_are_best(match: float, score: float) -> None:
    """Gray et al. 2014: fashionableness is quadratic in how well colours match."""
    assert moderate(match) == pytest.approx(score)


def test_one_colour_leads_and_contrast_is_neither_flat_nor_harsh(wear: Any) -> None:
    led = wear(("shirt", "white"), ("trousers", "navy"), ("cardigan", "navy"), ("loafers", "brown"))
    scattered = wear(("shirt", "pink"), ("trousers", "green"), ("cardigan", "orange"), ("loafers", "blue"))
    assert harmony(led).score > harmony(scattered).score
    flat = wear(("shirt", "navy"), ("trousers", "navy"), ("cardigan", "navy"), ("loafers", "navy"))
    assert harmony(led).score > harmony(flat).score


def test_that_one_colour_leads_is_told_where_no_scheme_is(wear: Any) -> None:
    touches = wear(("sheath_dress", "navy"), ("heels", "red"), ("handbag", "green"))
    assert harmony(touches).key == "colour:led"
    shared = wear(("blouse", "red"), ("trousers", "green"), ("cardigan", "orange"), ("heels", "blue"))
    assert harmony(shared).key is None


@pytest.mark.parametrize(
    ("name", "soft"),
    [("burgundy", True), ("wine", True), ("maroon", True), ("red", False), ("pink", False), ("navy", False)],
)
def test_burgundy_goes_with_others_as_a_neutral_and_is_a_colour_all_the_same(name: str, soft: bool) -> None:
    assert is_soft_neutral(hex_of(name)) is soft
    assert not soft or not is_neutral(hex_of(name))


def test_a_soft_neutral_bears_a_colour_that_a_red_does_not(wear: Any) -> None:
    teal = hex_of("teal")
    assert affinity(hex_of("burgundy"), teal) > affinity(hex_of("red"), teal)
    with_burgundy, with_red = (
        harmony(wear(("blouse", "yellow"), ("trousers", family), ("scarf", "teal"), ("loafers", "black"))).score
        for family in ("burgundy", "red")
    )
    assert with_burgundy > with_red + 0.05
    assert harmony(wear(("shirt", "white"), ("trousers", "grey"), ("tie", "burgundy"))).key == "colour:accent:burgundy"
