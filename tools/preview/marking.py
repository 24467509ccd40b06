"""How a picture that a model made says so: in words on it, and in its file by the terms of the IPTC.

https://cv.iptc.org/newscodes/digitalsourcetype names the source; it stands in the file as XMP, where picture libraries,
search engines and platforms look for it.
"""

import io

from PIL import Image, ImageDraw, PngImagePlugin

from tools.preview.lettering import written

MADE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
MADE_OVER_A_PHOTO = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
KEY = "XML:com.adobe.xmp"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Maison" Iptc4xmpExt:DigitalSourceType="{source}"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
PLATE, INK = (29, 26, 23, 176), "#f4eee4"
LEAST_TEXT, TEXT, AIR = 12, 40, 0.5  # pixels, parts of the shorter side, and of the text's height


def marked(picture: Image.Image, *labels: str, over_a_photo: bool) -> bytes:
    """PNG with the first of the labels that a font can draw at its lower left, and its source in the file. Blocking."""
    shown = picture.convert("RGB")
    write_label(shown, *labels)
    info = PngImagePlugin.PngInfo()
    info.add_itxt(KEY, XMP.format(source=MADE_OVER_A_PHOTO if over_a_photo else MADE))
    out = io.BytesIO()
    shown.save(out, "PNG", pnginfo=info)
    return out.getvalue()


def write_label(picture: Image.Image, *labels: str) -> None:
    size = max(LEAST_TEXT, min(picture.size) // TEXT)
    if found := written(size, *labels):
        label, face = found
        air = round(AIR * size)
        wide, tall = round(face.getlength(label)) + 2 * air, size + 2 * air
        corner = (air, picture.height - tall - air)
        plate = Image.new("RGBA", (wide, tall), PLATE)
        ImageDraw.Draw(plate).text((air, tall // 2), label, INK, face, "lm")
        picture.paste(plate, corner, plate)
