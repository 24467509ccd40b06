import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from stores.caller import LOCAL, Caller
from stores.folders import Folder
from stores.photos import Photos
from stores.pictures import DRAWN, Pictures
from stores.vocabulary import Item, ItemColour, Look, Score
from tests.photos import red_square
from tests.tools.conftest import build_article
from tools.preview.pieces import Pieces, from_feed

COLOUR = ItemColour(name="red", family="red", hex="#b3202a")


@pytest.fixture
def pieces(tmp_path: Path) -> Any:
    """Over a shop of these articles, and the photos of LOCAL."""

    def over(*articles: Any) -> Pieces:
        async def found(ids: list[str]) -> dict[str, Any]:
            return {article.id: article for article in articles if article.id in ids}

        shop: Any = SimpleNamespace(articles=found)
        photos = Photos(tmp_path / "photos", Folder(str(tmp_path / "files")))
        return Pieces(shop, Pictures(tmp_path / "pictures"), photos)

    return over


def look(*items: tuple[str, str]) -> Look:
    rows = [
        Item(slot="base_top", source=source, id=key, name=key, category="shirt", colour=COLOUR)  # type: ignore[arg-type]
        for key, source in items
    ]
    return Look(id="l1", kind="outfit", title="", items=rows, total=1, currency="EUR", score=Score(total=1))


async def test_an_article_is_drawn_or_cut_out_of_its_feeds_photo(pieces: Any, tmp_path: Path) -> None:
    (tmp_path / "feed.png").write_bytes(red_square())
    articles = [
        build_article("shirt", id="drawn", image=DRAWN),
        build_article("shirt", id="photo", image=str(tmp_path / "feed.png")),
        build_article("shirt", id="web", image="https://example.org/a.jpg"),
        build_article("shirt", id="none"),
    ]
    found = await pieces(*articles).of(look(*((one.id, "catalog") for one in articles)), LOCAL, {})
    assert set(found) == {"drawn", "photo"}
    red = found["photo"].getpixel((found["photo"].width // 2, found["photo"].height // 2))
    assert red == pytest.approx((0xB3, 0x20, 0x2A, 255), abs=6)
    assert found["drawn"].getbbox() == (0, 0, *found["drawn"].size)


async def test_a_garment_is_cut_out_of_its_owners_photo(pieces: Any) -> None:
    kept = pieces()
    await kept.photos.add(LOCAL, red_square())
    worn = look(("mine", "wardrobe"))
    found = await kept.of(worn, LOCAL, {"mine": 1})
    assert found["mine"].size == pytest.approx((150, 250), abs=16)
    assert await kept.of(worn, Caller("another"), {"mine": 1}) == {}
    assert await kept.of(worn, LOCAL, {"mine": 2}) == {}


@pytest.mark.parametrize("name", ["a.txt", "a.svg", "gone.png", "broken.jpg"])
def test_a_file_that_shows_nothing_is_left_out(tmp_path: Path, name: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (50, 50)).save(out, "PNG")
    (tmp_path / "a.txt").write_bytes(out.getvalue())
    (tmp_path / "a.svg").write_text("<svg/>")
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    assert from_feed(tmp_path / name) is None
