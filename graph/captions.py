"""How a measured photo becomes garments: the captioning agent names, the category table fills in the rest."""

import base64
from collections.abc import Sequence
from dataclasses import replace

from agents.contracts import CaptionedGarment, CaptionRequest, MeasuredGarment
from agents.models import HOUSE
from agents.roles import Agents
from stores.categories import load_categories
from stores.vocabulary import Brief, Degraded, Garment, Wanted
from stores.wardrobe import NEW
from tools.pixels import Measured


class Namer:
    """Names what a photo shows, for one turn; keeps the failures of the configured model.

    A model that may not see the photos is not asked to guess at them: the house names what was measured.
    """

    def __init__(self, agents: Agents, brief: Brief, *, may_see: bool) -> None:
        self._agents = agents if may_see else by_house(agents)
        self._brief = brief
        self.failures: list[Degraded] = []
        if not may_see:
            self.failures.append(Degraded(role="caption", model=agents.desk.name("caption"), reason="photo kept here"))

    async def name(self, number: int, measured: Sequence[Measured], jpeg: bytes) -> list[Garment]:
        """The garments of photo `number`, unconfirmed."""
        request = CaptionRequest(
            photo=number,
            measured=[MeasuredGarment(colours=one.colours, pattern=one.pattern) for one in measured],
            named=named_in(self._brief, measured),
            categories=sorted(load_categories()),
        )
        answer = await self._agents.caption(request, [data_uri(jpeg)])
        self.failures += [answer.failure] if answer.failure else []
        return [to_garment(one, number) for one in answer.reply.garments if one.category in load_categories()]


def named_in(brief: Brief, measured: Sequence[Measured]) -> list[Wanted]:
    """What the person calls the garments of a photo: "this skirt", "my red coat" where there is red on it."""
    seen = {colour.family for one in measured for colour in one.colours}
    own = [piece for piece in brief.owned if not piece.colours[0].name or piece.colours[0].family in seen]
    shown = [Wanted(slot=one.slot, category=one.category, fabrics=one.fabrics, fit=one.fit) for one in own]
    return [*shown, *brief.wanted]


def by_house(agents: Agents) -> Agents:
    """The same agents with the house as captioner."""
    return replace(agents, desk=replace(agents.desk, chosen={**agents.desk.chosen, "caption": HOUSE}))


def data_uri(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"


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
