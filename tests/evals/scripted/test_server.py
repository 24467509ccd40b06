"""The scripted server as a client of the OpenAI protocol sees it."""

import asyncio
import json
import time
from datetime import date

import httpx
import pytest

from agents.contracts import UnderstandRequest
from evals.scripted.server import open_backend
from stores.vocabulary import Brief

REQUEST = UnderstandRequest(text="a green dress for a wedding", today=date(2027, 5, 1)).model_dump_json()
MESSAGES = [{"role": "system", "content": "You read one turn."}, {"role": "user", "content": REQUEST}]


async def ask(backend, model="good", **more):
    async with httpx.AsyncClient(timeout=5) as client:
        body = {"model": model, "messages": MESSAGES, **more}
        return await client.post(f"{backend.url}/chat/completions", json=body)


async def test_it_answers_as_the_house_does_with_usage():
    async with open_backend() as backend:
        reply = (await ask(backend)).json()
    message = reply["choices"][0]["message"]
    assert Brief.model_validate_json(message["content"]).occasion == "wedding"
    assert reply["usage"]["completion_tokens"] > 5
    assert (backend.calls[0].role, backend.calls[0].streamed) == ("understand", False)


async def test_a_stream_is_the_same_answer_token_by_token_in_its_time():
    async with open_backend(first_token=0.1, per_token=0.005) as backend:
        began, text, usage = time.monotonic(), "", {}
        body = {"model": "good", "messages": MESSAGES, "stream": True, "stream_options": {"include_usage": True}}
        async with (
            httpx.AsyncClient() as client,
            client.stream("POST", f"{backend.url}/chat/completions", json=body) as reply,
        ):
            async for line in reply.aiter_lines():
                if line.startswith("data: {"):
                    event = json.loads(line[6:])
                    text += "".join(choice["delta"].get("content", "") for choice in event["choices"])
                    usage = event.get("usage") or usage
        took = time.monotonic() - began
    assert Brief.model_validate_json(text).occasion == "wedding"
    call = backend.calls[0]
    assert 0.1 <= call.first - call.began < 0.2
    assert took >= 0.1 + (usage["completion_tokens"] - 1) * 0.005


@pytest.mark.parametrize(("fault", "status"), [("429", 429), ("500", 500)])
async def test_a_server_that_refuses_says_how_long_to_wait(fault, status):
    async with open_backend(retry_after=1.5) as backend:
        reply = await ask(backend, f"understand={fault}")
    assert reply.status_code == status
    assert reply.headers.get("Retry-After") == ("1.5" if fault == "429" else None)


@pytest.mark.parametrize("streamed", [False, True])
async def test_a_cut_answer_breaks_the_connection(streamed):
    async with open_backend() as backend:
        with pytest.raises(httpx.RemoteProtocolError):
            await ask(backend, "understand=cut", stream=streamed)


async def test_one_that_hangs_says_nothing():
    async with open_backend(hang=30) as backend:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await ask(backend, "understand=hang")


@pytest.mark.parametrize("fault", ["json", "refusal", "leak", "empty", "length"])
async def test_what_is_no_brief_is_none(fault):
    async with open_backend() as backend:
        choice = (await ask(backend, f"understand={fault}")).json()["choices"][0]
    with pytest.raises(ValueError):
        Brief.model_validate_json(choice["message"]["content"] or "")
    assert choice["finish_reason"] == ("length" if fault == "length" else "stop")


async def test_a_limit_of_tokens_cuts_the_answer():
    async with open_backend() as backend:
        choice = (await ask(backend, max_tokens=3)).json()["choices"][0]
    assert choice["finish_reason"] == "length"


async def test_whoever_asks_otherwise_gets_as_much_as_was_told():
    async with open_backend() as backend, httpx.AsyncClient() as client:
        body = {"model": "say=120", "messages": [{"role": "user", "content": "a green dress"}]}
        reply = (await client.post(f"{backend.url}/chat/completions", json=body)).json()
    assert reply["usage"]["completion_tokens"] == 120


async def test_a_name_that_is_no_script_is_a_bad_request():
    async with open_backend() as backend:
        assert (await ask(backend, "merge=explode")).status_code == 400
