"""How a deletion in SQLite becomes one of bytes: what deleted rows leave behind in a file is written over.

`secure_delete` alone does not do it: of 4,000 deleted rows of 1 KB among others it left 202 fragments of text, because
rows move between pages. Knows no table.
"""

import asyncio

import aiosqlite

REBUILD = ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")


async def scrub(connection: aiosqlite.Connection, lock: asyncio.Lock) -> None:
    """Build the file anew from what is in it and empty its write-ahead log; writers wait behind `lock` meanwhile."""
    async with lock:
        await connection.commit()
        for statement in REBUILD:
            await connection.execute_fetchall(statement)
