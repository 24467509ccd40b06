"""Whether a piece can be had in a person's size, and which size to order."""

from typing import Protocol

from stores.vocabulary import Article, Piece
from tools.sizes import looked_in


class Sized(Protocol):
    """Who has a size for clothes and one for shoes, where they told."""

    @property
    def clothes(self) -> str | None: ...
    @property
    def shoes(self) -> str | None: ...


def fits(piece: Piece, person: Sized) -> bool:
    """Whether a piece can be had in the person's size; a size that is not listed at all is not known, and passes."""
    if not isinstance(piece, Article) or not piece.sizes:
        return True
    stocked = {row.size for row in piece.sizes if row.stock}
    wanted = wanted_size(piece, person)
    if not stocked or wanted is None:
        return bool(stocked)
    system = [row.size for row in piece.sizes if row.size.isdigit() == wanted.isdigit() and row.size != "ONE"]
    return bool(stocked & {*looked_in(wanted), "ONE"}) or not system


def wanted_size(piece: Piece, person: Sized) -> str | None:
    """The person's size for this kind of piece."""
    return person.shoes if piece.slot == "footwear" else person.clothes


def size_of(piece: Piece, person: Sized) -> str | None:
    """The size to order: the person's where it is in stock, else ONE where there is one."""
    if not isinstance(piece, Article):
        return None
    stocked = [row.size for row in piece.sizes if row.stock]
    wanted = wanted_size(piece, person)
    return next((size for size in (*looked_in(wanted), "ONE") if size in stocked), None)
