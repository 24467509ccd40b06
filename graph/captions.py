"""How a photo becomes garments: the captioning agent says what is on it, the category table fills in the rest."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import replace

from agents.contracts import Caption, CaptionedGarment, CaptionRequest, MeasuredGarment
from agents.models import HOUSE
from agents.roles import Agents
from stores.categories import Category, load_categories
from stores.vocabulary import Brief, Change, Degraded, Formality, Garment, Wanted
from stores.wardrobe import NEW
from tools.pixels import SeenGarment, Sight

# Before the number of a photo whose garment may be several things, and these: `photos:unsure:2:shirt|light_jacket`.
UNSURE = "photos:unsure:"
MOST_NAMED = 3
MOST_MOVED = 1.5  # of formality, away from the category's own


class Captioner:
    """Captions photos, for one turn; keeps the failures of the configured model, and whether it was asked.

    A model that may not see the photos is not asked to guess at them: the house names what was measured.
    """

    def __init__(self, agents: Agents, brief: Brief, *, may_see: bool, numbers: Sequence[int] = ()) -> None:
        self._agents = agents if may_see else by_house(agents)
        self._brief = brief
        self._numbers = numbers
        self.failures: list[Degraded] = []
        self.asked = False
        if not may_see:
            self.failures.append(Degraded(role="caption", model=agents.desk.name("caption"), reason="photo kept here"))

    async def caption(self, number: int, sight: Sight, jpeg: bytes) -> Caption:
        """What is on photo `number`."""
        request = CaptionRequest(
            photo=number,
            measured=[MeasuredGarment.model_validate(one, from_attributes=True) for one in sight.garments],
            quality=sight.quality,
            named=self._named(number, sight),
            categories=sorted(load_categories()),
        )
        answer = await self._agents.caption(request, [data_uri(jpeg)])
        self.failures += [answer.failure] if answer.failure else []
        self.asked = self.asked or answer.asked
        return answer.reply

    def _named(self, number: int, sight: Sight) -> list[Wanted]:
        """What the person calls what is on a photo; of as many pieces as photos the one in its place."""
        pieces = pieces_named(self._brief)
        if len(pieces) == len(self._numbers) > 1 and number in self._numbers:
            return [wanted(pieces[[*self._numbers].index(number)])]
        return named_in(self._brief, sight.garments)


def named_in(brief: Brief, measured: Sequence[SeenGarment]) -> list[Wanted]:
    """What the person calls the garments of a photo: "this skirt", "my red coat" where there is red on it."""
    seen = {colour.family for one in measured for colour in one.colours}
    return [wanted(one) for one in pieces_named(brief) if not one.colours[0].name or one.colours[0].family in seen]


def pieces_named(brief: Brief) -> list[Garment]:
    return [*brief.owned, *(Garment.model_validate(one.value) for one in brief.changes if adds(one))]


def wanted(piece: Garment) -> Wanted:
    return Wanted(slot=piece.slot, category=piece.category, fabrics=piece.fabrics, fit=piece.fit)


def adds(change: Change) -> bool:
    """Whether a garment is told of to be hung in: "add this shirt to my wardrobe"."""
    return change.target == "wardrobe" and change.action == "add" and isinstance(change.value, dict)


def by_house(agents: Agents) -> Agents:
    """The same agents with the house as captioner."""
    return replace(agents, desk=replace(agents.desk, chosen={**agents.desk.chosen, "caption": HOUSE}))


def data_uri(jpeg: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"


def garments_on(caption: Caption, photo: int, *, guess: bool = False) -> list[Garment]:
    """What can hang in a wardrobe, unconfirmed: every garment whose category is known, or may be guessed."""
    seen = map(guessed, caption.garments) if guess else caption.garments
    return [to_garment(one, photo) for one in seen if one.slot]


def guessed(garment: CaptionedGarment) -> CaptionedGarment:
    """A garment that may be one thing or another as the likeliest of them."""
    if garment.slot or not garment.alternatives:
        return garment
    row = load_categories()[garment.alternatives[0]]
    return garment.model_copy(
        update={"category": row.name, "formality": row.formality, "seasons": garment.seasons or row.seasons}
    )


def unsure_on(caption: Caption, photo: int) -> Iterator[str]:
    """A note for each garment that may be one thing or another."""
    for one in caption.garments:
        if not one.slot and len(one.alternatives) > 1:
            yield f"{UNSURE}{photo}:{'|'.join(one.alternatives[:MOST_NAMED])}"


def doubt_in(note: str) -> tuple[int, list[str]]:
    """The number of the photo that such a note is of, and the categories of what it may show."""
    number, _, kinds = note.removeprefix(UNSURE).partition(":")
    return int(number), kinds.split("|")


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
        pattern="solid" if caption.pattern == "unknown" else caption.pattern,
        fit=None if caption.fit == "unknown" else caption.fit,
        formality=formality_of(caption, category),
        clo=category.clo,
        seasons=caption.seasons or category.seasons,
        photo=photo,
        origin="photo",
    )


def formality_of(caption: CaptionedGarment, category: Category) -> Formality:
    """The category's, moved towards what was seen: a dressy T-shirt is a T-shirt still."""
    if caption.formality is None:
        return category.formality
    low, high = category.formality - MOST_MOVED, category.formality + MOST_MOVED
    return min(max(caption.formality, low, 0.0), high, 9.0)
