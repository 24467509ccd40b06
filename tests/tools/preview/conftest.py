from collections.abc import Callable

import pytest
from PIL import Image

from stores.categories import load_categories
from stores.colours import family_of_hex
from stores.vocabulary import Item, ItemColour, Look, Score
from tests.figures import figure
from tools.preview.figure import find_figure
from tools.preview.scene import Scene, build_scene

Looks = Callable[..., Look]


def item_of(category: str, colour: str) -> Item:
    known = load_categories()[category]
    return Item(
        slot=known.slot, source="catalog", id=category, name=category, category=category,
        colour=ItemColour(name=family_of_hex(colour), family=family_of_hex(colour), hex=colour),
    )  # fmt: skip


@pytest.fixture(scope="session")
def a_look() -> Looks:
    """A look of categories and their colours."""

    def build(**pieces: str) -> Look:
        items = [item_of(category, colour) for category, colour in pieces.items()]
        return Look(id="l1", kind="outfit", title="", items=items, total=1, currency="EUR", score=Score(total=1))

    return build


@pytest.fixture(scope="session")
def worn_by(a_look: Looks) -> Callable[..., Scene]:
    """A look on the drawn person, who wears a blue jumper before."""

    def build(photo: Image.Image | None = None, **pieces: str) -> Scene:
        photo = photo or figure()
        return build_scene(a_look(**pieces), {}, photo=photo, figure=find_figure(photo))

    return build
