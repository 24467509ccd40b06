from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.figures import figure
from tools.preview.gate import faults
from tools.preview.scene import Scene, build_scene

RED, CREAM, GREY = "#a3262e", "#efe6d2", "#3c3c40"
WornBy = Callable[..., Scene]


@pytest.fixture(scope="module")
def red_jumper(worn_by: WornBy) -> Scene:
    return worn_by(sweater=RED)


def test_only_the_clothes_changed(red_jumper: Scene) -> None:
    assert faults(red_jumper, figure(top=RED)) == []


def test_what_a_models_codec_does_to_a_picture_is_forgiven(red_jumper: Scene) -> None:
    painted = figure(top=RED).filter(ImageFilter.GaussianBlur(1.5)).resize((768, 1280))
    assert faults(red_jumper, ImageChops.add(painted, Image.new("RGB", painted.size, "#040302"))) == []


def another_face() -> Image.Image:
    painted = figure(top=RED)
    draw = ImageDraw.Draw(painted)
    draw.ellipse((200, 70, 284, 190), "#8a5a40")
    draw.rectangle((205, 100, 280, 112), "#111111")
    return painted


def elsewhere() -> Image.Image:
    painted = figure(top=RED, wall="#7f9bb5")
    ImageDraw.Draw(painted).rectangle((360, 0, 480, 800), "#30402a")
    return painted


@pytest.mark.parametrize(
    ("painted", "fault"),
    [
        (another_face(), "face"),
        (ImageChops.offset(figure(top=RED), 14, 0), "face"),
        (elsewhere(), "background"),
        (figure(), "colour"),
        (figure(top="#2e7d4f"), "colour"),
        (figure(top="#d9a184", arms="#d9a184"), "skin"),
        (figure(top=RED).resize((800, 800)), "shape"),
    ],
)
def test_what_else_changed_is_named(red_jumper: Scene, painted: Image.Image, fault: str) -> None:
    assert fault in faults(red_jumper, painted)


def test_every_zone_has_to_have_its_colour(worn_by: WornBy) -> None:
    scene = worn_by(sweater=RED, trousers=CREAM)
    assert faults(scene, figure(top=RED, bottom=CREAM)) == []
    assert faults(scene, figure(top=CREAM, bottom=RED)) == ["colour"]
    assert faults(scene, figure(top=RED)) == ["colour"]


def test_what_lies_under_another_piece_need_not_be_seen(worn_by: WornBy) -> None:
    assert faults(worn_by(shirt=CREAM, blazer=RED, trousers=GREY), figure(top=RED)) == []


def test_a_beige_jumper_is_not_taken_for_bare_skin(worn_by: WornBy) -> None:
    beige = "#d2a68c"
    assert faults(worn_by(sweater=beige), figure(top=beige)) == []


def test_an_invented_figure_is_dressed_and_in_these_colours(a_look: Callable[..., object]) -> None:
    scene = build_scene(a_look(sweater=RED, trousers=GREY), {})  # type: ignore[arg-type]
    assert faults(scene, figure(top=RED)) == []
    assert faults(scene, figure(top="#2e7d4f")) == ["colour"]
    assert "skin" in faults(scene, figure(top="#d9a184", bottom="#d9a184", arms="#d9a184"))
