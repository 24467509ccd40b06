from collections.abc import Callable

import numpy as np
import pytest

from tests.figures import figure
from tests.tools.preview.fake_webui import FakeWebUI, decoded
from tools.preview import webui
from tools.preview.dressing import Step, dress
from tools.preview.gate import faults
from tools.preview.painters import build_painter
from tools.preview.scene import Painter, Scene, Unkept, Unpaintable, build_scene

RED = "#a3262e"
WornBy = Callable[..., Scene]


@pytest.fixture
def red_jumper(worn_by: WornBy) -> Scene:
    return worn_by(sweater=RED)


def over(server: FakeWebUI, seconds: float = 20) -> Painter:
    painter = build_painter(f"webui:{server.url}", seconds)
    assert painter is not None
    return painter


async def test_a_photo_is_painted_under_a_mask_and_kept_outside_of_it(red_jumper: Scene) -> None:
    async with FakeWebUI([RED]).serving() as server:
        picture = await over(server).paint(red_jumper, 7)
    assert server.paths == ["/sdapi/v1/img2img"]
    assert picture.size == figure().size
    assert faults(red_jumper, picture) == []
    corner = np.asarray(picture.crop((0, 600, 80, 800))).astype(int) - np.asarray(figure().crop((0, 600, 80, 800)))
    assert np.abs(corner).max() == 0


async def test_the_server_is_shown_the_pose_and_the_very_pieces(red_jumper: Scene) -> None:
    async with FakeWebUI([RED]).serving() as server:
        await over(server).paint(red_jumper, 7)
    order = server.orders[0]
    assert "red sweater" in order["prompt"] and order["seed"] == 7
    assert order["width"] % 8 == order["height"] % 8 == 0
    pose, likeness = order["alwayson_scripts"]["ControlNet"]["args"]
    assert (pose["module"], pose["model"]) == ("openpose_full", server.models[0])
    assert likeness["model"] == server.models[1]
    assert decoded(likeness["image"]).getpixel((190, 190)) == (0xA3, 0x26, 0x2E)
    mask = np.asarray(decoded(order["mask"]).convert("L"))
    assert mask[: round(0.2 * mask.shape[0])].max() == 0 and mask[mask.shape[0] // 2].max() == 255
    assert "ADetailer" not in order["alwayson_scripts"]


async def test_an_invented_person_gets_a_face_pass_and_no_photo(a_look: Callable[..., object]) -> None:
    async with FakeWebUI([RED]).serving() as server:
        await over(server).paint(build_scene(a_look(sweater=RED), {}, whose="women"), 1)  # type: ignore[arg-type]
    assert server.paths == ["/sdapi/v1/txt2img"]
    assert "a woman" in server.orders[0]["prompt"]
    assert server.orders[0]["alwayson_scripts"]["ADetailer"]["args"][0]["ad_model"] == "face_yolov8n.pt"
    assert "init_images" not in server.orders[0]


async def test_what_the_server_has_not_is_not_asked_for(red_jumper: Scene) -> None:
    async with FakeWebUI([RED], scripts=["refiner"]).serving() as server:
        await over(server).paint(red_jumper, 1)
    assert server.orders[0]["alwayson_scripts"] == {}


@pytest.mark.parametrize(
    ("answer", "reason", "times"),
    [
        ("500", "status 500", 2),
        ("422", "status 422", 1),
        ("html", "answer is no JSON", 1),
        ("list", "answer is no object", 1),
        ("empty", "answer without a picture", 1),
        ("no base64", "picture cannot be read", 1),
        ("no picture", "picture cannot be read", 1),
        ("huge", "picture too large", 1),
    ],
)
async def test_bad_answers_are_reasons(red_jumper: Scene, monkeypatch, answer: str, reason: str, times: int) -> None:
    monkeypatch.setattr(webui, "PAUSE_S", 0)
    async with FakeWebUI([answer]).serving() as server:
        with pytest.raises(Unpaintable, match=reason) as failed:
            await over(server).paint(red_jumper, 1)
    assert "CUDA" not in str(failed.value)
    assert len(server.orders) == times


async def test_a_server_that_breaks_once_is_asked_again(red_jumper: Scene, monkeypatch) -> None:
    monkeypatch.setattr(webui, "PAUSE_S", 0)
    async with FakeWebUI(["500", RED]).serving() as server:
        picture = await over(server).paint(red_jumper, 1)
    assert faults(red_jumper, picture) == []


async def test_a_slow_server_and_none_at_all_end_in_time(red_jumper: Scene, monkeypatch) -> None:
    monkeypatch.setattr(webui, "PAUSE_S", 0)
    async with FakeWebUI(["slow"]).serving() as server:
        with pytest.raises(Unpaintable, match="timeout after"):
            await over(server, seconds=0.5).paint(red_jumper, 1)
    with pytest.raises(Unpaintable, match="ConnectError"):
        await over(server).paint(red_jumper, 1)


async def test_a_server_that_hangs_is_left_before_anything_is_ordered(red_jumper: Scene, monkeypatch) -> None:
    monkeypatch.setattr(webui, "PROBE_S", 0.2)
    async with FakeWebUI(["hangs"]).serving() as server:
        with pytest.raises(Unpaintable, match=r"no answer in 0\.2 s"):
            await over(server).paint(red_jumper, 1)
    assert server.orders == []


async def test_the_gate_has_a_picture_painted_once_more(red_jumper: Scene) -> None:
    steps: list[Step] = []
    async with FakeWebUI(["#2e7d4f", RED]).serving() as server:
        picture = await dress(over(server), red_jumper, 40, steps.append)
    assert faults(red_jumper, picture) == []
    assert [order["seed"] for order in server.orders] == [41, 42]
    assert [(step.step, step.attempt) for step in steps] == [
        ("painting", 1), ("checking", 1), ("painting", 2), ("checking", 2)
    ]  # fmt: skip


@pytest.mark.parametrize(("answer", "found"), [("#2e7d4f", "colour"), ("wide", "shape")])
async def test_the_gate_lets_nothing_through_that_fails_twice(red_jumper: Scene, answer: str, found: str) -> None:
    async with FakeWebUI([answer]).serving() as server:
        with pytest.raises(Unkept, match=found):
            await dress(over(server), red_jumper, 1, lambda step: None)
    assert len(server.orders) == 2
