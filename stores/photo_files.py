"""Files that strangers send as photos: what they are by their content, and how they become pictures without a past.

A photo is turned upright, converted to sRGB, laid on white, made smaller and written anew as a JPEG, so that no place,
device, text or second file leaves with it. This module does not know whose a photo is, nor what is on it.
"""

import io
import re
from collections.abc import Mapping

from PIL import Image, ImageCms, ImageOps

MAX_BYTES = 15_000_000
MAX_PIXELS = 64_000_000
MIN_SIDE = 16
MOST_OBLONG = 16  # times as long as wide: what is beyond would be a strip of a few pixels once it is made smaller
LONG_SIDE = 1536
QUALITY = 88
MOST_SCANS = 50  # of a JPEG; cameras write 1, progressive ones about 10, and each of them costs a pass over all pixels

# By their first bytes. A HEIC file is a box `ftyp` with one of these brands.
FORMS: Mapping[str, re.Pattern[bytes]] = {
    "JPEG": re.compile(rb"\xff\xd8\xff"),
    "PNG": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "GIF": re.compile(rb"GIF8[79]a"),
    "WEBP": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "HEIF": re.compile(rb".{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)", re.DOTALL),
}
OTHERS: Mapping[str, re.Pattern[bytes]] = {
    "an SVG drawing": re.compile(
        rb"(?s)\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg"
    ),
    "an AVIF picture": re.compile(rb".{4}ftypavi[fs]", re.DOTALL),
    "a video": re.compile(rb".{4}ftyp|\x1a\x45\xdf\xa3|RIFF.{4}AVI ", re.DOTALL),
    "a ZIP archive": re.compile(rb"PK\x03\x04|PK\x05\x06"),
    "an archive": re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf'\x1c|\x1f\x8b\x08"),
    "a PDF document": re.compile(rb"%PDF-"),
    "a TIFF or raw picture": re.compile(rb"II\*\0|MM\0\*"),
    "a BMP picture": re.compile(rb"BM"),
    "a JPEG XL picture": re.compile(rb"\0\0\0\x0cJXL |\xff\x0a"),
    "a JPEG 2000 picture": re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"),
    "a Photoshop document": re.compile(rb"8BPS"),
    "a photo written out as text (base64)": re.compile(rb"data:image/|/9j/|iVBORw0KGgo"),
    "a web page": re.compile(rb"\s*<(?:!doctype html|html)", re.IGNORECASE),
}
# What else a file can be while it begins as a photo: browsers and readers look for it at the head, archives at the end.
HEAD, TAIL = 4096, 66_000
SECOND_NATURES: Mapping[str, re.Pattern[bytes]] = {
    "a web page or script": re.compile(rb"<(?:html|script|svg|iframe|body)[\s>/]|<\?php", re.IGNORECASE),
    "a PDF document": re.compile(rb"%PDF-\d"),
    "a ZIP archive": re.compile(rb"PK\x05\x06\0\0\0\0.{14}", re.DOTALL),
    "an archive": re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf'\x1c"),
}


class BadPhoto(ValueError):
    """A photo that cannot be taken. `code` is stable; the message says what is wrong and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def check_size(data: bytes, max_bytes: int) -> None:
    """Raises BadPhoto."""
    if not data:
        raise BadPhoto("photo_empty", "The file is empty. Send the photo again.")
    if len(data) > max_bytes:
        sent, most = len(data) / 1e6, max_bytes / 1e6
        message = f"The photo has {sent:.1f} MB, more than the {most:.0f} MB that are taken. Send a smaller copy."
        raise BadPhoto("photo_too_large", message)


def clean(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Upright sRGB JPEG without metadata, longer side at most LONG_SIDE, and its width and height.

    Of an animation it is the first picture. Blocking: 12 megapixels of JPEG take some 0.05 s, of HEIC a second.
    Raises BadPhoto.
    """
    form = form_of(data)
    check_nature(data)
    try:
        check_dimensions(data, form)
        with Image.open(io.BytesIO(data), formats=(form,)) as image:
            image.draft("RGB", (LONG_SIDE, LONG_SIDE))
            shades = smooth(image)
            shades.thumbnail((LONG_SIDE, LONG_SIDE))
            flat = flatten(to_srgb(upright(shades)))
    except BadPhoto:
        raise
    except Image.DecompressionBombError as error:
        raise too_many_pixels("even more") from error
    except Exception as error:  # decoders fed by strangers raise whatever they like
        message = f"The {'HEIC' if form == 'HEIF' else form} file is damaged, or was cut off on its way. Send it again."
        raise BadPhoto("photo_unreadable", message) from error
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), flat.size


def form_of(data: bytes) -> str:
    """Pillow's name of what the file is. Raises BadPhoto where it is no kind of photo that is taken."""
    for form, signature in FORMS.items():
        if signature.match(data):
            if form == "HEIF":
                learn_heif()
            return form
    found = next((name for name, signature in OTHERS.items() if signature.match(data)), "not a photo that can be read")
    raise BadPhoto("photo_unreadable", f"This is {found}. Send a JPEG, PNG, WebP, HEIC or GIF file.")


def learn_heif() -> None:
    """Have Pillow read HEIC; nobody who never sends one loads the decoder."""
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def check_nature(data: bytes) -> None:
    """Refuse what is a photo and something else at once, and what is built to keep a decoder busy. Raises BadPhoto."""
    ends = (data[:HEAD], data[-TAIL:])
    for name, signature in SECOND_NATURES.items():
        if any(signature.search(end) for end in ends):
            raise BadPhoto("photo_polyglot", f"The file is a photo and {name} at once. Send the photo alone.")
    if data.count(b"\xff\xda") > MOST_SCANS and FORMS["JPEG"].match(data):
        raise BadPhoto("photo_too_complex", "The JPEG file has too many scans to be read. Save the photo anew.")


def check_dimensions(data: bytes, form: str) -> None:
    """Read the header alone, before anything is decoded. Raises BadPhoto, and whatever the decoder does."""
    with Image.open(io.BytesIO(data), formats=(form,)) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise too_many_pixels(f"{width} x {height}")
        if min(width, height) < MIN_SIDE:
            message = f"The photo has only {width} x {height} pixels. Send one of at least {MIN_SIDE} on each side."
            raise BadPhoto("photo_too_small", message)
        if max(width, height) > MOST_OBLONG * min(width, height):
            message = f"The photo is a strip of {width} x {height} pixels. Cut it to what is to be seen."
            raise BadPhoto("photo_too_narrow", message)
        image.verify()


def too_many_pixels(size: str) -> BadPhoto:
    message = f"The photo has {size} pixels, more than {MAX_PIXELS / 1e6:.0f} million. Scale it down."
    return BadPhoto("photo_too_many_pixels", message)


def smooth(image: Image.Image) -> Image.Image:
    """In a mode that can be made smaller without stairs, and whose white is 255."""
    if image.mode.startswith("I"):
        return image.point(lambda level: level / 257).convert("L")
    if image.mode in {"1", "P", "PA"}:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def upright(image: Image.Image) -> Image.Image:
    """As the camera was held; notes of it that cannot be read turn nothing."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # whatever a stranger wrote there
        return image


def to_srgb(image: Image.Image) -> Image.Image:
    """Phones write Display P3: without this, stored colours would be duller than the garment."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def flatten(image: Image.Image) -> Image.Image:
    """RGB over white, carrying nothing but pixels."""
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        flat = Image.new("RGB", image.size, "white")
        flat.paste(layer, mask=layer.getchannel("A"))
    else:
        flat = image.convert("RGB")
    flat.info = {}
    return flat
