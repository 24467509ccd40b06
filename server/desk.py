"""What routes work with: the caller, what they may, and the parts that the application opened."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from graph.services import Services
from server.auth import caller_of
from server.problems import Problem
from server.records import Records
from server.runs import Runs
from stores.caller import Caller, Right


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


def holding(right: Right) -> Callable[[Caller], Awaitable[Caller]]:
    """A dependency on a caller who has this right; others are answered with 403."""

    async def check(caller: Person) -> Caller:
        if right not in caller.rights:
            raise Problem(403, "not_allowed", f"This takes the right `{right}`, which the key shown has not.")
        return caller

    return check


Admin = Annotated[Caller, Depends(holding("admin"))]
