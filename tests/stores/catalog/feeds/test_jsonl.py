import json
from pathlib import Path
from typing import Any

import pytest

from stores.catalog.feeds import FeedRow, read_feed
from stores.demo.generator import generate

ARTICLE = next(generate(1, 1))


def read(folder: Path, *lines: str, images: Path | None = None) -> list[FeedRow]:
    file = folder / "articles.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return list(read_feed(file, "jsonl", images))


def changed(**change: Any) -> str:
    return json.dumps(ARTICLE.model_dump(mode="json") | change)


def test_the_demo_catalogue_reads_back_as_it_was(tmp_path: Path) -> None:
    articles = list(generate(2, 50))
    rows = read(tmp_path, *(article.model_dump_json() for article in articles))
    assert [row.article for row in rows] == articles
    assert [row.line for row in rows] == list(range(1, 51))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (changed(price=-1), "price: Input should be greater than or equal to 0"),
        (changed(colours=[]), "colours: List should have at least 1 item after validation, not 0"),
        (changed(colours=[{"name": "x", "family": "x", "hex": "#ffffff"}]), "colours.0.family: "),
        (changed(weight=3), "weight: Extra inputs are not permitted"),
        (changed(category="spoon"), "category: 'spoon' is not a category we know"),
        (changed(category="tee", slot="outer"), "slot: tee belongs to base_top, not outer"),
        ("{", "Invalid JSON"),
        ("[]", "Input should be"),
    ],
)
def test_a_faulty_line_says_which_field_and_why(tmp_path: Path, line: str, problem: str) -> None:
    faulty, good = read(tmp_path, line, changed())
    assert faulty.article is None
    assert faulty.problem
    assert faulty.problem.startswith(problem)
    assert good.article == ARTICLE


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    assert [row.line for row in read(tmp_path, "", changed(), "  ", changed())] == [2, 4]


def test_a_picture_in_the_folder_is_given_with_it(tmp_path: Path) -> None:
    images = tmp_path / "images"
    images.mkdir()
    (images / "1.png").touch()
    lines = changed(image="1.png"), changed(image="2.png"), changed(image=None)
    found = [row.article.image for row in read(tmp_path, *lines, images=images) if row.article]
    assert found == [str(images / "1.png"), "2.png", None]
