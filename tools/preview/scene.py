"""What a painter is asked for: the pieces of a look as they are to be worn, and the photo of whoever is to wear them.

This module does not know how a picture is painted, nor whether it may be.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, Protocol

from PIL import Image

from stores.vocabulary import Item, Look, Presentation, Slot
from tools.preview.figure import Figure, Zone

Ground = Literal["edit", "invent"]

# The zone of the figure in which a slot is worn, what lies on top first. What is carried or sits at the face is not
# painted: a bag hides the clothes, and a hat the face.
ZONES: Mapping[Slot, Zone] = {
    "outer": "upper", "mid": "upper", "base_top": "upper", "one_piece": "whole", "bottom": "lower",
    "footwear": "feet",
}  # fmt: skip
WHOSE: Mapping[Presentation | None, str] = {"women": "a woman", "men": "a man", "unisex": "a person", None: "a person"}
TILE, AIR = 384, 24


class Unpaintable(RuntimeError):
    """A painter gave no picture. The text is a reason in a few words, without anything of the person's."""

    @property
    def missing(self) -> str:
        """The reason as `tools.preview.notes` has words for it."""
        return f"not painted: {self}"


class Unkept(Unpaintable):
    """A picture was painted that may not be shown; the text names what is wrong with it."""

    @property
    def missing(self) -> str:
        return f"not kept: {self}"


class Nobody(Unpaintable):
    """Nobody can be made out on the photo."""

    @property
    def missing(self) -> str:
        return "no person"


@dataclass(frozen=True)
class Worn:
    """A piece as it is painted: its name in English, its colour (None for no flat one), a picture on white."""

    slot: Slot
    name: str
    hex: str | None
    picture: Image.Image

    @property
    def zone(self) -> Zone:
        return ZONES[self.slot]


@dataclass(frozen=True)
class Scene:
    """The pieces that are painted, who wears them, and the photo and figure of that person, or neither."""

    pieces: tuple[Worn, ...]
    whose: Presentation | None = None
    photo: Image.Image | None = None
    figure: Figure | None = None

    @property
    def kind(self) -> Ground:
        return "edit" if self.photo else "invent"

    @property
    def zones(self) -> tuple[Zone, ...]:
        return tuple(dict.fromkeys(piece.zone for piece in self.pieces))

    def outermost(self) -> dict[Zone, Worn]:
        """What is seen of each zone: the piece that lies over the others."""
        return {piece.zone: piece for piece in sorted(self.pieces, key=lambda one: -list(ZONES).index(one.slot))}

    def words(self, zone: Zone | None = None) -> tuple[str, str]:
        """What is to be seen and what is not, in English; of one zone alone where it is painted by itself."""
        pieces = [piece for piece in self.pieces if zone in {None, piece.zone}]
        told = {"pieces": listed([piece.name for piece in pieces]), "who": WHOSE[self.whose]}
        return load_words()["zone" if zone else self.kind].format(**told), load_words()["never"]

    def pictures(self, zone: Zone | None = None) -> list[Image.Image]:
        return [piece.picture for piece in self.pieces if zone in {None, piece.zone}]


class Painter(Protocol):
    """Paints scenes. What it is shown stays on this machine where it is `here`; one that `invents` needs no photo."""

    name: str
    here: bool
    invents: bool

    @property
    def settings(self) -> str:
        """All that a picture follows from beside the scene."""
        ...

    async def paint(self, scene: Scene, seed: int) -> Image.Image:
        """RGB, of any size. Raises Unpaintable."""
        ...


def build_scene(
    look: Look,
    pictures: Mapping[str, Image.Image],
    *,
    whose: Presentation | None = None,
    photo: Image.Image | None = None,
    figure: Figure | None = None,
) -> Scene:
    """The scene of a look with the pictures of its pieces by id; without one a piece is a tile of its colour."""
    items = sorted((item for item in look.items if item.slot in ZONES), key=lambda one: list(ZONES).index(one.slot))
    return Scene(tuple(worn(item, pictures.get(item.id)) for item in items), whose, photo, figure)


def worn(item: Item, picture: Image.Image | None) -> Worn:
    flat = None if item.colour.family in {"multi", "gold", "silver"} else item.colour.hex
    name = f"{item.colour.name} {item.category.replace('_', ' ')}"
    tile = on_white(picture) if picture else Image.new("RGB", (TILE, TILE), item.colour.hex)
    return Worn(item.slot, name, flat, tile)


def on_white(picture: Image.Image) -> Image.Image:
    """The picture in the middle of a white square of TILE pixels."""
    fitted = picture.convert("RGBA")
    fitted.thumbnail((TILE - 2 * AIR, TILE - 2 * AIR))
    tile = Image.new("RGB", (TILE, TILE), "white")
    tile.paste(fitted, ((TILE - fitted.width) // 2, (TILE - fitted.height) // 2), fitted)
    return tile


def sheet_of(pictures: Sequence[Image.Image]) -> Image.Image:
    """Several pictures as one: square tiles in rows, as near to a square as they fill."""
    across = max(1, round(len(pictures) ** 0.5 + 0.49))
    down = max(1, -(-len(pictures) // across))
    sheet = Image.new("RGB", (across * TILE, down * TILE), "white")
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (number % across * TILE, number // across * TILE))
    return sheet


def listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


@cache
def load_words() -> dict[str, Any]:
    """What painters are told, in English, and how their pipelines are called."""
    return tomllib.loads(files("tools.preview").joinpath("painting.toml").read_text(encoding="utf-8"))
