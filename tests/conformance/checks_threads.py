"""What a client sees of assistants, threads and the store. Each check returns what it saw, as plain JSON."""

from typing import Any
from uuid import uuid4

from langgraph_sdk.client import LangGraphClient

from tests.conformance.client import STYLIST, Sight, said, status_of, text_of


async def info(see: Sight) -> Any:
    async with see.http() as http:
        answer = (await http.get("/info")).json()
        return {"ok": (await http.get("/ok")).json()["ok"], "says": sorted({"version", "flags"} & set(answer))}


async def assistants_found(see: Sight) -> Any:
    async with see.client() as client:
        found = await client.assistants.search(graph_id=STYLIST, limit=5)
        one = await client.assistants.get(found[0]["assistant_id"])
        keys = ("assistant_id", "graph_id", "config", "context", "metadata", "version", "created_at", "updated_at")
        return [len(found), one["graph_id"], sorted(set(keys) & set(one))]


async def assistants_counted(see: Sight) -> Any:
    async with see.client() as client:
        return await client.assistants.count(graph_id=STYLIST)


async def assistants_searched_as_an_object(see: Sight) -> Any:
    async with see.client() as client:
        found = await client.assistants.search(graph_id=STYLIST, response_format="object")
        return sorted(found)


async def assistant_drawn(see: Sight) -> Any:
    async with see.client() as client:
        drawing = await client.assistants.get_graph(STYLIST)
        inner = await client.assistants.get_graph(STYLIST, xray=True)
        nodes = [sorted(node["id"] for node in one["nodes"]) for one in (drawing, inner)]
        return [nodes, sorted(drawing["edges"][0])]


async def assistant_schemas(see: Sight) -> Any:
    async with see.client() as client:
        schemas: Any = await client.assistants.get_schemas(await assistant_id(client))
        return [
            sorted(schemas),
            sorted(schemas["input_schema"]["properties"]),
            sorted(schemas["context_schema"]["properties"]),
        ]


async def assistant_subgraphs(see: Sight) -> Any:
    async with see.client() as client:
        return sorted(await client.assistants.get_subgraphs(await assistant_id(client)))


async def assistant_lifecycle(see: Sight) -> Any:
    async with see.client() as client:
        made = await client.assistants.create(STYLIST, context={"looks": 2}, name="Two", metadata={"kind": "probe"})
        key = made["assistant_id"]
        found = await client.assistants.search(metadata={"kind": "probe"})
        changed = await client.assistants.update(key, context={"looks": 1}, name="One")
        output = await client.runs.wait(None, key, input=said("hello"))
        await client.assistants.delete(key)
        gone = await status_of(client.assistants.get(key))
        return [made["context"], len(found), changed["name"], changed["context"], output["looks"], gone]


async def assistant_unknown(see: Sight) -> Any:
    async with see.client() as client:
        thread = (await client.threads.create())["thread_id"]
        return [
            await status_of(client.assistants.get(str(uuid4()))),
            await status_of(client.runs.wait(thread, str(uuid4()), input=said("hello"))),
            await status_of(client.runs.wait(thread, "nobody", input=said("hello"))),
        ]


async def thread_made(see: Sight) -> Any:
    async with see.client() as client:
        made = await client.threads.create(metadata={"for": "probe"})
        read = await client.threads.get(made["thread_id"])
        keys = {"thread_id", "created_at", "updated_at", "metadata", "status", "values"}
        return [sorted(keys & set(made)), read["metadata"]["for"], read["status"]]


async def thread_made_twice(see: Sight) -> Any:
    async with see.client() as client:
        name = str(uuid4())
        await client.threads.create(thread_id=name)
        again = await client.threads.create(thread_id=name, if_exists="do_nothing")
        return [again["thread_id"] == name, await status_of(client.threads.create(thread_id=name))]


async def thread_unknown(see: Sight) -> Any:
    async with see.client() as client:
        name = str(uuid4())
        return [
            await status_of(client.threads.get(name)),
            await status_of(client.threads.get_state(name)),
            await status_of(client.threads.update(name, metadata={"a": "b"})),
            await status_of(client.threads.copy(name)),
            await status_of(client.threads.delete(name)),
            await status_of(client.runs.wait(name, STYLIST, input=said("hello"))),
            await status_of(client.runs.get(name, str(uuid4()))),
        ]


