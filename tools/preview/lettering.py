"""Fonts for pictures: the first one at hand that has the glyphs.

It asks fontconfig where there is one, and else uses the face that comes with Pillow. This module knows no layout.
"""

import subprocess
from functools import cache
from pathlib import Path
from unicodedata import combining, normalize

from PIL import ImageFont

Font = ImageFont.FreeTypeFont

WANTED = ("DejaVu Serif", "serif:lang=zh")
NO_GLYPH = "\uffff"
SPELLED = str.maketrans({"€": "EUR", "£": "GBP", "¥": "CNY", "œ": "oe", "Œ": "OE", "–": "-"})


def written(size: int, *texts: str) -> tuple[str, Font] | None:
    """The first of `texts` that a font of `size` pixels can draw, on one line, and that font; None where there is none.

    Where no font has an accent or a currency sign, the text is spelled without.
    """
    for text in texts:
        line = " ".join(text.split())
        for spelling in (line, plain(line)):
            if spelling and (face := font_for(spelling, size)):
                return spelling, face
    return None


def plain(text: str) -> str:
    """The text in ASCII as far as it has letters for it."""
    decomposed = normalize("NFKD", text.translate(SPELLED))
    return "".join(character for character in decomposed if not combining(character))


def font_for(text: str, size: int) -> Font | None:
    """A font of `size` pixels that can draw all of `text`, or None."""
    return next((face for face in faces(size) if covers(face, text)), None)


def covers(face: Font, text: str) -> bool:
    missing = bytes(face.getmask(NO_GLYPH))
    return all(character.isspace() or bytes(face.getmask(character)) != missing for character in set(text))


@cache
def faces(size: int) -> list[Font]:
    """Every face at hand, the preferred one first."""
    found = [ImageFont.truetype(path, size, index) for path, index in font_files()]
    default = ImageFont.load_default(size)
    return [*found, default] if isinstance(default, Font) else found


@cache
def font_files() -> list[tuple[str, int]]:
    """(file, index in it) of what fontconfig takes for the wanted faces; it always names one, glyphs or not."""
    files = []
    for wanted in WANTED:
        try:
            command = ["fc-match", "--format=%{file}|%{index}", wanted]
            answer = subprocess.run(command, capture_output=True, text=True, timeout=5, check=True)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            continue
        file, _, index = answer.stdout.partition("|")
        if Path(file).suffix.lower() in {".ttf", ".ttc", ".otf"}:
            files.append((file, int(index or 0) & 0xFFFF))
    return list(dict.fromkeys(files))
