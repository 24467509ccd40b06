"""A garment as it is drawn from what is known of it, for whoever has no photo to show."""

from fastapi import APIRouter
from fastapi.responses import FileResponse

from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults, file_of
from server.problems import Problem
from server.routes.wardrobe import no_garment
from stores.pictures import DRAWN
from stores.vocabulary import Article, Garment, Piece

router = APIRouter(prefix="/v1/wardrobe", tags=["wardrobe"], responses=ANYWHERE)

LASTING = {"Cache-Control": "private, max-age=600"}


@router.get("/{garment_id}/drawing", response_class=FileResponse, responses=file_of("image/png") | faults(404))
async def drawing(garment_id: str, desk: AtDesk, caller: Person) -> FileResponse:
    garment = await desk.services.wardrobe.garment(caller, garment_id)
    if garment is None:
        raise no_garment(garment_id)
    if drawn := await desk.services.pictures.of(drawable(garment)):
        return FileResponse(drawn, headers=LASTING)
    raise Problem(404, "no_image", f"Garment {garment_id!r} cannot be drawn.")


def drawable(garment: Garment) -> Article:
    """The garment as an article that is drawn; the same attributes give the same picture, whoever owns them."""
    known = garment.model_dump(include=set(Piece.model_fields))
    return Article(**known | {"id": "own", "name": garment.category, "image": DRAWN})
