import pytest

from stores.categories import load_categories
from stores.colours import load_colours
from stores.demo.tables import load_brands, load_cloths, load_coverage, load_palettes, load_pieces

NAMED_BY_THE_LEXICON = """
    cotton linen wool merino cashmere silk satin velvet denim leather suede faux_leather faux_fur polyester nylon
    viscose tencel jersey knit corduroy tweed flannel fleece down gore_tex canvas lace chiffon tulle modal elastane
    rayon chambray seersucker straw rubber metal latex fur
"""


@pytest.mark.parametrize("category", load_pieces())
def test_what_a_piece_refers_to_exists(category: str) -> None:
    pieces = load_pieces()[category]
    assert category in load_categories()
    assert set(pieces.fabrics) <= set(load_cloths())
    assert pieces.palette in load_palettes()
    assert any(pieces.kind in brand.kinds for brand in load_brands().values())
    assert pieces.price[0] < pieces.price[1]


def test_palettes_name_known_colours() -> None:
    assert {name for palette in load_palettes().values() for name in palette} <= set(load_colours())


def test_cloths_are_made_of_canonical_fabrics() -> None:
    assert {fabric for cloth in load_cloths().values() for fabric in cloth.of} <= set(NAMED_BY_THE_LEXICON.split())


def test_nothing_in_a_table_is_unused() -> None:
    pieces = load_pieces().values()
    musts = [must for ability in load_coverage().values() for must in ability]
    assert set(load_cloths()) == {fabric for row in pieces for fabric in row.fabrics} | {m.fabric for m in musts} - {
        None
    }
    assert set(load_palettes()) == {row.palette for row in pieces}
    assert {kind for brand in load_brands().values() for kind in brand.kinds} == {row.kind for row in pieces}


def test_what_must_be_there_fits_its_category() -> None:
    for must in (must for ability in load_coverage().values() for must in ability):
        pieces = load_pieces()[must.category]
        assert must.cut in {None, *(cut[0] for cut in pieces.cuts)}, must
        assert must.fabric is None or must.fabric in load_cloths(), must
        assert set(must.colours) <= set(load_colours()), must
