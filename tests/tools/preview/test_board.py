import io

import numpy as np
import pytest
from PIL import Image

from stores.vocabulary import Item, ItemColour, Look, Score, Slot
from tools.preview.board import HEIGHT, WIDTH, BoardLine, BoardWords, balanced, draw_board, shortened, wrapped
from tools.preview.lettering import font_for

SLOTS: tuple[Slot, ...] = ("base_top", "bottom", "mid", "outer", "footwear", "bag", "headwear", "hosiery", "accessory")


def look(*slots: Slot, colour: str = "#c01f28", title: str = "A day out", identity: str = "l1") -> Look:
    items = [
        Item(
            slot=slot,
            source="catalog",
            id=f"a{number}",
            name=f"Piece {number}",
            category="shirt",
            colour=ItemColour(name="red", family="red", hex=colour),
        )
        for number, slot in enumerate(slots)
    ]
    return Look(id=identity, kind="outfit", title=title, items=items, total=1, currency="EUR", score=Score(total=1))


def drawn(of: Look, title: str = "A day out", total: str | None = None, *lines: BoardLine) -> Image.Image:
    image = Image.open(io.BytesIO(draw_board(of, BoardWords(title, list(lines), total))))
    image.load()
    return image


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Dark pixels in a part of the board."""
    return sum(image.crop(box).convert("L").histogram()[:100])


@pytest.mark.parametrize("slots", [SLOTS[:1], SLOTS[:4], SLOTS, ("accessory",), ("one_piece", "footwear")])
def test_a_board_is_a_png_of_its_size_with_the_looks_colour(slots: tuple[Slot, ...]) -> None:
    image = drawn(look(*slots))
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    pixels = np.asarray(image.resize((300, 375)))
    assert ((pixels[..., 0] > 150) & (pixels[..., 1] < 70)).sum() > 150 * len(slots)


def test_the_same_look_is_the_same_picture_and_another_lies_differently() -> None:
    lines = [BoardLine("Robe", "120 €")]
    first = draw_board(look("one_piece"), BoardWords("Été", lines, "120 €"))
    assert draw_board(look("one_piece"), BoardWords("Été", lines, "120 €")) == first
    assert draw_board(look("one_piece", identity="l2"), BoardWords("Été", lines, "120 €")) != first


def test_the_total_hangs_on_a_tag_only_when_there_is_one() -> None:
    corner = (700, 1350, 1200, 1480)
    assert ink(drawn(look("bottom")), corner) == 0
    assert ink(drawn(look("bottom"), "A day out", "345 €"), corner) > 200


def test_words_without_glyphs_give_way_to_the_catalogues() -> None:
    unknown = "\U000f1234\U000f1235"
    plain = draw_board(look("bottom"), BoardWords("A day out", [BoardLine("Piece 0")], "1 EUR"))
    assert draw_board(look("bottom"), BoardWords(unknown, [BoardLine(unknown, unknown)], unknown)) == plain


def test_a_board_speaks_one_language_though_one_word_alone_has_no_glyphs() -> None:
    of = look("bottom", "mid")
    latin = BoardWords("Grey skirt", [BoardLine("Grey skirt", "20 €"), BoardLine("Blazer", "1 €")], "21 €")
    english = draw_board(of, latin)
    mixed = [BoardLine("Gris", "20"), BoardLine("\U000f1234", "1")]
    assert draw_board(of, BoardWords("Gris", mixed, "21"), latin=latin) == english
    drawable = draw_board(of, BoardWords("Gris", mixed[:1], "21"), latin=latin)
    assert drawable == draw_board(of, BoardWords("Gris", mixed[:1], "21")) != english


@pytest.mark.parametrize("title", ["", "周末出行", "Une très longue phrase " * 12, "x" * 400, "\n\t"])
def test_no_title_is_too_much(title: str) -> None:
    lines = (BoardLine("白色亚麻衬衫", "¥399"), BoardLine("n" * 300, "p" * 40))
    board = drawn(look("bottom", "base_top"), title, "¥1,234", *lines)
    assert board.size == (1200, 1500)


def test_a_missing_line_is_written_with_the_items_name() -> None:
    both = draw_board(look("bottom", "mid"), BoardWords("t", [BoardLine("Piece 0"), BoardLine("Piece 1")], None))
    assert draw_board(look("bottom", "mid"), BoardWords("t", [BoardLine("Piece 0")], None)) == both


def test_a_long_title_breaks_into_lines_of_a_length() -> None:
    face = font_for("a", 40)
    assert face is not None
    title = "Robe en maille crème, baskets blanches"
    first, second = balanced(title, face, round(face.getlength(title)) - 10)
    assert f"{first} {second}" == title
    assert len(second) > len(first) / 2


def test_lines_break_at_spaces_and_fit() -> None:
    face = font_for("a", 40)
    assert face is not None
    lines = wrapped("one two three four five six", face, 220)
    assert len(lines) > 1 and " ".join(lines) == "one two three four five six"
    assert all(face.getlength(line) <= 220 for line in lines)
    assert shortened("short", face, 500) == "short"
    cut = shortened("much too long to fit", face, 200)
    assert cut.endswith("...") and face.getlength(cut) <= 200
