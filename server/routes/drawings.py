"""Garments as they are drawn from what is known of them, for whoever has no photo to show."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import FileResponse
from pydantic import Field

from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults, file_of
from server.problems import Problem
from server.routes.wardrobe import no_garment
from stores.categories import load_categories
from stores.drawing.raster import Undrawable
from stores.garments import CategoryName
from stores.pictures import DRAWN
from stores.told import Told
from stores.vocabulary import Article, Colour, ColourFamily, Garment, Pattern, Piece

router = APIRouter(prefix="/v1", tags=["drawings"], responses=ANYWHERE)

LASTING = {"Cache-Control": "private, max-age=600"}
SAME = {"Cache-Control": "private, max-age=604800"}
WIDTH = 480
PNG = file_of("image/png") | faults(404)


class Appearance(Told):
    """What a drawing needs to know beside the category."""

    family: ColourFamily
    hex: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")]
    pattern: Pattern = "solid"


@router.get("/wardrobe/{garment_id}/drawing", response_class=FileResponse, responses=PNG)
async def drawing(garment_id: str, desk: AtDesk, caller: Person) -> FileResponse:
    garment = await desk.services.wardrobe.garment(caller, garment_id)
    if garment is None:
        raise no_garment(garment_id)
    if drawn := await desk.services.pictures.of(drawable(garment)):
        return FileResponse(drawn, headers=LASTING)
    raise Problem(404, "no_image", f"Garment {garment_id!r} cannot be drawn.")


@router.get("/drawings/{category}", response_class=Response, responses=PNG)
async def sketch(
    category: Annotated[CategoryName, Path()], seen: Annotated[Appearance, Query()], desk: AtDesk, caller: Person
) -> Response:
    """Any garment of a category in a colour: what has no picture, and what was only told of, looks about like this."""
    try:
        (png,) = await desk.services.pictures.small([imagined(category, seen)], WIDTH)
    except Undrawable as error:
        raise Problem(404, "no_image", f"A {category} cannot be drawn.") from error
    return Response(png, media_type="image/png", headers=SAME)


def drawable(garment: Garment) -> Article:
    """The garment as an article that is drawn; the same attributes give the same picture, whoever owns them."""
    known = garment.model_dump(include=set(Piece.model_fields))
    return Article(**known | {"id": "own", "name": garment.category, "image": DRAWN})


def imagined(category: str, seen: Appearance) -> Article:
    """A usual article of the category."""
    usual = load_categories()[category]
    return Article(
        id="own",
        name=category,
        category=category,
        slot=usual.slot,
        presentation=usual.presentation,
        formality=usual.formality,
        clo=usual.clo,
        pattern=seen.pattern,
        colours=[Colour(name=seen.family, family=seen.family, hex=seen.hex.lower())],
    )
