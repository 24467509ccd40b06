"""A picture of a look outside of a turn, by the same tool."""

from graph.facts import board_arguments
from graph.learning import pieces_by_id
from graph.services import Services
from stores.caller import Caller
from stores.vocabulary import Look, Preview


async def draw(services: Services, caller: Caller, look: Look) -> Preview:
    """The board of a look, in the person's language; a piece that is gone is named as it was."""
    pieces = await pieces_by_id(services, caller, [item.id for item in look.items])
    profile = await services.memory.profile(caller)
    arguments = board_arguments(look, {piece.id: piece for piece in pieces}, profile.language or "en")
    preview: Preview = await services.tools["make_preview"].ainvoke(arguments, {"configurable": {"caller": caller}})
    return preview
