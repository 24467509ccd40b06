from collections.abc import Callable

from PIL import Image

from stores.vocabulary import Look
from tools.preview.scene import TILE, build_scene, sheet_of

Looks = Callable[..., Look]


def test_a_scene_has_what_is_worn_outermost_first(a_look: Looks) -> None:
    scene = build_scene(
        a_look(shirt="#ffffff", tote="#705030", blazer="#1f2a44", trousers="#777777", beanie="#a3262e"), {}
    )
    assert [piece.name for piece in scene.pieces] == ["navy blazer", "white shirt", "grey trousers"]
    assert {zone: piece.name for zone, piece in scene.outermost().items()} == {
        "upper": "navy blazer",
        "lower": "grey trousers",
    }
    wanted, never = scene.words()
    assert "navy blazer, white shirt and grey trousers" in wanted and "nudity" in never
    assert "trousers" not in scene.words("upper")[0]


def test_painters_are_shown_the_looks_own_pictures_by_id(a_look: Looks) -> None:
    pictures = {"blazer": Image.new("RGBA", (100, 200), "#112233"), "skirt": Image.new("RGBA", (9, 9), "#ff0000")}
    scene = build_scene(a_look(blazer="#1f2a44", trousers="#777777"), pictures)
    blazer, trousers = scene.pictures()
    assert blazer.getpixel((TILE // 2, TILE // 2)) == (0x11, 0x22, 0x33) and blazer.getpixel((5, 5)) == (255, 255, 255)
    assert trousers.getpixel((5, 5)) == (0x77, 0x77, 0x77)
    assert scene.pictures("upper") == [blazer]


def test_metal_and_many_colours_have_no_flat_colour_to_be_held_to(a_look: Looks) -> None:
    look = a_look(sweater="#777777")
    look.items[0].colour.family = "silver"
    assert build_scene(look, {}).pieces[0].hex is None


def test_a_sheet_is_about_square() -> None:
    tiles = [Image.new("RGB", (TILE, TILE), "red")] * 5
    assert sheet_of(tiles).size == (3 * TILE, 2 * TILE)
    assert sheet_of(tiles[:1]).size == (TILE, TILE)
