"""A bodice and trousers in one."""

from stores.drawing import fastenings
from stores.drawing.bottoms import Trousers
from stores.drawing.cloth import Cloth
from stores.drawing.dresses import Dress
from stores.drawing.sheet import Sheet


class Jumpsuit(Dress):
    """A bodice and trousers in one."""

    leg: float = 300
    inseam: float = 760

    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        at = self.waist_at - 20
        lower = Sheet(sheet.seed)
        trousers = Trousers(
            who="unisex",
            length=self.inseam + 330,
            waist=self.waist * self.ease,
            hip=self.hip + 30,
            thigh=300,
            knee=self.leg - 10,
            hem=self.leg,
            apart=60,
            rise=330,
            style="elastic",
            panel=True,
        )
        shape = trousers.outline().moved(0, at)
        for mark in lower.marks:
            sheet.marks.append(mark)
        sheet.panel(
            shape,
            cloth,
            [
                fold._replace(start=(fold.start[0], fold.start[1] + at), end=(fold.end[0], fold.end[1] + at))
                for fold in trousers.folds()
            ],
        )
        for side in (-1, 1):
            fastenings.slit(sheet, cloth, (side * 0.5 * self.waist, at + 60), (side * 0.5 * self.hip, at + 200), shape)
        super().draw(sheet, cloth)
