"""Assistants that people made: a name, and what runs under it are set to. Knows nothing of what may be set."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from server.database import Database, assistants, labelled, now
from stores.caller import Caller

AssistantColumn = Literal["assistant_id", "name", "created_at", "updated_at"]


class Assistant(NamedTuple):
    assistant_id: str
    name: str
    description: str | None
    context: dict[str, Any]
    metadata: dict[str, Any]
    version: int
    created_at: str
    updated_at: str


class AssistantTaken(Exception):
    """The assistant id is in use."""


class Assistants:
    """Assistants by caller; another caller's are as if they were not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, caller: Caller, assistant: Assistant) -> None:
        """Raises `AssistantTaken`."""
        insert = sa.insert(assistants).values(owner=caller.id, **assistant._asdict())
        try:
            await self._database.execute(insert)
        except IntegrityError as error:
            raise AssistantTaken(assistant.assistant_id) from error

    async def assistant(self, caller: Caller, assistant_id: str) -> Assistant | None:
        query = self._query(caller).where(assistants.c.assistant_id == assistant_id)
        found = await self._database.rows(query)
        return Assistant(**found[0]) if found else None

    async def search(self, caller: Caller, *, metadata: Mapping[str, Any], name: str) -> list[Assistant]:
        """The caller's assistants with these labels and this in their name. Raises ValueError for odd labels."""
        query = self._query(caller).where(*labelled(assistants.c.metadata, metadata))
        query = query.where(assistants.c.name.icontains(name, autoescape=True))
        return [Assistant(**row) for row in await self._database.rows(query)]

    async def change(self, caller: Caller, assistant_id: str, values: Mapping[str, Any]) -> None:
        """Sets columns; every change is a new version."""
        update = sa.update(assistants).where(*self._mine(caller, assistant_id))
        update = update.values(**values, version=assistants.c.version + 1, updated_at=now())
        await self._database.execute(update)

    async def remove(self, caller: Caller, assistant_id: str) -> None:
        delete = sa.delete(assistants).where(*self._mine(caller, assistant_id))
        await self._database.execute(delete)

    async def erase(self, caller: Caller) -> None:
        await self._database.execute(sa.delete(assistants).where(assistants.c.owner == caller.id))

    def _query(self, caller: Caller) -> sa.Select[Any]:
        columns = [assistants.c[name] for name in Assistant._fields]
        return sa.select(*columns).where(assistants.c.owner == caller.id)

    def _mine(self, caller: Caller, assistant_id: str) -> tuple[sa.ColumnElement[bool], ...]:
        return assistants.c.owner == caller.id, assistants.c.assistant_id == assistant_id
