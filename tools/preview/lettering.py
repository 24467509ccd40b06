"""Fonts for pictures: Newsreader, which comes with us, for Latin letters; for others what the machine has.

Newsreader is under the SIL Open Font License, see OFL.txt. Fontconfig is asked for the rest where there is one. This
module knows no layout.
"""

import subprocess
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from PIL import ImageFont

Font = ImageFont.FreeTypeFont

# Fontconfig knows Chinese by its territory; where no serif has it, any face that does.
WANTED = ("serif:lang=zh-cn", ":lang=zh-cn", "serif")
NO_GLYPH = "\uffff"


def written(size: int, *texts: str) -> tuple[str, Font] | None:
    """The first of `texts` that a font of `size` pixels can draw, on one line, and that font; None for none."""
    lines = (" ".join(text.split()) for text in texts)
    return next(((line, face) for line in lines if line and (face := font_for(line, size))), None)


def font_for(text: str, size: int) -> Font | None:
    """A font of `size` pixels that can draw all of `text`, or None."""
    return next((face for face in faces(size) if covers(face, text)), None)


def covers(face: Font, text: str) -> bool:
    missing = bytes(face.getmask(NO_GLYPH))
    return all(character.isspace() or bytes(face.getmask(character)) != missing for character in set(text))


@cache
def faces(size: int) -> list[Font]:
    """Every face at hand, our own first."""
    with as_file(files("tools.preview").joinpath("newsreader.woff2")) as own:
        return [ImageFont.truetype(own, size), *(ImageFont.truetype(path, size, at) for path, at in font_files())]


@cache
def font_files() -> list[tuple[str, int]]:
    """(file, index in it) of what fontconfig takes for the wanted faces; it always names one, glyphs or not."""
    found = []
    for wanted in WANTED:
        try:
            command = ["fc-match", "--format=%{file}|%{index}", wanted]
            answer = subprocess.run(command, capture_output=True, text=True, timeout=5, check=True)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            continue
        file, _, index = answer.stdout.partition("|")
        if Path(file).suffix.lower() in {".ttf", ".ttc", ".otf"}:
            found.append((file, int(index or 0) & 0xFFFF))
    return list(dict.fromkeys(found))
