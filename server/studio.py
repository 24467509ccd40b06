"""What LangGraph's own server starts beside the graph (`langgraph.json`): the assistants that come with Maison."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient
from starlette.applications import Starlette

from graph.variants import Variant, digest, load_variants

GRAPH_ID = "stylist"


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    client = get_client()  # without an address, the server that this runs in
    for variant in load_variants():
        await keep(client, variant)
    yield


async def keep(client: LangGraphClient, variant: Variant) -> None:
    """Makes an assistant that is not there yet and renews what we made; one that somebody changed stays theirs."""
    told: dict[str, Any] = {"name": variant.name, "description": variant.description, "context": variant.context}
    mark = {"created_by": "maison", "made": variant.digest}
    identity = str(variant.assistant_id)
    kept = await client.assistants.create(
        GRAPH_ID, assistant_id=identity, metadata=mark, if_exists="do_nothing", **told
    )
    made = (kept["metadata"] or {}).get("made")
    if made != variant.digest and made == digest(kept["context"]):
        await client.assistants.update(identity, metadata=mark, **told)


app = Starlette(lifespan=lifespan)
