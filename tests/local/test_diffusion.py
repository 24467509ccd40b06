"""The painters that run in process, over tiny pipelines with random weights: what they paint is noise, how is real."""

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("diffusers", reason="`make local-test` runs these, in an environment with torch and diffusers")

from tests.conftest import Talk
from tests.figures import figure
from tests.local import pipelines
from tests.tools.preview.conftest import a_look, worn_by  # noqa: F401
from tools.preview import diffusion, editing, inpainting
from tools.preview.dressing import dress
from tools.preview.painters import build_painter
from tools.preview.scene import TILE, Painter, Scene, Unkept, Unpaintable, build_scene, load_words

pytestmark = [pytest.mark.local, pytest.mark.filterwarnings("ignore")]

RED, GREY = "#a3262e", "#777777"
SIDE = 160


@pytest.fixture(scope="module", autouse=True)
def small() -> Any:
    """Two steps at a small size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inpainting, "STEPS", 2)
        patch.setattr(inpainting, "SIDE", 128)
        for how in load_words()["pipelines"].values():
            patch.setitem(how, "steps", 2)
            patch.setitem(how, "side", SIDE)
        kontext = load_words()["pipelines"]["FluxKontextPipeline"]["guidance"]
        patch.setitem(kontext, "max_area", SIDE * SIDE)
        patch.setitem(kontext, "_auto_resize", False)  # to sizes of a million pixels
        yield


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    at = tmp_path_factory.mktemp("pipelines")
    return {
        "adapter": pipelines.inpainting(at / "adapter", adapter=True),
        "plain": pipelines.inpainting(at / "plain", adapter=False),
        "klein": pipelines.klein(at / "klein"),
        "pix2pix": pipelines.pix2pix(at / "pix2pix"),
        "kontext": pipelines.kontext(at / "kontext"),
    }


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What pipelines are called with."""
    seen: list[dict[str, Any]] = []

    def asked(pipeline: Any, seed: int, limit: diffusion.Limit, **wanted: Any) -> Image.Image:
        seen.append(wanted)
        return diffusion.asked(pipeline, seed, limit, **wanted)

    monkeypatch.setattr(inpainting, "asked", asked)
    monkeypatch.setattr(editing, "asked", asked)
    return seen


@pytest.fixture
def scene(worn_by: Callable[..., Scene]) -> Scene:  # noqa: F811
    return worn_by(sweater=RED, trousers=GREY)


def over(kind: str, folder: Path, seconds: float = 300) -> Painter:
    painter = build_painter(f"diffusers-{kind}:{folder}", seconds)
    assert painter is not None
    return painter


@pytest.mark.parametrize("name", ["adapter", "plain"])
async def test_inpainting_changes_the_zones_alone(folders: dict[str, Path], scene: Scene, name: str) -> None:
    picture = await over("inpaint", folders[name]).paint(scene, 3)
    assert picture.size == figure().size
    changed = np.abs(np.asarray(picture).astype(int) - np.asarray(figure())).max(-1) > 12
    assert not changed[: round(0.2 * len(changed))].any() and not changed[:, :40].any()
    assert changed[240:420, 170:310].mean() > 0.8


async def test_each_zone_is_shown_its_own_pieces(
    folders: dict[str, Path], scene: Scene, calls: list[dict[str, Any]]
) -> None:
    await over("inpaint", folders["adapter"]).paint(scene, 3)
    lower, upper = calls
    for call, colour, name in (
        (lower, (0x77, 0x77, 0x77), "grey trousers"),
        (upper, (0xA3, 0x26, 0x2E), "red sweater"),
    ):
        assert call["ip_adapter_image"].size == (TILE, TILE)
        assert call["ip_adapter_image"].getpixel((9, 9)) == colour
        assert name in call["prompt"] and len(call["prompt"].split()) < 20
    low, up = (np.flatnonzero(np.asarray(call["mask_image"]).max(1) > 128) for call in calls)
    assert up[0] < low[0] and up[-1] < low[-1]


async def test_the_likeness_comes_from_the_pictures(
    folders: dict[str, Path],
    scene: Scene,
    worn_by: Callable[..., Scene],  # noqa: F811
) -> None:
    painter = over("inpaint", folders["adapter"])
    first, again = await painter.paint(scene, 3), await painter.paint(scene, 3)
    assert first.tobytes() == again.tobytes()
    assert (await painter.paint(worn_by(sweater="#2e7d4f", trousers=GREY), 3)).tobytes() != first.tobytes()


async def test_an_editor_of_several_pictures_sees_the_photo_and_every_piece(
    folders: dict[str, Path], scene: Scene, calls: list[dict[str, Any]]
) -> None:
    picture = await over("edit", folders["klein"]).paint(scene, 3)
    photo, red, grey = calls[0]["image"]
    assert picture.size == photo.size == (96, 160)
    assert (red.getpixel((9, 9)), grey.getpixel((9, 9))) == ((0xA3, 0x26, 0x2E), (0x77, 0x77, 0x77))
    assert "red sweater and grey trousers" in calls[0]["prompt"]


