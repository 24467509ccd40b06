"""A picture of a look: whether it may be painted, on whose photo, and what the preview tool is told."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from langchain_core.runnables import RunnableConfig

from agents.house.prose.names import look_title, piece_label
from graph.facts import piece_facts
from graph.learning import pieces_by_id
from graph.onlookers import Asking, unfit
from graph.running import agents_of
from graph.services import Services
from graph.state import State
from graph.turn import new_photos
from graph.wording import price_text
from stores.caller import Caller
from stores.categories import load_categories
from stores.vocabulary import Article, Degraded, Garment, Item, Language, Look, Person, Piece
from tools.preview.board import BoardLine, BoardWords
from tools.preview.notes import Refusal, is_refusal, label_of, note_of
from tools.preview.tool import Drawn, Painting


class Order(NamedTuple):
    """How a look is pictured: painted or not, and why not although it was wished for."""

    painting: Painting | None = None
    missing: Refusal | None = None


async def ordered(
    services: Services,
    look: Look,
    pieces: Mapping[str, Piece],
    asking: Asking,
    *,
    named: Sequence[int] = (),
    meant: Sequence[int] = (),
) -> Order:
    """Whether the look is painted, and over which photo: one that is `named`, else one that may be `meant`.

    Stops the run to ask where a photo would leave this machine. Raises GraphInterrupt.
    """
    numbers = [number for number in (*named, *meant) if number in {photo.number for photo in asking.person.photos}]
    if services.painter is None:
        return Order(missing="no painter" if named else None)
    if is_reserved(look, pieces):
        return Order(missing="reserved")
    whose = asking.person.profile.presentation
    labels = label_of(asking.language)
    if numbers:
        missing = await unfit(services, asking, numbers[0])
        if missing is None:
            return Order(Painting(labels=labels, photo=numbers[0], whose=whose))
        if named:
            return Order(missing=missing)
    return Order(Painting(labels=labels, whose=whose) if services.painter.invents else None)


def photos_to_wear(state: State, person: Person) -> tuple[list[int], list[int]]:
    """Numbers of the photos that a picture is to be made on: those named or sent now, and those of the turn before."""
    now = [photo.number for photo in person.photos if photo.id in new_photos(state)]
    return [*state["brief"]["photos"], *now], (state["last"] or {}).get("photos", [])


def is_reserved(look: Look, pieces: Mapping[str, Piece]) -> bool:
    """Whether a piece is underwear, swimwear, nightwear or a child's: such a look is never painted on anybody."""
    by_kind = {name for name, category in load_categories().items() if category.reserve}
    by_feed = {piece.id for piece in pieces.values() if isinstance(piece, Article) and piece.reserve}
    return any(item.category in by_kind or item.id in by_feed for item in look.items)


async def draw(services: Services, caller: Caller, look: Look, photo: int | None = None) -> Drawn:
    """The picture of a look outside of a turn, where nobody can be asked; a piece that is gone is named as it was."""
    pieces = {piece.id: piece for piece in await pieces_by_id(services, caller, [item.id for item in look.items])}
    person = await services.person(caller)
    language = person.profile.language or "en"
    agents = agents_of(services, None, {})
    asking = Asking(caller, person, agents, language, may_ask=False)
    order = await ordered(services, look, pieces, asking, named=[] if photo is None else [photo])
    config: RunnableConfig = {"configurable": {"caller": caller}}
    return await drawn(services, look, pieces, asking=asking, order=order, config=config)


async def drawn(
    services: Services, look: Look, pieces: Mapping[str, Piece], *, asking: Asking, order: Order, config: RunnableConfig
) -> Drawn:
    """The preview, with a word in the person's language on why it is not what was wished for."""
    arguments = board_arguments(look, pieces, asking.language) | {
        "shown_on": photos_of(pieces, asking.person),
        "painting": order.painting,
    }
    made: Drawn = await services.tools["make_preview"].ainvoke(arguments, config)
    missing = made.missing or order.missing
    note = note_of(missing, asking.language) if missing else None
    return Drawn(made.preview.model_copy(update={"note": note}), missing)


def photos_of(pieces: Mapping[str, Piece], person: Person) -> dict[str, int]:
    """The photo of each garment that is alone on one: of several on a photo none can be cut out."""
    garments = {garment.id: garment for garment in person.wardrobe}
    garments |= {piece.id: piece for piece in pieces.values() if isinstance(piece, Garment)}
    shown = [number for garment in garments.values() for number in garment.photos]
    alone = {
        key: [number for number in garments[key].photos if shown.count(number) == 1]
        for key in pieces
        if key in garments
    }
    return {key: numbers[0] for key, numbers in alone.items() if numbers}


def failures(services: Services, missing: str | None) -> list[dict[str, Any]]:
    """What is `degraded`: a painter that gave no picture, or none that may be shown. A refusal is none."""
    if missing is None or is_refusal(missing) or services.painter is None:
        return []
    return [Degraded(role="preview", model=services.painter.name, reason=missing).model_dump()]


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
