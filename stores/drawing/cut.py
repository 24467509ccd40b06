"""What every construction has in common: a handful of measures in millimetres, and how to draw itself from them."""

from abc import ABC, abstractmethod

from pydantic import BaseModel, ConfigDict

from stores.drawing.cloth import Cloth
from stores.drawing.sheet import Sheet
from stores.vocabulary import Fit, Presentation

EASE: dict[Fit | None, float] = {"fitted": 0.93, "relaxed": 1.07, "oversized": 1.17}


class Cut(BaseModel, ABC):
    """The measures of one piece. Those of a garment are men's, laid flat; `who` and `fit` change them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: Presentation = "unisex"
    fit: Fit | None = None
    cloth: str = "plain"
    waver: float = 1.5

    @abstractmethod
    def draw(self, sheet: Sheet, cloth: Cloth) -> None:
        """Lays the piece on the sheet."""

    @property
    def ease(self) -> float:
        """How wide the piece is cut beside a regular one."""
        return EASE.get(self.fit, 1.0)

    @property
    def women(self) -> bool:
        return self.who == "women"
