import io
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


def test_the_label_is_seen_and_falls_back_to_letters_that_can_be_drawn() -> None:
    plain = Image.new("RGB", (400, 600), "#808080")
    shown = np.asarray(Image.open(io.BytesIO(marked(plain, "AI-generated image", over_a_photo=False))))
    assert (shown[:540] == 0x80).all()
    assert (shown[560:] != 0x80).mean() > 0.1
    fallen_back = marked(plain, "\U000f1234", "AI-generated image", over_a_photo=False)
    assert fallen_back == marked(plain, "AI-generated image", over_a_photo=False)
    assert (np.asarray(plain) == 0x80).all()
