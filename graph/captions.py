"""How a measured photo becomes garments: the captioning agent names, the category table fills in the rest."""

from collections.abc import Sequence

from agents.contracts import CaptionedGarment, CaptionRequest, MeasuredGarment
from agents.roles import Agents
from stores.categories import load_categories
from stores.vocabulary import Degraded, Garment, Wanted
from stores.wardrobe import NEW
from tools.pixels import Measured


class Namer:
    """Names what a photo shows, for one turn; keeps the failures of the configured model.

    Pixels stay on this machine: only a model that the operator allowed sees more than what was measured.
    """

    def __init__(self, agents: Agents, named: Sequence[Wanted]) -> None:
        self._agents = agents
        self._named = list(named)
        self.failures: list[Degraded] = []

    async def name(self, number: int, measured: Sequence[Measured]) -> list[Garment]:
        """The garments of photo `number`, unconfirmed."""
        request = CaptionRequest(
            photo=number,
            measured=[MeasuredGarment(colours=one.colours, pattern=one.pattern) for one in measured],
            named=self._named,
            categories=sorted(load_categories()),
        )
        answer = await self._agents.caption(request)
        self.failures += [answer.failure] if answer.failure else []
        return [to_garment(one, number) for one in answer.reply.garments if one.category in load_categories()]


def to_garment(caption: CaptionedGarment, photo: int) -> Garment:
    category = load_categories()[caption.category]
    return Garment(
        id=NEW,
        name=caption.name,
        category=category.name,
        slot=category.slot,
        presentation=category.presentation,
        colours=caption.colours,
        fabrics=caption.fabrics,
        pattern=caption.pattern,
        fit=caption.fit,
        formality=category.formality,
        clo=category.clo,
        seasons=category.seasons,
        photo=photo,
        origin="photo",
    )
