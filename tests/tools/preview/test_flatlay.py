import random
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stores.demo.generator import generate
from stores.pictures import Pictures
from stores.vocabulary import Article, Item, ItemColour, Look, Score
from tools.preview.flatlay import fitted, lay_pieces, life_size, prepared
from tools.preview.pieces import trimmed

WANTED = ("shirt", "blazer", "chinos", "loafers", "belt", "backpack")
ROOM = (100, 100, 900, 800)
PAPER = (244, 238, 228)


def item(article: Article) -> Item:
    colour = article.colours[0]
    return Item(
        slot=article.slot, source="catalog", id=article.id, name=article.name, category=article.category,
        colour=ItemColour(name=colour.name, family=colour.family, hex=colour.hex),
    )  # fmt: skip


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    first: dict[str, Article] = {}
    for article in generate(1, 800):
        first.setdefault(article.category, article)
    return [first[category] for category in WANTED]


def look(articles: list[Article], identity: str = "l1") -> Look:
    items = [item(article) for article in articles]
    return Look(id=identity, kind="outfit", title="", items=items, total=1, currency="EUR", score=Score(total=1))


def laid(of: Look, pictures: dict[str, Image.Image]) -> Image.Image:
    board = Image.new("RGB", (1000, 900), PAPER)
    lay_pieces(board, of, pictures, ROOM)
    return board


async def test_pictures_lie_within_the_room_and_fill_much_of_it(articles: list[Article], tmp_path: Path) -> None:
    store = Pictures(tmp_path)
    drawn = {article.id: trimmed(path) for article in articles[:4] if (path := await store.of(article))}
    pictures = {identity: picture for identity, picture in drawn.items() if picture}
    board = np.asarray(laid(look(articles), pictures)).astype(int)
    touched = np.abs(board - PAPER).max(-1) > 40
    rows, columns = np.flatnonzero(touched.any(1)), np.flatnonzero(touched.any(0))
    assert rows[0] > 60 and rows[-1] < 850 and columns[0] > 60 and columns[-1] < 950
    assert touched[ROOM[1] : ROOM[3], ROOM[0] : ROOM[2]].mean() > 0.25


def test_the_same_look_lies_the_same_and_another_otherwise(articles: list[Article]) -> None:
    assert laid(look(articles), {}).tobytes() == laid(look(articles), {}).tobytes()
    assert laid(look(articles), {}).tobytes() != laid(look(articles, "l2"), {}).tobytes()


def test_pieces_keep_their_order_of_size_and_small_ones_can_be_seen(articles: list[Article]) -> None:
    sizes = {article.category: life_size(item(article)) for article in articles}
    assert sizes["chinos"] > sizes["shirt"] > sizes["backpack"] > sizes["loafers"]
    ring = item(articles[0]).model_copy(update={"category": "ring"})
    assert 80 < life_size(ring) < sizes["loafers"] / 2
    assert life_size(ring.model_copy(update={"category": "cape"})) == 600


def test_one_small_piece_is_not_blown_up(articles: list[Article]) -> None:
    piece = prepared(item(articles[4]), None, random.Random(2))
    scale, left, top = fitted([piece], ROOM)
    assert scale <= 1
    assert (left + scale * piece.x, top + scale * piece.y) == pytest.approx((500, 450))
