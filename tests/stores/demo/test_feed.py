from stores.demo.feed import demo_rows
from stores.demo.generator import generate


def test_every_article_is_a_row_of_the_feed() -> None:
    rows = list(demo_rows(3))
    assert [row.article for row in rows] == list(generate(3))
    assert [row.line for row in rows] == list(range(1, 1001))
    assert not any(row.problem or row.left_out for row in rows)
