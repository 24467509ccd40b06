"""A picture of a look: what the preview tool draws, in a turn and outside of one."""

from collections.abc import Mapping
from typing import Any

from agents.house.prose_names import look_title, piece_label
from graph.facts import piece_facts
from graph.learning import pieces_by_id
from graph.services import Services
from graph.wording import price_text
from stores.caller import Caller
from stores.vocabulary import Item, Language, Look, Piece, Preview
from tools.preview.board import BoardLine, BoardWords


async def draw(services: Services, caller: Caller, look: Look) -> Preview:
    """The board of a look, in the person's language; a piece that is gone is named as it was."""
    pieces = await pieces_by_id(services, caller, [item.id for item in look.items])
    profile = await services.memory.profile(caller)
    arguments = board_arguments(look, {piece.id: piece for piece in pieces}, profile.language or "en")
    preview: Preview = await services.tools["make_preview"].ainvoke(arguments, {"configurable": {"caller": caller}})
    return preview


def board_arguments(look: Look, pieces: Mapping[str, Piece], language: Language) -> dict[str, Any]:
    """What the preview tool draws: the look and its words; of Chinese in English as well, for want of a font."""
    words = _board_words(look, look.title, pieces, language)
    if language != "zh":
        return {"look": look, **words._asdict()}
    worn = [piece_facts(pieces[item.id], item.source) for item in look.items if item.id in pieces]
    latin = _board_words(look, look_title(worn, "en") if worn else "", pieces, "en")
    return {"look": look, **words._asdict(), "latin": latin}


def _board_words(look: Look, title: str, pieces: Mapping[str, Piece], language: Language) -> BoardWords:
    prices = (
        price_text(item.price, item.currency or look.currency, language) if item.price is not None else ""
        for item in look.items
    )
    lines = [BoardLine(_label(item, pieces, language), price) for item, price in zip(look.items, prices, strict=True)]
    total = price_text(look.total, look.currency, language) if look.total is not None else None
    return BoardWords(title, lines, total)


def _label(item: Item, pieces: Mapping[str, Piece], language: Language) -> str:
    piece = pieces.get(item.id)
    return piece_label(piece_facts(piece, item.source), language) if piece else item.name
