import asyncio
import io
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from stores.caller import Caller
from stores.folders import Folder
from stores.photo_files import BadPhoto
from stores.photos import Photos
from tests.stores.mean_colour import MeanColour

ADA, BEA = Caller("ada"), Caller("bea")


@pytest.fixture(params=["local", "memory"])
def photos(request: pytest.FixtureRequest, tmp_path: Path) -> Photos:
    directory = tmp_path / "photos"
    pictures = Folder(str(directory) if request.param == "local" else f"memory://{uuid4()}/photos")
    return Photos(directory, pictures, max_bytes=2_000_000)


def picture(colour: str = "red", size: tuple[int, int] = (64, 48), form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
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
    again = Photos(photos.directory, photos._pictures)
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
    assert await photos._pictures.kept(ADA, "") == []


async def test_remove_deletes_the_pixels(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    assert await photos.remove(ADA, photo.id) == photo
    assert await photos.pixels(ADA, photo.id) is None
    assert await photos._pictures.kept(ADA, ".jpg") == []


async def test_what_a_photo_looks_like_is_kept_as_long_as_the_photo(photos: Photos) -> None:
    one, two = await photos.add(ADA, picture("red")), await photos.add(ADA, picture("blue"))
    encoder, other = MeanColour(), MeanColour("mean-2")
    red, again = await photos.vector(ADA, one.id, encoder), await photos.vector(ADA, one.id, encoder)
    assert red is not None and again is not None
    assert red[0] > 0.9 and red.tolist() == again.tolist() and encoder.shown == 1
    await photos.vector(ADA, one.id, other)
    await photos.vector(ADA, two.id, encoder)
    assert other.shown == 1 and await photos.vector(BEA, one.id, encoder) is None
    await photos.remove(ADA, one.id)
    kept = [path.name for path in photos.directory.rglob("*.f32")]
    assert kept == [f"{two.id}.mean-1.f32"] and await photos.vector(ADA, one.id, encoder) is None
    await photos.erase(ADA)
    assert not list(photos.directory.rglob("*.f32"))


async def test_a_photo_is_cleaned_without_being_kept(photos: Photos) -> None:
    assert opened(await photos.cleaned(picture(form="PNG"))).format == "JPEG"
    assert await photos.photos(ADA) == []
    with pytest.raises(BadPhoto):
        await photos.cleaned(b"no photo")


async def test_an_id_is_never_a_path(photos: Photos) -> None:
    photo = await photos.add(ADA, picture())
    assert await photos.pixels(BEA, f"../{ADA.key}/{photo.id}") is None


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
    assert len(await photos._pictures.kept(ADA, ".jpg")) == 2


async def test_a_refused_photo_leaves_nothing_and_takes_no_number(photos: Photos) -> None:
    for data, code in ((b"", "photo_empty"), (b"x" * 2_000_001, "photo_too_large"), (b"<svg/>", "photo_unreadable")):
        with pytest.raises(BadPhoto) as refused:
            await photos.add(ADA, data)
        assert refused.value.code == code
    assert await photos._pictures.kept(ADA, "") == []
    assert (await photos.add(ADA, picture())).number == 1


async def test_a_number_is_never_used_again_even_after_all_are_gone(photos: Photos) -> None:
    for colour, number in (("red", 1), ("red", 2), ("green", 3)):
        photo = await photos.add(ADA, picture(colour))
        assert photo.number == number
        await photos.remove(ADA, photo.id)
