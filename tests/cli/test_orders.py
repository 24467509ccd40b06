"""An order history from a file."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from stores.demo.generator import generate
from tests.cli.conftest import Said
from tests.server.processes import serving

Maison = Callable[..., Said]
IDS = [article.id for article in generate(1, 200)]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    file = tmp_path / "orders.csv"
    lines = [
        "article_id,date,quantity,price,returned,voucher",
        f"{IDS[0]},2027-04-01,1,19.90,no,SPRING",
        "gone,2027-04-02,,,,",
        f"{IDS[1]},,2,,yes,",
        f"{IDS[2]},2 April,,,,",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


@pytest.mark.usefixtures("shop")
def test_orders_are_taken_and_what_is_not_is_reported(maison: Maison, history: Path) -> None:
    first, again = maison("orders", "import", str(history)), maison("orders", "import", str(history))
    assert (first.code, again.code) == (0, 0)
    assert "2 added, 0 known already, 2 not taken" in first.out
    assert "0 added, 2 known already, 2 not taken" in again.out
    report = history.with_name("orders.rejected.csv")
    with report.open(encoding="utf-8") as rows:
        refused = {int(row["line"]): row["reason"] for row in csv.DictReader(rows)}
    assert list(refused) == [3, 5]
    assert "gone" in refused[3] and "date" in refused[5]
    assert str(report) in first.out


@pytest.mark.usefixtures("shop")
def test_a_server_that_owns_the_directory_takes_them(maison: Maison, data_dir: Path, history: Path) -> None:
    with serving(data_dir):
        assert "2 added" in maison("orders", "import", str(history)).out


@pytest.mark.usefixtures("shop")
def test_what_is_no_order_history_is_said_to_be_none(maison: Maison, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    for text, word in (("name,price\na,1\n", "article_id"), ("article_id\nnothing\n", "no order"), ("", "article_id")):
        file.write_text(text, encoding="utf-8")
        code, _, err = maison("orders", "import", str(file))
        assert (code, word in err) == (1, True)
    file.write_bytes(b"article_id\n\xff\xfe\n")
    assert "cannot be read" in maison("orders", "import", str(file)).err
    assert maison("orders", "import", str(tmp_path / "none.csv")).code == 2
