"""How a person is forgotten: runs stopped, threads and everything that was made in them gone, files written anew."""

import asyncio

from server.desk import Desk
from stores.caller import Caller

PAGE = 100


async def erase_person(desk: Desk, caller: Caller) -> None:
    """Nothing of the person is left in the data directory. Raises `ThreadBusy` where they start a run meanwhile."""
    await stop_runs(desk, caller)
    while threads := await desk.records.search_threads(caller, limit=PAGE):
        for thread in threads:
            await desk.runs.forget(caller, thread.thread_id)
    await desk.services.erase(caller)
    await desk.records.erase(caller)


async def stop_runs(desk: Desk, caller: Caller) -> None:
    """Stops what the person has under way, and waits until it is written down."""
    under_way = desk.runs.under_way(caller)
    for live in under_way:
        if desk.runs.live(live.record.run_id):
            await desk.runs.stop(live, "interrupt")
    await asyncio.gather(*(live.ends_within(None) for live in under_way))
