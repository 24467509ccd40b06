import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import openai
import pytest

from agents.retrying import FIRST_WAIT_S, asked_to_wait, passes, patiently, pause

REQUEST = httpx.Request("POST", "http://127.0.0.1/v1")


def status(code, **headers):
    response = httpx.Response(code, headers=headers, request=REQUEST)
    kind = openai.RateLimitError if code == 429 else openai.APIStatusError
    return kind("no", response=response, body=None)


@pytest.mark.parametrize(
    ("error", "again"),
    [
        (status(429), True),
        (status(503), True),
        (status(400), False),
        (status(401), False),
        (openai.APIConnectionError(request=REQUEST), True),
        (httpx.RemoteProtocolError("cut"), True),
        (ConnectionResetError(), True),
        (ValueError(), False),
        (TimeoutError(), False),
    ],
)
def test_only_what_passes_is_called_again(error, again):
    assert passes(error) == again
    assert (pause(error, 0) is not None) == again


def test_the_pause_grows_and_is_never_the_same():
    first = {pause(status(500), 0) for _ in range(20)}
    assert len(first) > 1
    assert all(FIRST_WAIT_S / 2 <= wait <= FIRST_WAIT_S for wait in first)
    assert pause(status(500), 3) > max(first)


def test_a_server_that_says_how_long_is_believed():
    assert asked_to_wait(status(429, **{"Retry-After": "2.5"})) == 2.5
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=60))
    assert 50 < asked_to_wait(status(429, **{"Retry-After": later})) <= 60
    assert asked_to_wait(status(429, **{"Retry-After": "soon"})) == 0
    assert pause(status(429, **{"Retry-After": "2.5"}), 0) == 2.5


async def test_calls_are_made_again_until_one_is_answered():
    errors = [status(503), ConnectionError()]

    async def call():
        if errors:
            raise errors.pop()
        return "there"

    assert await patiently(call, retries=2, until=asyncio.get_running_loop().time() + 5) == "there"


@pytest.mark.parametrize(("retries", "seconds", "called"), [(1, 5, 2), (5, 0.01, 1), (0, 5, 1)])
async def test_it_ends_with_the_retries_or_the_time(retries, seconds, called):
    calls = []

    async def call():
        calls.append(1)
        raise status(503)

    with pytest.raises(openai.APIStatusError):
        await patiently(call, retries=retries, until=asyncio.get_running_loop().time() + seconds)
    assert len(calls) == called
