"""API keys, and the browser sessions that stand for them, in a small SQLite file of their own.

Unlike the rest of a data directory this file is made for several processes: `maison keys` writes it while a server
reads it, so that the first key can be made before there is anybody who may ask the server for one, and a key that is
revoked is unknown from the next request on. Knows nothing of HTTP.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from stores.caller import Caller, Right

T = TypeVar("T")

MARK = "maison"
USE_NOTED_EVERY = timedelta(hours=1)  # a write per request would be dear, and a diary of a person's hours

tables = sa.MetaData()
keys = sa.Table(
    "keys", tables,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("person", sa.String(128), nullable=False),
    sa.Column("rights", sa.JSON, nullable=False),
    sa.Column("created_at", sa.String(32), nullable=False),
    sa.Column("used_at", sa.String(32)),
    sa.Column("digest", sa.String(64), nullable=False),
)  # fmt: skip
sessions = sa.Table(
    "sessions", tables,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("key_id", sa.ForeignKey("keys.id", ondelete="CASCADE"), nullable=False),
    sa.Column("ends_at", sa.String(32), nullable=False),
)  # fmt: skip


class Key(NamedTuple):
    """What is known of a key; its secret is not. `person` is whose things it opens; times are ISO 8601 in UTC."""

    id: str
    name: str
    person: str
    rights: list[Right]
    created_at: str
    used_at: str | None

    @property
    def caller(self) -> Caller:
        return Caller(self.person, frozenset(self.rights))


class Keys:
    """Makes, knows and revokes keys and sessions. Only digests are kept."""

    def __init__(self, engine: sa.Engine, thread: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._thread = thread

    async def create(self, name: str, rights: Collection[Right], person: str | None = None) -> tuple[Key, str]:
        """A new key and its token, which cannot be read again; without `person` it opens a new person's things."""
        identity = secrets.token_hex(6)
        token = f"{MARK}_{identity}_{secrets.token_urlsafe(32)}"
        key = Key(identity, name, person or f"key:{identity}", sorted(rights), now(), None)

        def work(db: sa.Connection) -> None:
            db.execute(sa.insert(keys).values(digest=digest(token), **key._asdict()))

        await self._transact(work)
        return key, token

    async def all(self) -> list[Key]:
        """Every key, oldest first."""
        query = sa.select(*columns()).order_by(keys.c.created_at)
        return [Key(**row) for row in await self._transact(lambda db: db.execute(query).mappings().all())]

    async def revoke(self, identity: str) -> bool:
        """Forgets a key and ends its sessions; whether there was one."""
        query = sa.delete(keys).where(keys.c.id == identity)
        return bool(await self._transact(lambda db: db.execute(query).rowcount))

    async def check(self, token: str) -> Key | None:
        """The key that a token is of."""
        parts = token.split("_", 2)
        if len(parts) != 3 or parts[0] != MARK:
            return None
        query = sa.select(*columns(), keys.c.digest).where(keys.c.id == parts[1])

        def work(db: sa.Connection) -> Key | None:
            found = db.execute(query).mappings().one_or_none()
            if found is None or not compare_digest(found["digest"], digest(token)):
                return None
            return noted(db, Key(**{name: found[name] for name in Key._fields}))

        return await self._transact(work)

    async def open_session(self, key: Key, lasts: timedelta) -> str:
        """A token that stands for the key until the session ends or the key is revoked."""
        token = secrets.token_urlsafe(32)
        ends_at = (datetime.now(UTC) + lasts).isoformat(timespec="microseconds")

        def work(db: sa.Connection) -> None:
            db.execute(sa.delete(sessions).where(sessions.c.ends_at <= now()))
            db.execute(sa.insert(sessions).values(digest=digest(token), key_id=key.id, ends_at=ends_at))

        await self._transact(work)
        return token

    async def session(self, token: str) -> Key | None:
        """The key that a session stands for."""
        query = sa.select(*columns()).join_from(sessions, keys)
        query = query.where(sessions.c.digest == digest(token), sessions.c.ends_at > now())

        def work(db: sa.Connection) -> Key | None:
            found = db.execute(query).mappings().one_or_none()
            return noted(db, Key(**found)) if found else None

        return await self._transact(work)

    async def end_session(self, token: str) -> None:
        query = sa.delete(sessions).where(sessions.c.digest == digest(token))
        await self._transact(lambda db: db.execute(query))

    async def _transact(self, work: Callable[[sa.Connection], T]) -> T:
        def transact() -> T:
            with self._engine.begin() as db:
                return work(db)

        return await asyncio.get_running_loop().run_in_executor(self._thread, transact)


@asynccontextmanager
async def open_keys(path: Path) -> AsyncIterator[Keys]:
    """The keys in an SQLite file, made where there is none, readable by its owner alone."""
    engine = sa.create_engine(f"sqlite:///{path}")
    sa.event.listen(engine, "connect", tune)

    def prepare() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        tables.create_all(engine)

    with ThreadPoolExecutor(1, "keys") as thread:
        await asyncio.get_running_loop().run_in_executor(thread, prepare)
        try:
            yield Keys(engine, thread)
        finally:
            await asyncio.get_running_loop().run_in_executor(thread, engine.dispose)


def tune(connection: Any, _: Any) -> None:
    """FULL, so that a key which was revoked stays so through a power cut."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def noted(db: sa.Connection, key: Key) -> Key:
    """The key, with its use written down if that was not done lately."""
    moment = datetime.now(UTC)
    if key.used_at is None or moment - datetime.fromisoformat(key.used_at) > USE_NOTED_EVERY:
        db.execute(sa.update(keys).where(keys.c.id == key.id).values(used_at=moment.isoformat(timespec="minutes")))
    return key


def columns() -> list[sa.Column[Any]]:
    return [keys.c[name] for name in Key._fields]


def digest(token: str) -> str:
    """SHA-256 is enough: a token is 256 random bits, so there is nothing to guess that a slow hash would protect."""
    return sha256(token.encode()).hexdigest()


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
