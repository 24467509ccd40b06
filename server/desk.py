"""What routes work with: the caller, and the parts that the application opened."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from graph.services import Services
from server.auth import caller_of
from server.records import Records
from server.runs import Runs
from stores.caller import Caller


@dataclass(frozen=True)
class Desk:
    """Everything a request may need, opened once."""

    services: Services
    records: Records
    runs: Runs


async def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
Person = Annotated[Caller, Depends(caller_of)]
