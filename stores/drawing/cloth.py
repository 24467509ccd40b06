"""What an article is made of, as tones to draw with: the colour itself, its shadows, its lights, its lines.

The main area keeps the colour of the article; everything else is laid over it. Knows no shape.
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from stores.drawing.tones import lightness, mixed, tone
from stores.vocabulary import Article

PAIRED = {"black": "#f4f3ef", "white": "#1b2540", "cream": "#8a5a3c", "beige": "#f7f3e8", "grey": "#2f3137"}
OTHER_INK = "#f6f0e2"
DARK, PALE = 0.36, 0.86


class Finish(BaseModel):
    """How a fabric takes the light: a texture, how deep its shadows are, how bright its lights.

    `named`: it is meant only where the article's name says so, not where it is among the fabrics.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    texture: str = ""
    depth: float = 1.0
    gleam: float = 1.0
    rim: float = 1.0
    sharp: bool = False
    named: bool = False


@dataclass(frozen=True)
class Cloth:
    """One material in one colour. `accents` are the colours of its pattern."""

    base: str
    finish: Finish
    pattern: str = "solid"
    accents: tuple[str, ...] = ()

    @property
    def dark(self) -> bool:
        return lightness(self.base) < DARK

    @property
    def pale(self) -> bool:
        return lightness(self.base) > PALE

    @property
    def shade(self) -> str:
        light = lightness(self.base)
        return tone(self.base, 0.42, 0.8) if self.pale else tone(self.base, 0.3 * light, 0.9)

    @property
    def depth(self) -> float:
        """How much of the shade a shadow lays over the cloth, 0 to 1."""
        return self.finish.depth * (0.17 if self.pale else 0.5 if self.dark else 0.27)

    @property
    def light(self) -> str:
        return tone(self.base, lightness(self.base) + 0.3, 0.8) if self.dark else "#ffffff"

    @property
    def gleam(self) -> float:
        return self.finish.gleam * (0.24 if self.dark else 0.5 if self.pale else 0.2)

    @property
    def line(self) -> str:
        """The contour, which has to show on paper and on white."""
        light = lightness(self.base)
        if self.dark:
            return tone(self.base, light + 0.15, 0.9)
        return tone(self.base, 0.5, 0.9) if self.pale else tone(self.base, 0.5 * light, 0.9)

    @property
    def seam(self) -> str:
        """A line within the cloth: lighter than it where it is dark."""
        light = lightness(self.base)
        return tone(self.base, light + 0.2) if self.dark else tone(self.base, light - (0.2 if self.pale else 0.17))

    @property
    def inside(self) -> "Cloth":
        """The wrong side, seen where a garment is open."""
        light = lightness(self.base)
        deep = tone(self.base, light - 0.1 if self.pale else light * 0.72, 0.9)
        return replace(self, base=deep, pattern="solid", finish=finishes()["plain"])

    @property
    def facing(self) -> "Cloth":
        """The satin of a dinner jacket's lapels: black, but on a white one."""
        return self.of("satin") if self.pale else self.dyed("#1a191d").of("satin")

    @property
    def plain(self) -> "Cloth":
        return replace(self, pattern="solid")

    def of(self, finish: str) -> "Cloth":
        """The same colour in another material, without the pattern."""
        return replace(self, pattern="solid", finish=finishes()[finish])

    def with_pattern(self, pattern: str) -> "Cloth":
        return replace(self, pattern=pattern)

    def dyed(self, colour: str) -> "Cloth":
        return replace(self, base=colour, pattern="solid")


@cache
def finishes() -> dict[str, Finish]:
    """How fabrics take the light, in the order in which they are looked for."""
    table = tomllib.loads(files("stores.drawing").joinpath("finishes.toml").read_text(encoding="utf-8"))
    return {name: Finish(**row) for name, row in table.items()}


def cloth_of(article: Article, usual: str) -> Cloth:
    """The cloth that the article's words and fabrics tell, else the `usual` finish of such a piece."""
    said = article.name.lower().replace("-", " ")
    named = [name for name, one in finishes().items() if told(name, one, said, article.fabrics)]
    base = article.colours[0].hex
    return Cloth(base, finishes()[named[0] if named else usual], article.pattern, accents(article))


def told(name: str, finish: Finish, said: str, fabrics: list[str]) -> bool:
    return name.replace("_", " ") in said or (name in fabrics and not finish.named)


def accents(article: Article) -> tuple[str, ...]:
    """The colours beside the main one; where the article names none, one that stands out from it."""
    main, *others = article.colours
    if others:
        return tuple(colour.hex for colour in others)
    if article.pattern in {"embroidered", "paisley"}:
        return ("#c9a24b", mixed(main.hex, "#ffffff", 0.5))
    return (PAIRED.get(main.family, OTHER_INK),)


def metal(colour: str = "#b9b4a8") -> Cloth:
    return Cloth(colour, finishes()["metal"])


BRASS, STEEL, HORN, PEARL = "#c2a25c", "#a9acb0", "#5a4030", "#ece6d8"
