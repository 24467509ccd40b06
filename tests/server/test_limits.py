"""How much one may ask, and how the server says that it was too much."""

import asyncio
from typing import Any

import httpx
import pytest

from graph.services import Services
from graph.settings import Settings
from server.app import create_app
from server.limits import Admission, BodyLimit, Rates, SendLimit
from server.problems import Problem, Unread
from stores.caller import Caller
from tests.server.processes import said

ADA, BEA = Caller("ada"), Caller("bea")
HTTP: dict[str, Any] = {"type": "http", "method": "POST", "path": "/", "headers": []}


async def no_receive() -> Any:
    raise AssertionError


def refused(admission: Admission, caller: Caller) -> tuple[int, str, str | None]:
    with pytest.raises(Problem) as error:
        admission.admit(caller)
    return error.value.status_code, error.value.code, (error.value.headers or {}).get("Retry-After")


async def test_runs_of_one_caller_and_in_all_are_counted_until_they_leave() -> None:
    admission = Admission(2, 3)
    admission.admit(ADA)
    admission.admit(ADA)
    assert refused(admission, ADA) == (429, "too_many_runs", "5")
    admission.admit(BEA)
    assert refused(admission, BEA) == (429, "server_busy", "5")
    admission.leave(ADA)
    admission.admit(BEA)
    assert admission.under_way == 3


async def test_without_a_limit_per_caller_the_one_in_all_holds() -> None:
    admission = Admission(None, 3)
    for _ in range(3):
        admission.admit(ADA)
    assert refused(admission, ADA)[1] == "server_busy"


async def test_a_run_of_an_earlier_process_is_counted_and_never_refused() -> None:
    admission = Admission(1, 1)
    admission.readmit(ADA)
    admission.readmit(ADA)
    assert refused(admission, ADA)[1] == "too_many_runs"
    assert admission.under_way == 2


async def test_a_closing_server_admits_nothing_and_waits_for_what_is_under_way() -> None:
    admission = Admission(None, 9)
    admission.admit(ADA)
    closing = asyncio.create_task(admission.close(60))
    await asyncio.sleep(0)
    assert refused(admission, ADA) == (503, "stopping", "5")
    assert not closing.done()
    admission.leave(ADA)
    await closing


async def test_a_closing_server_does_not_wait_for_ever_nor_for_nothing() -> None:
    busy, idle = Admission(None, 9), Admission(None, 9)
    busy.admit(ADA)
    await busy.close(0.01)
    await busy.close(60)
    await idle.close(60)
    assert busy.under_way == 1


async def test_requests_are_counted_per_caller() -> None:
    rates = Rates(3)
    for _ in range(3):
        await rates.count(ADA)
    with pytest.raises(Problem) as error:
        await rates.count(ADA)
    assert (error.value.status_code, error.value.code) == (429, "too_many_requests")
    assert 1 <= int((error.value.headers or {})["Retry-After"]) <= 60
    await rates.count(BEA)
    for _ in range(50):
        await Rates(None).count(ADA)


async def test_a_body_that_stalls_is_given_up() -> None:
    async def reading(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass

    pieces = [{"type": "http.request", "body": b"{", "more_body": True}]

    async def stalling() -> Any:
        if not pieces:
            await asyncio.sleep(60)
        return pieces.pop()

    with pytest.raises(Problem) as error:
        await BodyLimit(reading, 100, 0.02)(HTTP, stalling, no_receive)
    assert (error.value.status_code, error.value.code) == (408, "too_slow")


async def test_a_client_that_has_sent_everything_may_stay_as_long_as_it_likes() -> None:
    received: list[Any] = []

    async def waiting(scope: Any, receive: Any, send: Any) -> None:
        received.append(await receive())
        received.append(await receive())

    messages = iter([{"type": "http.request", "body": b"", "more_body": False}, {"type": "http.disconnect"}])

    async def staying() -> Any:
        if received:
            await asyncio.sleep(0.05)
        return next(messages)

    await BodyLimit(waiting, 100, 0.01)(HTTP, staying, no_receive)
    assert received[1] == {"type": "http.disconnect"}


async def test_a_client_that_never_reads_is_let_go() -> None:
    sent: list[bytes] = []

    async def streaming(scope: Any, receive: Any, send: Any) -> None:
        for number in range(10):
            await send({"type": "http.response.body", "body": b"%d" % number, "more_body": True})

    async def stuck(message: Any) -> None:
        if len(sent) == 2:
            await asyncio.sleep(60)
        sent.append(message["body"])

    with pytest.raises(Unread):
        await SendLimit(streaming, 0.02)(HTTP, no_receive, stuck)
    assert sent == [b"0", b"1"]


async def test_too_many_requests_are_a_problem_that_says_when_to_come_back(
    settings: Settings, services: Services
) -> None:
    app = create_app(settings.model_copy(update={"requests_per_minute": 5}), services)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as http,
    ):
        answers = [await http.get("/v1/wardrobe") for _ in range(7)]
        assert (await http.get("/ok")).status_code == 200
    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
    assert answers[-1].headers["content-type"] == "application/problem+json"
    assert answers[-1].json()["code"] == "too_many_requests"
    assert int(answers[-1].headers["retry-after"]) >= 1


async def test_a_caller_with_enough_runs_under_way_is_refused_and_nothing_is_made(
    settings: Settings, services: Services
) -> None:
    app = create_app(settings.model_copy(update={"runs_per_person": 1}), services)
    run = {"assistant_id": "stylist", "input": said("forever")}
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as http,
    ):
        first = (await http.post("/runs", json=run)).json()
        refused = await http.post("/runs/wait", json=run)
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_runs")
        assert refused.headers["retry-after"] == "5"
        assert len((await http.post("/threads/search", json={})).json()) == 1
        await http.post(f"/threads/{first['thread_id']}/runs/{first['run_id']}/cancel?wait=true")
        answer = await http.post("/runs/wait", json=run | {"input": said("hello")})
        assert answer.json()["messages"][-1]["content"] == "you said hello"


def test_limits_that_part_people_begin_with_auth() -> None:
    alone, several = Settings(), Settings(auth="keys")
    assert (alone.request_limit, alone.run_limit) == (None, None)
    assert (several.request_limit, several.run_limit) == (600, 8)
    assert Settings(requests_per_minute=5, runs_per_person=2).request_limit == 5
