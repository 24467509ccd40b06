"""A person with photos 1 to 7, who may have been shown their own shirt under a navy cardigan."""

from collections.abc import Sequence
from datetime import date

from agents.contracts import UnderstandRequest
from agents.house.understand import understand
from stores.vocabulary import Brief, Garment, Item, ItemColour, Look, Profile, Score, ShownLook

BLUE = ItemColour(name="blue", family="blue", hex="#3060b0")
NAVY = ItemColour(name="navy", family="navy", hex="#1f2a44")


def shown() -> ShownLook:
    items = [
        Item(slot="base_top", source="wardrobe", id="w1", name="shirt", category="shirt", colour=BLUE),
        Item(slot="mid", source="catalog", id="a1", name="cardigan", category="cardigan", colour=NAVY, price=34),
    ]
    look = Look(id="look-1", kind="outfit", title="", items=items, total=34, currency="EUR", score=Score(total=80))
    return ShownLook(number=1, turn=1, look=look, brief=Brief(intent="complete", photos=[7]))


def asked(
    text: str,
    *,
    new_photos: Sequence[int] = (),
    wardrobe: Sequence[Garment] = (),
    after_looks: bool = False,
) -> Brief:
    request = UnderstandRequest(
        text=text,
        today=date(2027, 5, 3),
        shown=[shown()] if after_looks else [],
        last=shown().brief if after_looks else None,
        profile=Profile(),
        photos=list(range(1, 8)),
        wardrobe=[*wardrobe],
        new_photos=[*new_photos],
        currency="EUR",
    )
    return understand(request)
