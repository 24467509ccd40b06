from pathlib import Path

from PIL import Image

from stores.demo.generator import generate
from stores.pictures import DRAWN, Pictures


async def test_a_picture_is_drawn_once_and_kept(tmp_path: Path) -> None:
    article = next(generate(1, 1))
    assert article.image == DRAWN
    pictures = Pictures(tmp_path / "pictures")
    path = await pictures.of(article)
    assert path
    with Image.open(path) as image:
        assert image.size == (600, 600)
    written = path.stat().st_mtime_ns
    assert await Pictures(tmp_path / "pictures").of(article) == path
    assert path.stat().st_mtime_ns == written
    path.unlink()
    assert await pictures.of(article) == path and path.exists()


async def test_what_is_not_drawn_has_no_picture_here(tmp_path: Path) -> None:
    article = next(generate(1, 1))
    for image in (None, "photo.jpg", "https://shop.example/a.png"):
        assert await Pictures(tmp_path / "pictures").of(article.model_copy(update={"image": image})) is None
    assert not (tmp_path / "pictures").exists()
