"""The sheets in docs/screenshots: `python -m tests.web.showcase [FOLDER]`, out of what `tests.web.screenshots` took.

A few rooms for each size, every language and both themes among them; no larger than a page of documentation can bear.
"""

import sys
from pathlib import Path

from PIL import Image

from tests.web.screenshots import scale

DOCS = Path(__file__).parents[2] / "docs" / "screenshots"
# Per sheet: its size of screen, how wide a picture is on it, and the pictures.
SHEETS = {
    "desktop": ("desktop", 1440, ["chat-en-light"]),
    "rooms": ("desktop", 1080, ["reading-en-dark", "search-zh-light"]),
    "tablet": ("tablet", 768, ["reading-fr-light", "chat-zh-dark", "wardrobe-en-light"]),
    "phone": (
        "phone",
        390,
        ["front-en-light", "chat-zh-light", "reading-fr-dark", "wardrobe-fr-light", "search-en-dark", "looks-zh-light",
         "you-en-light"],
    ),
}  # fmt: skip
GROUND, BETWEEN, QUALITY = "#8a8478", 24, 82


def sheet(folder: Path, size: str, width: int, names: list[str]) -> Image.Image:
    """Pictures side by side; one alone has no ground round it."""
    shots = [scale(Image.open(folder / f"{name}-{size}.png"), width) for name in names]
    if len(shots) == 1:
        return shots[0]
    ground = Image.new("RGB", ((width + BETWEEN) * len(shots) + BETWEEN, shots[0].height + 2 * BETWEEN), GROUND)
    for at, shot in enumerate(shots):
        ground.paste(shot, (BETWEEN + at * (width + BETWEEN), BETWEEN))
    return ground


if __name__ == "__main__":
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    for name, (size, width, names) in SHEETS.items():
        sheet(source, size, width, names).save(DOCS / f"{name}.webp", quality=QUALITY, method=6)
