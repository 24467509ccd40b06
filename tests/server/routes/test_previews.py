"""Try-ons over HTTP, by the official client: consent, progress, the picture itself, a run cancelled while it paints."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from langgraph_sdk.client import LangGraphClient

from graph.services import Services
from server.app import create_app
from stores.vocabulary import Look
from tests.agents.scripted import Scripted
from tests.figures import photo
from tests.graph.test_painting import ADULT, EYES, WISH, colours_of
from tests.server.processes import said, until
from tests.server.routes.conftest import URL
from tests.tools.preview.fake_webui import FakeWebUI
from tools.preview.notes import note_of

ON_ME = "Show me a preview of the first one on this photo"


class Fitting:
    """A person with a look before them and a photo sent, where a WebUI that counts as elsewhere paints."""

    def __init__(self, http: httpx.AsyncClient, services: Services, server: FakeWebUI) -> None:
        self.http, self.client, self.services, self.server = http, LangGraphClient(http), services, server

    async def begin(self) -> None:
        self.services.models._loaded["eyes"] = Scripted(script=[json.dumps(ADULT)] * 4)
        self.thread = str((await self.client.threads.create())["thread_id"])
        values: Any = await self.client.runs.wait(self.thread, "stylist", input=said(WISH))
        self.server.answers = [colours_of(Look.model_validate(values["looks"][0]))]
        sent = await self.http.post("/v1/photos", files={"file": ("me.jpg", photo(), "image/jpeg")})
        content = [{"type": "text", "text": ON_ME}, {"type": "image", "file_id": sent.json()["id"]}]
        self.turn = {"messages": [{"role": "user", "content": content}]}

    async def asked(self) -> dict[str, Any]:
        """Sends the photo; what the run stops to ask."""
        values: Any = await self.client.runs.wait(self.thread, "stylist", input=self.turn)
        (asked,) = values["__interrupt__"]
        assert (await self.client.threads.get(self.thread))["status"] == "interrupted"
        return dict(asked["value"])

    async def resumed(self, answer: Any) -> dict[str, Any]:
        values: Any = await self.client.runs.wait(self.thread, "stylist", command={"resume": answer})
        return dict(values)


@pytest.fixture
async def fitting(open_house: Any) -> AsyncIterator[Fitting]:
    async with FakeWebUI(["500"]).serving() as server:
        painting = {"preview": f"webui:{server.url}", "preview_seconds": 20, "photos_leave": True}
        async with open_house(**EYES, **painting) as services:
            services.painter.here = False
            application = create_app(services.settings, services)
            transport = httpx.ASGITransport(application)
            async with (
                application.router.lifespan_context(application),
                httpx.AsyncClient(transport=transport, base_url=URL, timeout=60) as http,
            ):
                one = Fitting(http, services, server)
                await one.begin()
                yield one


async def test_a_photo_leaves_only_after_a_yes_and_the_picture_can_be_saved(fitting: Fitting) -> None:
    question = await fitting.asked()
    assert question["kind"] == "photo_consent" and question["photos"] == [1] and fitting.server.orders == []
    values = await fitting.resumed({"allow": True})
    preview = values["preview"]
    assert (preview["kind"], preview["ai_generated"], preview["note"]) == ("tryon", True, None)
    assert len(fitting.server.orders) == 1
    file = await fitting.http.get(preview["url"])
    assert file.headers["content-type"] == "image/png"
    assert file.headers["content-disposition"] == f'inline; filename="preview-{preview["id"]}.png"'
    assert file.headers["cache-control"].startswith("private")
    assert b"compositeWithTrainedAlgorithmicMedia" in file.content


async def test_after_a_no_the_photo_stays_and_the_board_says_why(fitting: Fitting) -> None:
    await fitting.asked()
    values = await fitting.resumed({"allow": False})
    assert (values["preview"]["kind"], values["preview"]["note"]) == ("board", note_of("kept here", "en"))
    assert fitting.server.orders == [] and values["degraded"] == []
    again = await fitting.http.post("/v1/previews", json={"look_id": values["preview"]["look_id"], "photo": 1})
    assert again.status_code in {201, 404} and fitting.server.orders == []


async def test_a_yes_for_good_counts_where_nobody_can_be_asked(fitting: Fitting) -> None:
    await fitting.asked()
    await fitting.resumed({"allow": True, "remember": True})
    (kept, *_) = (await fitting.http.get("/v1/looks")).json()
    drawn = await fitting.http.post("/v1/previews", json={"look_id": kept["id"], "photo": 1})
    assert (drawn.status_code, drawn.json()["kind"]) == (201, "tryon")
    assert len(fitting.server.orders) == 1, "the same picture is not painted twice"


async def test_steps_are_streamed_to_the_client(fitting: Fitting) -> None:
    await fitting.asked()
    steps = [
        part.data
        async for part in fitting.client.runs.stream(
            fitting.thread, "stylist", command={"resume": {"allow": True}}, stream_mode=["custom"]
        )
        if part.event == "custom"
    ]
    assert steps == [{"kind": "preview", "step": step, "attempt": 1} for step in ("painting", "checking")]


async def test_a_run_is_cancelled_while_it_paints_and_the_talk_goes_on(fitting: Fitting) -> None:
    await fitting.asked()
    painted, fitting.server.answers = fitting.server.answers, ["slow"]
    run = await fitting.client.runs.create(fitting.thread, "stylist", command={"resume": {"allow": True}})

    async def ordered() -> bool:
        return bool(fitting.server.orders)

    await until(ordered)
    await fitting.client.runs.cancel(fitting.thread, run["run_id"], wait=True)
    assert (await fitting.client.runs.get(fitting.thread, run["run_id"]))["status"] == "interrupted"
    fitting.server.answers = painted
    values: Any = await fitting.client.runs.wait(fitting.thread, "stylist", input=said("Thank you!"))
    assert values["messages"][-1]["content"]
