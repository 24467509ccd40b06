"""From chosen pieces to a `Look` as an app shows it."""

from collections.abc import Iterable, Sequence

from stores.vocabulary import Article, Item, ItemColour, Look, Piece, Slot
from tools.choice import Draft
from tools.fitting import size_of
from tools.gates import Limits
from tools.score import build_score

SHOWN: tuple[Slot, ...] = (
    "one_piece", "base_top", "bottom", "mid", "outer", "footwear", "hosiery", "bag", "headwear", "accessory",
)  # fmt: skip


def build_look(pieces: Sequence[Piece], draft: Draft, limits: Limits, number: int, currency: str) -> Look:
    """An outfit, its pieces from the body outwards; one piece alone is an article."""
    ordered = sorted(pieces, key=lambda piece: SHOWN.index(piece.slot))
    return Look(
        id=f"look-{number}",
        kind="outfit" if draft.kind == "outfit" else "article",
        title=title(ordered),
        items=[build_item(piece, limits) for piece in ordered],
        total=draft.total,
        currency=currency,
        score=build_score(draft.parts, draft.score),
    )


def build_item(piece: Piece, limits: Limits) -> Item:
    """One piece as it is shown, in its main colour and the person's size."""
    main = piece.colours[0]
    article = piece if isinstance(piece, Article) else None
    return Item(
        slot=piece.slot,
        source="catalog" if article else "wardrobe",
        id=piece.id,
        name=piece.name,
        category=piece.category,
        colour=ItemColour(name=main.name, family=main.family, hex=main.hex),
        price=article.price if article else None,
        currency=article.currency if article else None,
        size=size_of(piece, limits),
        url=article.url if article else None,
        image=f"/v1/catalog/{piece.id}/image" if article and piece.image else None,
    )


def title(pieces: Iterable[Piece]) -> str:
    """A short English name: the two or three pieces that one sees first."""
    worn = {piece.slot: piece for piece in pieces}
    upper: Slot = "mid" if "mid" in worn else "base_top"
    first: list[Slot] = ["one_piece"] if "one_piece" in worn else [upper, "bottom"]
    named = [worn[slot] for slot in [*first, "footwear"] if slot in worn] or list(worn.values())[:1]
    text = ", ".join(f"{piece.colours[0].family} {piece.category.replace('_', ' ')}" for piece in named)
    return text[:1].upper() + text[1:]
