import pytest

from tools.preview import lettering


def test_a_font_is_found_for_the_languages_in_latin_letters() -> None:
    face = lettering.font_for("Été, garçon, 89 €, Œuvre", 30)
    assert face is not None and face.size == 30


def test_no_font_is_better_than_boxes() -> None:
    assert lettering.font_for("\U000f1234", 30) is None
    assert lettering.font_for("fine \U000f1234", 30) is None


def test_pillows_own_face_stands_in_where_there_is_no_fontconfig(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    lettering.font_files.cache_clear()
    lettering.faces.cache_clear()
    try:
        assert lettering.font_files() == []
        assert lettering.font_for("89 €", 30) is not None
    finally:
        lettering.font_files.cache_clear()
        lettering.faces.cache_clear()
