import shutil
import subprocess

import pytest

from tools.preview import lettering


def test_a_font_is_found_for_the_languages_in_latin_letters() -> None:
    face = lettering.font_for("Été, garçon, 89 €, Œuvre", 30)
    assert face is not None and face.size == 30


def test_no_font_is_better_than_boxes() -> None:
    assert lettering.font_for("\U000f1234", 30) is None
    assert lettering.font_for("fine \U000f1234", 30) is None


def test_accents_and_currencies_need_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    lettering.font_files.cache_clear()
    lettering.faces.cache_clear()
    try:
        assert lettering.font_files() == []
        written = lettering.written(30, "Écru, œillet à 89,90 € – £5 « ¥ »")
        assert written is not None and written[0] == "Écru, œillet à 89,90 € – £5 « ¥ »"
        assert lettering.font_for("衬衫", 30) is None
    finally:
        lettering.font_files.cache_clear()
        lettering.faces.cache_clear()


def test_the_first_text_that_can_be_drawn_is_written_on_one_line() -> None:
    found = lettering.written(30, "\U000f1234", " \n", "A \n day", "other")
    assert found is not None and found[0] == "A day"
    assert lettering.written(30, "", "\U000f1234") is None


def test_chinese_is_written_where_the_machine_has_a_face_for_it() -> None:
    if shutil.which("fc-list") is None or not subprocess.check_output(["fc-list", ":lang=zh-cn"]):
        pytest.skip("no Chinese face on this machine")
    found = lettering.written(30, "酒红色高领衫配棕色切尔西靴，99 欧", "Latin")
    assert found is not None and found[0].startswith("酒红色")