async def thread_patched(see: Sight) -> Any:
    async with see.client() as client:
        made = await client.threads.create(metadata={"a": "1", "b": "2"})
        await client.threads.update(made["thread_id"], metadata={"b": "3"})
        read = await client.threads.get(made["thread_id"])
        return {key: read["metadata"].get(key) for key in "ab"}


async def threads_searched(see: Sight) -> Any:
    async with see.client() as client:
        mark = str(uuid4())
        names = [(await client.threads.create(metadata={"mark": mark, "n": n}))["thread_id"] for n in range(3)]
        everything = await client.threads.search(metadata={"mark": mark})
        page = await client.threads.search(
            metadata={"mark": mark}, limit=1, offset=1, sort_by="created_at", sort_order="asc"
        )
        chosen = await client.threads.search(ids=names[:2], metadata={"mark": mark}, select=["thread_id"])
        idle = await client.threads.count(metadata={"mark": mark}, status="idle")
        return [len(everything), names.index(page[0]["thread_id"]), sorted(chosen[0]), len(chosen), idle]


async def thread_deleted(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        await client.threads.delete(name)
        return [await status_of(client.threads.get(name)), await status_of(client.threads.get_history(name))]


async def thread_copied(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create(metadata={"kept": "yes"}))["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        copy: Any = await client.threads.copy(name)
        await client.runs.wait(name, STYLIST, input=said("more"))
        state = await client.threads.get_state(copy["thread_id"])
        return [
            copy["thread_id"] != name,
            copy["metadata"]["kept"],
            text_of(state["values"]),
            len(state["values"]["messages"]),
        ]


async def state_read(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        state = await client.threads.get_state(name)
        at = await client.threads.get_state(name, checkpoint_id=state["checkpoint"]["checkpoint_id"])
        keys = {"values", "next", "tasks", "metadata", "created_at", "checkpoint", "parent_checkpoint", "interrupts"}
        return [text_of(state["values"]), state["next"], sorted(keys & set(state)), text_of(at["values"])]


async def state_written(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        await client.runs.wait(name, STYLIST, input=said("hello"))
        written = await client.threads.update_state(name, said("from outside"), as_node="listen")
        state = await client.threads.get_state(name)
        went_on = await client.runs.wait(name, STYLIST, input=None)
        return [sorted(written), text_of(state["values"]), state["next"], text_of(went_on)]


async def history_read(see: Sight) -> Any:
    async with see.client() as client:
        name = (await client.threads.create())["thread_id"]
        for text in ("one", "two"):
            await client.runs.wait(name, STYLIST, input=said(text))
        history = await client.threads.get_history(name, limit=50)
        counts = [len(state["values"].get("messages", [])) for state in history]
        finished = [count for state, count in zip(history, counts, strict=True) if not state["next"]]
        return {"newest": counts[0], "ends of turns": [count for count in finished if count]}


async def store_kept(see: Sight) -> Any:
    async with see.client() as client:
        space = ["probe", uuid4().hex]
        await client.store.put_item(space, "coat", {"colour": "navy"})
        item = await client.store.get_item(space, "coat")
        found = await client.store.search_items(space, filter={"colour": "navy"})
        spaces = await client.store.list_namespaces(prefix=space)
        await client.store.delete_item(space, "coat")
        left = await client.store.search_items(space)
        seen = [item["value"], item["namespace"] == space, len(found["items"]), spaces["namespaces"] == [space]]
        return [*seen, left["items"]]


async def assistant_id(client: LangGraphClient) -> str:
    (found,) = await client.assistants.search(graph_id=STYLIST, metadata={"created_by": "system"})
    return str(found["assistant_id"])


CHECKS = [
    info, assistants_found, assistants_counted, assistants_searched_as_an_object, assistant_drawn, assistant_schemas,
    assistant_subgraphs, assistant_lifecycle, assistant_unknown, thread_made, thread_made_twice, thread_unknown,
    thread_patched, threads_searched, thread_deleted, thread_copied, state_read, state_written, history_read,
    store_kept,
]  # fmt: skip
