"""Gowns to the floor."""

from stores.drawing.cloth import Cloth
from stores.drawing.dresses import Dress
from stores.drawing.outline import through
from stores.drawing.sheet import Fold, Sheet


class Gown(Dress):
    """A dress to the floor, with a train when `train` is set."""

    train: float = 0

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        if self.train:
            body = self.body()
            tail = through(
                (-0.5 * body.hem, body.length - 160), (0.9 * body.hem, body.length - 160),
                (1.5 * body.hem, body.length - 10, 1), (1.2 * body.hem, body.length + 30, 1), (0, body.length + 26)
            )  # fmt: skip
            sheet.panel(
                tail, cloth.inside, [Fold((0.5 * body.hem, body.length - 120), (1.3 * body.hem, body.length), 40)]
            )
        super().draw(sheet, cloth)
