"""Product feeds, for an admin: sent, taken in while the old catalogue goes on being served, reported on."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile

from server.desk import AtDesk, holding
from server.documented import ANYWHERE, faults
from server.problems import Problem
from stores.catalog.feeds import FeedFormat
from stores.feeds import FeedJob, FeedRunning

router = APIRouter(
    prefix="/v1/catalog/feeds", tags=["feeds"], responses=ANYWHERE, dependencies=[Depends(holding("admin"))]
)


@router.post("", status_code=202, responses=faults(409))
async def add(
    file: Annotated[UploadFile, File()], desk: AtDesk, format: Annotated[FeedFormat, Form()] = "jsonl"
) -> FeedJob:
    """Replaces the catalogue by a feed, plain or gzipped, in the background; ask for the job to see how far it is."""
    try:
        return await desk.services.feeds.start(format, file.file)
    except FeedRunning as error:
        raise Problem(409, "feed_running", str(error)) from error
    except ValueError as error:
        raise Problem(422, "bad_feed", f"This is no feed in the format {format!r}: {error}") from error


@router.get("")
async def search(desk: AtDesk) -> list[FeedJob]:
    """The newest first."""
    return await desk.services.feeds.jobs()


@router.get("/{feed_id}", responses=faults(404))
async def read(feed_id: str, desk: AtDesk) -> FeedJob:
    """How far a feed is, and the first rows that were not taken, each with the reason."""
    if job := await desk.services.feeds.job(feed_id):
        return job
    raise Problem(404, "no_feed", f"There is no feed {feed_id!r}. GET /v1/catalog/feeds lists them.")
