"""What a person owns: listed, searched, confirmed, corrected, worn, and made one where it hangs there twice."""

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from graph import closet, naming, resemblance
from graph.captions import doubt_in
from server.desk import AtDesk, Person
from server.documented import ANYWHERE, faults
from server.problems import Problem
from server.routes.photos import no_photo
from stores.garments import GarmentEdit
from stores.told import Told
from stores.vocabulary import ColourFamily, Degraded, Garment, GarmentState, Share, Slot
from tools.likeness import duplicates

router = APIRouter(prefix="/v1/wardrobe", tags=["wardrobe"], responses=ANYWHERE)

MOST_PAIRS, MOST_AT_ONCE = 50, 20
A_DAY = timedelta(days=1)  # it may be tomorrow already where the person is


class Asked(Told):
    """Conditions on garments, all of which hold; `like` is the id of a photo, and ranks by likeness."""

    q: Annotated[str, Field(max_length=200, description="words, in English, French or Chinese")] = ""
    slot: Annotated[list[Slot], Field(max_length=20)] = Field(default_factory=list)
    colour: Annotated[list[ColourFamily], Field(max_length=30)] = Field(default_factory=list)
    state: Annotated[list[GarmentState], Field(max_length=3)] = Field(default=["here", "in_wash"])
    confirmed: bool | None = None
    like: Annotated[str | None, Field(max_length=200, description="id of a photo")] = None


class Twins(BaseModel):
    """Two garments that may be one, the one that hung there first before the other."""

    first: Garment
    second: Garment
    likeness: Share


class Captioning(Told):
    """Photos to make out, by their ids; few at once, since each takes its time."""

    photos: Annotated[list[Annotated[str, Field(max_length=200)]], Field(min_length=1, max_length=MOST_AT_ONCE)]


class Doubt(BaseModel):
    """A photo that showed nothing for certain, and what it may show: categories, the likeliest first, or none."""

    photo: str
    number: int
    may_be: list[str]


class Captioned(BaseModel):
    """What hangs there from these photos, what has to be asked, and the models that did not answer."""

    garments: list[Garment]
    doubts: list[Doubt]
    degraded: list[Degraded]


class Naming(Told):
    """A photo by its id, and what it shows: a category, or a word of it in English, French or Chinese."""

    photo: Annotated[str, Field(max_length=200)]
    kind: Annotated[str, Field(min_length=1, max_length=100)]


class Merge(Told):
    """The other garment, by its id; where it is the same, it goes, and its photos and wears are kept."""

    other_id: Annotated[str, Field(min_length=1, max_length=128)]


class Wear(Told):
    """The day on which it was worn; today where none is named."""

    day: date | None = None


@router.get("", responses=faults(404))
async def search(asked: Annotated[Asked, Query()], desk: AtDesk, caller: Person) -> list[Garment]:
    """In the order in which they came, or with `like` the most alike first; what was given away only where asked."""
    garments = await desk.services.wardrobe.garments(caller)
    found = closet.found(garments, words=asked.q, slots=asked.slot, colours=asked.colour, states=asked.state)
    found = [one for one in found if asked.confirmed in {None, one.confirmed}]
    if asked.like is None:
        return found
    if seen := await resemblance.seen_on_photo(desk.services, caller, asked.like):
        return await resemblance.alike_in_wardrobe(desk.services, caller, seen, found)
    raise no_photo(asked.like)


@router.get("/duplicates")
async def pairs(desk: AtDesk, caller: Person) -> list[Twins]:
    """Garments that look as if they were one; nothing is merged before somebody says so."""
    found = duplicates(await desk.services.wardrobe.garments(caller))
    return [Twins(**pair._asdict()) for pair in found[:MOST_PAIRS]]


