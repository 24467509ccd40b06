"""Which layer goes under which: a knit by its warmth and its name, a jacket by its kind, cloth and cut."""

from typing import Any

import pytest

from stores.categories import load_categories
from stores.vocabulary import Brief, Profile
from tools.fixes import fixes
from tools.layers import excess, layer_balance, load_layers, room, thickest, thickness
from tools.rubric import rubric, worn_of
from tools.shape import clash, line_balance
from tools.worth import NEVER, pair_worth


def test_the_tables_name_known_categories() -> None:
    table = load_layers()
    assert {*table["knits"], *table["room"]} <= set(load_categories())


@pytest.mark.parametrize(
    ("category", "told", "thick"),
    [
        ("fine_knit", {"clo": 0.20}, 1),
        ("sweater", {"clo": 0.28}, 2),
        ("sweater", {"clo": 0.35}, 2),
        ("sweater", {"clo": 0.41}, 3),
        ("sweater", {"name": "cream chunky knit"}, 3),
        ("sweater", {"name": "gros pull en laine"}, 3),
        ("sweater", {"name": "粗针毛衣"}, 3),
        ("sweater", {"name": "thin navy jumper"}, 1),
        ("sweater", {"name": "light blue sweater"}, 2),
        ("cardigan", {"name": "薄开衫"}, 1),
        ("shirt", {"clo": 0.34}, 0),
        ("overcoat", {"clo": 0.60}, 0),
    ],
)
def test_how_thick_a_knit_is(article: Any, category: str, told: dict[str, Any], thick: int) -> None:
    """ISO 9920: thin sweaters .20 clo, normal ones .28, thick ones .35."""
    assert thickness(article(category, **told)) == thick


@pytest.mark.parametrize(
    ("category", "told", "free"),
    [
        ("blazer", {"fabrics": ["wool"]}, 2),
        ("blazer", {}, 2),
        ("blazer", {"fabrics": ["linen"]}, 1),
        ("blazer", {"fabrics": ["linen"], "fit": "fitted"}, 1),
        ("blazer", {"fabrics": ["linen"], "fit": "relaxed"}, 2),
        ("suit_jacket", {"fabrics": ["wool"], "fit": "fitted"}, 1),
        ("denim_jacket", {"fabrics": ["cotton"], "fit": "oversized"}, 3),
        ("rain_jacket", {"fit": "fitted"}, None),
        ("sweater", {}, None),
    ],
)
def test_what_goes_under_a_jacket(article: Any, category: str, told: dict[str, Any], free: int | None) -> None:
    assert room(article(category, **told)) == free


def test_a_chunky_knit_is_never_worn_under_a_thin_jacket(article: Any) -> None:
    chunky, jumper, fine = (article("sweater", clo=clo) for clo in (0.41, 0.28, 0.20))
    thin, wool = article("blazer", fabrics=["linen"]), article("blazer", fabrics=["wool"])
    assert clash(chunky, thin) and clash(thin, chunky)
    assert not clash(chunky, wool) and not clash(jumper, thin)
    assert [layer_balance([knit, thin]) for knit in (jumper, fine)] == [layer_balance([chunky, wool]), 1.0]
    assert layer_balance([chunky, wool]) < layer_balance([jumper, wool]) == 1.0
    assert line_balance([chunky, wool]) < line_balance([jumper, wool])
    assert layer_balance([chunky, article("overcoat"), article("denim_jacket", fit="oversized")]) == 1.0
    assert excess(thin, chunky) == excess(chunky, thin) == 2
    assert thickest([fine, thin, chunky]) is chunky and thickest([fine, thin]) is None


def test_the_search_knows_it_as_the_gate_does(article: Any) -> None:
    pieces = [article("sweater", clo=0.41), article("blazer", fabrics=["linen"]), article("blazer", fabrics=["wool"])]
    aim = worn_of(pieces, Brief(text="x", intent="outfit", language="en"), None, Profile()).aim
    never = pair_worth(pieces, aim) <= NEVER
    assert never[0, 1] and never[1, 0] and not never[0, 2]


def test_the_critic_names_the_layer_that_jams_and_a_finer_one_helps(article: Any) -> None:
    brief = Brief(text="x", intent="relook", language="en")
    chunky = article("sweater", "cream", id="own-1", name="chunky knit")
    rest = [article(*one) for one in (("jeans", "blue"), ("loafers", "brown"), ("shirt", "white"))]
    worn = [chunky, article("blazer", "navy", fit="fitted"), *rest]
    sub = rubric(worn, brief, None, Profile())
    assert sub["silhouette"].why == "silhouette:thick:own-1" and sub["silhouette"].score == 3
    found = fixes(worn, sub, brief, None, Profile())
    assert [(fix.what, fix.why, fix.item) for fix in found][:1] == [("change:thin", "layers", "own-1")]
    easy = [chunky, article("overcoat", "navy"), *rest]
    assert not rubric(easy, brief, None, Profile())["silhouette"].why.startswith("silhouette:thick")
