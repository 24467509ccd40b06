"""The sheet that a garment is drawn on: panels of cloth with their shading, lines and small parts, as one SVG.

Shapes come in millimetres; what is drawn is fitted to a square of SIDE pixels. Widths of lines are in those pixels.
Every point passes through the hand, a slow waver of a pixel or two that the seed of the sheet decides, so that no
line is a ruler's and yet all that belongs together stays together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import pi, sin
from random import Random
from typing import NamedTuple

from stores.drawing.cloth import Cloth
from stores.drawing.outline import Path, Point, leaf
from stores.drawing.patterns import PATTERNS
from stores.drawing.raster import SIDE
from stores.drawing.textures import TEXTURES, Tile

MARGIN = 20
# Soft edges are nested shapes: a blur over the whole picture would cost as much as all else together.
SOFT = ((1.1, 0.14), (0.9, 0.18), (0.7, 0.2), (0.5, 0.24), (0.3, 0.24))
CRISP = ((0.85, 0.3), (0.6, 0.35), (0.35, 0.35))
RIM = ((30, 0.16), (19, 0.17), (11, 0.18), (5, 0.2))


class Fold(NamedTuple):
    """A crease from one point to another; `lit` catches the light instead of losing it. `strength` 1 is usual."""

    start: Point
    end: Point
    width: float
    bend: float = 0
    lit: bool = False
    strength: float = 1.0

    def on(self, side: int) -> "Fold":
        """The same fold on the right (1) or, mirrored, on the left (-1)."""
        start, end = (side * self.start[0], self.start[1]), (side * self.end[0], self.end[1])
        return self._replace(start=start, end=end, bend=side * self.bend)


class Mark(NamedTuple):
    """One painted path. `clip` is the panel that it stays within."""

    path: Path
    fill: str = "none"
    opacity: float = 1.0
    stroke: str = "none"
    width: float = 0.0
    dash: str = ""
    clip: Path | None = None
    cloth: Cloth | None = None
    grain: float = 0.0
    thrown: bool = False


@dataclass
class Sheet:
    """Collects marks; `waver` is the hand's unevenness in pixels."""

    seed: str
    waver: float = 1.5
    marks: list[Mark] = field(default_factory=list)

    def panel(
        self,
        path: Path,
        cloth: Cloth,
        folds: Sequence[Fold] = (),
        *,
        grain: float = 0,
        rim: float = 1,
        outline: float = 1.5,
        shapes: Sequence[tuple[Path, str, float]] = (),
    ) -> None:
        """A piece of cloth: colour, pattern turned by `grain` degrees, further shapes on it, shading, contour."""
        self.marks.append(Mark(path, cloth.base, cloth=cloth, grain=grain))
        for shape, ink, opacity in shapes:
            self.fill(shape, ink, opacity, clip=path)
        self.shade_edge(path, cloth, rim)
        for fold in folds:
            self.fold(fold, cloth, path)
        if outline:
            self.stroke(path, cloth.line, outline)

    def shade_edge(self, path: Path, cloth: Cloth, rim: float = 1) -> None:
        """Darkens the cloth towards its edge, more on the side away from the light, which is the lower right."""
        for width, share in RIM:
            self.marks.append(
                Mark(
                    path,
                    opacity=share * rim * cloth.depth * cloth.finish.rim,
                    stroke=cloth.shade,
                    width=width,
                    clip=path,
                )
            )

    def fold(self, fold: Fold, cloth: Cloth, clip: Path | None) -> None:
        ink, full = (cloth.light, cloth.gleam) if fold.lit else (cloth.shade, cloth.depth)
        steps = CRISP if cloth.finish.sharp and fold.lit else SOFT
        lean = Random(f"{self.seed}/{len(self.marks)}").uniform
        fold = fold._replace(
            end=(fold.end[0] + lean(-0.1, 0.1) * fold.width, fold.end[1] + lean(-0.3, 0.3) * fold.width),
            width=fold.width * lean(0.8, 1.2),
            bend=fold.bend * lean(0.6, 1.5),
        )
        for width, share in steps:
            shape = leaf(fold.start, fold.end, fold.width * width, fold.bend)
            self.fill(shape, ink, min(1.0, full * share * fold.strength), clip=clip)

    def fill(self, path: Path, ink: str, opacity: float = 1, clip: Path | None = None) -> None:
        self.marks.append(Mark(path, ink, opacity, clip=clip))

    def stroke(
        self, path: Path, ink: str, width: float = 1.2, opacity: float = 1, dash: str = "", clip: Path | None = None
    ) -> None:
        self.marks.append(Mark(path, opacity=opacity, stroke=ink, width=width, dash=dash, clip=clip))

    def seam(self, path: Path, cloth: Cloth, width: float = 1.3, clip: Path | None = None) -> None:
        self.stroke(path, cloth.seam, width, clip=clip)

    def stitch(self, path: Path, cloth: Cloth, ink: str | None = None, clip: Path | None = None) -> None:
        self.stroke(path, ink or cloth.seam, 1.1, 0.9, "4.5 3", clip)

    def cast(self, path: Path, under: Path | None, cloth: Cloth, drop: Point = (2, 7)) -> None:
        """The shadow that a piece throws on the panel under it, or on all that lies there already."""
        thrown = path.moved(*drop)
        for width, share in ((12, 0.22), (6, 0.25), (1, 0.3)):
            depth = share * cloth.depth
            self.marks.append(Mark(thrown, cloth.shade, depth, cloth.shade, width, clip=under, thrown=under is None))

    def add(self, other: "Sheet", move: Callable[[Path], Path]) -> None:
        """What is on another sheet, moved: the second shoe of a pair."""
        moved: dict[int, Path] = {}
        for mark in other.marks:
            if mark.clip is not None and id(mark.clip) not in moved:
                moved[id(mark.clip)] = move(mark.clip)
            clip = moved[id(mark.clip)] if mark.clip is not None else None
            self.marks.append(mark._replace(path=move(mark.path), clip=clip))

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of what is drawn, in millimetres."""
        points = [point for mark in self.marks if mark.clip is None for point in mark.path.points()]
        xs, ys = zip(*points, strict=True)
        return max(xs) - min(xs), max(ys) - min(ys)

    def svg(self) -> str:
        """The picture, drawn in SIDE x SIDE pixels on a transparent ground."""
        return Writer(self).svg()


class Writer:
    """Turns the marks of a sheet into SVG: fits them to the square, lends them the hand, shares clips and tiles."""

    def __init__(self, sheet: Sheet) -> None:
        self.marks = sheet.marks
        points = [point for mark in self.marks if mark.clip is None for point in mark.path.points()]
        self.left, self.top = (min(point[axis] for point in points) for axis in (0, 1))
        wide, tall = (max(point[axis] for point in points) - low for axis, low in ((0, self.left), (1, self.top)))
        self.scale = (SIDE - 2 * MARGIN) / max(wide, tall)
        self.shift = ((SIDE - wide * self.scale) / 2, (SIDE - tall * self.scale) / 2)
        draw = Random(sheet.seed)
        self.waves = [
            (sheet.waver * draw.uniform(0.5, 1), draw.uniform(0.8, 2.6) * 2 * pi / SIDE, draw.uniform(0, 2 * pi))
            for _ in range(8)
        ]
        self.defs: list[str] = []
        self.names: dict[str, str] = {}
        # By identity: a sheet keeps its paths, so no two have the same.
        self.written: dict[int, str] = {}

    def svg(self) -> str:
        body: list[str] = []
        below: list[Path] = []
        inside = ""
        for mark in self.marks:
            clip = self.clip(*below) if mark.thrown else self.clip(mark.clip) if mark.clip else ""
            if clip != inside:
                body += ["</g>"] if inside else []
                body += [f'<g clip-path="url(#{clip})">'] if clip else []
                inside = clip
            body.append(self.painted(mark))
            below += [mark.path] if mark.cloth and not mark.clip else []
        body += ["</g>"] if inside else []
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">'
            f"<defs>{''.join(self.defs)}</defs>"
            f'<g stroke-linejoin="round" stroke-linecap="round">{"".join(body)}</g></svg>'
        )

    def painted(self, mark: Mark) -> str:
        data = self.data(mark.path)
        paint = f'fill="{mark.fill}"'
        if mark.fill != "none":
            paint += ' fill-rule="evenodd"'
            paint += f' fill-opacity="{mark.opacity:.3f}"' if mark.opacity < 1 else ""
        if mark.stroke != "none":
            paint += f' stroke="{mark.stroke}" stroke-width="{mark.width:g}"'
            paint += f' stroke-opacity="{mark.opacity:.3f}"' if mark.opacity < 1 else ""
            paint += f' stroke-dasharray="{mark.dash}"' if mark.dash else ""
        layers = [f'<path d="{data}" {paint}/>']
        if mark.cloth:
            layers += [
                f'<path d="{data}" fill="url(#{tile})" fill-rule="evenodd"/>' for tile in self.tiles(mark.cloth,
                mark.grain)
            ]  # fmt: skip
        return "".join(layers)

    def tiles(self, cloth: Cloth, grain: float) -> list[str]:
        """Names of the pattern and the texture of a cloth."""
        found = []
        if cloth.pattern in PATTERNS:
            found.append(self.tile(PATTERNS[cloth.pattern](cloth), grain, self.scale))
        if cloth.finish.texture:
            found.append(self.tile(TEXTURES[cloth.finish.texture](cloth), grain, 1))
        return found

    def tile(self, tile: Tile, grain: float, scale: float) -> str:
        middle = self.placed((0, 0))
        transform = f"translate({middle[0]:.1f} {middle[1]:.1f}) rotate({grain:g}) scale({scale:.3f})"
        size = f'width="{tile.width:g}" height="{tile.height:g}"'
        return self.defined(
            "pattern", f'patternUnits="userSpaceOnUse" {size} patternTransform="{transform}">{tile.body}'
        )  # fmt: skip

    def clip(self, *paths: Path) -> str:
        shapes = "".join(f'<path d="{self.data(path)}" clip-rule="evenodd"/>' for path in paths)
        return self.defined("clipPath", f">{shapes}")

    def defined(self, element: str, text: str) -> str:
        """The name of a definition; what is defined already is not defined again."""
        if text not in self.names:
            self.names[text] = f"{element[0]}{len(self.names)}"
            self.defs.append(f'<{element} id="{self.names[text]}" {text}</{element}>')
        return self.names[text]

    def data(self, path: Path) -> str:
        if id(path) not in self.written:
            self.written[id(path)] = self.drawn(path)
        return self.written[id(path)]

    def drawn(self, path: Path) -> str:
        parts = []
        for contour in path.contours:
            parts.append("M{:.1f} {:.1f}".format(*self.placed(contour.start)))
            for curve in contour.curves:
                (a, b), (c, d), (e, f) = (self.placed(point) for point in curve)
                parts.append(f"C{a:.1f} {b:.1f} {c:.1f} {d:.1f} {e:.1f} {f:.1f}")
            parts.append("Z" if contour.closed else "")
        return "".join(parts)

    def placed(self, point: Point) -> Point:
        """Where a point of the garment comes to lie in the picture."""
        x = self.shift[0] + (point[0] - self.left) * self.scale
        y = self.shift[1] + (point[1] - self.top) * self.scale
        first, second = self.waves[:4], self.waves[4:]
        return (
            x
            + sum(high * sin(wave * (y if at % 2 else x + y) + start) for at, (high, wave, start) in enumerate(first))
            / 2,
            y
            + sum(high * sin(wave * (x if at % 2 else x - y) + start) for at, (high, wave, start) in enumerate(second))
            / 2,
        )
