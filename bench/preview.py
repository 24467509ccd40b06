"""Twelve boards: how long one takes, the first of a process with nothing drawn yet beside those after it.

`python -m bench.preview [--folder DIR] [--json]`; with a folder the boards are written to it, to be looked at. Looks
are chosen by hand over the articles of a demo catalogue.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from agents.house.prose.names import look_title
from bench.report import percentile, publish
from graph.facts import piece_facts
from graph.previewing import board_arguments
from stores.demo.generator import generate
from stores.pictures import Pictures
from stores.vocabulary import Article, Item, ItemColour, Language, Look, Presentation, Score
from tools.preview.board import BoardWords, draw_board
from tools.preview.pieces import trimmed

SEED, ROUNDS = 7, 3
LOOKS: tuple[tuple[Language, Presentation, str], ...] = (
    ("en", "women", "cocktail_dress blazer heels clutch necklace"),
    ("fr", "men", "suit_jacket suit_trousers dress_shirt tie derbies pocket_square"),
    ("zh", "women", "overcoat sweater jeans ankle_boots tote headscarf"),
    ("en", "men", "tee chinos loafers belt sunglasses"),
    ("en", "women", "evening_gown evening_sandals clutch earrings"),
    ("fr", "women", "blouse midi_skirt sandals sun_hat handbag"),
    ("en", "men", "parka hoodie jeans hiking_boots beanie backpack gloves"),
    ("zh", "men", "overcoat turtleneck trousers chelsea_boots scarf watch"),
    ("en", "women", "leather_jacket tee jeans sneakers crossbody cap"),
    ("fr", "women", "jumpsuit trench_coat sandals handbag ring"),
    ("en", "men", "tuxedo_jacket tuxedo_trousers tuxedo_shirt bow_tie oxfords cufflinks"),
    ("en", "women", "cardigan maxi_dress ballet_flats umbrella scarf"),
)


def build_look(
    number: int, wanted: str, whose: Presentation, articles: Sequence[Article]
) -> tuple[Look, list[Article]]:
    """The look of these categories, as far as the catalogue has them, each time with another article of a kind."""
    pieces = []
    for category in wanted.split():
        fit = [one for one in articles if one.category == category and one.presentation in {whose, "unisex"}]
        pieces += fit[number % len(fit) :][:1] if fit else []
    items = [item_of(piece) for piece in pieces]
    total = round(sum(item.price or 0 for item in items), 2)
    look = Look(
        id=f"look-{number}", kind="outfit", title="", items=items, total=total, currency="EUR", score=Score(total=1)
    )
    return look, pieces


def item_of(piece: Article) -> Item:
    colour = piece.colours[0]
    return Item(
        slot=piece.slot, source="catalog", id=piece.id, name=piece.name, category=piece.category, price=piece.price,
        currency=piece.currency, colour=ItemColour(name=colour.name, family=colour.family, hex=colour.hex),
    )  # fmt: skip


async def board(look: Look, pieces: Mapping[str, Article], language: Language, pictures: Pictures) -> bytes:
    """As the preview tool makes it, from the stores of articles and pictures on."""
    facts = [piece_facts(piece, "catalog") for piece in pieces.values()]
    told = board_arguments(look.model_copy(update={"title": look_title(facts, language)}), pieces, language)
    words, latin = BoardWords(told["title"], told["lines"], told["total"]), told.get("latin")
    drawn = await asyncio.gather(*(pictures.of(piece) for piece in pieces.values()))
    shown = {
        piece.id: picture
        for piece, file in zip(pieces.values(), drawn, strict=True)
        if file and (picture := trimmed(file))
    }
    return await asyncio.to_thread(draw_board, look, words, latin=latin, pictures=shown)


async def measure(folder: Path | None) -> dict[str, Any]:
    articles = list(generate(SEED))
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as drawn:
        pictures = Pictures(Path(drawn))
        for turn in range(ROUNDS):
            for number, (language, whose, wanted) in enumerate(LOOKS):
                look, pieces = build_look(number, wanted, whose, articles)
                start = time.perf_counter()
                png = await board(look, {piece.id: piece for piece in pieces}, language, pictures)
                seconds.append(time.perf_counter() - start)
                if folder and not turn:
                    (folder / f"board-{number + 1:02}.png").write_bytes(png)
    cold, warm = seconds[: len(LOOKS)], seconds[len(LOOKS) :]
    return {
        "board_s_p50": percentile(warm, 50),
        "drawing_s_p50": percentile(cold[1:], 50),
        "first_s": cold[0],
        "n": len(LOOKS),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if asked.folder:
        asked.folder.mkdir(parents=True, exist_ok=True)
    publish(asyncio.run(measure(asked.folder)), as_json=asked.json)


if __name__ == "__main__":
    main()
