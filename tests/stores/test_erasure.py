import asyncio
from pathlib import Path

import aiosqlite

from stores.erasure import scrub
from tests.server.pictures import kept

WORD = "zanzibar"


async def test_deleted_rows_leave_nothing_in_any_file(tmp_path: Path) -> None:
    lock = asyncio.Lock()
    async with aiosqlite.connect(tmp_path / "d.db") as connection:
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA secure_delete=OFF", "CREATE TABLE t (who, what)"):
            await connection.execute(statement)
        rows = [("ada" if number % 3 else "bea", (WORD if number % 3 else "other") * number) for number in range(300)]
        await connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
        await connection.execute("DELETE FROM t WHERE who = 'ada'")
        await connection.commit()
        assert any(WORD.encode() in data for data in kept(tmp_path).values())
        await scrub(connection, lock)
        assert not any(WORD.encode() in data for data in kept(tmp_path).values())
        assert list(await connection.execute_fetchall("SELECT count(*) FROM t")) == [(100,)]
