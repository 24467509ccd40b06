import io
import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from tools.preview.marking import MADE, MADE_OVER_A_PHOTO, marked

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"


@pytest.mark.parametrize(("over_a_photo", "source"), [(True, MADE_OVER_A_PHOTO), (False, MADE)])
def test_the_file_says_where_it_comes_from(over_a_photo: bool, source: str) -> None:
    png = marked(Image.new("RGB", (400, 600), "#808080"), "AI-generated image", over_a_photo=over_a_photo)
    with Image.open(io.BytesIO(png)) as image:
        assert image.format == "PNG"
        (told,) = ElementTree.fromstring(image.info["XML:com.adobe.xmp"]).iter(f"{RDF}Description")
    assert told.attrib[f"{IPTC}DigitalSourceType"] == source


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and data of each chunk, as the PNG specification has them, checksums compared."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        data = png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(kind + data)
        yield kind, data
        at += 12 + length


@pytest.mark.parametrize(("over_a_photo", "source"), [(True, MADE_OVER_A_PHOTO), (False, MADE)])
def test_a_reader_of_metadata_that_knows_png_and_xmp_alone_finds_the_source(over_a_photo: bool, source: str) -> None:
    png = marked(Image.new("RGB", (400, 600), "#808080"), "AI-generated image", over_a_photo=over_a_photo)
    found = [data for kind, data in chunks(png) if kind == b"iTXt"]
    keyword, rest = found[0].split(b"\0", 1)
    compressed, method, language, translated = rest[0], rest[1], *rest[2:].split(b"\0")[:2]
    assert (len(found), keyword, compressed, method) == (1, b"XML:com.adobe.xmp", 0, 0)
    packet = rest[2 + len(language) + len(translated) + 2 :].decode()
    assert re.match(r'<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>', packet)
    assert packet.rstrip().endswith('<?xpacket end="w"?>')
    tags = {name: value for told in ElementTree.fromstring(packet).iter() for name, value in told.attrib.items()}
    assert tags[f"{IPTC}DigitalSourceType"] == source
    names = [kind for kind, _ in chunks(png)]
    assert names.index(b"iTXt") < names.index(b"IDAT")


def test_the_label_is_seen_and_falls_back_to_letters_that_can_be_drawn() -> None:
    plain = Image.new("RGB", (400, 600), "#808080")
    shown = np.asarray(Image.open(io.BytesIO(marked(plain, "AI-generated image", over_a_photo=False))))
    assert (shown[:540] == 0x80).all()
    assert (shown[560:] != 0x80).mean() > 0.1
    fallen_back = marked(plain, "\U000f1234", "AI-generated image", over_a_photo=False)
    assert fallen_back == marked(plain, "AI-generated image", over_a_photo=False)
    assert (np.asarray(plain) == 0x80).all()
