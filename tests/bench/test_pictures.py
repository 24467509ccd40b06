from bench.pictures import COLUMNS, LABEL, PAPER, SIDE, contact_sheet, one_of_each
from stores.categories import load_categories
from stores.demo.generator import generate


def test_a_sheet_holds_one_of_each_category() -> None:
    assert [article.category for article in one_of_each(list(generate(1, 50)))] == [*load_categories()]


def test_pictures_lie_in_rows_on_paper_over_their_names() -> None:
    articles = list(generate(1, 2))
    named, unnamed = contact_sheet(articles, named=True), contact_sheet(articles, named=False)
    assert named.size == (COLUMNS * SIDE, SIDE + 2 * LABEL) and unnamed.size == (COLUMNS * SIDE, SIDE)
    paper = tuple(int(PAPER[at : at + 2], 16) for at in (1, 3, 5))
    assert unnamed.getpixel((SIDE // 2, SIDE // 2)) != paper
    assert unnamed.crop((2 * SIDE, 0, COLUMNS * SIDE, SIDE)).getcolors() == [((COLUMNS - 2) * SIDE * SIDE, paper)]
    assert len(named.crop((0, SIDE, SIDE, SIDE + LABEL)).getcolors() or []) > 1
