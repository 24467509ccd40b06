from collections.abc import Sequence
from pathlib import Path

import pytest

from stores.caller import Caller
from stores.photos import Photos
from stores.vocabulary import Garment
from tests.photos import red_square
from tools.captioner import PhotoMissing, build_caption_photo
from tools.pixels import Measured

ANNA, BO = Caller("anna"), Caller("bo")


async def named(number: int, measured: Sequence[Measured], jpeg: bytes) -> list[Garment]:
    assert jpeg.startswith(b"\xff\xd8")
    colours = measured[0].colours
    piece = {"id": "g", "name": "a tee", "category": "tee", "slot": "base_top", "formality": 2, "clo": 0.1}
    return [Garment.model_validate({**piece, "colours": colours, "photo": number})]


async def test_a_photo_is_measured_named_and_marked(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    photo = await photos.add(ANNA, red_square())
    (garment,) = await build_caption_photo(photos, ANNA, named).ainvoke({"number": photo.number})
    assert garment["photo"] == photo.number
    assert garment["colours"][0]["family"] in {"red", "burgundy"}
    again = await photos.photo(ANNA, photo.id)
    assert again is not None and again.captioned


async def test_nobody_captions_the_photos_of_others(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    photo = await photos.add(ANNA, red_square())
    with pytest.raises(PhotoMissing):
        await build_caption_photo(photos, BO, named).ainvoke({"number": photo.number})
