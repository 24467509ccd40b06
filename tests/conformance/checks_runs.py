"""What a client sees of runs: waited for, in the background, cancelled, queued, interrupted, resumed."""

import asyncio
from typing import Any
from uuid import uuid4

from langgraph_sdk.client import LangGraphClient

from tests.conformance.client import STYLIST, Sight, said, status_of, text_of, until


async def run_waited_for(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        output: Any = await client.runs.wait(name, STYLIST, input=said("hello"), metadata={"a": "b"})
        (run,) = await client.runs.list(name)
        keys = {
            "run_id",
            "thread_id",
            "assistant_id",
            "created_at",
            "updated_at",
            "status",
            "metadata",
            "multitask_strategy",
        }
        return [text_of(output), run["status"], sorted(keys & set(run)), run["metadata"].get("a")]


async def run_on_a_thread_made_for_it(see: Sight) -> Any:
    async with see.client() as client:
        name = str(uuid4())
        output: Any = await client.runs.wait(name, STYLIST, input=said("hello"), if_not_exists="create")
        return [text_of(output), (await client.threads.get(name))["status"]]


async def run_without_a_thread(see: Sight) -> Any:
    async with see.client() as client:
        output: Any = await client.runs.wait(None, STYLIST, input=said("hello"))
        return text_of(output)


async def run_with_context(see: Sight) -> Any:
    async with see.client() as client:
        output: Any = await client.runs.wait(None, STYLIST, input=said("hello"), context={"looks": 5})
        return output["looks"]


async def run_that_fails(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        output: Any = await client.runs.wait(name, STYLIST, input=said("fail"), raise_error=False)
        (run,) = await client.runs.list(name)
        return [sorted(output), sorted(output["__error__"]), run["status"], (await client.threads.get(name))["status"]]


async def run_in_the_background(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        run = await client.runs.create(name, STYLIST, input=said("wait"))
        early = run["status"] in {"pending", "running"}
        busy = (await client.threads.get(name))["status"]
        joined: Any = await client.runs.join(name, run["run_id"])
        again: Any = await client.runs.join(name, run["run_id"])
        after = await client.runs.get(name, run["run_id"])
        return [early, busy, text_of(joined), text_of(again), after["status"]]


async def run_deleted(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        (run,) = await client.runs.list(name)
        await client.runs.delete(name, run["run_id"])
        return [await status_of(client.runs.get(name, run["run_id"])), await client.runs.list(name)]


async def run_cancelled(see: Sight) -> Any:
    async with see.client() as client:
        name, run = await started(client)
        await client.runs.cancel(name, run, wait=True)
        state = await client.threads.get_state(name)
        return [(await client.runs.get(name, run))["status"], state["next"], (await client.threads.get(name))["status"]]


async def run_rolled_back(see: Sight) -> Any:
    async with see.client() as client:
        name, run = await started(client, first="hello")
        await client.runs.cancel(name, run, wait=True, action="rollback")
        await until(lambda: _gone(client, name, run))
        state = await client.threads.get_state(name)
        return [await status_of(client.runs.get(name, run)), len(state["values"]["messages"])]


async def second_run_rejected(see: Sight) -> Any:
    async with see.client() as client:
        name, run = await started(client)
        status = await status_of(client.runs.create(name, STYLIST, input=said("two"), multitask_strategy="reject"))
        await client.runs.join(name, run)
        return status


async def second_run_queued(see: Sight) -> Any:
    async with see.client() as client:
        name, run = await started(client)
        output: Any = await client.runs.wait(name, STYLIST, input=said("two"), multitask_strategy="enqueue")
        texts = [message["content"] for message in output["messages"]]
        return [texts, (await client.runs.get(name, run))["status"]]


async def second_run_interrupts(see: Sight) -> Any:
    async with see.client() as client:
        name, run = await started(client)
        output: Any = await client.runs.wait(name, STYLIST, input=said("two"), multitask_strategy="interrupt")
        return [text_of(output), (await client.runs.get(name, run))["status"], len(output["messages"])]


async def second_run_rolls_back(see: Sight) -> Any:
    async with see.client() as client:
        name, run = await started(client)
        output: Any = await client.runs.wait(name, STYLIST, input=said("two"), multitask_strategy="rollback")
        texts = [message["content"] for message in output["messages"]]
        return [texts, await status_of(client.runs.get(name, run))]


async def question_asked_and_answered(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        stopped: Any = await client.runs.wait(name, STYLIST, input=said("ask"))
        thread = await client.threads.get(name)
        state = await client.threads.get_state(name)
        output: Any = await client.runs.wait(name, STYLIST, command={"resume": "green"})
        asked = [row["value"] for row in stopped["__interrupt__"]]
        pending = [row["value"] for rows in thread["interrupts"].values() for row in rows]
        return [
            asked,
            thread["status"],
            pending,
            state["next"],
            text_of(output),
            (await client.threads.get(name))["status"],
        ]


async def stopped_before_and_after(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"), interrupt_before=["reply"])
        before = await client.threads.get_state(name)
        output: Any = await client.runs.wait(name, STYLIST, input=None)
        await client.runs.wait(name, STYLIST, input=said("more"), interrupt_after=["listen"])
        after = await client.threads.get_state(name)
        return [before["next"], text_of(output), after["next"], (await client.threads.get(name))["status"]]


async def sent_elsewhere(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        command: Any = {"goto": "reply", "update": {"heard": "goto"}}
        output: Any = await client.runs.wait(name, STYLIST, command=command)
        return text_of(output)


async def message_edited(see: Sight) -> Any:
    """A fork: the second turn again, from the checkpoint that the first one ended in."""
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("one"))
        first = await client.threads.get_state(name)
        await client.runs.wait(name, STYLIST, input=said("two"))
        output: Any = await client.runs.wait(name, STYLIST, input=said("other"), checkpoint=first["checkpoint"])
        return [message["content"] for message in output["messages"]]


async def durability_accepted(see: Sight) -> Any:
    async with see.client() as client:
        outputs: list[Any] = [
            await client.runs.wait(None, STYLIST, input=said(kind), durability=kind)
            for kind in ("sync", "async", "exit")
        ]
        return [text_of(output) for output in outputs]


async def runs_listed_by_status(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        for text in ("one", "fail", "two"):
            await client.runs.wait(name, STYLIST, input=said(text), raise_error=False)
        good = await client.runs.list(name, status="success")
        newest = await client.runs.list(name, limit=1)
        picked = await client.runs.list(name, select=["run_id", "status"])
        return [len(good), newest[0]["status"], sorted(picked[0])]


async def not_offered(see: Sight) -> Any:
    """What Maison leaves out has to say so."""
    async with see.client() as client, see.http() as http:
        name = (await client.threads.create())["thread_id"]
        refused = {
            "crons": (await http.post("/runs/crons/search", json={})).status_code,
            "batch": (await http.post("/runs/batch", json=[])).status_code,
            "webhook": await status_of(
                client.runs.create(name, STYLIST, input=said("hi"), webhook="https://example.org/")
            ),
            "after_seconds": await status_of(client.runs.create(name, STYLIST, input=said("hi"), after_seconds=1)),
            "versions": await status_of(client.assistants.get_versions(STYLIST)),
            "mcp": (await http.post("/mcp/", json={})).status_code,
        }
        return {key: status == 501 for key, status in refused.items()}


async def started(client: LangGraphClient, first: str | None = None) -> tuple[str, str]:
    """A thread with a slow run under way."""
    name = (await client.threads.create())["thread_id"]
    if first:
        await client.runs.wait(name, STYLIST, input=said(first))
    run = await client.runs.create(name, STYLIST, input=said("wait"))
    await until(lambda: _is(client, name, run["run_id"], "running"))
    await asyncio.sleep(0.5)
    return name, run["run_id"]


async def _is(client: LangGraphClient, thread: str, run: str, status: str) -> bool:
    return (await client.runs.get(thread, run))["status"] == status


async def _gone(client: LangGraphClient, thread: str, run: str) -> bool:
    return await status_of(client.runs.get(thread, run)) == 404


CHECKS = [
    run_waited_for, run_on_a_thread_made_for_it, run_without_a_thread, run_with_context, run_that_fails,
    run_in_the_background, run_deleted, run_cancelled, run_rolled_back, second_run_rejected, second_run_queued,
    second_run_interrupts, second_run_rolls_back, question_asked_and_answered, stopped_before_and_after, sent_elsewhere,
    message_edited, durability_accepted, runs_listed_by_status, not_offered,
]  # fmt: skip
