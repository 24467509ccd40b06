from pathlib import Path

import pytest

from agents.captions import Caption, CaptionedGarment
from stores.caller import Caller
from stores.folders import Folder
from stores.photos import Photos
from tests.photos import red_square
from tools.captioner import PhotoMissing, build_caption_photo
from tools.pixels import Sight

ANNA, BO = Caller("anna"), Caller("bo")


async def seen(number: int, sight: Sight, jpeg: bytes) -> Caption:
    assert jpeg.startswith(b"\xff\xd8")
    return Caption(garments=[CaptionedGarment(category="tee", colours=sight.garments[0].colours)])


async def test_a_photo_is_measured_captioned_and_marked(tmp_path: Path) -> None:
    photos = Photos(tmp_path, Folder(str(tmp_path)))
    photo = await photos.add(ANNA, red_square())
    answer = await build_caption_photo(photos, ANNA, seen).ainvoke({"number": photo.number})
    (garment,) = Caption.model_validate(answer).garments
    assert (garment.category, garment.slot) == ("tee", "base_top")
    assert garment.colours[0].family in {"red", "burgundy"}
    again = await photos.photo(ANNA, photo.id)
    assert again is not None and again.captioned


async def test_nobody_captions_the_photos_of_others(tmp_path: Path) -> None:
    photos = Photos(tmp_path, Folder(str(tmp_path)))
    photo = await photos.add(ANNA, red_square())
    with pytest.raises(PhotoMissing):
        await build_caption_photo(photos, BO, seen).ainvoke({"number": photo.number})
