"""What a person thinks of a reply, a look or a piece that they were shown; later turns go by it."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, model_validator

from graph.learning import learn, unlearn
from server.desk import AtDesk, Desk, Person
from server.documented import ANYWHERE, faults
from server.problems import Problem
from server.records import RunRecord
from server.routes.looks import no_look
from stores.caller import Caller
from stores.feedback import Entry, How, how_of, liking_of
from stores.looks import KeptLook, look_key
from stores.told import Told
from stores.vocabulary import Shape

router = APIRouter(prefix="/v1/feedback", tags=["feedback"], responses=ANYWHERE)

Rating = Literal["up", "down", "worn", "bought"]


class Opinion(Told):
    """About one thing: an item, else a look, else the whole reply of a run. A look's id is the one in its thread.

    What is `bought` hangs in the wardrobe from then on, what is `worn` rests for some days.
    """

    rating: Rating
    thread_id: str | None = None
    run_id: str | None = None
    look_id: str | None = None
    item_id: str | None = None
    note: Annotated[str, Field(max_length=1000)] = ""

    @model_validator(mode="after")
    def _is_about_something(self) -> "Opinion":
        if not (self.run_id or self.look_id or self.item_id):
            raise ValueError("say what it is about: run_id, look_id or item_id")
        if (self.run_id or self.look_id) and not self.thread_id:
            raise ValueError("a run and a look are named together with their thread_id")
        return self


class Given(BaseModel):
    """An opinion as it was written down, and how it came. `attributes` are what it taught something about."""

    id: str
    at: datetime
    rating: Rating
    how: How
    thread_id: str | None
    run_id: str | None
    look_id: str | None
    item_id: str | None
    note: str
    attributes: list[str]


@router.post("", status_code=201, responses=faults(404))
async def add(asked: Opinion, desk: AtDesk, caller: Person) -> Given:
    """Takes an opinion on something that this person was shown."""
    run = await require_run(desk, caller, asked) if asked.run_id else None
    looks = await require_shown(desk, caller, asked)
    if run and not (asked.look_id or asked.item_id):
        looks = await shown_in(desk, caller, run)
    entry = Entry(
        at=desk.services.clock().astimezone(UTC),
        liking=liking_of(asked.rating),
        how=how_of(asked.rating),
        look=asked.look_id,
        item=asked.item_id,
        thread=asked.thread_id,
        run=asked.run_id,
        said=asked.note,
    )
    return given(await learn(desk.services, caller, entry, [kept.look for kept in looks]))


class Page(Shape):
    limit: Annotated[int, Field(ge=1, le=1000)] = 100
    offset: Annotated[int, Field(ge=0, le=100_000)] = 0


@router.get("")
async def search(asked: Annotated[Page, Query()], desk: AtDesk, caller: Person) -> list[Given]:
    """The newest first, those that were said in a turn among them."""
    entries = await desk.services.feedback.entries(caller)
    return [given(entry) for entry in entries[::-1][asked.offset : asked.offset + asked.limit]]


@router.delete("/{feedback_id}", status_code=204, responses=faults(404))
async def remove(feedback_id: str, desk: AtDesk, caller: Person) -> None:
    """Takes an opinion back, with what it taught."""
    if not await unlearn(desk.services, caller, feedback_id):
        raise Problem(404, "no_feedback", f"There is no feedback {feedback_id!r}. GET /v1/feedback lists yours.")


async def require_run(desk: Desk, caller: Caller, asked: Opinion) -> RunRecord:
    """Raises `Problem` (404) unless the person had this run."""
    if run := await desk.records.run(caller, asked.thread_id or "", asked.run_id or ""):
        return run
    raise Problem(404, "no_run", f"Thread {asked.thread_id!r} has no run {asked.run_id!r}.")


async def shown_in(desk: Desk, caller: Caller, run: RunRecord) -> list[KeptLook]:
    """The looks that a reply showed: those of its thread that were new while it was written."""
    begun, ended = datetime.fromisoformat(run.created_at), datetime.fromisoformat(run.updated_at)
    looks = await desk.services.looks.looks(caller, thread_id=run.thread_id)
    return [kept for kept in looks if begun <= kept.shown_at <= ended]


async def require_shown(desk: Desk, caller: Caller, asked: Opinion) -> list[KeptLook]:
    """The look that an opinion is about, or those the item was seen in; none for a reply.

    Raises `Problem` (404) for what this person was not shown and does not own.
    """
    services = desk.services
    if asked.look_id:
        kept = await services.looks.look(caller, look_key(asked.thread_id or "", asked.look_id))
        looks = [kept] if kept else []
    else:
        looks = await services.looks.looks(caller, thread_id=asked.thread_id) if asked.item_id else []
    if asked.look_id and not looks:
        raise no_look(asked.look_id)
    if asked.item_id:
        looks = [kept for kept in looks if any(item.id == asked.item_id for item in kept.look.items)]
        if not looks and await services.wardrobe.garment(caller, asked.item_id) is None:
            detail = f"You were shown no item {asked.item_id!r} there. GET /v1/looks lists what you were shown."
            raise Problem(404, "no_item", detail)
    return looks


def given(entry: Entry) -> Given:
    return Given(
        id=entry.id,
        at=entry.at,
        rating=rating_of(entry),
        how=entry.how,
        thread_id=entry.thread,
        run_id=entry.run,
        look_id=entry.look,
        item_id=entry.item,
        note=entry.said,
        attributes=entry.attributes,
    )


def rating_of(entry: Entry) -> Rating:
    done: dict[How, Rating] = {"worn": "worn", "bought": "bought"}
    return done.get(entry.how, "up" if entry.liking >= 0 else "down")