@pytest.mark.parametrize(("name", "warned"), [("pix2pix", True), ("kontext", False)])
async def test_an_editor_of_one_picture_sees_the_pieces_beside_the_photo(
    folders: dict[str, Path], scene: Scene, calls: list[dict[str, Any]], name: str, warned: bool
) -> None:
    picture = await over("edit", folders[name]).paint(scene, 3)
    both = calls[0]["image"]
    assert picture.size == (96, 160) and both.size == (144, 160)
    assert both.getpixel((100, 5)) == (0xA3, 0x26, 0x2E)
    assert ("nudity" in calls[0].get("negative_prompt", "")) is warned


@pytest.mark.parametrize("name", load_words()["pipelines"])
def test_every_pipeline_takes_what_steers_it(name: str) -> None:
    import diffusers

    how = load_words()["pipelines"][name]
    steering = {"image", "prompt", "num_inference_steps", "callback_on_step_end", *how["guidance"]}
    steering |= {"negative_prompt"} if how.get("negative") else set()
    assert steering <= inspect.signature(getattr(diffusers, name).__call__).parameters.keys()


@pytest.mark.parametrize("name", ["klein", "pix2pix", "kontext"])
async def test_without_a_photo_an_editor_invents(folders: dict[str, Path], a_look: Any, name: str) -> None:  # noqa: F811
    picture = await over("edit", folders[name]).paint(build_scene(a_look(sweater=RED), {}), 3)
    assert picture.mode == "RGB" and min(picture.size) > 100


@pytest.mark.parametrize("name", ["klein", "pix2pix", "kontext"])
async def test_noise_does_not_pass_the_gate(folders: dict[str, Path], scene: Scene, name: str) -> None:
    with pytest.raises(Unkept, match="face, background"):
        await dress(over("edit", folders[name]), scene, 1, lambda step: None)


async def test_two_pictures_are_painted_one_after_the_other(folders: dict[str, Path], scene: Scene) -> None:
    painter = over("edit", folders["klein"])
    first, second = await asyncio.gather(painter.paint(scene, 3), painter.paint(scene, 3))
    assert first.tobytes() == second.tobytes()


async def test_past_its_time_a_painting_stops(folders: dict[str, Path], scene: Scene) -> None:
    with pytest.raises(Unpaintable, match="timeout"):
        await over("edit", folders["klein"], seconds=0.001).paint(scene, 3)


async def test_who_is_cancelled_while_it_paints_does_not_hold_the_next(
    folders: dict[str, Path], scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    painter = over("edit", folders["klein"])
    await painter.paint(scene, 3)
    begun = asyncio.Event()
    loop, how = asyncio.get_running_loop(), load_words()["pipelines"]["Flux2KleinPipeline"]
    monkeypatch.setitem(how, "steps", 400)
    limits: list[diffusion.Limit] = []

    def asked(pipeline: Any, seed: int, limit: diffusion.Limit, **wanted: Any) -> Image.Image:
        limits.append(limit)
        loop.call_soon_threadsafe(begun.set)
        return diffusion.asked(pipeline, seed, limit, **wanted)

    monkeypatch.setattr(editing, "asked", asked)
    painting = asyncio.create_task(painter.paint(scene, 4))
    await begun.wait()
    painting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await painting
    assert limits[0].is_over
    monkeypatch.setitem(how, "steps", 2)
    assert (await painter.paint(scene, 3)).size == (96, 160)


@pytest.mark.parametrize(("kind", "name", "reason"), [
    ("edit", "plain", "StableDiffusionInpaintPipeline is not known here"),
    ("inpaint", "klein", "Flux2KleinPipeline does not inpaint"),
    ("edit", "nowhere", "no model_index.json"),
])  # fmt: skip
async def test_a_folder_of_another_kind_is_a_reason(
    folders: dict[str, Path], scene: Scene, kind: str, name: str, reason: str
) -> None:
    with pytest.raises(Unpaintable, match=reason):
        await over(kind, folders.get(name, Path("nowhere"))).paint(scene, 3)


async def test_weights_that_are_broken_are_a_reason(folders: dict[str, Path], scene: Scene, tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text((folders["klein"] / "model_index.json").read_text())
    with pytest.raises(Unpaintable):
        await over("edit", tmp_path).paint(scene, 3)


async def test_a_turn_shows_the_board_where_a_model_paints_noise(folders: dict[str, Path], open_house: Any) -> None:
    async with open_house(preview=f"diffusers-edit:{folders['klein']}", preview_seconds=300) as services:
        talk = Talk(services)
        await talk.say("A casual look for a man: a sweater, jeans and sneakers")
        output = await talk.say("Show me a preview of the first one")
    assert output["preview"]["kind"] == "board" and output["preview"]["note"]
    (row,) = output["degraded"]
    assert (row["role"], row["model"]) == ("preview", "diffusers-edit") and row["reason"].startswith("not kept: ")
