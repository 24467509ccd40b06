import pytest

from tools.preview.painters import UnknownPainter, build_painter, known_painter


def test_the_board_needs_no_painter() -> None:
    assert build_painter("board", 10) is None


@pytest.mark.parametrize(
    ("spec", "name", "here", "invents"),
    [
        ("diffusers-edit:/models/klein", "diffusers-edit", True, True),
        ("diffusers-inpaint:/models/sd", "diffusers-inpaint", True, False),
        ("webui:http://127.0.0.1:7860", "webui", True, True),
        ("webui:https://me:secret@gpu.example.org/sd", "webui", False, True),
    ],
)
def test_a_painter_says_what_it_is_without_its_address(spec: str, name: str, here: bool, invents: bool) -> None:
    painter = build_painter(spec, 10)
    assert painter is not None
    assert (painter.name, painter.here, painter.invents) == (name, here, invents)
    assert painter.settings != getattr(build_painter(spec + "2", 10), "settings", "")


@pytest.mark.parametrize(
    "spec", ["", "canvas", "webui", "webui:", "webui:localhost:7860", "webui:ftp://a", "diffusers-edit:"]
)
def test_what_names_no_painter_is_refused_with_the_way_to_write_one(spec: str) -> None:
    with pytest.raises(UnknownPainter, match="webui:URL"):
        known_painter(spec)
