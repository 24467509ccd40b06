"""Every file of the table has its expected answer, and what is taken carries nothing but pixels."""

import io

import pytest
from PIL import Image, ImageChops, ImageCms, ImageColor

from stores.photo_files import LONG_SIDE, BadPhoto, check_size, clean
from tests.photo_files import LIMIT, MARKER, PhotoFile, load_photo_files

# Pillow warns of broken notes and of large pictures, once each.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL", "ignore::PIL.Image.DecompressionBombWarning")

TAKEN = [file for file in load_photo_files() if file.answer == "taken"]
REFUSED = [file for file in load_photo_files() if file.answer != "taken"]


def opened(jpeg: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


@pytest.mark.parametrize("file", TAKEN, ids=lambda file: file.name)
def test_it_is_taken_and_carries_nothing_but_pixels(file: PhotoFile) -> None:
    jpeg, size = clean(file.made())
    image = opened(jpeg)
    assert (size, image.size, image.format, image.mode) == (file.size, file.size, "JPEG", "RGB")
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert not any(mark in jpeg for mark in (MARKER, b"Exif", b"http", b"ICC_PROFILE"))
    assert jpeg.count(b"\xff\xd8\xff") == 1  # no second picture


@pytest.mark.parametrize("file", TAKEN, ids=lambda file: file.name)
def test_it_looks_as_it_was_sent(file: PhotoFile) -> None:
    image = opened(clean(file.made())[0])
    wanted = Image.new("RGB", image.size, ImageColor.getrgb(file.seen))
    assert max(high for _, high in ImageChops.difference(image, wanted).getextrema()) < 20


@pytest.mark.parametrize("file", REFUSED, ids=lambda file: file.name)
def test_it_is_refused_by_name_and_told_what_to_do(file: PhotoFile) -> None:
    with pytest.raises(BadPhoto) as refused:
        data = file.made()
        check_size(data, LIMIT)
        clean(data)
    assert refused.value.code == file.answer
    assert file.says in str(refused.value)
    assert str(refused.value).count(".") >= 2  # what is wrong, and what to do


def test_the_notes_of_the_table_are_really_in_the_files() -> None:
    noted = {note: file.made() for file in TAKEN for note in file.notes if note in {"gps", "xmp", "comment", "text"}}
    assert set(noted) == {"gps", "xmp", "comment", "text"}
    assert all(MARKER in data for data in noted.values())


def test_colours_are_those_that_the_profile_means() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    out = io.BytesIO()
    Image.new("RGB", (32, 32), "#c06030").save(out, "PNG", icc_profile=profile.tobytes())
    wanted = Image.new("RGB", (32, 32), "#c06030")
    assert max(high for _, high in ImageChops.difference(opened(clean(out.getvalue())[0]), wanted).getextrema()) < 4


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_large_pictures_become_smaller(form: str) -> None:
    file = PhotoFile(name="large", answer="taken", form=form, pixels=(3000, 1500))
    jpeg, size = clean(file.made())
    assert size == (LONG_SIDE, LONG_SIDE // 2) == opened(jpeg).size
