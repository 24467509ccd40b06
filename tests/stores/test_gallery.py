from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stores.demo.generator import generate
from stores.gallery import Blind, Gallery, open_gallery
from stores.pictures import Pictures
from stores.vocabulary import Article
from tests.photos import red_square
from tests.stores.mean_colour import MeanColour


@pytest.fixture
def articles() -> list[Article]:
    return list(generate(1, 5))


@pytest.fixture
async def gallery(tmp_path: Path) -> AsyncIterator[Gallery]:
    async with opened(tmp_path, MeanColour()) as one:
        yield one


def opened(directory: Path, encoder: MeanColour) -> Any:
    return open_gallery(directory / "gallery", Pictures(directory / "pictures"), encoder)


async def fill(gallery: Gallery, articles: Sequence[Article], version: str = "v1") -> list[int]:
    return [done async for done in gallery.fill(articles, version)]


async def test_an_article_is_looked_at_once(gallery: Gallery, articles: list[Article], tmp_path: Path) -> None:
    first = await gallery.of(articles)
    assert {*first} == {one.id for one in articles}
    assert np.linalg.norm([*first.values()], axis=1) == pytest.approx(1)
    async with opened(tmp_path, encoder := MeanColour()) as again:
        assert {key: vector.tolist() for key, vector in (await again.of(articles)).items()} == {
            key: vector.tolist() for key, vector in first.items()
        }
    assert encoder.shown == 0


async def test_other_weights_and_other_looks_are_looked_at_anew(
    gallery: Gallery, articles: list[Article], tmp_path: Path
) -> None:
    await gallery.of(articles)
    async with opened(tmp_path, other := MeanColour("mean-2")) as again:
        await again.of(articles[:2])
    assert other.shown == 2
    encoder = gallery.encoder
    assert isinstance(encoder, MeanColour)
    dearer = articles[0].model_copy(update={"price": 999.0})
    recut = articles[0].model_copy(update={"pattern": "check" if articles[0].pattern != "check" else "dot"})
    await gallery.of([dearer])
    assert encoder.shown == 5
    await gallery.of([recut])
    assert encoder.shown == 6


async def test_a_feeds_photo_is_looked_at_and_what_is_none_is_absent(
    gallery: Gallery, articles: list[Article], tmp_path: Path
) -> None:
    (tmp_path / "red.png").write_bytes(red_square())
    (tmp_path / "broken.png").write_bytes(b"no picture")
    images = [str(tmp_path / "red.png"), str(tmp_path / "broken.png"), "https://shop.example/a.png", None, "/etc/hosts"]
    shown = [one.model_copy(update={"image": image}) for one, image in zip(articles, images, strict=True)]
    assert [*await gallery.of(shown)] == [articles[0].id]
    (tmp_path / "red.png").write_bytes(red_square(200))
    before = (await gallery.of(shown))[articles[0].id]
    assert isinstance(gallery.encoder, MeanColour) and gallery.encoder.shown >= 3 and before.shape == (3,)


async def test_a_slow_encoder_is_asked_beforehand_alone(articles: list[Article], tmp_path: Path) -> None:
    async with opened(tmp_path, encoder := MeanColour(quick=False)) as gallery:
        assert await gallery.of(articles) == {}
        assert encoder.shown == 0
        probe = np.array([1, 0, 0], np.float32)
        assert await gallery.nearest(probe, 3) == []
        assert (await fill(gallery, articles[:3]))[-1] == 3
        known = await gallery.of(articles)
        assert {*known} == {one.id for one in articles[:3]}
        assert await gallery.nearest(probe, 9) == sorted(known, key=lambda key: -known[key][0])
        await fill(gallery, articles)
        assert encoder.shown == 5
        assert len(await gallery.nearest(probe, 9)) == 5


async def test_a_fill_that_was_stopped_goes_on(articles: list[Article], tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("stores.gallery.CHUNK", 2)
    async with opened(tmp_path, encoder := MeanColour(quick=False)) as gallery:
        async for done in gallery.fill(articles, "v1"):
            assert done == 2
            break
        assert encoder.shown == 2
        assert await fill(gallery, articles) == [2, 4, 5]
        assert encoder.shown == 5


async def test_files_that_are_broken_are_told(articles: list[Article], tmp_path: Path) -> None:
    async with opened(tmp_path, MeanColour(quick=False)) as gallery:
        await fill(gallery, articles)
    for broken in (tmp_path / "gallery").rglob("chroma.sqlite3"):
        broken.write_bytes(b"no database")
    (tmp_path / "gallery" / "vectors.db").write_bytes(b"no database at all" * 100)
    async with opened(tmp_path, MeanColour(quick=False)) as gallery:
        with pytest.raises(Blind, match=r"vectors\.db"):
            await gallery.of(articles)
        with pytest.raises(Blind, match="encode them again"):
            await gallery.nearest(np.array([1, 0, 0], np.float32), 3)
