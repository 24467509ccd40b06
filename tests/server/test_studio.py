"""The assistants that come with Maison, made over the API of a LangGraph server; here it is ours."""

from langgraph_sdk.client import LangGraphClient

from graph.variants import load_variants
from server.studio import keep

PLAIN, *_ = load_variants()
RENEWED = PLAIN._replace(description="Two looks.", context={"looks": 2})


async def test_an_assistant_is_made_once_and_renewed_with_us(client: LangGraphClient) -> None:
    for _ in range(2):
        await keep(client, PLAIN)
        made = await client.assistants.get(str(PLAIN.assistant_id))
        assert (made["name"], made["context"], made["version"]) == (PLAIN.name, PLAIN.context, 1)
    await keep(client, RENEWED)
    renewed = await client.assistants.get(str(PLAIN.assistant_id))
    assert (renewed["context"], renewed["description"], renewed["version"]) == ({"looks": 2}, "Two looks.", 2)
    await keep(client, PLAIN)
    assert (await client.assistants.get(str(PLAIN.assistant_id)))["context"] == PLAIN.context


async def test_an_assistant_that_somebody_changed_stays_theirs(client: LangGraphClient) -> None:
    await keep(client, PLAIN)
    theirs = await client.assistants.update(str(PLAIN.assistant_id), context={"looks": 5})
    for variant in (PLAIN, RENEWED):
        await keep(client, variant)
    assert await client.assistants.get(str(PLAIN.assistant_id)) == theirs