@router.post("/caption", responses=faults(404))
async def caption(asked: Captioning, desk: AtDesk, caller: Person) -> Captioned:
    """Makes out what photos show and hangs it in, unconfirmed; what hangs there from a photo already is not made anew.

    A model on another machine sees a photo only where the person has said for good that it may.
    """
    photos = {photo.id: photo for photo in await desk.services.photos.photos(caller)}
    if strange := [one for one in asked.photos if one not in photos]:
        raise no_photo(strange[0])
    numbers = [photos[one].number for one in dict.fromkeys(asked.photos)]
    captioner = await closet.captioner(desk.services, caller)
    hung = await closet.hang_photos(desk.services, caller, numbers, captioner)
    may_be = dict(map(doubt_in, hung.notes))
    shown = {number for garment in hung.garments for number in garment.photos}
    doubtful = [one for one in photos.values() if one.number in numbers and one.number not in shown]
    doubts = [Doubt(photo=one.id, number=one.number, may_be=may_be.get(one.number, [])) for one in doubtful]
    return Captioned(garments=hung.garments, doubts=doubts, degraded=captioner.failures)


@router.post("/named", responses=faults(404))
async def name(asked: Naming, desk: AtDesk, caller: Person) -> Garment:
    """Says what a photo shows: sets right what hangs there from it, else hangs it in, in the colours of the photo."""
    photo = await desk.services.photos.photo(caller, asked.photo)
    if photo is None:
        raise no_photo(asked.photo)
    if (category := naming.kind_called(asked.kind)) is None:
        raise Problem(422, "bad_input", f"kind: {asked.kind!r} names no garment; say shirt, sneakers or midi_skirt.")
    if garment := await naming.name_photo(desk.services, caller, photo, category):
        return garment
    raise no_photo(asked.photo)


@router.get("/{garment_id}", responses=faults(404))
async def read(garment_id: str, desk: AtDesk, caller: Person) -> Garment:
    if garment := await desk.services.wardrobe.garment(caller, garment_id):
        return garment
    raise no_garment(garment_id)


@router.patch("/{garment_id}", responses=faults(404))
async def edit(garment_id: str, asked: GarmentEdit, desk: AtDesk, caller: Person) -> Garment:
    """Corrects what is named and leaves the rest; `{"confirmed": true}` alone says that all of it is right."""
    if garment := await closet.edit(desk.services, caller, garment_id, asked):
        return garment
    raise no_garment(garment_id)


@router.post("/{garment_id}/worn", responses=faults(404))
async def wear(garment_id: str, asked: Wear, desk: AtDesk, caller: Person) -> Garment:
    """Notes that it was worn on a day; the same day counts once."""
    today = desk.services.clock().date()
    if asked.day and asked.day > today + A_DAY:
        raise Problem(422, "bad_input", f"day: {asked.day} has not come yet.")
    if garment := await closet.wear(desk.services, caller, garment_id, [asked.day or today]):
        return garment
    raise no_garment(garment_id)


@router.post("/{garment_id}/apart", responses=faults(404))
async def part(garment_id: str, asked: Merge, desk: AtDesk, caller: Person) -> Garment:
    """Says that two garments which look alike are two; they are not proposed as one again."""
    if garment := await desk.services.wardrobe.part(caller, garment_id, asked.other_id):
        return garment
    known = await desk.services.wardrobe.garment(caller, garment_id)
    raise no_garment(asked.other_id if known else garment_id)


@router.post("/{garment_id}/merge", responses=faults(404))
async def merge(garment_id: str, asked: Merge, desk: AtDesk, caller: Person) -> Garment:
    """Makes one garment of two: this one stays as it is, with the photos and the wears of both."""
    if asked.other_id == garment_id:
        raise Problem(422, "bad_input", "other_id: a garment cannot be merged with itself.")
    if garment := await desk.services.wardrobe.merge(caller, garment_id, asked.other_id):
        return garment
    known = await desk.services.wardrobe.garment(caller, garment_id)
    raise no_garment(asked.other_id if known else garment_id)


@router.delete("/{garment_id}", status_code=204, responses=faults(404))
async def remove(garment_id: str, desk: AtDesk, caller: Person) -> None:
    if await desk.services.wardrobe.remove(caller, garment_id) is None:
        raise no_garment(garment_id)


def no_garment(garment_id: str) -> Problem:
    return Problem(404, "no_garment", f"There is no garment {garment_id!r}. GET /v1/wardrobe lists what is there.")
