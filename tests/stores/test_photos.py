import asyncio
import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from stores.caller import Caller
from stores.photos import LONG_SIDE, BadPhoto, Photos, clean

ADA, BEA = Caller("ada"), Caller("bea")
ORIENTATION, MAKER, GPS, LATITUDE = 0x0112, 0x010F, 0x8825, 2


@pytest.fixture
def photos(tmp_path: Path) -> Photos:
    return Photos(tmp_path / "photos", max_bytes=2_000_000)


def picture(colour: str = "red", size: tuple[int, int] = (64, 48), form: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form, **options)
    return out.getvalue()


def huge() -> bytes:
    out = io.BytesIO()
    Image.new("1", (8100, 8000)).save(out, "PNG")
    return out.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


async def test_photos_are_numbered_as_they_come_and_numbers_never_come_back(photos: Photos) -> None:
    first, second = await photos.add(ADA, picture("red")), await photos.add(ADA, picture("green"))
    assert (first.number, second.number) == (1, 2)
    await photos.remove(ADA, second.id)
    assert (await photos.add(ADA, picture("blue"))).number == 3
    assert [photo.number for photo in await photos.photos(ADA)] == [1, 3]
    assert await photos.numbered(ADA, 2) is None


async def test_the_same_bytes_are_the_same_photo(photos: Photos) -> None:
    copies = await asyncio.gather(*(photos.add(ADA, picture("red")) for _ in range(5)))
    assert len({copy.id for copy in copies}) == 1
    assert len(await photos.photos(ADA)) == 1


async def test_many_at_once_get_numbers_of_their_own(photos: Photos) -> None:
    stored = await asyncio.gather(*(photos.add(ADA, picture(size=(20 + n, 20))) for n in range(8)))
    assert sorted(photo.number for photo in stored) == list(range(1, 9))


async def test_they_are_still_there_after_a_restart(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    again = Photos(photos.directory)
    assert await again.photo(ADA, photo.id) == photo
    assert opened(await again.pixels(ADA, photo.id) or b"").size == (64, 48)


async def test_captioned_is_remembered(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    assert not photo.captioned
    await photos.mark_captioned(ADA, photo.id)
    assert [kept.captioned for kept in await photos.photos(ADA)] == [True]


async def test_another_person_sees_nothing(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    assert await photos.photos(BEA) == []
    assert await photos.photo(BEA, photo.id) is None
    assert await photos.numbered(BEA, 1) is None
    assert await photos.pixels(BEA, photo.id) is None
    assert await photos.mark_captioned(BEA, photo.id) is None
    assert await photos.remove(BEA, photo.id) is None
    await photos.erase(BEA)
    assert await photos.photo(ADA, photo.id) == photo
    assert (await photos.add(BEA, picture())).id != photo.id


async def test_erase_leaves_no_file(photos: Photos) -> None:
    await photos.add(ADA, picture())
    await photos.erase(ADA)
    assert list(photos.directory.iterdir()) == []


async def test_remove_deletes_the_pixels(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    assert await photos.remove(ADA, photo.id) == photo
    assert await photos.pixels(ADA, photo.id) is None
    assert not list(photos.directory.rglob("*.jpg"))


async def test_an_id_is_never_a_path(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    assert await photos.pixels(BEA, f"../{ADA.key}/{photo.id}") is None


def test_orientation_is_applied_and_metadata_is_gone() -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "Camera of Ada"
    exif.get_ifd(GPS)[LATITUDE] = (48.0, 51.0, 24.0)
    sent = picture(size=(64, 48), exif=exif, comment=b"at home")
    assert b"Camera of Ada" in sent
    jpeg, size = clean(sent)
    assert size == (48, 64)
    assert not opened(jpeg).getexif()
    assert b"Ada" not in jpeg and b"at home" not in jpeg and b"Exif" not in jpeg


def test_png_text_goes_and_transparency_becomes_white() -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "Ada")
    out = io.BytesIO()
    Image.new("RGBA", (32, 32), (255, 0, 0, 0)).save(out, "PNG", pnginfo=note)
    jpeg, _ = clean(out.getvalue())
    assert b"Ada" not in jpeg
    assert opened(jpeg).getpixel((5, 5)) == (255, 255, 255)


def test_a_profile_is_applied_and_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg, _ = clean(picture("red", icc_profile=profile))
    assert "icc_profile" not in opened(jpeg).info


def test_a_broken_profile_does_not_stop_a_photo() -> None:
    assert clean(picture("red", icc_profile=b"not a profile"))[1] == (64, 48)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_large_pictures_become_smaller(form: str) -> None:
    jpeg, size = clean(picture(size=(3000, 1500), form=form))
    assert size == (LONG_SIDE, LONG_SIDE // 2) == opened(jpeg).size
    assert opened(jpeg).format == "JPEG"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo_empty"),
        (b"x" * 2_000_001, "photo_too_large"),
        (b"<svg/>", "photo_unreadable"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, "photo_unreadable"),
        (picture()[:400], "photo_unreadable"),
        (picture(form="GIF"), "photo_unreadable"),
        (picture(size=(8, 200)), "photo_too_small"),
        (huge(), "photo_too_many_pixels"),
    ],
)
async def test_bad_photos_are_refused_by_name(photos: Photos, data: bytes, code: str) -> None:
    with pytest.raises(BadPhoto) as refused:
        await photos.add(ADA, data)
    assert refused.value.code == code
    assert await photos.photos(ADA) == []


async def test_as_many_as_are_kept_and_no_more(photos: Photos) -> None:
    photos.most = 2
    first, _ = [await photos.add(ADA, picture(colour)) for colour in ("red", "green")]
    with pytest.raises(BadPhoto) as refused:
        await photos.add(ADA, picture("blue"))
    assert refused.value.code == "too_many_photos"
    assert await photos.add(ADA, picture("red")) == first
    assert (await photos.add(BEA, picture("blue"))).number == 1
    await photos.remove(ADA, first.id)
    assert (await photos.add(ADA, picture("blue"))).number == 3
    assert len(list((photos.directory / ADA.key).glob("*.jpg"))) == 2


async def test_heic_is_told_what_to_do(photos: Photos) -> None:
    with pytest.raises(BadPhoto, match="HEIC"):
        await photos.add(ADA, b"\0\0\0\x18ftypheic" + b"\0" * 50)
