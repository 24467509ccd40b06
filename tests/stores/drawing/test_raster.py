import pytest

from stores.drawing.raster import Undrawable, render, render_apart

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="4" height="9" fill="#c01f28"/></svg>'
)


async def test_a_process_of_its_own_draws_the_same() -> None:
    assert await render_apart([SQUARE, SQUARE.replace("4", "7")], 40) == [
        render(SQUARE, 40),
        render(SQUARE.replace("4", "7"), 40),
    ]


async def test_what_is_no_drawing_is_said_to_be_none() -> None:
    with pytest.raises(Undrawable, match="ValueError"):
        await render_apart([SQUARE, "no drawing"])
